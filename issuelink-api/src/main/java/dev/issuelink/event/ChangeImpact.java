package dev.issuelink.event;

import dev.issuelink.event.AttributeDescription.Kind;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a change does to everything around it. */
public final class ChangeImpact extends Facts {
    static final List<AttributeDescription> ATTRIBUTES = List.of(
            AttributeDescription.number("impact.table_count", "tables", "How many tables are affected"),
            AttributeDescription.number("impact.query_count", "queries", "How many queries are affected"),
            AttributeDescription.number("impact.rows_affected", "rows", "How many rows are touched"),
            AttributeDescription.number("impact.downtime_minutes", "minutes", "For how long the object cannot be used"),
            AttributeDescription.text("impact.rollback_complexity", "How hard it is to take the change back"),
            AttributeDescription.of("impact.has_rollback", Kind.FLAG, "Whether there is a way back"),
            AttributeDescription.of("impact.notes", Kind.PROSE, "What else is to be said of it"));

    private ChangeImpact(EventAttributes attributes) {
        super(attributes);
    }

    /**
     * Starts an impact of which nothing is known.
     *
     * @return a builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /** Collects what is known of an impact. Not for several threads. */
    public static final class Builder {
        private final Tree tree = new Tree();

        private Builder() {}

        /**
         * Sets how many tables are affected.
         *
         * @param tableCount the number of tables
         * @return this
         * @throws IllegalArgumentException if it is negative
         */
        public Builder tableCount(long tableCount) {
            tree.count("impact.table_count", tableCount);
            return this;
        }

        /**
         * Sets how many queries are affected.
         *
         * @param queryCount the number of queries
         * @return this
         * @throws IllegalArgumentException if it is negative
         */
        public Builder queryCount(long queryCount) {
            tree.count("impact.query_count", queryCount);
            return this;
        }

        /**
         * Sets how many rows are touched.
         *
         * @param rowsAffected the number of rows
         * @return this
         * @throws IllegalArgumentException if it is negative
         */
        public Builder rowsAffected(long rowsAffected) {
            tree.count("impact.rows_affected", rowsAffected);
            return this;
        }

        /**
         * Sets for how long the object cannot be used.
         *
         * @param downtime the time, to the fraction of a minute
         * @return this
         * @throws IllegalArgumentException if it is negative
         */
        public Builder downtime(Duration downtime) {
            tree.minutes("impact.downtime_minutes", downtime);
            return this;
        }

        /**
         * Sets how hard it is to take the change back.
         *
         * @param rollbackComplexity a word such as {@code low}, or null
         * @return this
         */
        public Builder rollbackComplexity(@Nullable String rollbackComplexity) {
            tree.text("impact.rollback_complexity", rollbackComplexity);
            return this;
        }

        /**
         * Sets whether there is a way back.
         *
         * @param hasRollback whether
         * @return this
         */
        public Builder hasRollback(boolean hasRollback) {
            tree.flag("impact.has_rollback", hasRollback);
            return this;
        }

        /**
         * Sets what else is to be said.
         *
         * @param notes Markdown, or null
         * @return this
         */
        public Builder notes(@Nullable String notes) {
            tree.text("impact.notes", notes);
            return this;
        }

        /**
         * Makes the facts.
         *
         * @return the facts
         */
        public ChangeImpact build() {
            return new ChangeImpact(tree.build());
        }
    }
}
