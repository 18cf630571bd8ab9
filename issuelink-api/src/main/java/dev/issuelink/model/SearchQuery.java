package dev.issuelink.model;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What issues to find. Everything mentioned must hold of an issue. A tracker's search may lag behind by minutes. */
public final class SearchQuery {
    /** Which issues by their state. */
    public enum State {
        /** Those not done. */
        OPEN,
        /** Those done. */
        CLOSED,
        /** All. */
        ANY
    }

    /** In which order. */
    public enum Order {
        /** The tracker's own idea of the best match first. */
        RELEVANCE,
        /** The newest first. */
        CREATED,
        /** The last changed first. */
        UPDATED
    }

    private record Values(
            Optional<String> text,
            Optional<String> project,
            State state,
            List<String> labels,
            Optional<String> assignee,
            Optional<String> author,
            Optional<Instant> updatedSince,
            Order order) {}

    private final Values values;

    private SearchQuery(Values values) {
        this.values = values;
    }

    /**
     * Starts a query for open issues.
     *
     * @return a builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Open issues that hold the words.
     *
     * @param text the words
     * @return the query
     */
    public static SearchQuery text(String text) {
        return builder().text(text).build();
    }

    /**
     * Words in title or description.
     *
     * @return the words as people type them; never the tracker's query language
     */
    public Optional<String> text() {
        return values.text;
    }

    /**
     * The project.
     *
     * @return the project's id, or empty for the configured one
     */
    public Optional<String> project() {
        return values.project;
    }

    /**
     * Which issues by their state.
     *
     * @return the state
     */
    public State state() {
        return values.state;
    }

    /**
     * Labels that must all be there.
     *
     * @return their names
     */
    public List<String> labels() {
        return values.labels;
    }

    /**
     * Who is assigned.
     *
     * @return name or id as the tracker takes it, or empty
     */
    public Optional<String> assignee() {
        return values.assignee;
    }

    /**
     * Who opened it.
     *
     * @return name or id as the tracker takes it, or empty
     */
    public Optional<String> author() {
        return values.author;
    }

    /**
     * Changed at this time or later, by the tracker's clock.
     *
     * @return the time, or empty
     */
    public Optional<Instant> updatedSince() {
        return values.updatedSince;
    }

    /**
     * In which order.
     *
     * @return the order
     */
    public Order order() {
        return values.order;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof SearchQuery that && values.equals(that.values);
    }

    @Override
    public int hashCode() {
        return values.hashCode();
    }

    @Override
    public String toString() {
        return values.toString();
    }

    /** Collects what to find. Not for several threads. */
    public static final class Builder {
        private final LinkedHashSet<String> labels = new LinkedHashSet<>();
        private State state = State.OPEN;
        private Order order = Order.RELEVANCE;
        private @Nullable String text;
        private @Nullable String project;
        private @Nullable String assignee;
        private @Nullable String author;
        private @Nullable Instant updatedSince;

        private Builder() {}

        /**
         * Sets words in title or description.
         *
         * @param text the words, or null
         * @return this
         */
        public Builder text(@Nullable String text) {
            this.text = text;
            return this;
        }

        /**
         * Sets the project.
         *
         * @param project the project's id, or null for the configured one
         * @return this
         */
        public Builder project(@Nullable String project) {
            this.project = project;
            return this;
        }

        /**
         * Sets which issues by their state.
         *
         * @param state the state
         * @return this
         */
        public Builder state(State state) {
            this.state = Objects.requireNonNull(state, "state");
            return this;
        }

        /**
         * Adds a label that must be there.
         *
         * @param name its name
         * @return this
         */
        public Builder label(String name) {
            labels.add(Checks.notBlank(name, "name"));
            return this;
        }

        /**
         * Sets who is assigned.
         *
         * @param assignee name or id as the tracker takes it, or null
         * @return this
         */
        public Builder assignee(@Nullable String assignee) {
            this.assignee = assignee;
            return this;
        }

        /**
         * Sets who opened it.
         *
         * @param author name or id as the tracker takes it, or null
         * @return this
         */
        public Builder author(@Nullable String author) {
            this.author = author;
            return this;
        }

        /**
         * Sets since when it must have changed.
         *
         * @param updatedSince the time, inclusive, or null
         * @return this
         */
        public Builder updatedSince(@Nullable Instant updatedSince) {
            this.updatedSince = updatedSince;
            return this;
        }

        /**
         * Sets the order.
         *
         * @param order the order
         * @return this
         */
        public Builder order(Order order) {
            this.order = Objects.requireNonNull(order, "order");
            return this;
        }

        /**
         * Makes the query.
         *
         * @return the query
         */
        public SearchQuery build() {
            return new SearchQuery(new Values(
                    Optional.ofNullable(text),
                    Optional.ofNullable(project),
                    state,
                    List.copyOf(labels),
                    Optional.ofNullable(assignee),
                    Optional.ofNullable(author),
                    Optional.ofNullable(updatedSince),
                    order));
        }
    }
}
