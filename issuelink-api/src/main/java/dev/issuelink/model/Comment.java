package dev.issuelink.model;

import java.net.URI;
import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A comment of an issue as its tracker told it. Its text is untrusted. */
public final class Comment {
    private record State(
            String id,
            IssueKey issue,
            String body,
            Optional<User> author,
            Optional<URI> url,
            Instant createdAt,
            Instant updatedAt,
            boolean internal,
            Optional<Marker> marker,
            Map<String, String> attributes) {}

    private final State state;

    private Comment(State state) {
        this.state = state;
    }

    /**
     * Starts a comment.
     *
     * @param id the tracker's stable id of the comment
     * @param issue the issue it belongs to
     * @param createdAt when it was written, by the tracker's clock
     * @return a builder
     */
    public static Builder builder(String id, IssueKey issue, Instant createdAt) {
        return new Builder(id, issue, createdAt);
    }

    /**
     * The tracker's stable id of the comment.
     *
     * @return the id
     */
    public String id() {
        return state.id;
    }

    /**
     * The issue it belongs to.
     *
     * @return the key
     */
    public IssueKey issue() {
        return state.issue;
    }

    /**
     * The text.
     *
     * @return CommonMark with GitHub's extensions
     */
    public String body() {
        return state.body;
    }

    /**
     * Who wrote it.
     *
     * @return the user, or empty if the account was deleted
     */
    public Optional<User> author() {
        return state.author;
    }

    /**
     * Where people see it.
     *
     * @return the address, or empty if the tracker does not tell
     */
    public Optional<URI> url() {
        return state.url;
    }

    /**
     * When it was written, by the tracker's clock.
     *
     * @return the time
     */
    public Instant createdAt() {
        return state.createdAt;
    }

    /**
     * When it was last changed, by the tracker's clock.
     *
     * @return the time; equal to {@link #createdAt()} if never
     */
    public Instant updatedAt() {
        return state.updatedAt;
    }

    /**
     * Whether only members of the project see it.
     *
     * @return true if it is internal
     */
    public boolean internal() {
        return state.internal;
    }

    /**
     * The mark that we put there when we wrote it. It is no part of {@link #body()}.
     *
     * @return the marker, or empty if the comment is not ours
     */
    public Optional<Marker> marker() {
        return state.marker;
    }

    /**
     * What else the tracker told, by the tracker's own names; nested names are joined by dots.
     *
     * @return the attributes, sorted by name
     */
    public Map<String, String> attributes() {
        return state.attributes;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Comment that && state.equals(that.state);
    }

    @Override
    public int hashCode() {
        return state.hashCode();
    }

    @Override
    public String toString() {
        return "Comment[" + state.id + " of " + state.issue + "]";
    }

    /** Collects what a tracker told of a comment. Not for several threads. */
    public static final class Builder {
        private final String id;
        private final IssueKey issue;
        private final Instant createdAt;
        private final Map<String, String> attributes = new TreeMap<>();
        private Instant updatedAt;
        private String body = "";
        private boolean internal;
        private @Nullable User author;
        private @Nullable URI url;
        private @Nullable Marker marker;

        private Builder(String id, IssueKey issue, Instant createdAt) {
            this.id = Checks.notBlank(id, "id");
            this.issue = Objects.requireNonNull(issue, "issue");
            this.createdAt = Objects.requireNonNull(createdAt, "createdAt");
            this.updatedAt = createdAt;
        }

        /**
         * Sets the text.
         *
         * @param body CommonMark with GitHub's extensions; null counts as empty
         * @return this
         */
        public Builder body(@Nullable String body) {
            this.body = body == null ? "" : body;
            return this;
        }

        /**
         * Sets who wrote it.
         *
         * @param author the user, or null
         * @return this
         */
        public Builder author(@Nullable User author) {
            this.author = author;
            return this;
        }

        /**
         * Sets where people see it.
         *
         * @param url the address, or null
         * @return this
         */
        public Builder url(@Nullable URI url) {
            this.url = url;
            return this;
        }

        /**
         * Sets when it was last changed.
         *
         * @param updatedAt the time; null for never
         * @return this
         */
        public Builder updatedAt(@Nullable Instant updatedAt) {
            this.updatedAt = updatedAt == null ? createdAt : updatedAt;
            return this;
        }

        /**
         * Sets whether only members of the project see it.
         *
         * @param internal whether
         * @return this
         */
        public Builder internal(boolean internal) {
            this.internal = internal;
            return this;
        }

        /**
         * Sets the mark that we put there.
         *
         * @param marker the marker, or null
         * @return this
         */
        public Builder marker(@Nullable Marker marker) {
            this.marker = marker;
            return this;
        }

        /**
         * Keeps something else that the tracker told.
         *
         * @param name the tracker's own name
         * @param value the value; null is not kept
         * @return this
         */
        public Builder attribute(String name, @Nullable String value) {
            if (value != null) {
                attributes.put(name, value);
            }
            return this;
        }

        /**
         * Makes the comment.
         *
         * @return the comment
         */
        public Comment build() {
            return new Comment(new State(
                    id,
                    issue,
                    body,
                    Optional.ofNullable(author),
                    Optional.ofNullable(url),
                    createdAt,
                    updatedAt,
                    internal,
                    Optional.ofNullable(marker),
                    Collections.unmodifiableMap(new TreeMap<>(attributes))));
        }
    }
}
