package dev.issuelink.config;

import dev.issuelink.event.EventType;
import dev.issuelink.model.Priority;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Which event, under which condition, becomes an issue, where, how it looks, and what becomes of it later. */
public final class AutoIssueRule {
    /** How long after an issue was closed it is opened again when its problem returns, unless configured otherwise. */
    public static final Duration DEFAULT_REOPEN_WITHIN = Duration.ofDays(14);

    /** How long recurrences are gathered into one comment, unless configured otherwise. */
    public static final Duration DEFAULT_COMMENT_EVERY = Duration.ofMinutes(60);

    /** How many issues a rule may open, unless configured otherwise. */
    public static final IssueBudget DEFAULT_BUDGET = IssueBudget.perHour(20);

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
            List<String> labels,
            Course course) {}

    /** What becomes of the issue: how problems are told apart, and what follows when one returns, or is over. */
    private record Course(
            Optional<String> fingerprint,
            ResolutionPolicy whenResolved,
            Duration reopenWithin,
            Duration commentEvery,
            IssueBudget budget) {}

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
     * Starts a copy that differs in what is set on the builder.
     *
     * @return a builder filled from this rule
     */
    public Builder toBuilder() {
        return builder(state.name, state.event, state.template, state.trackers)
                .enabled(state.enabled)
                .condition(state.condition.orElse(null))
                .priority(state.priority.orElse(null))
                .assignee(state.assignee.orElse(null))
                .project(state.project.orElse(null))
                .issueType(state.issueType.orElse(null))
                .labels(state.labels)
                .fingerprint(state.course.fingerprint.orElse(null))
                .whenResolved(state.course.whenResolved)
                .reopenWithin(state.course.reopenWithin)
                .commentEvery(state.course.commentEvery)
                .budget(state.course.budget);
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
     * The condition on the event's attributes. If the event does not have what it asks for, no issue is opened.
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

    /**
     * What tells the problems of one object apart: events with the same text are one problem and share an issue.
     *
     * @return a text with {@code {{path}}} in the places of attributes, such as {@code {{query.fingerprint}}}; empty for
     *     what the event type itself is told apart by
     */
    public Optional<String> fingerprint() {
        return state.course.fingerprint;
    }

    /**
     * What happens to the issue when the host says that the problem is over.
     *
     * @return the policy
     */
    public ResolutionPolicy whenResolved() {
        return state.course.whenResolved;
    }

    /**
     * How long after it was closed an issue is opened again when its problem returns. Later, there is a new issue that
     * points to the old one.
     *
     * @return the time; zero if no issue is ever opened again
     */
    public Duration reopenWithin() {
        return state.course.reopenWithin;
    }

    /**
     * How long recurrences of an open problem are gathered until one comment tells of them.
     *
     * @return the time, longer than zero
     */
    public Duration commentEvery() {
        return state.course.commentEvery;
    }

    /**
     * How many issues the rule may open; what goes beyond is gathered in one roll-up issue.
     *
     * @return the budget
     */
    public IssueBudget budget() {
        return state.course.budget;
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
        private String name;
        private EventType event;
        private String template;
        private List<String> trackers;
        private boolean enabled = true;
        private List<String> labels = List.of();
        private ResolutionPolicy whenResolved = ResolutionPolicy.CLOSE;
        private Duration reopenWithin = DEFAULT_REOPEN_WITHIN;
        private Duration commentEvery = DEFAULT_COMMENT_EVERY;
        private IssueBudget budget = DEFAULT_BUDGET;
        private @Nullable String condition;
        private @Nullable Priority priority;
        private @Nullable String assignee;
        private @Nullable String project;
        private @Nullable String issueType;
        private @Nullable String fingerprint;

        private Builder(String name, EventType event, String template, List<String> trackers) {
            this.name = Objects.requireNonNull(name, "name");
            this.event = Objects.requireNonNull(event, "event");
            this.template = Objects.requireNonNull(template, "template");
            this.trackers = atLeastOne(trackers);
        }

        /**
         * Sets its name, so that a copy can have another.
         *
         * @param name its name, unique in the configuration
         * @return this
         */
        public Builder name(String name) {
            this.name = Objects.requireNonNull(name, "name");
            return this;
        }

        /**
         * Sets which event.
         *
         * @param event the type
         * @return this
         */
        public Builder event(EventType event) {
            this.event = Objects.requireNonNull(event, "event");
            return this;
        }

        /**
         * Sets the template.
         *
         * @param template the name of the template
         * @return this
         */
        public Builder template(String template) {
            this.template = Objects.requireNonNull(template, "template");
            return this;
        }

        /**
         * Sets where the issue is opened; one in each.
         *
         * @param trackers the names of the trackers, at least one
         * @return this
         * @throws IllegalArgumentException if it is empty
         */
        public Builder trackers(List<String> trackers) {
            this.trackers = atLeastOne(trackers);
            return this;
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
         * Sets what tells the problems of one object apart.
         *
         * @param fingerprint a text with {@code {{path}}} in the places of attributes, or null for what the event type is told apart by
         * @return this
         */
        public Builder fingerprint(@Nullable String fingerprint) {
            this.fingerprint = fingerprint;
            return this;
        }

        /**
         * Sets what happens to the issue when the problem is over.
         *
         * @param whenResolved the policy
         * @return this
         */
        public Builder whenResolved(ResolutionPolicy whenResolved) {
            this.whenResolved = Objects.requireNonNull(whenResolved, "whenResolved");
            return this;
        }

        /**
         * Sets how long after it was closed an issue is opened again.
         *
         * @param reopenWithin the time; zero for never
         * @return this
         * @throws IllegalArgumentException if it is negative
         */
        public Builder reopenWithin(Duration reopenWithin) {
            if (reopenWithin.isNegative()) {
                throw new IllegalArgumentException("reopenWithin must not be negative");
            }
            this.reopenWithin = reopenWithin;
            return this;
        }

        /**
         * Sets how long recurrences are gathered into one comment.
         *
         * @param commentEvery the time, longer than zero
         * @return this
         * @throws IllegalArgumentException if it is zero or negative
         */
        public Builder commentEvery(Duration commentEvery) {
            if (commentEvery.isNegative() || commentEvery.isZero()) {
                throw new IllegalArgumentException("commentEvery must be longer than zero");
            }
            this.commentEvery = commentEvery;
            return this;
        }

        /**
         * Sets how many issues it may open.
         *
         * @param budget the budget
         * @return this
         */
        public Builder budget(IssueBudget budget) {
            this.budget = Objects.requireNonNull(budget, "budget");
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
                    labels,
                    new Course(Optional.ofNullable(fingerprint), whenResolved, reopenWithin, commentEvery, budget)));
        }

        private static List<String> atLeastOne(List<String> trackers) {
            if (trackers.isEmpty()) {
                throw new IllegalArgumentException("A rule needs at least one tracker");
            }
            return List.copyOf(trackers);
        }
    }
}
