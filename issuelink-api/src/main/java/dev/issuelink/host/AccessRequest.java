package dev.issuelink.host;

import dev.issuelink.model.ObjectKey;
import java.util.Objects;
import java.util.Optional;

/**
 * What somebody wants to do.
 *
 * @param actor who: a user of the host, or a component
 * @param operation what
 * @param tracker the configured name of the tracker, or empty if no single one is meant
 * @param object the host's object, or empty if none is meant
 */
public record AccessRequest(String actor, Operation operation, String tracker, Optional<ObjectKey> object) {
    /** What may be wanted. */
    public enum Operation {
        /** Seeing links and issues. */
        READ,
        /** Linking an object to an issue. */
        LINK,
        /** Removing a link. */
        UNLINK,
        /** Opening an issue. */
        CREATE_ISSUE,
        /** Telling of an event, which rules may turn into issues. */
        PUBLISH,
        /** Undoing what a rule opened. */
        UNDO,
        /** Changing an issue. */
        UPDATE_ISSUE,
        /** Commenting on an issue. */
        COMMENT,
        /** Reading a tracker anew. */
        SYNC
    }

    /** Checks the components. */
    public AccessRequest {
        Objects.requireNonNull(actor, "actor");
        Objects.requireNonNull(operation, "operation");
        Objects.requireNonNull(tracker, "tracker");
        Objects.requireNonNull(object, "object");
    }
}
