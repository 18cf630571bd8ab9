package dev.issuelink.event;

import dev.issuelink.event.AttributeDescription.Kind;
import dev.issuelink.model.ObjectReference;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A change of the schema that somebody proposes: of what, how and why. */
public final class SchemaChange extends Facts {
    static final List<AttributeDescription> ATTRIBUTES = List.of(
            AttributeDescription.text("change.type", "CREATE, ALTER or DROP").always(),
            AttributeDescription.text(
                            "change.id",
                            "By what the proposal is known; made from its SQL if the host has no name for it")
                    .always(),
            AttributeDescription.of("change.sql_ddl", Kind.SQL, "The statements"),
            AttributeDescription.of("change.rollback_sql", Kind.SQL, "The statements that take it back"),
            AttributeDescription.of("change.reason", Kind.PROSE, "Why it is wanted"),
            AttributeDescription.text("user.name", "Who asks for it"),
            AttributeDescription.of("dependencies", Kind.LIST, "The objects that depend on it"),
            AttributeDescription.text("dependencies[].type", "Of what type such an object is"),
            AttributeDescription.text("dependencies[].qualified_name", "The full name of such an object"),
            AttributeDescription.text("environment.name", "Where it happened"));

    /** What a change does to its object. */
    public enum Type {
        /** Makes it. */
        CREATE,
        /** Changes it. */
        ALTER,
        /** Removes it. */
        DROP
    }

    private final ObjectReference object;

    private SchemaChange(ObjectReference object, EventAttributes attributes) {
        super(attributes);
        this.object = object;
    }

    /**
     * What it changes.
     *
     * @return the object
     */
    public ObjectReference object() {
        return object;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof SchemaChange that && super.equals(that) && object.equals(that.object);
    }

    @Override
    public int hashCode() {
        return 31 * super.hashCode() + object.hashCode();
    }

    /**
     * Starts a change.
     *
     * @param type what it does to the object
     * @param object what it changes
     * @return a builder
     */
    public static Builder builder(Type type, ObjectReference object) {
        return new Builder(type, object);
    }

    /** Collects what is known of a change. Not for several threads. */
    public static final class Builder {
        private final Tree tree = new Tree();

        private final List<Map<String, Object>> dependencies = new ArrayList<>();

        private final ObjectReference object;

        private Builder(Type type, ObjectReference object) {
            tree.text("change.type", type.name());
            this.object = Objects.requireNonNull(object, "object");
        }

        /**
         * Sets the host's own name of the proposal, by which two proposals for one object are told apart.
         *
         * @param id the id; null if the SQL tells proposals apart
         * @return this
         */
        public Builder id(@Nullable String id) {
            tree.text("change.id", id);
            return this;
        }

        /**
         * Sets the statements.
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
         * Sets who wants it.
         *
         * @param user the name, or null
         * @return this
         */
        public Builder requestedBy(@Nullable String user) {
            tree.text("user.name", user);
            return this;
        }

        /**
         * Adds something that depends on the object.
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
        public SchemaChange build() {
            return new SchemaChange(object, tree.build());
        }
    }
}
