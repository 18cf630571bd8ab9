package dev.issuelink.core;

import dev.issuelink.core.internal.EngineTiming;
import java.time.Duration;

/** How an engine works. Immutable; each {@code with} method returns options that differ in one thing. */
public final class EngineOptions {
    private static final EngineOptions DEFAULTS = new EngineOptions(new EngineTiming(
            4,
            Duration.ofMinutes(5),
            Duration.ofSeconds(1),
            Duration.ofSeconds(5),
            Duration.ofMinutes(30),
            Duration.ofDays(7)));

    private final EngineTiming timing;

    private EngineOptions(EngineTiming timing) {
        this.timing = timing;
    }

    /**
     * What holds unless a host says otherwise: 4 workers, leases of 5 minutes, a look at the store every second, retries
     * from 5 seconds to 30 minutes apart, given up after 7 days.
     *
     * @return the options
     */
    public static EngineOptions defaults() {
        return DEFAULTS;
    }

    /**
     * With another number of threads that carry writes out. Writes to one target never overlap, however many there are.
     *
     * @param number at least 1
     * @return the options
     */
    public EngineOptions withWorkers(int number) {
        if (number < 1) {
            throw new IllegalArgumentException("At least one worker is needed");
        }
        return new EngineOptions(new EngineTiming(
                number,
                timing.lease(),
                timing.idlePause(),
                timing.firstRetry(),
                timing.longestRetry(),
                timing.giveUpAfter()));
    }

    /**
     * With another time after which the work of a dead node is taken over. It must be more than twice as long as any
     * operation of an adapter may take, with all its calls: a shorter one can open an issue twice.
     *
     * @param duration the time, positive
     * @return the options
     */
    public EngineOptions withLease(Duration duration) {
        return new EngineOptions(new EngineTiming(
                timing.workers(),
                positive(duration),
                timing.idlePause(),
                timing.firstRetry(),
                timing.longestRetry(),
                timing.giveUpAfter()));
    }

    /**
     * With another longest pause between two looks at the store for what other nodes left there.
     *
     * @param duration the pause, positive
     * @return the options
     */
    public EngineOptions withIdlePause(Duration duration) {
        return new EngineOptions(new EngineTiming(
                timing.workers(),
                timing.lease(),
                positive(duration),
                timing.firstRetry(),
                timing.longestRetry(),
                timing.giveUpAfter()));
    }

    /**
     * With other times between attempts of a write. Each is twice the one before.
     *
     * @param first the first one, positive
     * @param longest the longest one, positive
     * @return the options
     */
    public EngineOptions withRetries(Duration first, Duration longest) {
        return new EngineOptions(new EngineTiming(
                timing.workers(),
                timing.lease(),
                timing.idlePause(),
                positive(first),
                positive(longest),
                timing.giveUpAfter()));
    }

    /**
     * With another age at which a write that keeps failing is given up.
     *
     * @param duration the age, positive
     * @return the options
     */
    public EngineOptions withGiveUpAfter(Duration duration) {
        return new EngineOptions(new EngineTiming(
                timing.workers(),
                timing.lease(),
                timing.idlePause(),
                timing.firstRetry(),
                timing.longestRetry(),
                positive(duration)));
    }

    EngineTiming timing() {
        return timing;
    }

    private static Duration positive(Duration duration) {
        if (duration.isNegative() || duration.isZero()) {
            throw new IllegalArgumentException("The duration must be positive, but is " + duration);
        }
        return duration;
    }
}
