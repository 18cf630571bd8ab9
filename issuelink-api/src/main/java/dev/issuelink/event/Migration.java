package dev.issuelink.event;

import dev.issuelink.event.AttributeDescription.Kind;
import dev.issuelink.model.ObjectReference;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A migration: what it does, and how it went. */
public final class Migration extends Facts {
    static final List<AttributeDescription> ATTRIBUTES = List.of(
            AttributeDescription.text("migration.version", "By what the migration is known")
                    .always(),
            AttributeDescription.text("migration.description", "What it is for"),
            AttributeDescription.text("migration.script", "Where its script is"),
            AttributeDescription.text("migration.checksum", "The checksum of its script"),
            AttributeDescription.text("change.type", "What it does to the schema: CREATE, ALTER or DROP"),
            AttributeDescription.of("change.sql_ddl", Kind.SQL, "Its statements"),
            AttributeDescription.of("change.rollback_sql", Kind.SQL, "The statements that take it back"),
            AttributeDescription.of("change.reason", Kind.PROSE, "Why it is wanted"),
            AttributeDescription.text("user.name", "Who wrote it"),
            AttributeDescription.of("dependencies", Kind.LIST, "The objects that depend on it"),
            AttributeDescription.text("dependencies[].type", "Of what type such an object is"),
            AttributeDescription.text("dependencies[].qualified_name", "The full name of such an object"),
            AttributeDescription.number("migration.duration_ms", "ms", "How long it ran"),
            AttributeDescription.of("migration.error", Kind.CODE, "What went wrong, in the words of the database"),
            AttributeDescription.of("migration.failed_statement", Kind.SQL, "The statement that went wrong"),
            AttributeDescription.of("migration.log", Kind.CODE, "What the run wrote"),
            AttributeDescription.of("migration.rolled_back", Kind.FLAG, "Whether what it did was taken back"),
            AttributeDescription.text("environment.name", "Where it happened"));

    private Migration(EventAttributes attributes) {
        super(attributes);
    }

    /**
     * Starts a migration.
     *
     * @param version by which it is known
     * @return a builder
     * @throws IllegalArgumentException if the version is blank
     */
    public static Builder builder(String version) {
        return new Builder(version);
    }

    /** Collects what is known of a migration. Not for several threads. */
    public static final class Builder {
        private final Tree tree = new Tree();

        private final List<Map<String, Object>> dependencies = new ArrayList<>();

        private Builder(String version) {
            tree.text("migration.version", Tree.named(version, "version of a migration"));
        }

        /**
         * Sets what it is for.
         *
         * @param description one line, or null
         * @return this
         */
        public Builder description(@Nullable String description) {
            tree.text("migration.description", description);
            return this;
        }

        /**
         * Sets where its script is.
         *
         * @param script the name of a file, or null
         * @return this
         */
        public Builder script(@Nullable String script) {
            tree.text("migration.script", script);
            return this;
        }

        /**
         * Sets the checksum of its script.
         *
         * @param checksum the checksum, or null
         * @return this
         */
        public Builder checksum(@Nullable String checksum) {
            tree.text("migration.checksum", checksum);
            return this;
        }

        /**
         * Sets what it does to the schema.
         *
         * @param type what it does
         * @return this
         */
        public Builder type(SchemaChange.Type type) {
            tree.text("change.type", type.name());
            return this;
        }

        /**
         * Sets its statements.
         *
         * @param sql the SQL, or null
         * @return this
         */
        public Builder sqlDdl(@Nullable String sql) {
            tree.text("change.sql_ddl", sql);
            return this;
        }

        /**
         * Sets the statements that take it back.
         *
         * @param sql the SQL, or null
         * @return this
         */
        public Builder rollbackSql(@Nullable String sql) {
            tree.text("change.rollback_sql", sql);
            return this;
        }

        /**
         * Sets why it is wanted.
         *
         * @param reason Markdown, or null
         * @return this
         */
        public Builder reason(@Nullable String reason) {
            tree.text("change.reason", reason);
            return this;
        }

        /**
         * Sets who wrote it.
         *
         * @param user the name, or null
         * @return this
         */
        public Builder author(@Nullable String user) {
            tree.text("user.name", user);
            return this;
        }

        /**
         * Adds something that depends on what it changes.
         *
         * @param object what depends on it
         * @return this
         */
        public Builder dependency(ObjectReference object) {
            dependencies.add(Tree.object(object));
            tree.list("dependencies", dependencies);
            return this;
        }

        /**
         * Sets how long it ran.
         *
         * @param duration the time
         * @return this
         * @throws IllegalArgumentException if it is negative
         */
        public Builder duration(Duration duration) {
            tree.millis("migration.duration_ms", duration);
            return this;
        }

        /**
         * Sets what went wrong.
         *
         * @param error the words of the database, or null
         * @return this
         */
        public Builder error(@Nullable String error) {
            tree.text("migration.error", error);
            return this;
        }

        /**
         * Sets the statement that went wrong.
         *
         * @param sql the SQL, or null
         * @return this
         */
        public Builder failedStatement(@Nullable String sql) {
            tree.text("migration.failed_statement", sql);
            return this;
        }

        /**
         * Sets what the run wrote.
         *
         * @param log its log, or null
         * @return this
         */
        public Builder log(@Nullable String log) {
            tree.text("migration.log", log);
            return this;
        }

        /**
         * Sets whether what it did was taken back.
         *
         * @param rolledBack whether
         * @return this
         */
        public Builder rolledBack(boolean rolledBack) {
            tree.flag("migration.rolled_back", rolledBack);
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
        public Migration build() {
            return new Migration(tree.build());
        }
    }
}
