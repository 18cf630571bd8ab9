package dev.issuelink.http;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** When a call must be over, on the engine's clock. */
record Deadline(Clock clock, Instant end) {
    static Deadline in(Duration duration, Clock clock) {
        return new Deadline(clock, clock.instant().plus(duration));
    }

    /** What is left, never negative. */
    Duration left() {
        var left = Duration.between(clock.instant(), end);
        return left.isNegative() ? Duration.ZERO : left;
    }

    boolean passed() {
        return left().isZero();
    }

    /** Whether there is time for a wait, and for something after it. */
    boolean fits(Duration wait) {
        return wait.compareTo(left()) < 0;
    }

    Duration atMost(Duration duration) {
        var left = left();
        return left.compareTo(duration) < 0 ? left : duration;
    }
}
