package dev.issuelink.jdbc;

import java.time.Duration;
import java.time.Instant;

/** Times as the tables keep them: nanoseconds since 1970 in UTC, exact and sorted alike in every database. */
final class Times {
    private static final long NANOS = 1_000_000_000L;

    private Times() {}

    /** The stored form of a time. Exact, or refused. */
    static long exactly(Instant time) {
        try {
            return Math.addExact(Math.multiplyExact(time.getEpochSecond(), NANOS), time.getNano());
        } catch (ArithmeticException outside) {
            throw new IllegalArgumentException(
                    "This store keeps times between the years 1678 and 2262, but this one is " + time, outside);
        }
    }

    /** The stored form of a time that others are compared with; one that lies outside is as good as the outermost. */
    static long bound(Instant time) {
        try {
            return exactly(time);
        } catch (IllegalArgumentException outside) {
            return time.isBefore(Instant.EPOCH) ? Long.MIN_VALUE : Long.MAX_VALUE;
        }
    }

    static Instant instant(long stored) {
        return Instant.ofEpochSecond(Math.floorDiv(stored, NANOS), Math.floorMod(stored, NANOS));
    }

    /** A time that is later by a duration that is not negative, or the latest there is. */
    static long plus(long stored, Duration duration) {
        try {
            return Math.addExact(stored, duration.toNanos());
        } catch (ArithmeticException never) {
            return Long.MAX_VALUE;
        }
    }

    /** How long from one time to another; zero if that one is past. */
    static Duration between(long from, long to) {
        return to <= from ? Duration.ZERO : Duration.between(instant(from), instant(to));
    }
}
