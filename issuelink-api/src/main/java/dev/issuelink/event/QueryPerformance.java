package dev.issuelink.event;

import dev.issuelink.event.AttributeDescription.Kind;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How a query performed over some time. Two of them make a regression or a recovery. */
public final class QueryPerformance extends Facts {
    /** What is the same for both. */
    static final List<AttributeDescription> QUERY_ATTRIBUTES = List.of(
            AttributeDescription.text("query.fingerprint", "By what the query is known")
                    .always(),
            AttributeDescription.of("query.text", Kind.SQL, "The query"),
            AttributeDescription.text("environment.name", "Where it happened"));

    /** What is measured. */
    static final List<AttributeDescription> MEASURED_ATTRIBUTES = List.of(
            AttributeDescription.number("execution_time_ms", "ms", "How long one run takes")
                    .always(),
            AttributeDescription.number("rows_scanned", "rows", "How many rows it reads"),
            AttributeDescription.number("rows_returned", "rows", "How many rows it answers"),
            AttributeDescription.text("index_usage", "Which indexes it uses"),
            AttributeDescription.number("calls", "calls", "How often it was run"),
            AttributeDescription.of("plan", Kind.CODE, "How the database runs it"));

    private final EventAttributes query;
    private final EventAttributes measured;

    private QueryPerformance(EventAttributes query, EventAttributes measured) {
        super(new Tree().all(query).all(measured).build());
        this.query = query;
        this.measured = measured;
    }

    /**
     * Starts a measurement.
     *
     * @param fingerprint by which the query is known: the same for all runs of the same query
     * @param executionTime how long one run takes, on average or at a percentile: the same for all measurements of a query
     * @return a builder
     * @throws IllegalArgumentException if the fingerprint is blank, or the time negative
     */
    public static Builder builder(String fingerprint, Duration executionTime) {
        return new Builder(fingerprint, executionTime);
    }

    /** Of which query it is. */
    EventAttributes query() {
        return query;
    }

    /** What was measured. */
    EventAttributes measured() {
        return measured;
    }

    /** The value of a number that was measured; NaN if it was not. */
    double number(String path) {
        return measured.find(path).map(value -> ((Number) value).doubleValue()).orElse(Double.NaN);
    }

    /** Collects what was measured. Not for several threads. */
    public static final class Builder {
        private final Tree query = new Tree();
        private final Tree measured = new Tree();

        private Builder(String fingerprint, Duration executionTime) {
            query.text("query.fingerprint", Tree.named(fingerprint, "fingerprint of a query"));
            measured.millis("execution_time_ms", executionTime);
        }

        /**
         * Sets the query.
         *
         * @param sql its SQL, without values where the host can leave them out, or null
         * @return this
         */
        public Builder sql(@Nullable String sql) {
            query.text("query.text", sql);
            return this;
        }

        /**
         * Sets where it happened.
         *
         * @param environment the name of the environment, such as {@code production}, or null
         * @return this
         */
        public Builder environment(@Nullable String environment) {
            query.text("environment.name", environment);
            return this;
        }

        /**
         * Sets how many rows one run reads.
         *
         * @param rows the number of rows
         * @return this
         * @throws IllegalArgumentException if it is negative
         */
        public Builder rowsScanned(long rows) {
            measured.count("rows_scanned", rows);
            return this;
        }

        /**
         * Sets how many rows one run answers.
         *
         * @param rows the number of rows
         * @return this
         * @throws IllegalArgumentException if it is negative
         */
        public Builder rowsReturned(long rows) {
            measured.count("rows_returned", rows);
            return this;
        }

        /**
         * Sets which indexes it uses.
         *
         * @param indexUsage names of indexes, or {@code none}, or null
         * @return this
         */
        public Builder indexUsage(@Nullable String indexUsage) {
            measured.text("index_usage", indexUsage);
            return this;
        }

        /**
         * Sets how often it was run.
         *
         * @param calls the number of runs that were measured
         * @return this
         * @throws IllegalArgumentException if it is negative
         */
        public Builder calls(long calls) {
            measured.count("calls", calls);
            return this;
        }

        /**
         * Sets how the database runs it.
         *
         * @param plan the plan as the database shows it, or null
         * @return this
         */
        public Builder plan(@Nullable String plan) {
            measured.text("plan", plan);
            return this;
        }

        /**
         * Makes the facts.
         *
         * @return the facts
         */
        public QueryPerformance build() {
            return new QueryPerformance(query.build(), measured.build());
        }
    }
}
