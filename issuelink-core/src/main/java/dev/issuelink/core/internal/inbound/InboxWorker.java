package dev.issuelink.core.internal.inbound;

import dev.issuelink.core.internal.commit.Committer;
import dev.issuelink.core.internal.commit.Notices;
import dev.issuelink.core.internal.registry.TrackerRegistry;
import dev.issuelink.error.ErrorCode;
import dev.issuelink.error.TrackerException;
import dev.issuelink.model.Comment;
import dev.issuelink.model.Issue;
import dev.issuelink.model.IssueLink;
import dev.issuelink.model.SyncDirection;
import dev.issuelink.model.User;
import dev.issuelink.spi.TrackerEvent;
import dev.issuelink.spi.VerifiedDelivery;
import dev.issuelink.store.InboxEntry;
import dev.issuelink.store.IssueLinkStores;
import dev.issuelink.store.StoreTransaction;
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
    private static final Duration LEASE = Duration.ofMinutes(2);
    private static final Duration RETRY = Duration.ofSeconds(5);
    private static final int MOST_ATTEMPTS = 20;
    private static final Duration ECHO_PAUSE = Duration.ofSeconds(1);
    private static final int LONGEST_WAIT_FOR_OWN_WRITE = 10;

    private final IssueLinkStores stores;
    private final TrackerRegistry trackers;
    private final Committer committer;
    private final Applier applier;

    public InboxWorker(IssueLinkStores stores, TrackerRegistry trackers, Committer committer, Applier applier) {
        this.stores = stores;
        this.trackers = trackers;
        this.committer = committer;
        this.applier = applier;
    }

    /** Applies the next notice that is due; false if there is none. */
    public boolean applyNext() {
        var claimed = stores.inTransaction(transaction -> transaction.inbox().claimNext(LEASE));
        claimed.ifPresent(this::apply);
        return claimed.isPresent();
    }

    /** How long to wait until a notice may be due. */
    public Optional<Duration> untilNextDue() {
        return stores.inTransaction(transaction -> transaction.inbox().untilNextDue());
    }

    private void apply(InboxEntry entry) {
        try {
            var adapter = trackers.adapter(entry.tracker());
            var events = adapter.webhooks().normalise(VerifiedDelivery.of(entry));
            if (mayBeEcho(events) && entry.attempts() <= LONGEST_WAIT_FOR_OWN_WRITE) {
                stores.inTransaction(transaction -> transaction
                        .inbox()
                        .retryLater(entry, ECHO_PAUSE, "A write of ours to this issue is under way"));
                return;
            }
            commit(entry, events.stream().map(event -> settle(entry, event)).toList());
        } catch (TrackerException failure) {
            postponeOrFail(entry, failure.code() == ErrorCode.PROTOCOL, failure.getMessage());
        } catch (IllegalArgumentException notConfigured) {
            postponeOrFail(entry, true, String.valueOf(notConfigured.getMessage()));
        }
    }

    // The tracker tells of our own write before it has answered it. Once the answer is stored, the echo says nothing
    // new.
    private boolean mayBeEcho(List<TrackerEvent> events) {
        return stores.inTransaction(transaction -> events.stream()
                .anyMatch(event -> event instanceof TrackerEvent.IssueChanged changed
                        && applier.isBeingWritten(transaction, changed.issue().key())));
    }

    private void commit(InboxEntry entry, List<TrackerEvent> events) {
        committer.commit((transaction, notices) -> {
            var outcome = events.stream()
                    .map(event -> event.action() + ": " + apply(transaction, notices, entry.tracker(), event))
                    .collect(Collectors.joining("; "));
            if (!transaction.inbox().complete(entry, outcome)) {
                throw new LostClaimException();
            }
            LOG.debug("{}: delivery {}: {}", entry.tracker(), entry.deliveryId(), outcome);
            return outcome;
        });
    }

    // Two sights of one second cannot be ordered by the tracker's clock, so the tracker is asked.
    private TrackerEvent settle(InboxEntry entry, TrackerEvent event) {
        if (event instanceof TrackerEvent.IssueChanged changed
                && stores.inTransaction(transaction -> applier.isUnsure(transaction, changed.issue()))) {
            var read =
                    trackers.adapter(entry.tracker()).getIssue(changed.issue().reference());
            return read.<TrackerEvent>map(
                            issue -> new TrackerEvent.IssueChanged(changed.action(), changed.actor(), issue))
                    .orElse(event);
        }
        return event;
    }

    private String apply(StoreTransaction transaction, Notices notices, String tracker, TrackerEvent event) {
        var actor = event.actor().map(User::username).orElse(tracker);
        var cause = "webhook " + event.action();
        if (event instanceof TrackerEvent.IssueChanged changed) {
            return applyIssue(transaction, notices, tracker, changed.issue(), actor, cause);
        }
        if (event instanceof TrackerEvent.IssueDeleted deleted) {
            return applier.delete(transaction, notices, deleted.issue().key(), actor, cause) ? "deleted" : "not linked";
        }
        if (event instanceof TrackerEvent.IssueMoved moved) {
            return applier.move(transaction, notices, moved.from(), moved.to(), actor, cause) ? "moved" : "not linked";
        }
        if (event instanceof TrackerEvent.CommentChanged changed) {
            return applyComment(transaction, notices, tracker, changed, actor, cause);
        }
        if (event instanceof TrackerEvent.CommentDeleted deleted) {
            var verdict = applyIssue(transaction, notices, tracker, deleted.issue(), actor, cause);
            if (isLinked(transaction, deleted.issue())) {
                notices.add(listener -> listener.commentDeleted(deleted.issue().reference(), deleted.commentId()));
            }
            return verdict;
        }
        if (event instanceof TrackerEvent.AlertChanged alert) {
            notices.add(listener -> listener.securityAlert(tracker, alert.alert()));
            return "told";
        }
        return event instanceof TrackerEvent.Ignored ignored ? "ignored, " + ignored.reason() : "ignored";
    }

    private String applyIssue(
            StoreTransaction transaction, Notices notices, String tracker, Issue issue, String actor, String cause) {
        return applier.apply(transaction, notices, issue, actor, cause, direction(tracker))
                .verdict()
                .name();
    }

    private String applyComment(
            StoreTransaction transaction,
            Notices notices,
            String tracker,
            TrackerEvent.CommentChanged changed,
            String actor,
            String cause) {
        var verdict = applyIssue(transaction, notices, tracker, changed.issue(), actor, cause);
        var comment = changed.comment();
        if (isOwn(transaction, comment)) {
            return "our own comment";
        }
        if (isLinked(transaction, changed.issue())) {
            notices.add(listener -> listener.commentChanged(comment));
        }
        return verdict;
    }

    // Ours, as we wrote it: one that a person edited afterwards is news.
    private static boolean isOwn(StoreTransaction transaction, Comment comment) {
        return comment.updatedAt().equals(comment.createdAt())
                && comment.marker()
                        .flatMap(marker -> transaction.outbox().find(marker.value()))
                        .isPresent();
    }

    private static boolean isLinked(StoreTransaction transaction, Issue issue) {
        return transaction.links().findByIssue(issue.key()).stream()
                .map(IssueLink::direction)
                .anyMatch(SyncDirection::fromIssue);
    }

    private SyncDirection direction(String tracker) {
        return trackers.config(tracker).sync().direction();
    }

    private void postponeOrFail(InboxEntry entry, boolean hopeless, String problem) {
        var givenUp = hopeless || entry.attempts() >= MOST_ATTEMPTS;
        LOG.warn(
                "{}: delivery {} could not be applied{}: {}",
                entry.tracker(),
                entry.deliveryId(),
                givenUp ? " and is given up" : " and will be tried again",
                problem);
        stores.inTransaction(transaction -> givenUp
                ? transaction.inbox().fail(entry, problem)
                : transaction.inbox().retryLater(entry, RETRY.multipliedBy(entry.attempts()), problem));
    }

    /** Another node took the notice over; whatever was done here is rolled back. */
    private static final class LostClaimException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private LostClaimException() {
            super("Another node took the delivery over");
        }
    }
}
