package dev.issuelink.core.internal.claim;

import java.time.Instant;

/**
 * Where the issue of a claim stands, as far as the store knows.
 *
 * @param state where it stands
 * @param endedAt since when it is closed or gone; the beginning of time if it is not
 */
public record Standing(State state, Instant endedAt) {
    /** Where an issue may stand. */
    public enum State {
        /** It is about to be opened. */
        OPENING,
        /** The write that opens it was given up. */
        GIVEN_UP,
        /** It is open, or nothing else is known. */
        OPEN,
        /** It is done, or our write that closes it is on its way. */
        CLOSED,
        /** A person decided against it. */
        DECLINED,
        /** The tracker said that it is gone. */
        DELETED
    }

    static Standing of(State state) {
        return new Standing(state, Instant.MIN);
    }
}
