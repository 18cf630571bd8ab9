package dev.issuelink.github;

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
 * Collects what a write asked for and did not get. GitHub answers 201 or 200 and silently leaves out labels, assignees,
 * milestone and type if the account has no push access. For one write and one thread.
 */
final class GitHubDrops {
    private static final String NO_ACCESS =
            "GitHub left it out without saying why; the account most likely lacks push access to the repository.";
    private static final int LONGEST_VALUE = 100;

    private final List<DroppedField> dropped = new ArrayList<>();

    void add(String field, String value, String reason) {
        dropped.add(new DroppedField(field, clip(value), reason));
    }

    void addCut(String field, GitHubText.Written written, String original) {
        if (written.cut()) {
            add(field, original, "It is longer than GitHub takes, or not one line of text, and was cut.");
        }
    }

    List<DroppedField> all() {
        return dropped;
    }

    void missingLabels(Collection<String> wanted, Issue stored) {
        missing("labels", wanted, stored.labels().stream().map(Label::name).toList());
    }

    void missingAssignees(Collection<String> wanted, Issue stored) {
        missing(
                "assignees",
                wanted,
                stored.assignees().stream().map(User::username).toList());
    }

    void missingMilestone(Optional<String> wanted, Issue stored) {
        missing(
                "milestone",
                wanted.stream().toList(),
                stored.milestone().stream().map(Milestone::id).toList());
    }

    void missingType(Optional<String> wanted, Issue stored) {
        missing(
                "issueType",
                wanted.stream().toList(),
                stored.issueType().stream().toList());
    }

    void remaining(String field, Collection<String> unwanted, Collection<String> stored) {
        unwanted.stream()
                .filter(value -> stored.stream().anyMatch(value::equalsIgnoreCase))
                .forEach(value -> add(field, value, "It was to be removed, but is still there: " + NO_ACCESS));
    }

    private void missing(String field, Collection<String> wanted, Collection<String> stored) {
        wanted.stream()
                .filter(value -> stored.stream().noneMatch(value::equalsIgnoreCase))
                .forEach(value -> add(field, value, NO_ACCESS));
    }

    private static String clip(String value) {
        return value.codePointCount(0, value.length()) <= LONGEST_VALUE
                ? value
                : value.substring(0, value.offsetByCodePoints(0, LONGEST_VALUE - 1)) + "…";
    }
}
