package dev.issuelink.testkit;

import dev.issuelink.spi.Sleeper;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Objects;

/** A clock that moves only when told to. Safe for several threads. */
public final class MutableClock extends Clock {
    /** Where a new clock stands unless told otherwise. */
    public static final Instant START = Instant.parse("2026-01-05T09:00:00Z");

    private final Hand hand;
    private final ZoneId zone;

    private MutableClock(Hand hand, ZoneId zone) {
        this.hand = hand;
        this.zone = zone;
    }

    /** What moves, shared by the views of one clock in several zones. */
    private static final class Hand {
        private Instant now;

        Hand(Instant now) {
            this.now = now;
        }

        synchronized Instant now() {
            return now;
        }

        synchronized Instant advance(Duration duration) {
            now = now.plus(duration);
            return now;
        }

        synchronized void set(Instant time) {
            now = time;
        }
    }

    /**
     * A clock that stands at {@link #START}.
     *
     * @return the clock
     */
    public static MutableClock create() {
        return at(START);
    }

    /**
     * A clock that stands at some time.
     *
     * @param start the time
     * @return the clock
     */
    public static MutableClock at(Instant start) {
        return new MutableClock(new Hand(Objects.requireNonNull(start, "start")), ZoneOffset.UTC);
    }

    /**
     * Moves the clock.
     *
     * @param duration by how much; negative for back
     * @return the time after that
     */
    public Instant advance(Duration duration) {
        return hand.advance(duration);
    }

    /**
     * Sets the clock.
     *
     * @param time the time, also an earlier one
     */
    public void set(Instant time) {
        hand.set(Objects.requireNonNull(time, "time"));
    }

    /**
     * A way to wait that takes no time: it moves this clock and returns.
     *
     * @return the sleeper; it throws if the thread is interrupted, as a real one does
     */
    public Sleeper sleeper() {
        return duration -> {
            if (Thread.interrupted()) {
                throw new InterruptedException("Interrupted before waiting");
            }
            advance(duration);
        };
    }

    @Override
    public Instant instant() {
        return hand.now();
    }

    @Override
    public ZoneId getZone() {
        return zone;
    }

    /**
     * The same clock in another zone: moving one moves the other.
     *
     * @param otherZone the zone
     * @return the clock
     */
    @Override
    public MutableClock withZone(ZoneId otherZone) {
        return new MutableClock(hand, otherZone);
    }

    @Override
    public String toString() {
        return "MutableClock[" + instant() + "]";
    }
}
