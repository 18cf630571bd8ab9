package dev.issuelink.event;

import dev.issuelink.event.AttributeDescription.Kind;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How full a connection pool is. */
public final class PoolStatus extends Facts {
    static final List<AttributeDescription> ATTRIBUTES = List.of(
            AttributeDescription.text("pool.name", "The name of the pool").always(),
            AttributeDescription.number("pool.active", "connections", "How many connections are in use")
                    .always(),
            AttributeDescription.number("pool.maximum", "connections", "How many there may be")
                    .always(),
            AttributeDescription.number("pool.idle", "connections", "How many are open and free"),
            AttributeDescription.number("pool.waiting", "requests", "How many wait for a connection"),
            AttributeDescription.number("pool.longest_wait_ms", "ms", "How long the first of them has waited"),
            AttributeDescription.number("pool.timeout_count", "requests", "How many gave up waiting"),
            AttributeDescription.number(
                    "pool.longest_use_ms", "ms", "For how long the oldest connection has been in use"),
            AttributeDescription.of(
                    "pool.leak_trace", Kind.CODE, "Where a connection was taken that was not given back"),
            AttributeDescription.text("environment.name", "Where it happened"));

    private PoolStatus(EventAttributes attributes) {
        super(attributes);
    }

    /**
     * Starts a status.
     *
     * @param name the name of the pool
     * @param active how many connections are in use
     * @param maximum how many there may be
     * @return a builder
     * @throws IllegalArgumentException if the name is blank, or a number negative
     */
    public static Builder builder(String name, long active, long maximum) {
        return new Builder(name, active, maximum);
    }

    /** Collects what is known of a pool. Not for several threads. */
    public static final class Builder {
        private final Tree tree = new Tree();

        private Builder(String name, long active, long maximum) {
            tree.text("pool.name", Tree.named(name, "name of a pool"));
            tree.count("pool.active", active);
            tree.count("pool.maximum", maximum);
        }

        /**
         * Sets how many connections are open and free.
         *
         * @param idle the number of connections
         * @return this
         * @throws IllegalArgumentException if it is negative
         */
        public Builder idle(long idle) {
            tree.count("pool.idle", idle);
            return this;
        }

        /**
         * Sets how many wait for a connection.
         *
         * @param waiting the number of requests
         * @return this
         * @throws IllegalArgumentException if it is negative
         */
        public Builder waiting(long waiting) {
            tree.count("pool.waiting", waiting);
            return this;
        }

        /**
         * Sets how long the first of them has waited.
         *
         * @param longestWait the time
         * @return this
         * @throws IllegalArgumentException if it is negative
         */
        public Builder longestWait(Duration longestWait) {
            tree.millis("pool.longest_wait_ms", longestWait);
            return this;
        }

        /**
         * Sets how many gave up waiting.
         *
         * @param timeouts the number of requests
         * @return this
         * @throws IllegalArgumentException if it is negative
         */
        public Builder timeouts(long timeouts) {
            tree.count("pool.timeout_count", timeouts);
            return this;
        }

        /**
         * Sets for how long the oldest connection has been in use.
         *
         * @param longestUse the time
         * @return this
         * @throws IllegalArgumentException if it is negative
         */
        public Builder longestUse(Duration longestUse) {
            tree.millis("pool.longest_use_ms", longestUse);
            return this;
        }

        /**
         * Sets where a connection was taken that was not given back.
         *
         * @param leakTrace a stack trace, or null
         * @return this
         */
        public Builder leakTrace(@Nullable String leakTrace) {
            tree.text("pool.leak_trace", leakTrace);
            return this;
        }

        /**
         * Sets where it happened.
         *
         * @param environment the name of the environment, such as {@code production}, or null
         * @return this
         */
        public Builder environment(@Nullable String environment) {
            tree.text("environment.name", environment);
            return this;
        }

        /**
         * Makes the facts.
         *
         * @return the facts
         */
        public PoolStatus build() {
            return new PoolStatus(tree.build());
        }
    }
}
