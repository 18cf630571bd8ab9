package dev.issuelink.model;

import java.net.URI;
import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A finding of a tracker's own security scanner: a Dependabot alert, a GitLab vulnerability. */
public final class SecurityAlert {
    private record State(
            String id,
            String project,
            String state,
            String severity,
            String summary,
            URI url,
            Optional<String> packageName,
            Optional<String> advisory,
            Optional<Instant> createdAt,
            Optional<Instant> updatedAt,
            Map<String, String> attributes) {}

    private final State state;

    private SecurityAlert(State state) {
        this.state = state;
    }

    /**
     * Starts an alert.
     *
     * @param id the tracker's id of the alert within the project
     * @param project the project's id
     * @param url where people see it
     * @return a builder
     */
    public static Builder builder(String id, String project, URI url) {
        return new Builder(id, project, url);
    }

    /**
     * The tracker's id of the alert within the project.
     *
     * @return the id
     */
    public String id() {
        return state.id;
    }

    /**
     * The project's id.
     *
     * @return the id
     */
    public String project() {
        return state.project;
    }

    /**
     * The tracker's own word for its state.
     *
     * @return for example {@code open}, {@code fixed}, {@code dismissed}
     */
    public String state() {
        return state.state;
    }

    /**
     * The tracker's own word for its severity.
     *
     * @return for example {@code high}
     */
    public String severity() {
        return state.severity;
    }

    /**
     * What it says. Untrusted text.
     *
     * @return one line
     */
    public String summary() {
        return state.summary;
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
     * The dependency it speaks of.
     *
     * @return the package's name, or empty
     */
    public Optional<String> packageName() {
        return state.packageName;
    }

    /**
     * The advisory's public id.
     *
     * @return a CVE or GHSA id, or empty
     */
    public Optional<String> advisory() {
        return state.advisory;
    }

    /**
     * When it was raised, by the tracker's clock.
     *
     * @return the time, or empty
     */
    public Optional<Instant> createdAt() {
        return state.createdAt;
    }

    /**
     * When it last changed, by the tracker's clock.
     *
     * @return the time, or empty
     */
    public Optional<Instant> updatedAt() {
        return state.updatedAt;
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
        return other instanceof SecurityAlert that && state.equals(that.state);
    }

    @Override
    public int hashCode() {
        return state.hashCode();
    }

    @Override
    public String toString() {
        return "SecurityAlert[%s #%s, %s, %s]".formatted(state.project, state.id, state.severity, state.state);
    }

    /** Collects what a tracker told of an alert. Not for several threads. */
    public static final class Builder {
        private final String id;
        private final String project;
        private final URI url;
        private final Map<String, String> attributes = new TreeMap<>();
        private String alertState = "";
        private String severity = "";
        private String summary = "";
        private @Nullable String packageName;
        private @Nullable String advisory;
        private @Nullable Instant createdAt;
        private @Nullable Instant updatedAt;

        private Builder(String id, String project, URI url) {
            this.id = Checks.notBlank(id, "id");
            this.project = Checks.notBlank(project, "project");
            this.url = Objects.requireNonNull(url, "url");
        }

        /**
         * Sets the tracker's own word for its state.
         *
         * @param state the word
         * @return this
         */
        public Builder state(String state) {
            this.alertState = Objects.requireNonNull(state, "state");
            return this;
        }

        /**
         * Sets the tracker's own word for its severity.
         *
         * @param severity the word
         * @return this
         */
        public Builder severity(String severity) {
            this.severity = Objects.requireNonNull(severity, "severity");
            return this;
        }

        /**
         * Sets what it says.
         *
         * @param summary one line
         * @return this
         */
        public Builder summary(String summary) {
            this.summary = Objects.requireNonNull(summary, "summary");
            return this;
        }

        /**
         * Sets the dependency it speaks of.
         *
         * @param packageName the package's name, or null
         * @return this
         */
        public Builder packageName(@Nullable String packageName) {
            this.packageName = packageName;
            return this;
        }

        /**
         * Sets the advisory's public id.
         *
         * @param advisory the id, or null
         * @return this
         */
        public Builder advisory(@Nullable String advisory) {
            this.advisory = advisory;
            return this;
        }

        /**
         * Sets when it was raised.
         *
         * @param createdAt the time, or null
         * @return this
         */
        public Builder createdAt(@Nullable Instant createdAt) {
            this.createdAt = createdAt;
            return this;
        }

        /**
         * Sets when it last changed.
         *
         * @param updatedAt the time, or null
         * @return this
         */
        public Builder updatedAt(@Nullable Instant updatedAt) {
            this.updatedAt = updatedAt;
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
         * Makes the alert.
         *
         * @return the alert
         */
        public SecurityAlert build() {
            return new SecurityAlert(new State(
                    id,
                    project,
                    alertState,
                    severity,
                    summary,
                    url,
                    Optional.ofNullable(packageName),
                    Optional.ofNullable(advisory),
                    Optional.ofNullable(createdAt),
                    Optional.ofNullable(updatedAt),
                    Collections.unmodifiableMap(new TreeMap<>(attributes))));
        }
    }
}
