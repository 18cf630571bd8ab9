package dev.issuelink.core;

import dev.issuelink.core.internal.EngineTiming;
import dev.issuelink.core.internal.Retention;
import java.time.Duration;
import java.util.Optional;

/** How an engine works. Immutable; each {@code with} method returns options that differ in one thing. */
public final class EngineOptions {
    private static final EngineOptions DEFAULTS = new EngineOptions(
            new EngineTiming(
                    4,
                    Duration.ofMinutes(5),
                    Duration.ofSeconds(1),
                    Duration.ofSeconds(5),
                    Duration.ofMinutes(30),
                    Duration.ofDays(7)),
            new Retention(Duration.ofDays(30), Optional.empty()));

    // GitLab delivers again what is up to seven days old, longer than all others; some days more for clocks and
    // backlogs.
    private static final Duration SHORTEST_FINISHED_KEPT = Duration.ofDays(10);

    private final EngineTiming timing;
    private final Retention retention;

    private EngineOptions(EngineTiming timing, Retention retention) {
        this.timing = timing;
        this.retention = retention;
    }

    /**
     * What holds unless a host says otherwise: 4 workers, leases of 5 minutes, a look at the store every second, retries
     * from 5 seconds to 30 minutes apart, given up after 7 days; finished writes and notices are kept for 30 days, the audit
     * trail for ever.
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
        return with(new EngineTiming(
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
        return with(new EngineTiming(
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
        return with(new EngineTiming(
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
        return with(new EngineTiming(
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
        return with(new EngineTiming(
                timing.workers(),
                timing.lease(),
                timing.idlePause(),
                timing.firstRetry(),
                timing.longestRetry(),
                positive(duration)));
    }

    /**
     * With another time for which writes and notices that are done are kept, counted from when they were wanted or
     * received. A notice that is delivered again afterwards is new, so it must be longer than trackers deliver again.
     *
     * @param duration the time, at least 10 days
     * @return the options
     * @throws IllegalArgumentException if it is shorter
     */
    public EngineOptions withFinishedKept(Duration duration) {
        if (duration.compareTo(SHORTEST_FINISHED_KEPT) < 0) {
            throw new IllegalArgumentException(
                    "Finished writes and notices must be kept for at least 10 days, because trackers deliver again what is"
                            + " up to 7 days old, but the duration is " + duration);
        }
        return new EngineOptions(timing, new Retention(duration, retention.audit()));
    }

    /**
     * With a time for which entries of the audit trail are kept; the last one always is. What remains of the chain can
     * still be verified.
     *
     * @param duration the time, positive
     * @return the options
     * @throws IllegalArgumentException if it is not positive
     */
    public EngineOptions withAuditKept(Duration duration) {
        return new EngineOptions(timing, new Retention(retention.finished(), Optional.of(positive(duration))));
    }

    private EngineOptions with(EngineTiming other) {
        return new EngineOptions(other, retention);
    }

    Retention retention() {
        return retention;
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
