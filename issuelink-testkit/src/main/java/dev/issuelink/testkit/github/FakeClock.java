package dev.issuelink.testkit.github;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.atomic.AtomicReference;

/** The given clock plus what the test advanced it by. */
final class FakeClock extends Clock {

    /** Where the default clock stands until it is moved. */
    static final Instant START = Instant.parse("2026-01-05T09:00:00Z");

    private final Clock base;
    private final AtomicReference<Duration> ahead = new AtomicReference<>(Duration.ZERO);

    FakeClock(Clock base) {
        this.base = base;
    }

    void advance(Duration by) {
        ahead.updateAndGet(by::plus);
    }

    @Override
    public Instant instant() {
        return base.instant().plus(ahead.get());
    }

    /** GitHub's timestamps have whole seconds. */
    Instant seconds() {
        return instant().truncatedTo(ChronoUnit.SECONDS);
    }

    @Override
    public ZoneId getZone() {
        return base.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
        FakeClock other = new FakeClock(base.withZone(zone));
        other.ahead.set(ahead.get());
        return other;
    }
}
