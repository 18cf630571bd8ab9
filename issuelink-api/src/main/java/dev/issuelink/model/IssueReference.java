package dev.issuelink.model;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An issue's identity, where its tracker keeps it today, and what was last seen of it: enough for a panel of linked
 * issues, without a call to the tracker. {@link #key()} is the identity; everything else may change.
 */
public final class IssueReference {
    private record State(
            IssueKey key,
            String provider,
            String project,
            String displayKey,
            URI url,
            Optional<String> title,
            Optional<IssueStatus> status,
            Optional<Priority> priority,
            List<String> labels,
            Optional<String> assignee,
            Optional<Instant> createdAt,
            Optional<Instant> updatedAt) {}

    private final State state;

    private IssueReference(State state) {
        this.state = state;
    }

    /**
     * Starts a reference.
     *
     * @param key the identity
     * @param provider the provider's type, for example {@code github}
     * @param project the project's id in the tracker, for example {@code owner/repo}
     * @param displayKey what people call the issue, for example {@code #456}
     * @param url where people see it
     * @return a builder
     */
    public static Builder builder(IssueKey key, String provider, String project, String displayKey, URI url) {
        return new Builder(key, provider, project, displayKey, url);
    }

    /**
     * The identity.
     *
     * @return the key
     */
    public IssueKey key() {
        return state.key;
    }

    /**
     * The configured name of the tracker.
     *
     * @return the name
     */
    public String tracker() {
        return state.key.tracker();
    }

    /**
     * The provider's type.
     *
     * @return for example {@code github}
     */
    public String provider() {
        return state.provider;
    }

    /**
     * The project's id in the tracker; a rename or transfer changes it.
     *
     * @return for example {@code owner/repo}
     */
    public String project() {
        return state.project;
    }

    /**
     * What people call the issue; a transfer changes it.
     *
     * @return for example {@code #456}
     */
    public String displayKey() {
        return state.displayKey;
    }

    /**
     * Where people see it.
     *
     * @return the address
     */
    public URI url() {
        return state.url;
    }

    /**
     * The title last seen. Untrusted text.
     *
     * @return the title, or empty if the issue was never read
     */
    public Optional<String> title() {
        return state.title;
    }

    /**
     * The status last seen.
     *
     * @return the status, or empty if the issue was never read
     */
    public Optional<IssueStatus> status() {
        return state.status;
    }

    /**
     * The priority last seen.
     *
     * @return the priority, or empty if there is none
     */
    public Optional<Priority> priority() {
        return state.priority;
    }

    /**
     * The names of the labels last seen.
     *
     * @return the names, in the tracker's order
     */
    public List<String> labels() {
        return state.labels;
    }

    /**
     * The name of the assignee last seen, the first if there are several.
     *
     * @return the name, or empty if nobody is assigned
     */
    public Optional<String> assignee() {
        return state.assignee;
    }

    /**
     * When the issue was opened, by the tracker's clock.
     *
     * @return the time, or empty if the issue was never read
     */
    public Optional<Instant> createdAt() {
        return state.createdAt;
    }

    /**
     * When the issue last changed, by the tracker's clock.
     *
     * @return the time, or empty if the issue was never read
     */
    public Optional<Instant> updatedAt() {
        return state.updatedAt;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof IssueReference that && state.equals(that.state);
    }

    @Override
    public int hashCode() {
        return state.hashCode();
    }

    @Override
    public String toString() {
        return "%s %s%s (%s)".formatted(state.key.tracker(), state.project, state.displayKey, state.key.id());
    }

    /** Collects what is known of an issue. Not for several threads. */
    public static final class Builder {
        private final IssueKey key;
        private final String provider;
        private final String project;
        private final String displayKey;
        private final URI url;
        private List<String> labels = List.of();
        private @Nullable String title;
        private @Nullable IssueStatus status;
        private @Nullable Priority priority;
        private @Nullable String assignee;
        private @Nullable Instant createdAt;
        private @Nullable Instant updatedAt;

        private Builder(IssueKey key, String provider, String project, String displayKey, URI url) {
            this.key = key;
            this.provider = Checks.notBlank(provider, "provider");
            this.project = Checks.notBlank(project, "project");
            this.displayKey = Checks.notBlank(displayKey, "displayKey");
            this.url = url;
        }

        /**
         * Sets the title last seen.
         *
         * @param title the title, or null
         * @return this
         */
        public Builder title(@Nullable String title) {
            this.title = title;
            return this;
        }

        /**
         * Sets the status last seen.
         *
         * @param status the status, or null
         * @return this
         */
        public Builder status(@Nullable IssueStatus status) {
            this.status = status;
            return this;
        }

        /**
         * Sets the priority last seen.
         *
         * @param priority the priority, or null
         * @return this
         */
        public Builder priority(@Nullable Priority priority) {
            this.priority = priority;
            return this;
        }

        /**
         * Sets the names of the labels last seen.
         *
         * @param labels the names
         * @return this
         */
        public Builder labels(List<String> labels) {
            this.labels = List.copyOf(labels);
            return this;
        }

        /**
         * Sets the assignee last seen.
         *
         * @param assignee the name, or null
         * @return this
         */
        public Builder assignee(@Nullable String assignee) {
            this.assignee = assignee;
            return this;
        }

        /**
         * Sets when the issue was opened.
         *
         * @param createdAt the time, or null
         * @return this
         */
        public Builder createdAt(@Nullable Instant createdAt) {
            this.createdAt = createdAt;
            return this;
        }

        /**
         * Sets when the issue last changed.
         *
         * @param updatedAt the time, or null
         * @return this
         */
        public Builder updatedAt(@Nullable Instant updatedAt) {
            this.updatedAt = updatedAt;
            return this;
        }

        /**
         * Makes the reference.
         *
         * @return the reference
         */
        public IssueReference build() {
            return new IssueReference(new State(
                    key,
                    provider,
                    project,
                    displayKey,
                    url,
                    Optional.ofNullable(title),
                    Optional.ofNullable(status),
                    Optional.ofNullable(priority),
                    labels,
                    Optional.ofNullable(assignee),
                    Optional.ofNullable(createdAt),
                    Optional.ofNullable(updatedAt)));
        }
    }
}
