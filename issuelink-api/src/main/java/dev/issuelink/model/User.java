package dev.issuelink.model;

import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An account of a tracker. Two users are equal if tracker-given id and all else known of them are equal. */
public final class User {
    /** What kind of account it is. */
    public enum Kind {
        /** A person. */
        PERSON,
        /** A program. */
        BOT,
        /** The tracker did not tell, or in a word that we do not know. */
        UNKNOWN
    }

    private record State(String id, String username, Optional<String> displayName, Optional<String> email, Kind kind) {}

    private final State state;

    private User(State state) {
        this.state = state;
    }

    /**
     * A user of whom only id and name are known.
     *
     * @param id the tracker's stable id of the account
     * @param username the name by which people assign and mention the account
     * @return the user
     */
    public static User of(String id, String username) {
        return builder(id, username).build();
    }

    /**
     * Starts a user.
     *
     * @param id the tracker's stable id of the account
     * @param username the name by which people assign and mention the account
     * @return a builder
     */
    public static Builder builder(String id, String username) {
        return new Builder(id, username);
    }

    /**
     * The tracker's stable id of the account.
     *
     * @return the id
     */
    public String id() {
        return state.id;
    }

    /**
     * The name by which people assign and mention the account; it may be changed by its owner.
     *
     * @return the name
     */
    public String username() {
        return state.username;
    }

    /**
     * The person's own name.
     *
     * @return the name, or empty
     */
    public Optional<String> displayName() {
        return state.displayName;
    }

    /**
     * The e-mail address, which most trackers hide.
     *
     * @return the address, or empty
     */
    public Optional<String> email() {
        return state.email;
    }

    /**
     * What kind of account it is.
     *
     * @return the kind
     */
    public Kind kind() {
        return state.kind;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof User that && state.equals(that.state);
    }

    @Override
    public int hashCode() {
        return state.hashCode();
    }

    @Override
    public String toString() {
        return state.username;
    }

    /** Collects what is known of a user. Not for several threads. */
    public static final class Builder {
        private final String id;
        private final String username;
        private @Nullable String displayName;
        private @Nullable String email;
        private Kind kind = Kind.UNKNOWN;

        private Builder(String id, String username) {
            this.id = Checks.notBlank(id, "id");
            this.username = Checks.notBlank(username, "username");
        }

        /**
         * Sets the person's own name.
         *
         * @param displayName the name, or null
         * @return this
         */
        public Builder displayName(@Nullable String displayName) {
            this.displayName = displayName;
            return this;
        }

        /**
         * Sets the e-mail address.
         *
         * @param email the address, or null
         * @return this
         */
        public Builder email(@Nullable String email) {
            this.email = email;
            return this;
        }

        /**
         * Sets what kind of account it is.
         *
         * @param kind the kind
         * @return this
         */
        public Builder kind(Kind kind) {
            this.kind = Objects.requireNonNull(kind, "kind");
            return this;
        }

        /**
         * Makes the user.
         *
         * @return the user
         */
        public User build() {
            return new User(
                    new State(id, username, Optional.ofNullable(displayName), Optional.ofNullable(email), kind));
        }
    }
}
