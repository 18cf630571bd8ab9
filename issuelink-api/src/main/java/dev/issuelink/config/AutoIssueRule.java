package dev.issuelink.config;

import dev.issuelink.event.EventType;
import dev.issuelink.model.Priority;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Which event, under which condition, becomes an issue, where, and how it looks. */
public final class AutoIssueRule {
    private record State(
            String name,
            boolean enabled,
            EventType event,
            Optional<String> condition,
            List<String> trackers,
            String template,
            Optional<Priority> priority,
            Optional<String> assignee,
            Optional<String> project,
            Optional<String> issueType,
            List<String> labels) {}

    private final State state;

    private AutoIssueRule(State state) {
        this.state = state;
    }

    /**
     * Starts a rule.
     *
     * @param name its name, unique in the configuration
     * @param event which event
     * @param template the name of the template
     * @param trackers the names of the trackers, at least one
     * @return a builder
     */
    public static Builder builder(String name, EventType event, String template, List<String> trackers) {
        return new Builder(name, event, template, trackers);
    }

    /**
     * Its name, unique in the configuration.
     *
     * @return the name
     */
    public String name() {
        return state.name;
    }

    /**
     * Whether it is used at all.
     *
     * @return false if it is only kept for later
     */
    public boolean enabled() {
        return state.enabled;
    }

    /**
     * Which event.
     *
     * @return the type
     */
    public EventType event() {
        return state.event;
    }

    /**
     * The condition on the event's attributes.
     *
     * @return an expression such as {@code impact.downtime_minutes > 0}, or empty for always
     */
    public Optional<String> condition() {
        return state.condition;
    }

    /**
     * Where the issue is opened; one in each.
     *
     * @return the names of the trackers, at least one
     */
    public List<String> trackers() {
        return state.trackers;
    }

    /**
     * The name of the template.
     *
     * @return the name
     */
    public String template() {
        return state.template;
    }

    /**
     * How urgent the issue is.
     *
     * @return the priority, or empty
     */
    public Optional<Priority> priority() {
        return state.priority;
    }

    /**
     * Who is assigned.
     *
     * @return a user's name, or a {@code @team} that is mapped to one, or empty
     */
    public Optional<String> assignee() {
        return state.assignee;
    }

    /**
     * The project.
     *
     * @return the project's id, or empty for the tracker's own
     */
    public Optional<String> project() {
        return state.project;
    }

    /**
     * The tracker's own type of issue.
     *
     * @return the type, or empty for the tracker's own default
     */
    public Optional<String> issueType() {
        return state.issueType;
    }

    /**
     * Labels besides the tracker's.
     *
     * @return their names
     */
    public List<String> labels() {
        return state.labels;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof AutoIssueRule that && state.equals(that.state);
    }

    @Override
    public int hashCode() {
        return state.hashCode();
    }

    @Override
    public String toString() {
        return "AutoIssueRule[" + state.name + ", " + state.event + " -> " + state.trackers + "]";
    }

    /** Collects what a rule says. Not for several threads. */
    public static final class Builder {
        private final String name;
        private final EventType event;
        private final String template;
        private final List<String> trackers;
        private boolean enabled = true;
        private List<String> labels = List.of();
        private @Nullable String condition;
        private @Nullable Priority priority;
        private @Nullable String assignee;
        private @Nullable String project;
        private @Nullable String issueType;

        private Builder(String name, EventType event, String template, List<String> trackers) {
            this.name = Objects.requireNonNull(name, "name");
            this.event = Objects.requireNonNull(event, "event");
            this.template = Objects.requireNonNull(template, "template");
            this.trackers = List.copyOf(trackers);
            if (this.trackers.isEmpty()) {
                throw new IllegalArgumentException("A rule needs at least one tracker");
            }
        }

        /**
         * Sets whether it is used at all.
         *
         * @param enabled whether
         * @return this
         */
        public Builder enabled(boolean enabled) {
            this.enabled = enabled;
            return this;
        }

        /**
         * Sets the condition.
         *
         * @param condition an expression on the event's attributes, or null for always
         * @return this
         */
        public Builder condition(@Nullable String condition) {
            this.condition = condition;
            return this;
        }

        /**
         * Sets how urgent the issue is.
         *
         * @param priority the priority, or null
         * @return this
         */
        public Builder priority(@Nullable Priority priority) {
            this.priority = priority;
            return this;
        }

        /**
         * Sets who is assigned.
         *
         * @param assignee a user's name or a {@code @team}, or null
         * @return this
         */
        public Builder assignee(@Nullable String assignee) {
            this.assignee = assignee;
            return this;
        }

        /**
         * Sets the project.
         *
         * @param project the project's id, or null for the tracker's own
         * @return this
         */
        public Builder project(@Nullable String project) {
            this.project = project;
            return this;
        }

        /**
         * Sets the tracker's own type of issue.
         *
         * @param issueType the type, or null for the tracker's own default
         * @return this
         */
        public Builder issueType(@Nullable String issueType) {
            this.issueType = issueType;
            return this;
        }

        /**
         * Sets labels besides the tracker's.
         *
         * @param labels their names
         * @return this
         */
        public Builder labels(List<String> labels) {
            this.labels = List.copyOf(labels);
            return this;
        }

        /**
         * Makes the rule.
         *
         * @return the rule
         */
        public AutoIssueRule build() {
            return new AutoIssueRule(new State(
                    name,
                    enabled,
                    event,
                    Optional.ofNullable(condition),
                    trackers,
                    template,
                    Optional.ofNullable(priority),
                    Optional.ofNullable(assignee),
                    Optional.ofNullable(project),
                    Optional.ofNullable(issueType),
                    labels));
        }
    }
}
