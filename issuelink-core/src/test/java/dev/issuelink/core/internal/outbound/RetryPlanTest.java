package dev.issuelink.core.internal.outbound;

import static org.assertj.core.api.Assertions.assertThat;

import dev.issuelink.core.internal.EngineTiming;
import dev.issuelink.error.ErrorCode;
import dev.issuelink.error.TrackerException;
import dev.issuelink.store.OutboxEntry;
import dev.issuelink.testkit.MutableClock;
import dev.issuelink.testkit.Samples;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class RetryPlanTest {
    private static final Duration FIRST = Duration.ofSeconds(5);
    private static final Duration LONGEST = Duration.ofMinutes(30);
    private static final Duration GIVE_UP = Duration.ofDays(7);

    private final MutableClock clock = MutableClock.create();
    private final RetryPlan plan = new RetryPlan(
            clock,
            new Random(1),
            new EngineTiming(1, Duration.ofMinutes(2), Duration.ofSeconds(1), FIRST, LONGEST, GIVE_UP));

    private static OutboxEntry entry(int attempts) {
        return Samples.write("w", "t").with(OutboxEntry.State.CLAIMED, attempts, attempts, null);
    }

    private static TrackerException failure(ErrorCode code, Instant retryAt) {
        return TrackerException.of(code, "Tracker", "createIssue")
                .retryAt(retryAt)
                .build();
    }

    @Property
    void waitsAreBoundedAndLongEnough(
            @ForAll @IntRange(max = 100_000) int attempts,
            @ForAll @LongRange(min = -100_000, max = 10_000_000_000L) long retryIn,
            @ForAll @IntRange(max = 100_000) int horizonSeconds,
            @ForAll ErrorCode code) {
        var horizon = Duration.ofSeconds(horizonSeconds);
        var retryAt = clock.instant().plusSeconds(retryIn);

        var wait = plan.next(entry(attempts), failure(code, retryAt), true, horizon);

        wait.ifPresent(duration -> {
            assertThat(duration).isBetween(FIRST, GIVE_UP.plus(LONGEST).plus(horizon));
            assertThat(duration)
                    .isGreaterThanOrEqualTo(retryIn < GIVE_UP.toSeconds() ? Duration.ofSeconds(retryIn) : GIVE_UP);
            if (code == ErrorCode.OUTCOME_UNKNOWN) {
                assertThat(duration).isGreaterThanOrEqualTo(horizon);
            }
        });
        assertThat(wait.isPresent())
                .isEqualTo(code == ErrorCode.RATE_LIMITED
                        || code == ErrorCode.UNAVAILABLE
                        || code == ErrorCode.CANCELLED
                        || code == ErrorCode.OUTCOME_UNKNOWN);
    }

    @Test
    void givesUpWhatIsTooOldOrCannotBeLookedFor() {
        assertThat(plan.next(entry(1), failure(ErrorCode.OUTCOME_UNKNOWN, clock.instant()), false, Duration.ZERO))
                .isEmpty();
        clock.advance(GIVE_UP.plusSeconds(1));
        assertThat(plan.next(entry(1), failure(ErrorCode.UNAVAILABLE, clock.instant()), true, Duration.ZERO))
                .isEmpty();
    }

    @Test
    void aTimeAtTheEndOfTheWorldDoesNoHarm() {
        assertThat(plan.next(entry(1), failure(ErrorCode.RATE_LIMITED, Instant.MAX), true, Duration.ZERO))
                .contains(GIVE_UP);
    }
}
