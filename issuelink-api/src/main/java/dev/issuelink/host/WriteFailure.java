package dev.issuelink.host;

import java.util.Objects;

/**
 * A write to a tracker that was given up.
 *
 * @param id the write's id in the outbox, by which it can be tried again
 * @param tracker the configured name of the tracker
 * @param operation what was to be done, for example {@code CREATE_ISSUE}
 * @param problem what went wrong and what to do
 */
public record WriteFailure(String id, String tracker, String operation, String problem) {
    /** Checks the components. */
    public WriteFailure {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(tracker, "tracker");
        Objects.requireNonNull(operation, "operation");
        Objects.requireNonNull(problem, "problem");
    }
}
