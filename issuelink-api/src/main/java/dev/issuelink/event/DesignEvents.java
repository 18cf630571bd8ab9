package dev.issuelink.event;

import dev.issuelink.model.ObjectReference;
import java.time.Instant;

/** Makes events of a whiteboard: reviews, notes that become issues, and architecture decisions. */
public final class DesignEvents {
    private DesignEvents() {}

    /**
     * A design waits for approval.
     *
     * @param object the whiteboard, or what the design is of
     * @param review what is to be looked at
     * @param at when it was requested
     * @return a {@link EventType#DESIGN_REVIEW_REQUESTED}
     */
    public static DatabaseEvent reviewRequested(ObjectReference object, DesignReview review, Instant at) {
        return new DatabaseEvent(EventType.DESIGN_REVIEW_REQUESTED, object, review.attributes(), at);
    }

    /**
     * A design was approved.
     *
     * @param object the whiteboard, or what the design is of; the same as in the request
     * @param review what was looked at, and how it ended
     * @param at when it was approved
     * @return a {@link EventType#DESIGN_REVIEW_APPROVED}
     */
    public static DatabaseEvent reviewApproved(ObjectReference object, DesignReview review, Instant at) {
        return new DatabaseEvent(EventType.DESIGN_REVIEW_APPROVED, object, review.attributes(), at);
    }

    /**
     * A design was rejected.
     *
     * @param object the whiteboard, or what the design is of; the same as in the request
     * @param review what was looked at, and how it ended
     * @param at when it was rejected
     * @return a {@link EventType#DESIGN_REVIEW_REJECTED}
     */
    public static DatabaseEvent reviewRejected(ObjectReference object, DesignReview review, Instant at) {
        return new DatabaseEvent(EventType.DESIGN_REVIEW_REJECTED, object, review.attributes(), at);
    }

    /**
     * A note is to become an issue.
     *
     * @param object the whiteboard, or what the note is about
     * @param note what it says
     * @param at when that was asked for
     * @return a {@link EventType#NOTE_CONVERTED}
     */
    public static DatabaseEvent noteConverted(ObjectReference object, DesignNote note, Instant at) {
        return new DatabaseEvent(EventType.NOTE_CONVERTED, object, note.attributes(), at);
    }

    /**
     * An architecture decision was recorded.
     *
     * @param object the whiteboard, or what the decision is about
     * @param decision what was decided
     * @param at when it was recorded
     * @return a {@link EventType#ARCHITECTURE_DECISION_RECORDED}
     */
    public static DatabaseEvent decisionRecorded(ObjectReference object, ArchitectureDecision decision, Instant at) {
        return new DatabaseEvent(EventType.ARCHITECTURE_DECISION_RECORDED, object, decision.attributes(), at);
    }
}
