package dev.issuelink.core.internal.publish;

import dev.issuelink.core.internal.Failures;
import dev.issuelink.event.DatabaseEvent;
import dev.issuelink.host.SuggestionSource;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks the host's source for advice, for a bounded time; the built-in one speaks where the host's is silent, slow or
 * broken. A source that fails time after time is left alone for a while. Whatever goes wrong, the issue is opened.
 */
final class BoundedSuggestions {
    private static final Logger LOG = LoggerFactory.getLogger(BoundedSuggestions.class);
    private static final int MOST_FAILURES = 3;
    private static final Duration PAUSE = Duration.ofMinutes(1);

    private final Optional<SuggestionSource> host;
    private final SuggestionSource builtIn;
    private final Duration timeout;
    private final Executor executor;
    private final Clock clock;
    private final AtomicInteger failures = new AtomicInteger();
    private final AtomicReference<Instant> pausedUntil = new AtomicReference<>(Instant.MIN);

    /**
     * Creates the source.
     *
     * @param host the host's source, if it has one
     * @param timeout how long its answer is waited for
     * @param executor on which it is asked; refuses when all its threads are busy
     */
    BoundedSuggestions(
            Optional<SuggestionSource> host,
            SuggestionSource builtIn,
            Duration timeout,
            Executor executor,
            Clock clock) {
        this.host = host;
        this.builtIn = builtIn;
        this.timeout = timeout;
        this.executor = executor;
        this.clock = clock;
    }

    /** Advice on an event that is free of secrets, or empty. */
    Optional<String> about(DatabaseEvent event) {
        var now = clock.instant();
        if (host.isPresent() && !now.isBefore(pausedUntil.get())) {
            var advice = ask(host.get(), event, now);
            if (advice.isPresent()) {
                return advice;
            }
        }
        return askSafely(event);
    }

    private Optional<String> askSafely(DatabaseEvent event) {
        try {
            return builtIn.suggest(event);
        } catch (RuntimeException odd) {
            LOG.warn("There is no advice on a {}: {}", event.type(), Failures.describe(odd));
            return Optional.empty();
        }
    }

    private Optional<String> ask(SuggestionSource source, DatabaseEvent event, Instant now) {
        var answer = new FutureTask<>(() -> source.suggest(event));
        try {
            executor.execute(answer);
            var advice = answer.get(timeout.toNanos(), TimeUnit.NANOSECONDS);
            failures.set(0);
            return advice == null ? Optional.empty() : advice.filter(text -> !text.isBlank());
        } catch (ExecutionException failure) {
            noteFailure(Failures.describe(failure.getCause() == null ? failure : failure.getCause()), now);
        } catch (TimeoutException late) {
            answer.cancel(true);
            noteFailure("it did not answer within " + timeout, now);
        } catch (RejectedExecutionException busy) {
            noteFailure("too many questions are open already", now);
        } catch (InterruptedException interruption) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
        }
        return Optional.empty();
    }

    private void noteFailure(String words, Instant now) {
        LOG.warn("The host's source of suggestions failed, and the issue is opened without it: {}", words);
        if (failures.incrementAndGet() >= MOST_FAILURES) {
            failures.set(0);
            pausedUntil.set(now.plus(PAUSE));
        }
    }
}
