package dev.issuelink.http;

import java.time.Duration;
import java.time.Instant;

/** What is known of one resource's budget. Guarded by the gate. */
final class Budget {
    private static final long UNKNOWN = -1;
    // Trackers count in whole seconds: one more, so as not to come back within the old window.
    private static final Duration SKEW = Duration.ofSeconds(1);

    private long remaining = UNKNOWN;
    private Instant resetAt = Instant.MIN;
    private Instant closedUntil = Instant.MIN;
    private int underWay;

    /** When the next call may go, as far as this budget is concerned. */
    Instant opensAt(Instant now) {
        if (remaining != UNKNOWN && !now.isBefore(resetAt)) {
            remaining = UNKNOWN;
        }
        var usedUp = remaining != UNKNOWN && remaining - underWay <= 0;
        return usedUp ? later(resetAt.plus(SKEW), closedUntil) : closedUntil;
    }

    void take() {
        underWay++;
    }

    void giveBack() {
        underWay--;
    }

    /** Learns from a reply; within a window replies overtake each other, and the least that was told is true. */
    void learn(long left, Instant endOfWindow) {
        var told = Math.max(0, left);
        if (endOfWindow.isAfter(resetAt)) {
            remaining = told;
            resetAt = endOfWindow;
        } else if (endOfWindow.equals(resetAt) && remaining != UNKNOWN) {
            remaining = Math.min(remaining, told);
        }
    }

    void closeUntil(Instant time) {
        closedUntil = later(closedUntil, time);
    }

    static Instant later(Instant one, Instant other) {
        return one.isBefore(other) ? other : one;
    }
}
