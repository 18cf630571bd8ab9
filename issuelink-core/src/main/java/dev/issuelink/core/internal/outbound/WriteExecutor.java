package dev.issuelink.core.internal.outbound;

import dev.issuelink.core.internal.claim.Claims;
import dev.issuelink.core.internal.codec.StoreCodec;
import dev.issuelink.core.internal.codec.Write;
import dev.issuelink.core.internal.registry.TrackerRegistry;
import dev.issuelink.error.ErrorCode;
import dev.issuelink.error.TrackerException;
import dev.issuelink.model.Issue;
import dev.issuelink.model.IssueReference;
import dev.issuelink.spi.Capability;
import dev.issuelink.spi.IssueTrackerAdapter;
import dev.issuelink.store.IssueLinkStores;
import dev.issuelink.store.IssueSnapshot;
import dev.issuelink.store.OutboxEntry;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Carries one write out. Before anything that must not happen twice is repeated, it is looked for by its marker; a write
 * that may have happened and cannot be looked for is given up.
 */
final class WriteExecutor {
    private final TrackerRegistry trackers;
    private final IssueLinkStores stores;
    private final StoreCodec codec;
    private final Clock clock;

    WriteExecutor(TrackerRegistry trackers, IssueLinkStores stores, StoreCodec codec, Clock clock) {
        this.trackers = trackers;
        this.stores = stores;
        this.codec = codec;
        this.clock = clock;
    }

    /**
     * Carries the write out, or finds that it was carried out before.
     *
     * @param latestStart when it must have left, so that it is over before anybody else may take it over
     */
    WriteOutcome execute(OutboxEntry entry, Instant latestStart) {
        var write = codec.decodeWrite(entry.payload());
        if (write instanceof Write.CreateIssue create) {
            return create(entry, create, latestStart);
        }
        if (write instanceof Write.UpdateIssue update) {
            return update(entry, update, latestStart);
        }
        return comment(entry, (Write.AddComment) write, latestStart);
    }

    private WriteOutcome create(OutboxEntry entry, Write.CreateIssue create, Instant latestStart) {
        var adapter = trackers.require(entry.tracker(), Capability.CREATE_ISSUE, "createIssue");
        var known = entry.attempts() > 1 ? linked(entry, create) : Optional.<Issue>empty();
        if (known.isPresent()) {
            return new WriteOutcome.IssueWritten(known.get(), List.of());
        }
        if (mayHaveHappened(adapter, entry)) {
            var project = create.draft().project().orElse(null);
            var found = adapter.findByMarker(entry.marker(), entry.createdAt(), project);
            if (found.isPresent()) {
                return new WriteOutcome.IssueWritten(found.get(), List.of());
            }
        }
        requireInTime(entry, latestStart);
        var result = adapter.createIssue(create.draft(), entry.marker());
        return new WriteOutcome.IssueWritten(result.stored(), result.dropped());
    }

    // What a notice or a synchronisation told us of since, see Applier.
    private Optional<Issue> linked(OutboxEntry entry, Write.CreateIssue create) {
        return stores.inTransaction(transaction -> create.objects().stream()
                .flatMap(object -> transaction.links().findByObject(object.key()).stream())
                .flatMap(link -> transaction.snapshots().find(link.issue()).stream())
                .flatMap(snapshot -> codec.decodeSnapshot(snapshot.document()).issue().stream())
                .filter(issue -> issue.marker().filter(entry.marker()::equals).isPresent())
                .findFirst());
    }

    // Setting fields twice does no harm, so nothing has to be looked up. Setting them late does: whoever has taken this
    // write over may be at a later one already.
    private WriteOutcome update(OutboxEntry entry, Write.UpdateIssue update, Instant latestStart) {
        var adapter = trackers.require(entry.tracker(), Capability.UPDATE_ISSUE, "updateIssue");
        var unfit = unfit(adapter, update);
        if (unfit.isPresent()) {
            return new WriteOutcome.IssueWritten(unfit.get(), List.of());
        }
        requireInTime(entry, latestStart);
        var result = adapter.updateIssue(current(update.issue()), update.changes());
        return new WriteOutcome.IssueWritten(result.stored(), result.dropped());
    }

    // What a person decided meanwhile counts for more than what was wanted before.
    private Optional<Issue> unfit(IssueTrackerAdapter adapter, Write.UpdateIssue update) {
        if (update.precondition() == Write.Precondition.NONE
                || !adapter.capabilities().contains(Capability.READ_ISSUES)) {
            return Optional.empty();
        }
        return adapter.getIssue(current(update.issue())).filter(issue -> !fits(update.precondition(), issue));
    }

    private static boolean fits(Write.Precondition precondition, Issue issue) {
        return switch (precondition) {
            case NONE -> true;
            case NOT_DONE -> !issue.status().isDone();
            case NOT_DECLINED -> !Claims.isDeclined(issue.status());
        };
    }

    private WriteOutcome comment(OutboxEntry entry, Write.AddComment comment, Instant latestStart) {
        var adapter = trackers.require(entry.tracker(), Capability.WRITE_COMMENTS, "addComment");
        var issue = current(comment.issue());
        if (mayHaveHappened(adapter, entry)) {
            var found = adapter.comments().findByMarker(issue, entry.marker(), entry.createdAt());
            if (found.isPresent()) {
                return new WriteOutcome.CommentWritten(issue, found.get(), List.of());
            }
        }
        requireInTime(entry, latestStart);
        var result = adapter.comments().addComment(issue, comment.text(), entry.marker());
        return new WriteOutcome.CommentWritten(issue, result.stored(), result.dropped());
    }

    // After a long look-up, or a pause of the whole process, another may hold the write already.
    private void requireInTime(OutboxEntry entry, Instant latestStart) {
        if (clock.instant().isAfter(latestStart)) {
            throw TrackerException.of(ErrorCode.CANCELLED, entry.tracker(), entry.operation())
                    .message("It took so long to get here that another may have taken the write over.")
                    .build();
        }
    }

    /** The issue where it is now: it may have moved since the write was wanted. */
    private IssueReference current(IssueReference issue) {
        Optional<IssueSnapshot> seen =
                stores.inTransaction(transaction -> transaction.snapshots().find(issue.key()));
        return seen.map(IssueSnapshot::reference).orElse(issue);
    }

    // An entry that was claimed before and tells of no clean end was with a process that died on it.
    private static boolean mayHaveHappened(IssueTrackerAdapter adapter, OutboxEntry entry) {
        if (entry.attempts() <= 1) {
            return false;
        }
        if (adapter.capabilities().contains(Capability.FIND_BY_MARKER)) {
            return true;
        }
        if (Problem.endedCleanly(entry)) {
            return false;
        }
        throw TrackerException.of(ErrorCode.OUTCOME_UNKNOWN, entry.tracker(), entry.operation())
                .message(
                        "An earlier attempt may have been carried out, and this tracker cannot be searched for it. Look "
                                + "there, and have the write tried again only if it is missing.")
                .build();
    }
}
