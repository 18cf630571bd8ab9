package dev.issuelink.demo;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Waits for what the engine tells, but not for ever. */
final class Patience {
    static final Duration LIMIT = Duration.ofSeconds(30);

    private Patience() {}

    /**
     * Waits for a result.
     *
     * @param complaint what to say if it does not come, up to "within so many seconds"
     */
    static <T> T await(CompletableFuture<T> result, Duration limit, String complaint) {
        try {
            return result.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw new DemoFailure("%s within %d seconds.".formatted(complaint, limit.toSeconds()), e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("Nobody completes this exceptionally", e);
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    static DemoFailure interrupted(InterruptedException cause) {
        Thread.currentThread().interrupt();
        return new DemoFailure("The demo was interrupted.", cause);
    }
}
