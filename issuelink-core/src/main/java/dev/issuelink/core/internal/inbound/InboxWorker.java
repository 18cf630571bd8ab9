package dev.issuelink.core.internal.inbound;

import dev.issuelink.core.internal.Failures;
import dev.issuelink.core.internal.commit.Committer;
import dev.issuelink.core.internal.registry.TrackerRegistry;
import dev.issuelink.error.ErrorCode;
import dev.issuelink.error.StoreException;
import dev.issuelink.error.TrackerException;
import dev.issuelink.spi.TrackerEvent;
import dev.issuelink.spi.VerifiedDelivery;
import dev.issuelink.store.InboxEntry;
import dev.issuelink.store.IssueLinkStores;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes notices out of the inbox and applies them. What a notice leads to, and that it is done, is one transaction; a
 * crash before it lets the notice be applied again.
 */
public final class InboxWorker {
    private static final Logger LOG = LoggerFactory.getLogger(InboxWorker.class);
    private static final Duration RETRY = Duration.ofSeconds(5);
    private static final int MOST_ATTEMPTS = 20;
    private static final Duration LONGEST_OUTAGE = Duration.ofDays(1);
    private static final Duration ECHO_PAUSE = Duration.ofSeconds(1);
    private static final int LONGEST_WAIT_FOR_OWN_WRITE = 10;

    private final IssueLinkStores stores;
    private final TrackerRegistry trackers;
    private final Committer committer;
    private final Applier applier;
    private final EventApplier eventApplier;
    private final EventSettler settler;
    private final Clock clock;
    private final Duration lease;

    /** How long a notice that cannot be applied holds later ones up. */
    private enum Patience {
        NONE,
        SOME,
        LONG
    }

    /**
     * Creates it.
     *
     * @param lease after what time the notice of a dead node is taken over
     */
    public InboxWorker(
            IssueLinkStores stores,
            TrackerRegistry trackers,
            Committer committer,
            Applier applier,
            Clock clock,
            Duration lease) {
        this.stores = stores;
        this.trackers = trackers;
        this.committer = committer;
        this.applier = applier;
        this.eventApplier = new EventApplier(trackers, applier);
        this.settler = new EventSettler(stores, trackers, applier);
        this.clock = clock;
        this.lease = lease;
    }

    /** Applies the next notice that is due; false if there is none. */
    public boolean applyNext() {
        var claimed = stores.inTransaction(transaction -> transaction.inbox().claimNext(lease));
        claimed.ifPresent(this::apply);
        return claimed.isPresent();
    }

    /** How long to wait until a notice may be due. */
    public Optional<Duration> untilNextDue() {
        return stores.inTransaction(transaction -> transaction.inbox().untilNextDue());
    }

    private void apply(InboxEntry entry) {
        try {
            if (!trackers.names().contains(entry.tracker())) {
                postponeOrFail(entry, Patience.NONE, "There is no enabled tracker of that name");
                return;
            }
            var adapter = trackers.adapter(entry.tracker());
            var events = adapter.webhooks().normalise(VerifiedDelivery.of(entry));
            if (mayBeEcho(events) && entry.attempts() <= LONGEST_WAIT_FOR_OWN_WRITE) {
                stores.inTransaction(transaction -> transaction
                        .inbox()
                        .retryLater(entry, ECHO_PAUSE, "A write of ours to this issue is under way"));
                return;
            }
            var settled = settler.settle(entry.tracker(), events);
            while (!isCommitted(entry, settled)) {
                settled = settler.settle(entry.tracker(), events);
            }
        } catch (LostClaimException lost) {
            LOG.debug("{}: delivery {} was taken over by another", entry.tracker(), entry.deliveryId());
        } catch (TrackerException failure) {
            var patience = failure.code() == ErrorCode.PROTOCOL
                    ? Patience.NONE
                    : failure.retryable() ? Patience.LONG : Patience.SOME;
            postponeOrFail(entry, patience, String.valueOf(failure.getMessage()));
        } catch (StoreException failure) {
            postponeOrFail(entry, Patience.LONG, String.valueOf(failure.getMessage()));
        } catch (RuntimeException | LinkageError | StackOverflowError | AssertionError defect) {
            LOG.error("{}: a delivery met a defect: {}", entry.tracker(), Failures.describe(defect));
            postponeOrFail(
                    entry, Patience.SOME, "A defect: " + defect.getClass().getName());
        }
    }

    // The tracker tells of our own write before it has answered it. Once the answer is stored, the echo says nothing
    // new.
    private boolean mayBeEcho(List<TrackerEvent> events) {
        return stores.inTransaction(transaction -> events.stream()
                .anyMatch(event -> event instanceof TrackerEvent.IssueChanged changed
                        && applier.isBeingWritten(transaction, changed.issue().key())));
    }

    // False if a synchronisation or a write of ours stored something else of the issue meanwhile.
    private boolean isCommitted(InboxEntry entry, EventSettler.Settled settled) {
        return committer.commit((transaction, notices) -> {
            if (settler.isOvertaken(transaction, settled)) {
                return false;
            }
            var outcome = settled.events().stream()
                    .map(event ->
                            event.action() + ": " + eventApplier.apply(transaction, notices, entry.tracker(), event))
                    .collect(Collectors.joining("; "));
            if (!transaction.inbox().complete(entry, outcome)) {
                throw new LostClaimException();
            }
            LOG.debug("{}: delivery {}: {}", entry.tracker(), entry.deliveryId(), outcome);
            return true;
        });
    }

    // What a later attempt may mend is waited for, but not for ever, since later notices of the tracker wait, too. What
    // is given up is read by the next synchronisation, or comes again if the tracker is asked for it.
    private void postponeOrFail(InboxEntry entry, Patience patience, String problem) {
        var isOld = Duration.between(entry.receivedAt(), clock.instant()).compareTo(LONGEST_OUTAGE) > 0;
        var givenUp = switch (patience) {
            case NONE -> true;
            case SOME -> entry.attempts() >= MOST_ATTEMPTS;
            case LONG -> isOld;
        };
        LOG.warn(
                "{}: delivery {} could not be applied{}: {}",
                entry.tracker(),
                entry.deliveryId(),
                givenUp ? " and is given up" : " and will be tried again",
                problem);
        stores.inTransaction(transaction -> givenUp
                ? transaction.inbox().fail(entry, problem)
                : transaction
                        .inbox()
                        .retryLater(entry, RETRY.multipliedBy(Math.min(entry.attempts(), MOST_ATTEMPTS)), problem));
    }

    /** Another node took the notice over; whatever was done here is rolled back. */
    private static final class LostClaimException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private LostClaimException() {
            super("Another node took the delivery over");
        }
    }
}
