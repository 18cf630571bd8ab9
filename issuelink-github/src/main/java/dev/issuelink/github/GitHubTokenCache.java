package dev.issuelink.github;

import dev.issuelink.error.ErrorCode;
import dev.issuelink.error.TrackerException;
import dev.issuelink.host.Secret;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Holds one token, and has it minted and renewed once for all threads: the first that needs a new one mints it, the
 * others wait for its result, be it a token or a failure. A waiting thread that is interrupted gives up alone; if the
 * minting thread is, the next one takes over.
 */
final class GitHubTokenCache {
    /** Early enough that no call under way outlives its token. */
    static final Duration RENEWED_BEFORE_EXPIRY = Duration.ofMinutes(5);

    private final String tracker;
    private final Clock clock;
    private final Supplier<Token> mint;
    private final AtomicReference<@Nullable Token> current = new AtomicReference<>();
    private final AtomicReference<@Nullable CompletableFuture<Token>> minting = new AtomicReference<>();

    GitHubTokenCache(String tracker, Clock clock, Supplier<Token> mint) {
        this.tracker = Objects.requireNonNull(tracker, "tracker");
        this.clock = Objects.requireNonNull(clock, "clock");
        this.mint = Objects.requireNonNull(mint, "mint");
    }

    /**
     * A token.
     *
     * @param value its value, of any length and shape
     * @param expiresAt when it ends, by the tracker's clock
     */
    record Token(Secret value, Instant expiresAt) {
        @Override
        public String toString() {
            return "Token[hidden, until " + expiresAt + "]";
        }
    }

    /**
     * The token.
     *
     * @return one that holds for some minutes more
     * @throws TrackerException if none could be minted
     */
    Secret get() {
        while (true) {
            var token = fresh();
            if (token == null) {
                token = mintOrJoin();
            }
            if (token != null) {
                return token.value();
            }
        }
    }

    /**
     * Forgets a token that was refused. If another thread has replaced it meanwhile, the new one stays.
     *
     * @param refused the token
     */
    void discard(Secret refused) {
        current.updateAndGet(token -> token != null && token.value().reveal().equals(refused.reveal()) ? null : token);
    }

    private @Nullable Token fresh() {
        var token = current.get();
        var usable = token != null && clock.instant().isBefore(token.expiresAt().minus(RENEWED_BEFORE_EXPIRY));
        return usable ? token : null;
    }

    private @Nullable Token mintOrJoin() {
        var mine = new CompletableFuture<Token>();
        var theirs = minting.compareAndExchange(null, mine);
        return theirs == null ? lead(mine) : join(theirs);
    }

    private Token lead(CompletableFuture<Token> flight) {
        try {
            // Another flight may have landed between the look at the token and the start of this one.
            var landed = fresh();
            var token = landed != null ? landed : mint.get();
            current.set(token);
            flight.complete(token);
            return token;
        } catch (RuntimeException | Error e) {
            flight.completeExceptionally(e);
            throw e;
        } finally {
            minting.set(null);
        }
    }

    /** Waits for another thread's result; null if that thread gave up and somebody else has to mint. */
    private @Nullable Token join(CompletableFuture<Token> flight) {
        try {
            return flight.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw TrackerException.of(ErrorCode.CANCELLED, tracker, "authenticate")
                    .message("Interrupted while another thread fetched a token.")
                    .build();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof TrackerException failure && failure.code() != ErrorCode.CANCELLED) {
                throw failure;
            }
            return null;
        }
    }

    @Override
    public String toString() {
        return "GitHubTokenCache[hidden]";
    }
}
