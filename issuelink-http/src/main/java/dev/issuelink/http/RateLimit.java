package dev.issuelink.http;

import java.time.Instant;
import java.util.Objects;

/**
 * What a tracker says is left of one budget.
 *
 * @param resource the budget's name, for example {@code core} or {@code search}
 * @param limit how many calls a window holds, or -1 if not told
 * @param remaining how many are left in this window
 * @param resetAt when the window ends
 */
public record RateLimit(String resource, long limit, long remaining, Instant resetAt) {
    /** Checks that no component is null. */
    public RateLimit {
        Objects.requireNonNull(resource, "resource");
        Objects.requireNonNull(resetAt, "resetAt");
    }
}
