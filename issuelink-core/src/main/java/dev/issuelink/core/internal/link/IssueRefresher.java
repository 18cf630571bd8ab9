package dev.issuelink.core.internal.link;

import dev.issuelink.core.internal.commit.Committer;
import dev.issuelink.core.internal.inbound.Applier;
import dev.issuelink.core.internal.registry.TrackerRegistry;
import dev.issuelink.error.ErrorCode;
import dev.issuelink.error.TrackerException;
import dev.issuelink.model.Issue;
import dev.issuelink.model.IssueReference;
import dev.issuelink.spi.Capability;
import dev.issuelink.store.IssueLinkStores;
import dev.issuelink.store.IssueSnapshot;
import java.util.Optional;

/** Reads one issue anew. A deletion is believed only where the tracker says so; not found is not gone. */
public final class IssueRefresher {
    private static final String CAUSE = "refresh";

    private final IssueLinkStores stores;
    private final TrackerRegistry trackers;
    private final Committer committer;
    private final Applier applier;

    public IssueRefresher(IssueLinkStores stores, TrackerRegistry trackers, Committer committer, Applier applier) {
        this.stores = stores;
        this.trackers = trackers;
        this.committer = committer;
        this.applier = applier;
    }

    /** Reads an issue anew and applies what it finds. */
    public IssueReference refresh(String actor, IssueReference issue) {
        var refreshed = tryRefresh(actor, issue);
        while (refreshed.isEmpty()) {
            refreshed = tryRefresh(actor, issue);
        }
        return refreshed.get();
    }

    // Empty if another sight was stored while the tracker was asked, and only the tracker can say which is the later.
    private Optional<IssueReference> tryRefresh(String actor, IssueReference issue) {
        var before = stores.inTransaction(transaction -> transaction.snapshots().find(issue.key()));
        var known = before.map(IssueSnapshot::reference).orElse(issue);
        var adapter = trackers.require(issue.tracker(), Capability.READ_ISSUES, "getIssue");
        try {
            var read = adapter.getIssue(known).orElseThrow(() -> notFound(known));
            return applyRead(actor, known, before, read);
        } catch (TrackerException failure) {
            if (failure.code() != ErrorCode.GONE) {
                throw failure;
            }
            committer.commit((transaction, notices) -> applier.delete(transaction, notices, known.key(), actor, CAUSE));
            return Optional.of(known);
        }
    }

    private Optional<IssueReference> applyRead(
            String actor, IssueReference known, Optional<IssueSnapshot> before, Issue read) {
        var direction = trackers.config(known.tracker()).sync().direction();
        return committer.commit((transaction, notices) -> {
            if (!transaction.snapshots().find(known.key()).equals(before) && applier.isUnsure(transaction, read)) {
                return Optional.empty();
            }
            applier.move(transaction, notices, known.key(), read, actor, CAUSE);
            applier.apply(transaction, notices, read, actor, CAUSE, direction);
            return Optional.of(read.reference());
        });
    }

    private static TrackerException notFound(IssueReference issue) {
        return TrackerException.of(ErrorCode.NOT_FOUND, issue.tracker(), "getIssue")
                .message("The issue " + issue.displayKey()
                        + " is not there, or this credential may not see it. Its links are kept.")
                .build();
    }
}
