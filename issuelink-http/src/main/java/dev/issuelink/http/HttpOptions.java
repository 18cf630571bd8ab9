package dev.issuelink.http;

import java.time.Duration;
import java.util.function.Consumer;

/**
 * Times and sizes of the kernel. Immutable; the defaults suit GitHub and are kind to others. Withers give changed
 * copies, and throw {@link IllegalArgumentException} for what is negative, or zero where that makes no sense.
 */
public final class HttpOptions {
    record State(
            Duration connectTimeout,
            Duration requestTimeout,
            Duration deadline,
            int attempts,
            Duration firstBackoff,
            int concurrency,
            Duration betweenWrites,
            Duration betweenSearches,
            long bodyBytes,
            int cacheEntries,
            long cacheBytes) {
        State {
            check(isPositive(connectTimeout) && isPositive(requestTimeout) && isPositive(deadline), "a timeout");
            check(attempts > 0 && concurrency > 0 && bodyBytes > 0, "a limit");
            check(cacheEntries >= 0 && cacheBytes >= 0, "a size of the cache");
            check(!firstBackoff.isNegative() && !betweenWrites.isNegative() && !betweenSearches.isNegative(), "a wait");
        }

        private static boolean isPositive(Duration duration) {
            return !duration.isZero() && !duration.isNegative();
        }

        private static void check(boolean right, String what) {
            if (!right) {
                throw new IllegalArgumentException(what + " is out of its range");
            }
        }
    }

    private static final HttpOptions DEFAULTS = new HttpOptions(new State(
            Duration.ofSeconds(10),
            Duration.ofSeconds(30),
            Duration.ofSeconds(60),
            3,
            Duration.ofMillis(500),
            10,
            Duration.ofSeconds(1),
            Duration.ofSeconds(2),
            32L << 20,
            256,
            4L << 20));

    private final State state;

    private HttpOptions(State state) {
        this.state = state;
    }

    private HttpOptions with(Consumer<Draft> change) {
        var draft = new Draft(state);
        change.accept(draft);
        return new HttpOptions(draft.state());
    }

    /**
     * The defaults named at each wither.
     *
     * @return the options
     */
    public static HttpOptions defaults() {
        return DEFAULTS;
    }

    /**
     * Limits how long a connection may take to be made.
     *
     * @param connectTimeout how long; 10 s by default: longer means that nothing is there
     * @return a changed copy
     */
    public HttpOptions connectTimeout(Duration connectTimeout) {
        return with(draft -> draft.connectTimeout = connectTimeout);
    }

    /**
     * Limits how long one attempt may take until the answer's headers are there.
     *
     * @param requestTimeout how long; 30 s by default: GitHub itself gives up after 10 s, Jira after 30 s
     * @return a changed copy
     */
    public HttpOptions requestTimeout(Duration requestTimeout) {
        return with(draft -> draft.requestTimeout = requestTimeout);
    }

    /**
     * Limits a whole call: attempts, waits and the answer's body.
     *
     * @param deadline how long; 60 s by default: longer waits belong to the outbox
     * @return a changed copy
     */
    public HttpOptions deadline(Duration deadline) {
        return with(draft -> draft.deadline = deadline);
    }

    /**
     * Limits the attempts of a call.
     *
     * @param attempts how many; 3 by default: what fails three times in seconds is down for minutes
     * @return a changed copy
     */
    public HttpOptions attempts(int attempts) {
        return with(draft -> draft.attempts = attempts);
    }

    /**
     * Sets the wait before the second attempt; it doubles from there, and up to half is taken off at random.
     *
     * @param firstBackoff how long; 500 ms by default
     * @return a changed copy
     */
    public HttpOptions firstBackoff(Duration firstBackoff) {
        return with(draft -> draft.firstBackoff = firstBackoff);
    }

    /**
     * Limits the calls under way at once; the others wait in order.
     *
     * @param concurrency how many; 10 by default: a tenth of what GitHub allows one account
     * @return a changed copy
     */
    public HttpOptions concurrency(int concurrency) {
        return with(draft -> draft.concurrency = concurrency);
    }

    /**
     * Sets the least time between the starts of two writes.
     *
     * @param betweenWrites how long; 1 s by default, as GitHub asks; zero for none
     * @return a changed copy
     */
    public HttpOptions betweenWrites(Duration betweenWrites) {
        return with(draft -> draft.betweenWrites = betweenWrites);
    }

    /**
     * Sets the least time between the starts of two calls of the resource {@code search}.
     *
     * @param betweenSearches how long; 2 s by default: GitHub allows 30 a minute; zero for none
     * @return a changed copy
     */
    public HttpOptions betweenSearches(Duration betweenSearches) {
        return with(draft -> draft.betweenSearches = betweenSearches);
    }

    /**
     * Limits the size of an answer.
     *
     * @param bodyBytes how many bytes; 32 MiB by default: 100 issues with bodies of the greatest length are below it
     * @return a changed copy
     */
    public HttpOptions bodyBytes(long bodyBytes) {
        return with(draft -> draft.bodyBytes = bodyBytes);
    }

    /**
     * Limits how many answers are remembered for conditional calls.
     *
     * @param cacheEntries how many; 256 by default; 0 remembers none
     * @return a changed copy
     */
    public HttpOptions cacheEntries(int cacheEntries) {
        return with(draft -> draft.cacheEntries = cacheEntries);
    }

    /**
     * Limits the size, as sent, of the answers remembered for conditional calls.
     *
     * @param cacheBytes how many bytes; 4 MiB by default, since decoded they take about twice that
     * @return a changed copy
     */
    public HttpOptions cacheBytes(long cacheBytes) {
        return with(draft -> draft.cacheBytes = cacheBytes);
    }

    State state() {
        return state;
    }

    /** A state between two: it lives within one wither only. */
    private static final class Draft {
        private Duration connectTimeout;
        private Duration requestTimeout;
        private Duration deadline;
        private int attempts;
        private Duration firstBackoff;
        private int concurrency;
        private Duration betweenWrites;
        private Duration betweenSearches;
        private long bodyBytes;
        private int cacheEntries;
        private long cacheBytes;

        private Draft(State state) {
            connectTimeout = state.connectTimeout;
            requestTimeout = state.requestTimeout;
            deadline = state.deadline;
            attempts = state.attempts;
            firstBackoff = state.firstBackoff;
            concurrency = state.concurrency;
            betweenWrites = state.betweenWrites;
            betweenSearches = state.betweenSearches;
            bodyBytes = state.bodyBytes;
            cacheEntries = state.cacheEntries;
            cacheBytes = state.cacheBytes;
        }

        private State state() {
            return new State(
                    connectTimeout,
                    requestTimeout,
                    deadline,
                    attempts,
                    firstBackoff,
                    concurrency,
                    betweenWrites,
                    betweenSearches,
                    bodyBytes,
                    cacheEntries,
                    cacheBytes);
        }
    }
}
