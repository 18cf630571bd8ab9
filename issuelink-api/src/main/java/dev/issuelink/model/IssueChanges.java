package dev.issuelink.model;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What should change of an issue. What is not mentioned is kept. Labels and assignees are added and removed one by one,
 * so that what people put there meanwhile stays.
 */
public final class IssueChanges {
    private record State(
            Change<String> title,
            Change<String> body,
            Change<TargetStatus> status,
            Change<Priority> priority,
            Change<String> milestone,
            Change<String> issueType,
            Set<String> addedLabels,
            Set<String> removedLabels,
            Set<String> addedAssignees,
            Set<String> removedAssignees,
            Map<String, Change<String>> fields) {}

    private final State state;

    private IssueChanges(State state) {
        this.state = state;
    }

    /**
     * Starts changes that change nothing.
     *
     * @return a builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * The change of the title.
     *
     * @return set or keep; a title cannot be cleared
     */
    public Change<String> title() {
        return state.title;
    }

    /**
     * The change of the description.
     *
     * @return the change
     */
    public Change<String> body() {
        return state.body;
    }

    /**
     * The change of the status.
     *
     * @return set or keep; a status cannot be cleared
     */
    public Change<TargetStatus> status() {
        return state.status;
    }

    /**
     * The change of the priority.
     *
     * @return the change
     */
    public Change<Priority> priority() {
        return state.priority;
    }

    /**
     * The change of the milestone, by {@link Milestone#id()}.
     *
     * @return the change
     */
    public Change<String> milestone() {
        return state.milestone;
    }

    /**
     * The change of the tracker's own type of issue.
     *
     * @return the change
     */
    public Change<String> issueType() {
        return state.issueType;
    }

    /**
     * Labels to add.
     *
     * @return their names, in order
     */
    public Set<String> addedLabels() {
        return state.addedLabels;
    }

    /**
     * Labels to remove.
     *
     * @return their names, in order
     */
    public Set<String> removedLabels() {
        return state.removedLabels;
    }

    /**
     * Users to assign.
     *
     * @return names or ids as the tracker takes them, in order
     */
    public Set<String> addedAssignees() {
        return state.addedAssignees;
    }

    /**
     * Users who are no longer to be assigned.
     *
     * @return names or ids as the tracker takes them, in order
     */
    public Set<String> removedAssignees() {
        return state.removedAssignees;
    }

    /**
     * The changes of the tracker's own further fields.
     *
     * @return changes by field name or id
     */
    public Map<String, Change<String>> fields() {
        return state.fields;
    }

    /**
     * Whether nothing changes at all.
     *
     * @return true if every field is kept
     */
    public boolean isEmpty() {
        return List.of(state.title, state.body, state.status, state.priority, state.milestone, state.issueType).stream()
                        .allMatch(Change::isKeep)
                && List.of(
                                state.addedLabels,
                                state.removedLabels,
                                state.addedAssignees,
                                state.removedAssignees,
                                state.fields.keySet())
                        .stream()
                        .allMatch(Set::isEmpty);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof IssueChanges that && state.equals(that.state);
    }

    @Override
    public int hashCode() {
        return state.hashCode();
    }

    @Override
    public String toString() {
        return "IssueChanges[title %s, body %s, status %s, labels +%d -%d, assignees +%d -%d]"
                .formatted(
                        state.title,
                        state.body,
                        state.status,
                        state.addedLabels.size(),
                        state.removedLabels.size(),
                        state.addedAssignees.size(),
                        state.removedAssignees.size());
    }

    /** Collects what should change. Not for several threads. */
    public static final class Builder {
        private final LinkedHashSet<String> addedLabels = new LinkedHashSet<>();
        private final LinkedHashSet<String> removedLabels = new LinkedHashSet<>();
        private final LinkedHashSet<String> addedAssignees = new LinkedHashSet<>();
        private final LinkedHashSet<String> removedAssignees = new LinkedHashSet<>();
        private final Map<String, Change<String>> fields = new LinkedHashMap<>();
        private Change<String> title = Change.keep();
        private Change<String> body = Change.keep();
        private Change<TargetStatus> status = Change.keep();
        private Change<Priority> priority = Change.keep();
        private Change<String> milestone = Change.keep();
        private Change<String> issueType = Change.keep();

        private Builder() {}

        /**
         * Sets the title.
         *
         * @param title one line of plain text, not blank
         * @return this
         */
        public Builder title(String title) {
            this.title = Change.set(Checks.notBlank(title, "title"));
            return this;
        }

        /**
         * Changes the description.
         *
         * @param body the change; CommonMark with GitHub's extensions
         * @return this
         */
        public Builder body(Change<String> body) {
            this.body = Objects.requireNonNull(body, "body");
            return this;
        }

        /**
         * Sets the status.
         *
         * @param status the status to reach
         * @return this
         */
        public Builder status(TargetStatus status) {
            this.status = Change.set(status);
            return this;
        }

        /**
         * Changes the priority.
         *
         * @param priority the change
         * @return this
         */
        public Builder priority(Change<Priority> priority) {
            this.priority = Objects.requireNonNull(priority, "priority");
            return this;
        }

        /**
         * Changes the milestone.
         *
         * @param milestone the change, by {@link Milestone#id()}
         * @return this
         */
        public Builder milestone(Change<String> milestone) {
            this.milestone = Objects.requireNonNull(milestone, "milestone");
            return this;
        }

        /**
         * Changes the tracker's own type of issue.
         *
         * @param issueType the change
         * @return this
         */
        public Builder issueType(Change<String> issueType) {
            this.issueType = Objects.requireNonNull(issueType, "issueType");
            return this;
        }

        /**
         * Adds a label.
         *
         * @param name its name
         * @return this
         */
        public Builder addLabel(String name) {
            return move(name, removedLabels, addedLabels);
        }

        /**
         * Removes a label.
         *
         * @param name its name
         * @return this
         */
        public Builder removeLabel(String name) {
            return move(name, addedLabels, removedLabels);
        }

        /**
         * Assigns a user.
         *
         * @param name name or id as the tracker takes it
         * @return this
         */
        public Builder addAssignee(String name) {
            return move(name, removedAssignees, addedAssignees);
        }

        /**
         * Takes a user's assignment back.
         *
         * @param name name or id as the tracker takes it
         * @return this
         */
        public Builder removeAssignee(String name) {
            return move(name, addedAssignees, removedAssignees);
        }

        /**
         * Changes one of the tracker's own further fields.
         *
         * @param name the field's name or id
         * @param change the change
         * @return this
         */
        public Builder field(String name, Change<String> change) {
            fields.put(Checks.notBlank(name, "name"), Objects.requireNonNull(change, "change"));
            return this;
        }

        /**
         * Makes the changes.
         *
         * @return the changes
         */
        public IssueChanges build() {
            return new IssueChanges(new State(
                    title,
                    body,
                    status,
                    priority,
                    milestone,
                    issueType,
                    copy(addedLabels),
                    copy(removedLabels),
                    copy(addedAssignees),
                    copy(removedAssignees),
                    Collections.unmodifiableMap(new LinkedHashMap<>(fields))));
        }

        private Builder move(String name, Set<String> from, Set<String> to) {
            Checks.notBlank(name, "name");
            from.remove(name);
            to.add(name);
            return this;
        }

        private static Set<String> copy(Set<String> names) {
            return Collections.unmodifiableSet(new LinkedHashSet<>(names));
        }
    }
}
