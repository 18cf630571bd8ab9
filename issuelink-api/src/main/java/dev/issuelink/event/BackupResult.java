package dev.issuelink.event;

import dev.issuelink.event.AttributeDescription.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How a backup went. */
public final class BackupResult extends Facts {
    static final List<AttributeDescription> ATTRIBUTES = List.of(
            AttributeDescription.text("backup.name", "The name of the job").always(),
            AttributeDescription.text("backup.type", "What kind of backup it is, such as full"),
            AttributeDescription.text("backup.target", "Where it goes"),
            AttributeDescription.of("backup.error", Kind.CODE, "What went wrong, in the words of the tool"),
            AttributeDescription.number("backup.exit_code", "", "With what code the tool ended"),
            AttributeDescription.of("backup.log", Kind.CODE, "What the run wrote"),
            AttributeDescription.number("backup.size_bytes", "bytes", "How large it is"),
            AttributeDescription.number("backup.duration_ms", "ms", "How long it took"),
            AttributeDescription.of("backup.last_success_at", Kind.TIME, "When the last one before this succeeded"),
            AttributeDescription.text("environment.name", "Where it happened"));

    private BackupResult(EventAttributes attributes) {
        super(attributes);
    }

    /**
     * Starts a result.
     *
     * @param name the name of the job
     * @return a builder
     * @throws IllegalArgumentException if the name is blank
     */
    public static Builder builder(String name) {
        return new Builder(name);
    }

    /** Collects what is known of a backup. Not for several threads. */
    public static final class Builder {
        private final Tree tree = new Tree();

        private Builder(String name) {
            tree.text("backup.name", Tree.named(name, "name of a backup"));
        }

        /**
         * Sets what kind of backup it is.
         *
         * @param type a word such as {@code full}, or null
         * @return this
         */
        public Builder type(@Nullable String type) {
            tree.text("backup.type", type);
            return this;
        }

        /**
         * Sets where it goes.
         *
         * @param target the place, or null
         * @return this
         */
        public Builder target(@Nullable String target) {
            tree.text("backup.target", target);
            return this;
        }

        /**
         * Sets what went wrong.
         *
         * @param error the words of the tool, or null
         * @return this
         */
        public Builder error(@Nullable String error) {
            tree.text("backup.error", error);
            return this;
        }

        /**
         * Sets with what code the tool ended.
         *
         * @param exitCode the code
         * @return this
         */
        public Builder exitCode(long exitCode) {
            tree.whole("backup.exit_code", exitCode);
            return this;
        }

        /**
         * Sets what the run wrote.
         *
         * @param log its log, or null
         * @return this
         */
        public Builder log(@Nullable String log) {
            tree.text("backup.log", log);
            return this;
        }

        /**
         * Sets how large it is.
         *
         * @param bytes the number of bytes
         * @return this
         * @throws IllegalArgumentException if it is negative
         */
        public Builder size(long bytes) {
            tree.count("backup.size_bytes", bytes);
            return this;
        }

        /**
         * Sets how long it took.
         *
         * @param duration the time
         * @return this
         * @throws IllegalArgumentException if it is negative
         */
        public Builder duration(Duration duration) {
            tree.millis("backup.duration_ms", duration);
            return this;
        }

        /**
         * Sets when the last one before this succeeded.
         *
         * @param lastSuccessAt the time, or null
         * @return this
         */
        public Builder lastSuccessAt(@Nullable Instant lastSuccessAt) {
            tree.time("backup.last_success_at", lastSuccessAt);
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
        public BackupResult build() {
            return new BackupResult(tree.build());
        }
    }
}
