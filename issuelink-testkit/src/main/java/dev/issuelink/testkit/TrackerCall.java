package dev.issuelink.testkit;

import dev.issuelink.error.ErrorCode;
import java.util.Objects;
import java.util.Optional;

/**
 * A call that reached the tracker in memory.
 *
 * @param operation the adapter's method, for example {@code createIssue}; each page of a listing is a call of its own
 * @param write whether it writes
 * @param carriedOut whether the tracker did it, even if its answer was lost
 * @param failure how it ended for the caller; empty if well, or by a simulated crash
 */
public record TrackerCall(String operation, boolean write, boolean carriedOut, Optional<ErrorCode> failure) {
    /** Checks the components. */
    public TrackerCall {
        Objects.requireNonNull(operation, "operation");
        Objects.requireNonNull(failure, "failure");
    }
}
