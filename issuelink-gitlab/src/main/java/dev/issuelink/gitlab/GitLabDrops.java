package dev.issuelink.gitlab;

import dev.issuelink.model.DroppedField;
import dev.issuelink.model.Issue;
import dev.issuelink.model.Label;
import dev.issuelink.model.Milestone;
import dev.issuelink.model.User;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Collects what a write asked for and did not get. GitLab answers 201 or 200 and silently leaves out labels, assignees and
 * milestone if the account's role is too low, and assignees beyond the first where the plan allows one. For one write and
 * one thread.
 */
final class GitLabDrops {
    private static final String NO_ROLE =
            "GitLab left it out without saying why; the account most likely lacks a role in"
                    + " the project, at least Planner or Reporter.";
    private static final String NO_ASSIGNEE = "GitLab left it out without saying why; the person may lack access to the"
            + " project, or the plan allows one assignee only.";
    private static final int LONGEST_VALUE = 100;

    private final List<DroppedField> dropped = new ArrayList<>();

    void add(String field, String value, String reason) {
        dropped.add(new DroppedField(field, clip(value), reason));
    }

    void addCut(String field, GitLabText.Written written, String original) {
        if (written.cut()) {
            add(field, original, "It is longer than GitLab takes, or not one line of text, and was cut.");
        }
    }

    List<DroppedField> all() {
        return dropped;
    }

    void missingLabels(Collection<String> wanted, Issue stored) {
        missing("labels", wanted, labels(stored), NO_ROLE);
    }

    void remainingLabels(Collection<String> unwanted, Issue stored) {
        remaining("labels", unwanted, labels(stored));
    }

    void missingAssignees(Collection<String> wanted, Issue stored) {
        missing("assignees", wanted, assignees(stored), NO_ASSIGNEE);
    }

    void remainingAssignees(Collection<String> unwanted, Issue stored) {
        remaining("assignees", unwanted, assignees(stored));
    }

    void missingMilestone(Optional<String> wanted, Issue stored) {
        missing(
                "milestone",
                wanted.stream().toList(),
                stored.milestone().map(Milestone::id).stream().toList(),
                NO_ROLE);
    }

    void missingType(Optional<String> wanted, Issue stored) {
        missing(
                "issueType",
                wanted.stream().toList(),
                stored.issueType().stream().toList(),
                NO_ROLE);
    }

    /** One of GitLab's own further fields. */
    void missingField(String name, String wanted, Optional<String> stored) {
        missing(name, List.of(wanted), stored.stream().toList(), NO_ROLE);
    }

    private void missing(String field, Collection<String> wanted, Collection<String> stored, String reason) {
        wanted.stream()
                .filter(value -> stored.stream().noneMatch(value::equalsIgnoreCase))
                .forEach(value -> add(field, value, reason));
    }

    private void remaining(String field, Collection<String> unwanted, Collection<String> stored) {
        unwanted.stream()
                .filter(value -> stored.stream().anyMatch(value::equalsIgnoreCase))
                .forEach(value -> add(field, value, "It was to be removed, but is still there: " + NO_ROLE));
    }

    private static List<String> labels(Issue stored) {
        return stored.labels().stream().map(Label::name).toList();
    }

    private static List<String> assignees(Issue stored) {
        return stored.assignees().stream().map(User::username).toList();
    }

    private static String clip(String value) {
        return value.codePointCount(0, value.length()) <= LONGEST_VALUE
                ? value
                : value.substring(0, value.offsetByCodePoints(0, LONGEST_VALUE - 1)) + "…";
    }
}
