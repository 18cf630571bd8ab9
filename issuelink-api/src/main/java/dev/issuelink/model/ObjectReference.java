package dev.issuelink.model;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Something of the host that can be linked to issues. Its identity is {@link #key()}; all else may change. */
public final class ObjectReference {
    private record State(
            ObjectKey key,
            Optional<String> database,
            Optional<String> schema,
            String name,
            Optional<String> versionHash,
            Optional<Instant> modifiedAt) {}

    private final State state;

    private ObjectReference(State state) {
        this.state = state;
    }

    /**
     * An object that has a name and nothing more.
     *
     * @param type what kind of thing it is
     * @param name its name, also used as the qualified name
     * @return the reference
     */
    public static ObjectReference of(ObjectType type, String name) {
        return builder(type, name).build();
    }

    /**
     * Starts a reference.
     *
     * @param type what kind of thing it is
     * @param name its own name, without schema or database
     * @return a builder
     */
    public static Builder builder(ObjectType type, String name) {
        return new Builder(type, name);
    }

    /**
     * The identity.
     *
     * @return type and qualified name
     */
    public ObjectKey key() {
        return state.key;
    }

    /**
     * What kind of thing it is.
     *
     * @return the type
     */
    public ObjectType type() {
        return state.key.type();
    }

    /**
     * The database it lives in.
     *
     * @return the database, or empty
     */
    public Optional<String> database() {
        return state.database;
    }

    /**
     * The schema it lives in.
     *
     * @return the schema, or empty
     */
    public Optional<String> schema() {
        return state.schema;
    }

    /**
     * Its own name.
     *
     * @return the name, never blank
     */
    public String name() {
        return state.name;
    }

    /**
     * Its full name within the host.
     *
     * @return by default database, schema and name joined by dots
     */
    public String qualifiedName() {
        return state.key.qualifiedName();
    }

    /**
     * The host's hash of the object's present definition.
     *
     * @return the hash, or empty
     */
    public Optional<String> versionHash() {
        return state.versionHash;
    }

    /**
     * When the object last changed.
     *
     * @return the time, or empty
     */
    public Optional<Instant> modifiedAt() {
        return state.modifiedAt;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ObjectReference that && state.equals(that.state);
    }

    @Override
    public int hashCode() {
        return state.hashCode();
    }

    @Override
    public String toString() {
        return state.key.toString();
    }

    /** Collects what is known of an object. Not for several threads. */
    public static final class Builder {
        private final ObjectType type;
        private final String name;
        private @Nullable String database;
        private @Nullable String schema;
        private @Nullable String qualifiedName;
        private @Nullable String versionHash;
        private @Nullable Instant modifiedAt;

        private Builder(ObjectType type, String name) {
            this.type = Objects.requireNonNull(type, "type");
            this.name = Checks.notBlank(name, "name");
        }

        /**
         * Sets the database.
         *
         * @param database the database, or null
         * @return this
         */
        public Builder database(@Nullable String database) {
            this.database = database;
            return this;
        }

        /**
         * Sets the schema.
         *
         * @param schema the schema, or null
         * @return this
         */
        public Builder schema(@Nullable String schema) {
            this.schema = schema;
            return this;
        }

        /**
         * Overrides the qualified name.
         *
         * @param qualifiedName the full name; null for database, schema and name joined by dots
         * @return this
         */
        public Builder qualifiedName(@Nullable String qualifiedName) {
            this.qualifiedName = qualifiedName;
            return this;
        }

        /**
         * Sets the hash of the present definition.
         *
         * @param versionHash the hash, or null
         * @return this
         */
        public Builder versionHash(@Nullable String versionHash) {
            this.versionHash = versionHash;
            return this;
        }

        /**
         * Sets when the object last changed.
         *
         * @param modifiedAt the time, or null
         * @return this
         */
        public Builder modifiedAt(@Nullable Instant modifiedAt) {
            this.modifiedAt = modifiedAt;
            return this;
        }

        /**
         * Makes the reference.
         *
         * @return the reference
         */
        public ObjectReference build() {
            var full = qualifiedName != null
                    ? qualifiedName
                    : Stream.of(database, schema, name).filter(Objects::nonNull).collect(Collectors.joining("."));
            return new ObjectReference(new State(
                    new ObjectKey(type, full),
                    Optional.ofNullable(database),
                    Optional.ofNullable(schema),
                    name,
                    Optional.ofNullable(versionHash),
                    Optional.ofNullable(modifiedAt)));
        }
    }
}
