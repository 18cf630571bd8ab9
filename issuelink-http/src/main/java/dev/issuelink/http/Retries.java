package dev.issuelink.http;

import dev.failsafe.Failsafe;
import dev.failsafe.FailsafeException;
import dev.failsafe.RetryPolicy;
import dev.issuelink.error.TrackerException;
import dev.issuelink.http.AttemptFailed.Fate;
import dev.issuelink.spi.TrackerContext;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Repeats attempts for seconds; longer is the outbox's affair. Failsafe decides and counts; the waits are our own, so
 * that they follow the engine's clock and sleeper.
 */
final class Retries {
    private static final double SHORTEST_PART = 0.5;

    private final TrackerContext context;
    private final HttpOptions.State options;
    private final RateGate gate;
    private final Failures failures;

    Retries(TrackerContext context, HttpOptions.State options, RateGate gate, Failures failures) {
        this.context = context;
        this.options = options;
        this.gate = gate;
        this.failures = failures;
    }

    <T> T run(CallRun run, Supplier<T> attempt) {
        var policy = RetryPolicy.<T>builder()
                .handleIf(failure ->
                        failure instanceof AttemptFailed && run.pause().isPresent())
                .withMaxAttempts(options.attempts())
                .build();
        try {
            return Failsafe.with(policy).get(() -> attempt(run, attempt));
        } catch (AttemptFailed last) {
            throw failures.verdict(run, last);
        } catch (FailsafeException interrupted) {
            throw afterInterruption(run, interrupted);
        }
    }

    private <T> T attempt(CallRun run, Supplier<T> attempt) {
        try {
            run.pause().filter(pause -> !pause.isZero()).ifPresent(pause -> gate.sleep(run, pause));
            return attempt.get();
        } catch (AttemptFailed failed) {
            run.failed(failed);
            run.pauseBeforeNext(pauseAfter(run, failed));
            throw failed;
        }
    }

    /** How long to wait after a failed attempt, or empty if it must not or need not be repeated. */
    private Optional<Duration> pauseAfter(CallRun run, AttemptFailed failed) {
        var harmless = failed.fate() == Fate.NOT_SENT || failed.fate() == Fate.NOT_EXECUTED || run.repeatable();
        if (!failed.isPassing() || !harmless || run.failures() >= options.attempts()) {
            return Optional.empty();
        }
        var asked = failed.notBefore() == null
                ? Duration.ZERO
                : Duration.between(context.clock().instant(), failed.notBefore());
        var backoff = backoff(run.failures());
        return Optional.of(asked.compareTo(backoff) > 0 ? asked : backoff).filter(run.deadline()::fits);
    }

    private Duration backoff(int failures) {
        var longest = options.firstBackoff().multipliedBy(1L << Math.min(failures - 1, 10));
        var part = 1 - SHORTEST_PART * context.random().nextDouble();
        return Duration.ofNanos((long) (longest.toNanos() * part));
    }

    private TrackerException afterInterruption(CallRun run, FailsafeException interrupted) {
        if (!(interrupted.getCause() instanceof InterruptedException)) {
            throw interrupted;
        }
        Thread.currentThread().interrupt();
        return failures.verdict(run, AttemptFailed.forGood(failures.interrupted(run), Fate.NOT_SENT));
    }
}
