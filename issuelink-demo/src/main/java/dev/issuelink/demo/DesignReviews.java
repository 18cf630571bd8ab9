package dev.issuelink.demo;

import dev.issuelink.IssueLinkManager;
import dev.issuelink.event.DatabaseEvent;
import dev.issuelink.event.DesignEvents;
import dev.issuelink.event.DesignReview;
import dev.issuelink.host.HostListener;
import dev.issuelink.host.IssueChange;
import dev.issuelink.model.Issue;
import dev.issuelink.model.ObjectKey;
import dev.issuelink.model.ObjectReference;
import dev.issuelink.model.Resolution;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Approval of designs, made of events and one listener: a rule opens an issue for the request, people decide there, and
 * how they closed it becomes the answer. A real host keeps what waits in its database.
 */
final class DesignReviews implements HostListener {
    /** By which people say no in trackers that keep no reason for closing. */
    static final String REJECTED = "rejected";

    private static final String LABEL = "design-review";

    private final Map<ObjectKey, DesignReview> waiting = new ConcurrentHashMap<>();
    private final Map<ObjectKey, CompletableFuture<DatabaseEvent>> answers = new ConcurrentHashMap<>();
    private final Clock clock;

    DesignReviews(Clock clock) {
        this.clock = clock;
    }

    /** The event that asks; to be published. */
    DatabaseEvent request(ObjectReference board, DesignReview review) {
        waiting.put(board.key(), review);
        return DesignEvents.reviewRequested(board, review, clock.instant());
    }

    @Override
    public void issueChanged(IssueChange change) {
        var after = change.after();
        if (!after.status().isDone() || !hasLabel(after, LABEL)) {
            return;
        }
        var approved = after.status()
                .resolution()
                .map(Resolution.COMPLETED::equals)
                .orElseGet(() -> !hasLabel(after, REJECTED));
        for (var board : change.objects()) {
            var review = waiting.remove(board.key());
            if (review != null) {
                answer(board).complete(event(board, review, approved));
            }
        }
    }

    private static boolean hasLabel(Issue issue, String name) {
        return issue.labels().stream().anyMatch(label -> label.name().equals(name));
    }

    private DatabaseEvent event(ObjectReference board, DesignReview review, boolean approved) {
        return approved
                ? DesignEvents.reviewApproved(board, review, clock.instant())
                : DesignEvents.reviewRejected(board, review, clock.instant());
    }

    /** Waits until people have decided, and publishes what they decided. */
    DatabaseEvent publishAnswer(ObjectReference board, IssueLinkManager manager, Duration limit) {
        var event = Patience.await(answer(board), limit, "Nobody told of the decision about " + board.name());
        manager.publish(event);
        return event;
    }

    private CompletableFuture<DatabaseEvent> answer(ObjectReference board) {
        return answers.computeIfAbsent(board.key(), key -> new CompletableFuture<>());
    }
}
