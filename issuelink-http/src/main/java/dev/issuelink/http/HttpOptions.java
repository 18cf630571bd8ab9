package dev.issuelink.http;

import java.time.Duration;

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
        return new HttpOptions(new State(
                connectTimeout,
                state.requestTimeout,
                state.deadline,
                state.attempts,
                state.firstBackoff,
                state.concurrency,
                state.betweenWrites,
                state.betweenSearches,
                state.bodyBytes,
                state.cacheEntries,
                state.cacheBytes));
    }

    /**
     * Limits how long one attempt may take until the answer's headers are there.
     *
     * @param requestTimeout how long; 30 s by default: GitHub itself gives up after 10 s, Jira after 30 s
     * @return a changed copy
     */
    public HttpOptions requestTimeout(Duration requestTimeout) {
        return new HttpOptions(new State(
                state.connectTimeout,
                requestTimeout,
                state.deadline,
                state.attempts,
                state.firstBackoff,
                state.concurrency,
                state.betweenWrites,
                state.betweenSearches,
                state.bodyBytes,
                state.cacheEntries,
                state.cacheBytes));
    }

    /**
     * Limits a whole call: attempts, waits and the answer's body.
     *
     * @param deadline how long; 60 s by default: longer waits belong to the outbox
     * @return a changed copy
     */
    public HttpOptions deadline(Duration deadline) {
        return new HttpOptions(new State(
                state.connectTimeout,
                state.requestTimeout,
                deadline,
                state.attempts,
                state.firstBackoff,
                state.concurrency,
                state.betweenWrites,
                state.betweenSearches,
                state.bodyBytes,
                state.cacheEntries,
                state.cacheBytes));
    }

    /**
     * Limits the attempts of a call.
     *
     * @param attempts how many; 3 by default: what fails three times in seconds is down for minutes
     * @return a changed copy
     */
    public HttpOptions attempts(int attempts) {
        return new HttpOptions(new State(
                state.connectTimeout,
                state.requestTimeout,
                state.deadline,
                attempts,
                state.firstBackoff,
                state.concurrency,
                state.betweenWrites,
                state.betweenSearches,
                state.bodyBytes,
                state.cacheEntries,
                state.cacheBytes));
    }

    /**
     * Sets the wait before the second attempt; it doubles from there, and up to half is taken off at random.
     *
     * @param firstBackoff how long; 500 ms by default
     * @return a changed copy
     */
    public HttpOptions firstBackoff(Duration firstBackoff) {
        return new HttpOptions(new State(
                state.connectTimeout,
                state.requestTimeout,
                state.deadline,
                state.attempts,
                firstBackoff,
                state.concurrency,
                state.betweenWrites,
                state.betweenSearches,
                state.bodyBytes,
                state.cacheEntries,
                state.cacheBytes));
    }

    /**
     * Limits the calls under way at once; the others wait in order.
     *
     * @param concurrency how many; 10 by default: a tenth of what GitHub allows one account
     * @return a changed copy
     */
    public HttpOptions concurrency(int concurrency) {
        return new HttpOptions(new State(
                state.connectTimeout,
                state.requestTimeout,
                state.deadline,
                state.attempts,
                state.firstBackoff,
                concurrency,
                state.betweenWrites,
                state.betweenSearches,
                state.bodyBytes,
                state.cacheEntries,
                state.cacheBytes));
    }

    /**
     * Sets the least time between the starts of two writes.
     *
     * @param betweenWrites how long; 1 s by default, as GitHub asks; zero for none
     * @return a changed copy
     */
    public HttpOptions betweenWrites(Duration betweenWrites) {
        return new HttpOptions(new State(
                state.connectTimeout,
                state.requestTimeout,
                state.deadline,
                state.attempts,
                state.firstBackoff,
                state.concurrency,
                betweenWrites,
                state.betweenSearches,
                state.bodyBytes,
                state.cacheEntries,
                state.cacheBytes));
    }

    /**
     * Sets the least time between the starts of two calls of the resource {@code search}.
     *
     * @param betweenSearches how long; 2 s by default: GitHub allows 30 a minute; zero for none
     * @return a changed copy
     */
    public HttpOptions betweenSearches(Duration betweenSearches) {
        return new HttpOptions(new State(
                state.connectTimeout,
                state.requestTimeout,
                state.deadline,
                state.attempts,
                state.firstBackoff,
                state.concurrency,
                state.betweenWrites,
                betweenSearches,
                state.bodyBytes,
                state.cacheEntries,
                state.cacheBytes));
    }

    /**
     * Limits the size of an answer.
     *
     * @param bodyBytes how many bytes; 32 MiB by default: 100 issues with bodies of the greatest length are below it
     * @return a changed copy
     */
    public HttpOptions bodyBytes(long bodyBytes) {
        return new HttpOptions(new State(
                state.connectTimeout,
                state.requestTimeout,
                state.deadline,
                state.attempts,
                state.firstBackoff,
                state.concurrency,
                state.betweenWrites,
                state.betweenSearches,
                bodyBytes,
                state.cacheEntries,
                state.cacheBytes));
    }

    /**
     * Limits how many answers are remembered for conditional calls.
     *
     * @param cacheEntries how many; 256 by default; 0 remembers none
     * @return a changed copy
     */
    public HttpOptions cacheEntries(int cacheEntries) {
        return new HttpOptions(new State(
                state.connectTimeout,
                state.requestTimeout,
                state.deadline,
                state.attempts,
                state.firstBackoff,
                state.concurrency,
                state.betweenWrites,
                state.betweenSearches,
                state.bodyBytes,
                cacheEntries,
                state.cacheBytes));
    }

    /**
     * Limits the size, as sent, of the answers remembered for conditional calls.
     *
     * @param cacheBytes how many bytes; 4 MiB by default, since decoded they take about twice that
     * @return a changed copy
     */
    public HttpOptions cacheBytes(long cacheBytes) {
        return new HttpOptions(new State(
                state.connectTimeout,
                state.requestTimeout,
                state.deadline,
                state.attempts,
                state.firstBackoff,
                state.concurrency,
                state.betweenWrites,
                state.betweenSearches,
                state.bodyBytes,
                state.cacheEntries,
                cacheBytes));
    }

    State state() {
        return state;
    }
}
