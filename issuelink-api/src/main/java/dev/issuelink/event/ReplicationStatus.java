package dev.issuelink.event;

import dev.issuelink.event.AttributeDescription.Kind;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How far a replica is behind its source. */
public final class ReplicationStatus extends Facts {
    static final List<AttributeDescription> ATTRIBUTES = List.of(
            AttributeDescription.text("replication.replica", "The name of the replica")
                    .always(),
            AttributeDescription.number("replication.lag_seconds", "seconds", "How far it is behind")
                    .always(),
            AttributeDescription.number("replication.threshold_seconds", "seconds", "From which lag on it is a problem")
                    .always(),
            AttributeDescription.text("replication.source", "What it follows"),
            AttributeDescription.text("replication.state", "What it is doing"),
            AttributeDescription.number(
                    "replication.previous_lag_seconds", "seconds", "How far it was behind when last looked at"),
            AttributeDescription.number("replication.lag_bytes", "bytes", "How much it has yet to take over"),
            AttributeDescription.of("replication.error", Kind.CODE, "What keeps it, in the words of the database"),
            AttributeDescription.text("environment.name", "Where it happened"));

    private ReplicationStatus(EventAttributes attributes) {
        super(attributes);
    }

    /**
     * Starts a status.
     *
     * @param replica the name of the replica
     * @param lag how far it is behind
     * @param threshold from which lag on it is a problem
     * @return a builder
     * @throws IllegalArgumentException if the name is blank, or a time negative
     */
    public static Builder builder(String replica, Duration lag, Duration threshold) {
        return new Builder(replica, lag, threshold);
    }

    /** Collects what is known of a replica. Not for several threads. */
    public static final class Builder {
        private final Tree tree = new Tree();

        private Builder(String replica, Duration lag, Duration threshold) {
            tree.text("replication.replica", Tree.named(replica, "name of a replica"));
            tree.seconds("replication.lag_seconds", lag);
            tree.seconds("replication.threshold_seconds", threshold);
        }

        /**
         * Sets what it follows.
         *
         * @param source the name of the server, or null
         * @return this
         */
        public Builder source(@Nullable String source) {
            tree.text("replication.source", source);
            return this;
        }

        /**
         * Sets what it is doing.
         *
         * @param state a word such as {@code streaming}, or null
         * @return this
         */
        public Builder state(@Nullable String state) {
            tree.text("replication.state", state);
            return this;
        }

        /**
         * Sets how far it was behind when last looked at.
         *
         * @param previousLag the time
         * @return this
         * @throws IllegalArgumentException if it is negative
         */
        public Builder previousLag(Duration previousLag) {
            tree.seconds("replication.previous_lag_seconds", previousLag);
            return this;
        }

        /**
         * Sets how much it has yet to take over.
         *
         * @param bytes the number of bytes
         * @return this
         * @throws IllegalArgumentException if it is negative
         */
        public Builder lagBytes(long bytes) {
            tree.count("replication.lag_bytes", bytes);
            return this;
        }

        /**
         * Sets what keeps it.
         *
         * @param error the words of the database, or null
         * @return this
         */
        public Builder error(@Nullable String error) {
            tree.text("replication.error", error);
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
        public ReplicationStatus build() {
            return new ReplicationStatus(tree.build());
        }
    }
}
