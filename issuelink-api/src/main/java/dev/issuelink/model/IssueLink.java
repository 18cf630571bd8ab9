package dev.issuelink.model;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A link between one of the host's objects and an issue. It holds the issue's identity only; what the issue looks like
 * is kept once for all its links.
 */
public final class IssueLink {
    private record State(
            String id,
            ObjectReference object,
            IssueKey issue,
            LinkType type,
            String createdBy,
            Instant createdAt,
            SyncDirection direction) {}

    private final State state;

    private IssueLink(State state) {
        this.state = state;
    }

    /**
     * Starts a link.
     *
     * @param id the link's own id, unique in its store
     * @param object the host's object
     * @param issue the issue
     * @return a builder of a manual link that goes both ways
     */
    public static Builder builder(String id, ObjectReference object, IssueKey issue) {
        return new Builder(id, object, issue);
    }

    /**
     * Starts a copy that differs in what is set on the builder.
     *
     * @param issue the issue of the copy
     * @return a builder filled from this link
     */
    public Builder toBuilder(IssueKey issue) {
        return builder(state.id, state.object, issue)
                .type(state.type)
                .createdBy(state.createdBy)
                .createdAt(state.createdAt)
                .direction(state.direction);
    }

    /**
     * The link's own id.
     *
     * @return the id, unique in its store
     */
    public String id() {
        return state.id;
    }

    /**
     * The host's object, as it was when the link was made.
     *
     * @return the object
     */
    public ObjectReference object() {
        return state.object;
    }

    /**
     * The issue's identity.
     *
     * @return the key
     */
    public IssueKey issue() {
        return state.issue;
    }

    /**
     * How the link came to be.
     *
     * @return the type
     */
    public LinkType type() {
        return state.type;
    }

    /**
     * Who made it: a user of the host, or a component.
     *
     * @return the name
     */
    public String createdBy() {
        return state.createdBy;
    }

    /**
     * When it was made.
     *
     * @return the time
     */
    public Instant createdAt() {
        return state.createdAt;
    }

    /**
     * Which side may change the other.
     *
     * @return the direction
     */
    public SyncDirection direction() {
        return state.direction;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof IssueLink that && state.equals(that.state);
    }

    @Override
    public int hashCode() {
        return state.hashCode();
    }

    @Override
    public String toString() {
        return "IssueLink[%s %s -> %s, %s]".formatted(state.id, state.object, state.issue, state.type);
    }

    /** Collects what a link says. Not for several threads. */
    public static final class Builder {
        private final String id;
        private final ObjectReference object;
        private final IssueKey issue;
        private LinkType type = LinkType.MANUAL;
        private String createdBy = "system";
        private Instant createdAt = Instant.EPOCH;
        private SyncDirection direction = SyncDirection.BIDIRECTIONAL;

        private Builder(String id, ObjectReference object, IssueKey issue) {
            this.id = Checks.notBlank(id, "id");
            this.object = Objects.requireNonNull(object, "object");
            this.issue = Objects.requireNonNull(issue, "issue");
        }

        /**
         * Sets how the link came to be.
         *
         * @param type the type
         * @return this
         */
        public Builder type(LinkType type) {
            this.type = Objects.requireNonNull(type, "type");
            return this;
        }

        /**
         * Sets who made it.
         *
         * @param createdBy a user of the host, or a component
         * @return this
         */
        public Builder createdBy(String createdBy) {
            this.createdBy = Checks.notBlank(createdBy, "createdBy");
            return this;
        }

        /**
         * Sets when it was made.
         *
         * @param createdAt the time
         * @return this
         */
        public Builder createdAt(Instant createdAt) {
            this.createdAt = Objects.requireNonNull(createdAt, "createdAt");
            return this;
        }

        /**
         * Sets which side may change the other.
         *
         * @param direction the direction
         * @return this
         */
        public Builder direction(SyncDirection direction) {
            this.direction = Objects.requireNonNull(direction, "direction");
            return this;
        }

        /**
         * Makes the link.
         *
         * @return the link
         */
        public IssueLink build() {
            return new IssueLink(new State(id, object, issue, type, createdBy, createdAt, direction));
        }
    }
}
