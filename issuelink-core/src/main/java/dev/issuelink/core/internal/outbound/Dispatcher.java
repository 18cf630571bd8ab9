package dev.issuelink.core.internal.outbound;

import dev.issuelink.core.internal.Failures;
import dev.issuelink.core.internal.IdSource;
import dev.issuelink.core.internal.audit.AuditRecorder;
import dev.issuelink.core.internal.claim.Claims;
import dev.issuelink.core.internal.codec.StoreCodec;
import dev.issuelink.core.internal.codec.Write;
import dev.issuelink.core.internal.commit.Committer;
import dev.issuelink.core.internal.inbound.Applier;
import dev.issuelink.core.internal.registry.TrackerRegistry;
import dev.issuelink.error.ErrorCode;
import dev.issuelink.error.StoreException;
import dev.issuelink.error.TrackerException;
import dev.issuelink.host.WriteFailure;
import dev.issuelink.spi.Capability;
import dev.issuelink.store.IssueLinkStores;
import dev.issuelink.store.IssueSnapshot;
import dev.issuelink.store.OutboxEntry;
import dev.issuelink.store.StoreTransaction;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes writes out of the outbox, carries them out and stores what came of it, with the link and the audit record in one
 * transaction. A crash at any point leaves the entry claimed; after its lease it is taken up again and looked for first.
 */
public final class Dispatcher {
    private static final Logger LOG = LoggerFactory.getLogger(Dispatcher.class);
    private static final int MOST_ATTEMPTS_TO_STORE = 3;
    private static final int MOST_ATTEMPTS_AT_A_DEFECT = 10;

    /** What the dispatcher works with. */
    public record Parts(
            IssueLinkStores stores,
            TrackerRegistry trackers,
            Committer committer,
            Applier applier,
            AuditRecorder audit,
            StoreCodec codec,
            Claims claims,
            Completions completions,
            IdSource ids,
            Clock clock) {}

    private final Parts parts;
    private final RetryPlan retries;
    private final Duration lease;
    private final WriteExecutor executor;
    private final OutcomeRecorder recorder;
    private final Pacer pacer;

    public Dispatcher(Parts parts, RetryPlan retries, Duration lease) {
        this.parts = parts;
        this.retries = retries;
        this.lease = lease;
        this.executor = new WriteExecutor(parts.trackers, parts.stores, parts.codec, parts.clock);
        this.recorder = new OutcomeRecorder(parts);
        this.pacer = new Pacer(parts.trackers);
    }

    /** Carries out the next write that is due; false if there is none. */
    public boolean dispatchNext() {
        // Before the claim: the process may be stopped for a while right after it, when its lease runs already.
        var claimedAt = parts.clock.instant();
        var claimed =
                parts.stores.inTransaction(transaction -> transaction.outbox().claimNext(lease()));
        claimed.ifPresent(entry -> dispatch(entry, claimedAt));
        return claimed.isPresent();
    }

    /** How long to wait until a write may be due. */
    public Optional<Duration> untilNextDue() {
        parts.completions.check();
        return parts.stores.inTransaction(transaction -> transaction.outbox().untilNextDue());
    }

    private void dispatch(OutboxEntry entry, Instant claimedAt) {
        // Storing is outside of what is caught: if it fails, the entry stays claimed, and the write is found by its
        // marker later.
        execute(entry, claimedAt).ifPresent(outcome -> store(entry, outcome, claimedAt));
        LOG.debug(
                "{} of {} took {} ms",
                entry.operation(),
                entry.target(),
                Duration.between(claimedAt, parts.clock.instant()).toMillis());
    }

    private Optional<WriteOutcome> execute(OutboxEntry entry, Instant claimedAt) {
        if (!parts.trackers.names().contains(entry.tracker())) {
            var words = "There is no enabled tracker \"" + entry.tracker() + "\"; configure it, or drop the write.";
            giveUp(entry, failure(entry, ErrorCode.UNSUPPORTED, words));
            return Optional.empty();
        }
        if (isPaced(entry)) {
            return Optional.empty();
        }
        try {
            return Optional.of(executor.execute(entry, claimedAt.plus(lease.dividedBy(2))));
        } catch (TrackerException failure) {
            postponeOrFail(entry, failure);
        } catch (StoreException unreadable) {
            // Nothing was sent yet: the executor reads the store before it calls the tracker.
            postponeOrFail(entry, failure(entry, ErrorCode.UNAVAILABLE, String.valueOf(unreadable.getMessage())));
        } catch (RuntimeException | LinkageError | StackOverflowError | AssertionError defect) {
            postponeDefect(entry, defect);
        }
        return Optional.empty();
    }

    // Nothing is sent before the tracker takes it, on whatever node, so the next attempt need not look for anything.
    private boolean isPaced(OutboxEntry entry) {
        return parts.stores.inTransaction(transaction -> {
            var wait = pacer.wait(transaction, entry);
            wait.ifPresent(delay -> transaction.outbox().putBack(entry.id(), entry.fence(), delay));
            return wait.isPresent();
        });
    }

    // What an adapter must never throw says nothing about what became of the write. Since it will hardly get better by
    // itself and later writes to the target wait, it is given up sooner than what a tracker refuses for a time.
    private void postponeDefect(OutboxEntry entry, Throwable defect) {
        LOG.error("{} of {} met a defect: {}", entry.operation(), entry.target(), Failures.describe(defect));
        var words = "The adapter failed with " + defect.getClass().getName() + ", which is a defect; report it.";
        var failure = failure(entry, ErrorCode.OUTCOME_UNKNOWN, words);
        if (entry.attempts() >= MOST_ATTEMPTS_AT_A_DEFECT) {
            giveUp(entry, failure);
        } else {
            postponeOrFail(entry, failure);
        }
    }

    private static TrackerException failure(OutboxEntry entry, ErrorCode code, String words) {
        return TrackerException.of(code, entry.tracker(), entry.operation())
                .message(words)
                .build();
    }

    // The lease outlives the call and the time in which a marker cannot be found, so that whoever takes the entry over
    // after a crash finds what was written.
    private Duration lease() {
        return parts.trackers.names().stream()
                .map(name -> parts.trackers.adapter(name).markerHorizon())
                .max(Duration::compareTo)
                .orElse(Duration.ZERO)
                .plus(lease);
    }

    // Of the write nothing but this is left to do, so a store that fails for a moment is asked again at once.
    private void store(OutboxEntry entry, WriteOutcome outcome, Instant claimedAt) {
        for (var attempt = 1; !isStored(entry, settled(entry, outcome, claimedAt), attempt); attempt++) {
            LOG.info("{} of {} could not be stored and is stored again", entry.operation(), entry.target());
        }
        finished(entry);
    }

    private boolean isStored(OutboxEntry entry, Settled settled, int attempt) {
        try {
            return parts.committer.commit((transaction, notices) -> {
                var isCurrent = !isOvertaken(transaction, settled);
                if (isCurrent) {
                    recorder.record(transaction, notices, entry, settled.outcome);
                }
                return isCurrent;
            });
        } catch (StoreException failure) {
            if (attempt >= MOST_ATTEMPTS_TO_STORE) {
                throw failure;
            }
            return false;
        }
    }

    /** An outcome without doubts, and what was known of its issue when the doubts were weighed. */
    private record Settled(WriteOutcome outcome, Optional<IssueSnapshot> known) {}

    // Somebody else may have changed the issue while its answer was on the way; then the tracker is asked what holds.
    private Settled settled(OutboxEntry entry, WriteOutcome outcome, Instant claimedAt) {
        if (!(outcome instanceof WriteOutcome.IssueWritten written)) {
            return new Settled(outcome, Optional.empty());
        }
        var issue = written.issue();
        var known = parts.stores.inTransaction(
                transaction -> transaction.snapshots().find(issue.key()));
        // A clock may stand still for a while, so what was seen at the very time of the claim counts as well.
        var isNewer = known.filter(seen -> !seen.seenAt().isBefore(claimedAt)).isPresent();
        var isInDoubt =
                isNewer && parts.stores.inTransaction(transaction -> parts.applier.isUnsure(transaction, issue));
        return new Settled(isInDoubt ? ask(entry, written) : outcome, known);
    }

    private WriteOutcome ask(OutboxEntry entry, WriteOutcome.IssueWritten written) {
        try {
            return parts.trackers
                    .adapter(entry.tracker())
                    .getIssue(written.issue().reference())
                    .map(issue -> new WriteOutcome.IssueWritten(issue, written.dropped()))
                    .orElse(written);
        } catch (TrackerException unknown) {
            return written;
        }
    }

    private boolean isOvertaken(StoreTransaction transaction, Settled settled) {
        return settled.outcome instanceof WriteOutcome.IssueWritten written
                && !transaction.snapshots().find(written.issue().key()).equals(settled.known)
                && parts.applier.isUnsure(transaction, written.issue());
    }

    private void postponeOrFail(OutboxEntry entry, TrackerException failure) {
        var adapter = parts.trackers.adapter(entry.tracker());
        var findable = adapter.capabilities().contains(Capability.FIND_BY_MARKER)
                || entry.operation().equals(Write.Operation.UPDATE_ISSUE.name());
        var wait = retries.next(entry, failure, findable, adapter.markerHorizon());
        if (wait.isEmpty()) {
            giveUp(entry, failure);
            return;
        }
        LOG.info(
                "{} of {} will be tried again in {} s: {}",
                entry.operation(),
                entry.target(),
                wait.get().toSeconds(),
                failure.getMessage());
        parts.stores.inTransaction(transaction ->
                transaction.outbox().retryLater(entry.id(), entry.fence(), wait.get(), Problem.of(entry, failure)));
    }

    private void giveUp(OutboxEntry entry, TrackerException reason) {
        var problem = Problem.givenUp(entry, reason);
        LOG.warn("{} of {} was given up: {}", entry.operation(), entry.target(), problem);
        parts.committer.commit((transaction, notices) -> {
            var mine = transaction.outbox().fail(entry.id(), entry.fence(), problem);
            if (mine) {
                parts.audit.record(
                        transaction,
                        entry.actor(),
                        "write.failed",
                        entry.target(),
                        Map.of("write", entry.id(), "operation", entry.operation(), "problem", problem));
                var failure = new WriteFailure(entry.id(), entry.tracker(), entry.operation(), problem);
                notices.add(listener -> listener.writeFailed(failure));
            }
            return mine;
        });
        finished(entry);
    }

    private void finished(OutboxEntry entry) {
        parts.stores
                .inTransaction(transaction -> transaction.outbox().find(entry.id()))
                .ifPresent(parts.completions::finish);
    }
}
