package dev.issuelink.model;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * Whether both sides of an issue are equal, as far as we know.
 *
 * @param state the answer in one word
 * @param pendingWrites how many writes to the issue wait in the outbox
 * @param lastSeenAt when the issue was last read or told of, by the engine's clock; empty if never
 * @param problem what went wrong, if the state is {@link State#FAILED}
 */
public record SyncStatus(State state, int pendingWrites, Optional<Instant> lastSeenAt, Optional<String> problem) {
    /** The answer in one word. */
    public enum State {
        /** The issue was seen, and nothing waits to be written. */
        IN_SYNC,
        /** Something waits to be written. */
        PENDING,
        /** A write was given up; it needs a person. */
        FAILED,
        /** The tracker said that the issue is gone. */
        DELETED,
        /** We have never seen the issue. */
        UNKNOWN
    }

    /** Checks the components. */
    public SyncStatus {
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(lastSeenAt, "lastSeenAt");
        Objects.requireNonNull(problem, "problem");
    }
}
