package dev.issuelink.core.internal.outbound;

import dev.issuelink.core.internal.EngineTiming;
import dev.issuelink.error.ErrorCode;
import dev.issuelink.error.TrackerException;
import dev.issuelink.store.OutboxEntry;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** When a failed write is tried again, and when it is given up. */
public final class RetryPlan {
    private final Clock clock;
    private final RandomGenerator random;
    private final Duration first;
    private final Duration longest;
    private final Duration giveUpAfter;

    public RetryPlan(Clock clock, RandomGenerator random, EngineTiming timing) {
        this.clock = clock;
        this.random = random;
        this.first = timing.firstRetry();
        this.longest = timing.longestRetry();
        this.giveUpAfter = timing.giveUpAfter();
    }

    /**
     * For how long to wait before the next attempt.
     *
     * @param markerHorizon how long the tracker may not show what was written
     * @return the wait, or empty to give the write up
     */
    Optional<Duration> next(OutboxEntry entry, TrackerException failure, boolean findable, Duration markerHorizon) {
        var isUnknown = failure.code() == ErrorCode.OUTCOME_UNKNOWN;
        var mayRepeat = isUnknown ? findable : failure.retryable() || failure.code() == ErrorCode.CANCELLED;
        var age = Duration.between(entry.createdAt(), clock.instant());
        if (!mayRepeat || age.compareTo(giveUpAfter) > 0) {
            return Optional.empty();
        }
        var wait = backoff(entry.attempts());
        if (isUnknown) {
            wait = longer(wait, markerHorizon);
        }
        if (failure.retryAt().isPresent()) {
            var named = Duration.between(clock.instant(), failure.retryAt().get());
            // A tracker that names a day in ten years must not hold its other writes up until then.
            wait = longer(wait, named.compareTo(giveUpAfter) > 0 ? giveUpAfter : named);
        }
        return Optional.of(wait);
    }

    // Doubles with every attempt, and a quarter of it is chance, so that many writes do not come back at once.
    private Duration backoff(int attempts) {
        var doubled = first.multipliedBy(1L << Math.max(0, Math.min(attempts - 1, 20)));
        var bounded = doubled.compareTo(longest) > 0 ? longest : doubled;
        return bounded.plus(Duration.ofMillis(random.nextLong(bounded.toMillis() / 4 + 1)));
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) >= 0 ? one : other;
    }
}
