package dev.issuelink.model;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An issue that is to be opened. What it leaves out is taken from the tracker's configuration. */
public final class IssueDraft {
    private record State(
            String title,
            String body,
            Optional<String> project,
            Optional<String> issueType,
            Optional<Priority> priority,
            Optional<String> milestone,
            List<String> labels,
            List<String> assignees,
            Map<String, String> fields) {}

    private final State state;

    private IssueDraft(State state) {
        this.state = state;
    }

    /**
     * Starts a draft.
     *
     * @param title one line of plain text, not blank
     * @return a builder
     */
    public static Builder builder(String title) {
        return new Builder(title);
    }

    /**
     * Starts a copy that differs in what is set on the builder.
     *
     * @param title the title of the copy
     * @return a builder filled from this draft
     */
    public Builder toBuilder(String title) {
        var copy = builder(title)
                .body(state.body)
                .project(state.project.orElse(null))
                .issueType(state.issueType.orElse(null))
                .priority(state.priority.orElse(null))
                .milestone(state.milestone.orElse(null))
                .labels(state.labels)
                .assignees(state.assignees);
        state.fields.forEach(copy::field);
        return copy;
    }

    /**
     * The title.
     *
     * @return one line of plain text, not blank
     */
    public String title() {
        return state.title;
    }

    /**
     * The description.
     *
     * @return CommonMark with GitHub's extensions; may be empty
     */
    public String body() {
        return state.body;
    }

    /**
     * The project to open it in.
     *
     * @return the project's id in the tracker, or empty for the configured one
     */
    public Optional<String> project() {
        return state.project;
    }

    /**
     * The tracker's own type of issue.
     *
     * @return the type, or empty for the configured one
     */
    public Optional<String> issueType() {
        return state.issueType;
    }

    /**
     * How urgent it is.
     *
     * @return the priority, or empty
     */
    public Optional<Priority> priority() {
        return state.priority;
    }

    /**
     * What it is planned for.
     *
     * @return the milestone's id, see {@link Milestone#id()}, or empty
     */
    public Optional<String> milestone() {
        return state.milestone;
    }

    /**
     * The labels besides the configured ones.
     *
     * @return the names, without duplicates, in order
     */
    public List<String> labels() {
        return state.labels;
    }

    /**
     * Who is to be assigned.
     *
     * @return names or ids as the tracker takes them, without duplicates, in order
     */
    public List<String> assignees() {
        return state.assignees;
    }

    /**
     * The tracker's own further fields.
     *
     * @return values by field name or id
     */
    public Map<String, String> fields() {
        return state.fields;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof IssueDraft that && state.equals(that.state);
    }

    @Override
    public int hashCode() {
        return state.hashCode();
    }

    @Override
    public String toString() {
        return "IssueDraft[" + state.title.length() + " characters of title, " + state.body.length() + " of body]";
    }

    /** Collects what a draft says. Not for several threads. */
    public static final class Builder {
        private final String title;
        private final LinkedHashSet<String> labels = new LinkedHashSet<>();
        private final LinkedHashSet<String> assignees = new LinkedHashSet<>();
        private final Map<String, String> fields = new LinkedHashMap<>();
        private String body = "";
        private @Nullable String project;
        private @Nullable String issueType;
        private @Nullable Priority priority;
        private @Nullable String milestone;

        private Builder(String title) {
            this.title = Checks.notBlank(title, "title");
        }

        /**
         * Sets the description.
         *
         * @param body CommonMark with GitHub's extensions
         * @return this
         */
        public Builder body(String body) {
            this.body = Objects.requireNonNull(body, "body");
            return this;
        }

        /**
         * Sets the project to open it in.
         *
         * @param project the project's id, or null for the configured one
         * @return this
         */
        public Builder project(@Nullable String project) {
            this.project = project;
            return this;
        }

        /**
         * Sets the tracker's own type of issue.
         *
         * @param issueType the type, or null for the configured one
         * @return this
         */
        public Builder issueType(@Nullable String issueType) {
            this.issueType = issueType;
            return this;
        }

        /**
         * Sets how urgent it is.
         *
         * @param priority the priority, or null
         * @return this
         */
        public Builder priority(@Nullable Priority priority) {
            this.priority = priority;
            return this;
        }

        /**
         * Sets what it is planned for.
         *
         * @param milestone the milestone's id, or null
         * @return this
         */
        public Builder milestone(@Nullable String milestone) {
            this.milestone = milestone;
            return this;
        }

        /**
         * Adds labels.
         *
         * @param names their names
         * @return this
         */
        public Builder labels(Iterable<String> names) {
            names.forEach(name -> labels.add(Checks.notBlank(name, "label")));
            return this;
        }

        /**
         * Adds assignees.
         *
         * @param names names or ids as the tracker takes them
         * @return this
         */
        public Builder assignees(Iterable<String> names) {
            names.forEach(name -> assignees.add(Checks.notBlank(name, "assignee")));
            return this;
        }

        /**
         * Sets one of the tracker's own further fields.
         *
         * @param name the field's name or id
         * @param value its value
         * @return this
         */
        public Builder field(String name, String value) {
            fields.put(Checks.notBlank(name, "name"), Objects.requireNonNull(value, "value"));
            return this;
        }

        /**
         * Makes the draft.
         *
         * @return the draft
         */
        public IssueDraft build() {
            return new IssueDraft(new State(
                    title,
                    body,
                    Optional.ofNullable(project),
                    Optional.ofNullable(issueType),
                    Optional.ofNullable(priority),
                    Optional.ofNullable(milestone),
                    List.copyOf(labels),
                    List.copyOf(assignees),
                    Collections.unmodifiableMap(new LinkedHashMap<>(fields))));
        }
    }
}
