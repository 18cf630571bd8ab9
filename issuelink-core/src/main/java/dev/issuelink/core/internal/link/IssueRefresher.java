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
        var known = stores.inTransaction(transaction -> transaction.snapshots().find(issue.key()))
                .map(IssueSnapshot::reference)
                .orElse(issue);
        var adapter = trackers.require(issue.tracker(), Capability.READ_ISSUES, "getIssue");
        try {
            return applyRead(actor, known, adapter.getIssue(known));
        } catch (TrackerException failure) {
            if (failure.code() != ErrorCode.GONE) {
                throw failure;
            }
            committer.commit((transaction, notices) -> applier.delete(transaction, notices, known.key(), actor, CAUSE));
            return known;
        }
    }

    private IssueReference applyRead(String actor, IssueReference known, Optional<Issue> read) {
        var issue = read.orElseThrow(() -> TrackerException.of(ErrorCode.NOT_FOUND, known.tracker(), "getIssue")
                .message("The issue " + known.displayKey()
                        + " is not there, or this credential may not see it. Its links" + " are kept.")
                .build());
        var direction = trackers.config(known.tracker()).sync().direction();
        return committer.commit((transaction, notices) -> {
            applier.move(transaction, notices, known.key(), issue, actor, CAUSE);
            applier.apply(transaction, notices, issue, actor, CAUSE, direction);
            return issue.reference();
        });
    }
}
