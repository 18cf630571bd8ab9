package dev.issuelink.http;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/** Reads a tracker's limits from its replies. Implemented by providers, stateless, called from any thread. */
public interface RateLimitReader {
    /**
     * The budget that a reply tells of, whatever its status.
     *
     * @param call what was sent
     * @param reply the reply; only status and headers may be used
     * @return the budget, or empty if the reply tells of none
     */
    Optional<RateLimit> limit(HttpCall call, HttpReply<?> reply);

    /**
     * Whether a reply outside 2xx refuses the call because a limit is used up, which also means that the tracker did not
     * carry it out.
     *
     * @param call what was sent
     * @param reply the reply with the first 64 KiB of its body, which may be HTML, empty or truncated
     * @return the refusal, or empty if the reply means something else
     */
    Optional<Refusal> refusal(HttpCall call, HttpReply<String> reply);

    /**
     * Knows no budgets, and takes 429, and for reads 503 with {@code Retry-After}, for a refusal of everything. A write
     * that was answered with 503 may have been carried out.
     *
     * @return the reader
     */
    static RateLimitReader standard() {
        return StandardRateLimits.INSTANCE;
    }

    /**
     * A call refused because of a limit.
     *
     * @param wholeTracker true if every call to the tracker is refused meanwhile, false if only those of the same
     *     resource are
     * @param retryAt when to come back; if empty the kernel waits 60 seconds, and twice as long each further time
     */
    record Refusal(boolean wholeTracker, Optional<Instant> retryAt) {
        /** Checks that no component is null. */
        public Refusal {
            Objects.requireNonNull(retryAt, "retryAt");
        }

        /**
         * The budget of the call's resource is used up.
         *
         * @param retryAt when it is filled again, or empty if not told
         * @return the refusal
         */
        public static Refusal ofResource(Optional<Instant> retryAt) {
            return new Refusal(false, retryAt);
        }

        /**
         * Everything is refused for a while.
         *
         * @param retryAt when to come back, or empty if not told
         * @return the refusal
         */
        public static Refusal ofTracker(Optional<Instant> retryAt) {
            return new Refusal(true, retryAt);
        }
    }
}
