package dev.issuelink.core.internal.inbound;

import dev.issuelink.core.internal.commit.Notices;
import dev.issuelink.core.internal.registry.TrackerRegistry;
import dev.issuelink.model.Comment;
import dev.issuelink.model.Issue;
import dev.issuelink.model.IssueLink;
import dev.issuelink.model.SyncDirection;
import dev.issuelink.model.User;
import dev.issuelink.spi.TrackerEvent;
import dev.issuelink.store.StoreTransaction;

/** Applies one event of a tracker within the caller's transaction, and says in words what it came to. */
final class EventApplier {
    private final TrackerRegistry trackers;
    private final Applier applier;

    EventApplier(TrackerRegistry trackers, Applier applier) {
        this.trackers = trackers;
        this.applier = applier;
    }

    String apply(StoreTransaction transaction, Notices notices, String tracker, TrackerEvent event) {
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
}
