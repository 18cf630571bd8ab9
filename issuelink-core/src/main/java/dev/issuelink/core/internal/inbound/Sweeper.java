package dev.issuelink.core.internal.inbound;

import dev.issuelink.error.ErrorCode;
import dev.issuelink.error.TrackerException;
import dev.issuelink.host.CancellationToken;
import dev.issuelink.model.IssueKey;
import dev.issuelink.model.IssueLink;
import dev.issuelink.model.IssueReference;
import dev.issuelink.store.IssueLinkStores;
import dev.issuelink.store.IssueSnapshot;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Reads every linked issue that a reading from the beginning did not come across: it moved out of sight or is gone. Not
 * being listed proves nothing by itself, so each one is asked for.
 */
public final class Sweeper {
    private static final int PAGE = 200;

    private final IssueLinkStores stores;
    private final Consumer<IssueReference> refresher;

    /**
     * Creates it.
     *
     * @param refresher reads one issue anew and applies what it finds
     */
    public Sweeper(IssueLinkStores stores, Consumer<IssueReference> refresher) {
        this.stores = stores;
        this.refresher = refresher;
    }

    /**
     * Reads the linked issues of a tracker that are not among those; says after each of them, and after each page, that
     * it is still at it.
     *
     * @return false if it was cancelled
     */
    boolean sweep(String tracker, Set<IssueKey> read, Runnable alive, CancellationToken cancellation) {
        @Nullable String last = null;
        for (var page = linksAfter(last); !page.isEmpty(); page = linksAfter(last)) {
            for (var link : page) {
                if (cancellation.isCancelled()) {
                    return false;
                }
                if (link.issue().tracker().equals(tracker) && read.add(link.issue())) {
                    known(link.issue()).ifPresent(issue -> {
                        refresh(issue);
                        alive.run();
                    });
                }
            }
            last = page.get(page.size() - 1).id();
            alive.run();
        }
        return true;
    }

    private List<IssueLink> linksAfter(@Nullable String id) {
        return stores.inTransaction(transaction -> transaction.links().findAfter(id, PAGE));
    }

    private Optional<IssueReference> known(IssueKey issue) {
        return stores.inTransaction(transaction -> transaction.snapshots().find(issue))
                .filter(snapshot -> !snapshot.deleted())
                .map(IssueSnapshot::reference);
    }

    // Not found is not gone: another credential may see it.
    private void refresh(IssueReference issue) {
        try {
            refresher.accept(issue);
        } catch (TrackerException failure) {
            if (failure.code() != ErrorCode.NOT_FOUND && failure.code() != ErrorCode.PERMISSION) {
                throw failure;
            }
        }
    }
}
