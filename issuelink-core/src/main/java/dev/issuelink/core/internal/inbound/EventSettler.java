package dev.issuelink.core.internal.inbound;

import dev.issuelink.core.internal.registry.TrackerRegistry;
import dev.issuelink.error.ErrorCode;
import dev.issuelink.error.TrackerException;
import dev.issuelink.model.Issue;
import dev.issuelink.model.IssueKey;
import dev.issuelink.model.IssueReference;
import dev.issuelink.spi.TrackerEvent;
import dev.issuelink.store.IssueLinkStores;
import dev.issuelink.store.IssueSnapshot;
import dev.issuelink.store.StoreTransaction;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Asks the tracker where its events alone do not say what holds: two sights of one time, an issue that was said to be
 * deleted, and a move, after which there may have been another. Everything else is left as it is, and costs nothing.
 */
final class EventSettler {
    private final IssueLinkStores stores;
    private final TrackerRegistry trackers;
    private final Applier applier;

    EventSettler(IssueLinkStores stores, TrackerRegistry trackers, Applier applier) {
        this.stores = stores;
        this.trackers = trackers;
        this.applier = applier;
    }

    /** Events without doubts, and what was known of their issues when the doubts were weighed. */
    record Settled(List<TrackerEvent> events, Map<IssueKey, Optional<IssueSnapshot>> known) {}

    /** The events, each as the tracker now says it is if that was in doubt. */
    Settled settle(String tracker, List<TrackerEvent> events) {
        var known = stores.inTransaction(transaction -> known(transaction, events));
        List<Boolean> doubts = stores.inTransaction(transaction ->
                events.stream().map(event -> isInDoubt(transaction, event)).toList());
        var settled = new ArrayList<TrackerEvent>(events);
        for (var number = 0; number < events.size(); number++) {
            if (doubts.get(number)) {
                settled.set(number, ask(tracker, events.get(number)));
            }
        }
        return new Settled(settled, known);
    }

    /**
     * Whether somebody else stored another sight of an issue meanwhile, so that there is doubt again. Asked in the
     * transaction that applies the events.
     */
    boolean isOvertaken(StoreTransaction transaction, Settled settled) {
        return settled.events.stream()
                .flatMap(event -> sight(event).stream())
                .anyMatch(issue -> settled.known.containsKey(issue.key())
                        && !transaction.snapshots().find(issue.key()).equals(settled.known.get(issue.key()))
                        && applier.isUnsure(transaction, issue));
    }

    private static Map<IssueKey, Optional<IssueSnapshot>> known(
            StoreTransaction transaction, List<TrackerEvent> events) {
        var known = new HashMap<IssueKey, Optional<IssueSnapshot>>();
        events.stream()
                .flatMap(event -> sight(event).stream())
                .forEach(issue -> known.put(issue.key(), transaction.snapshots().find(issue.key())));
        return known;
    }

    private boolean isInDoubt(StoreTransaction transaction, TrackerEvent event) {
        if (event instanceof TrackerEvent.IssueMoved moved) {
            return applier.isKept(transaction, moved.from());
        }
        return sight(event)
                .filter(issue -> applier.isUnsure(transaction, issue))
                .isPresent();
    }

    private TrackerEvent ask(String tracker, TrackerEvent event) {
        var told = sight(event).orElseThrow();
        try {
            return trackers.adapter(tracker)
                    .getIssue(told.reference())
                    .map(issue -> with(event, issue))
                    .orElseGet(() -> hidden(event, told));
        } catch (TrackerException failure) {
            if (failure.code() == ErrorCode.GONE) {
                return gone(event, told.reference());
            }
            throw failure;
        }
    }

    private static Optional<Issue> sight(TrackerEvent event) {
        if (event instanceof TrackerEvent.IssueChanged changed) {
            return Optional.of(changed.issue());
        }
        if (event instanceof TrackerEvent.IssueMoved moved) {
            return Optional.of(moved.to());
        }
        if (event instanceof TrackerEvent.CommentChanged changed) {
            return Optional.of(changed.issue());
        }
        return event instanceof TrackerEvent.CommentDeleted deleted ? Optional.of(deleted.issue()) : Optional.empty();
    }

    private static TrackerEvent with(TrackerEvent event, Issue issue) {
        if (event instanceof TrackerEvent.IssueMoved moved) {
            return new TrackerEvent.IssueMoved(event.action(), event.actor(), moved.from(), issue);
        }
        if (event instanceof TrackerEvent.CommentChanged changed) {
            return new TrackerEvent.CommentChanged(event.action(), event.actor(), changed.comment(), issue);
        }
        if (event instanceof TrackerEvent.CommentDeleted deleted) {
            return new TrackerEvent.CommentDeleted(event.action(), event.actor(), deleted.commentId(), issue);
        }
        var told = ((TrackerEvent.IssueChanged) event).issue();
        return told.key().equals(issue.key())
                ? new TrackerEvent.IssueChanged(event.action(), event.actor(), issue)
                : new TrackerEvent.IssueMoved(event.action(), event.actor(), told.key(), issue);
    }

    // A tracker that hides an issue does not say that it is gone, but it does not bring it back either.
    private TrackerEvent hidden(TrackerEvent event, Issue told) {
        var isDeleted = stores.inTransaction(transaction -> applier.isDeleted(transaction, told.key()));
        return isDeleted ? new TrackerEvent.Ignored(event.action(), event.actor(), "the issue was deleted") : event;
    }

    // A move to a place where the issue was deleted since is still a move.
    private static TrackerEvent gone(TrackerEvent event, IssueReference told) {
        return event instanceof TrackerEvent.IssueMoved
                ? event
                : new TrackerEvent.IssueDeleted(event.action(), event.actor(), told);
    }
}
