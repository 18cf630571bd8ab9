package dev.issuelink.demo;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Gives each event a time of its own, later than that of the one before. Not for several threads. */
final class EventClock {
    private final Clock clock;
    private Instant last = Instant.EPOCH;

    EventClock(Clock clock) {
        this.clock = clock;
    }

    Instant next() {
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        last = now.isAfter(last) ? now : last.plusMillis(1);
        return last;
    }
}
