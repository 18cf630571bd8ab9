package dev.issuelink.jdbc;

import java.time.Duration;

/** Checks of arguments that the stores share. */
final class Limits {
    private Limits() {}

    static int check(int limit) {
        if (limit < 1) {
            throw new IllegalArgumentException("A limit must be at least 1, but was " + limit);
        }
        return limit;
    }

    static Duration check(Duration duration) {
        if (duration.isNegative()) {
            throw new IllegalArgumentException("A duration must not be negative, but was " + duration);
        }
        return duration;
    }
}
