package dev.issuelink.model;

import java.net.URI;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * An issue as its tracker told it at one moment. All text in it is untrusted. What a tracker tells beyond the common
 * fields stands in {@link #attributes()}, so nothing is lost on the way.
 */
public final class Issue {
    private record State(
            IssueReference reference,
            String title,
            String body,
            IssueStatus status,
            List<Label> labels,
            List<User> assignees,
            Optional<User> author,
            Optional<Milestone> milestone,
            Optional<String> issueType,
            Optional<Instant> closedAt,
            Optional<User> closedBy,
            int commentCount,
            Optional<Marker> marker,
            Map<String, String> attributes) {}

    private final State state;

    private Issue(State state) {
        this.state = state;
    }

    /**
     * Starts an issue.
     *
     * @param key the identity
     * @param provider the provider's type, for example {@code github}
     * @param project the project's id in the tracker
     * @param displayKey what people call it
     * @param url where people see it
     * @return a builder
     */
    public static Builder builder(IssueKey key, String provider, String project, String displayKey, URI url) {
        return new Builder(IssueReference.builder(key, provider, project, displayKey, url));
    }

    /**
     * Identity, place and summary.
     *
     * @return the reference, with everything seen filled in
     */
    public IssueReference reference() {
        return state.reference;
    }

    /**
     * The identity.
     *
     * @return the key
     */
    public IssueKey key() {
        return state.reference.key();
    }

    /**
     * The title.
     *
     * @return one line of plain text
     */
    public String title() {
        return state.title;
    }

    /**
     * The description.
     *
     * @return CommonMark with GitHub's extensions; empty if there is none
     */
    public String body() {
        return state.body;
    }

    /**
     * The status.
     *
     * @return the status
     */
    public IssueStatus status() {
        return state.status;
    }

    /**
     * The labels.
     *
     * @return the labels, in the tracker's order
     */
    public List<Label> labels() {
        return state.labels;
    }

    /**
     * Who is assigned.
     *
     * @return the users, in the tracker's order
     */
    public List<User> assignees() {
        return state.assignees;
    }

    /**
     * Who opened the issue.
     *
     * @return the user, or empty if the account was deleted or the tracker does not tell
     */
    public Optional<User> author() {
        return state.author;
    }

    /**
     * What the issue is planned for.
     *
     * @return the milestone, or empty
     */
    public Optional<Milestone> milestone() {
        return state.milestone;
    }

    /**
     * The tracker's own type of issue.
     *
     * @return for example {@code Bug}, or empty
     */
    public Optional<String> issueType() {
        return state.issueType;
    }

    /**
     * When the issue was closed last, by the tracker's clock.
     *
     * @return the time, or empty if it is open or the tracker does not tell
     */
    public Optional<Instant> closedAt() {
        return state.closedAt;
    }

    /**
     * Who closed the issue last.
     *
     * @return the user, or empty if it is open or the tracker does not tell
     */
    public Optional<User> closedBy() {
        return state.closedBy;
    }

    /**
     * How many comments the tracker counts.
     *
     * @return the number, 0 if the tracker does not tell
     */
    public int commentCount() {
        return state.commentCount;
    }

    /**
     * The mark that we put there when we opened it. It is no part of {@link #body()}.
     *
     * @return the marker, or empty if the issue is not ours or the tracker did not tell along
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
        return other instanceof Issue that && state.equals(that.state);
    }

    @Override
    public int hashCode() {
        return state.hashCode();
    }

    @Override
    public String toString() {
        return "Issue[" + state.reference + ", " + state.status + "]";
    }

    /** Collects what a tracker told of an issue. Not for several threads. */
    public static final class Builder {
        private final IssueReference.Builder reference;
        private final Map<String, String> attributes = new TreeMap<>();
        private String title = "";
        private String body = "";
        private IssueStatus status = IssueStatus.of("", StatusCategory.UNKNOWN);
        private List<Label> labels = List.of();
        private List<User> assignees = List.of();
        private int commentCount;
        private @Nullable User author;
        private @Nullable Milestone milestone;
        private @Nullable String issueType;
        private @Nullable Instant closedAt;
        private @Nullable User closedBy;
        private @Nullable Marker marker;

        private Builder(IssueReference.Builder reference) {
            this.reference = reference;
        }

        /**
         * Sets the title.
         *
         * @param title one line of plain text
         * @return this
         */
        public Builder title(String title) {
            this.title = Objects.requireNonNull(title, "title");
            return this;
        }

        /**
         * Sets the description.
         *
         * @param body CommonMark with GitHub's extensions; null counts as empty
         * @return this
         */
        public Builder body(@Nullable String body) {
            this.body = body == null ? "" : body;
            return this;
        }

        /**
         * Sets the status.
         *
         * @param status the status
         * @return this
         */
        public Builder status(IssueStatus status) {
            this.status = Objects.requireNonNull(status, "status");
            return this;
        }

        /**
         * Sets the priority.
         *
         * @param priority the priority, or null
         * @return this
         */
        public Builder priority(@Nullable Priority priority) {
            reference.priority(priority);
            return this;
        }

        /**
         * Sets the labels.
         *
         * @param labels the labels
         * @return this
         */
        public Builder labels(List<Label> labels) {
            this.labels = List.copyOf(labels);
            return this;
        }

        /**
         * Sets who is assigned.
         *
         * @param assignees the users
         * @return this
         */
        public Builder assignees(List<User> assignees) {
            this.assignees = List.copyOf(assignees);
            return this;
        }

        /**
         * Sets who opened the issue.
         *
         * @param author the user, or null
         * @return this
         */
        public Builder author(@Nullable User author) {
            this.author = author;
            return this;
        }

        /**
         * Sets what the issue is planned for.
         *
         * @param milestone the milestone, or null
         * @return this
         */
        public Builder milestone(@Nullable Milestone milestone) {
            this.milestone = milestone;
            return this;
        }

        /**
         * Sets the tracker's own type of issue.
         *
         * @param issueType the type, or null
         * @return this
         */
        public Builder issueType(@Nullable String issueType) {
            this.issueType = issueType;
            return this;
        }

        /**
         * Sets when the issue was opened.
         *
         * @param createdAt the time, or null
         * @return this
         */
        public Builder createdAt(@Nullable Instant createdAt) {
            reference.createdAt(createdAt);
            return this;
        }

        /**
         * Sets when the issue last changed.
         *
         * @param updatedAt the time, or null
         * @return this
         */
        public Builder updatedAt(@Nullable Instant updatedAt) {
            reference.updatedAt(updatedAt);
            return this;
        }

        /**
         * Sets when the issue was closed last.
         *
         * @param closedAt the time, or null
         * @return this
         */
        public Builder closedAt(@Nullable Instant closedAt) {
            this.closedAt = closedAt;
            return this;
        }

        /**
         * Sets who closed the issue last.
         *
         * @param closedBy the user, or null
         * @return this
         */
        public Builder closedBy(@Nullable User closedBy) {
            this.closedBy = closedBy;
            return this;
        }

        /**
         * Sets how many comments the tracker counts.
         *
         * @param commentCount the number
         * @return this
         */
        public Builder commentCount(int commentCount) {
            this.commentCount = commentCount;
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
         * Makes the issue.
         *
         * @return the issue
         */
        public Issue build() {
            var seen = reference
                    .title(title)
                    .status(status)
                    .labels(labels.stream().map(Label::name).toList())
                    .assignee(assignees.isEmpty() ? null : assignees.get(0).username())
                    .build();
            return new Issue(new State(
                    seen,
                    title,
                    body,
                    status,
                    labels,
                    assignees,
                    Optional.ofNullable(author),
                    Optional.ofNullable(milestone),
                    Optional.ofNullable(issueType),
                    Optional.ofNullable(closedAt),
                    Optional.ofNullable(closedBy),
                    commentCount,
                    Optional.ofNullable(marker),
                    Collections.unmodifiableMap(new TreeMap<>(attributes))));
        }
    }
}
