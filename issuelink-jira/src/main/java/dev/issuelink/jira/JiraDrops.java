package dev.issuelink.jira;

import dev.issuelink.model.DroppedField;
import dev.issuelink.model.Issue;
import dev.issuelink.model.Label;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Collects what a write asked for and did not get. For one write and one thread. */
final class JiraDrops {
    private static final int LONGEST_VALUE = 100;

    private final List<DroppedField> dropped = new ArrayList<>();

    void add(String field, String value, String reason) {
        dropped.add(new DroppedField(field, clip(value), reason));
    }

    void addCut(String field, JiraText.Written written, String original) {
        if (written.cut()) {
            add(field, original, "It is longer than Jira takes, or not one line of text, and was cut.");
        }
    }

    List<DroppedField> all() {
        return dropped;
    }

    /** Labels that were written and are not there. */
    void missingLabels(Collection<String> wanted, Issue stored) {
        var there = stored.labels().stream().map(Label::name).toList();
        wanted.stream()
                .filter(label -> !there.contains(label))
                .forEach(label -> add("labels", label, "Jira left it out without saying why."));
    }

    private static String clip(String value) {
        return value.codePointCount(0, value.length()) <= LONGEST_VALUE
                ? value
                : value.substring(0, value.offsetByCodePoints(0, LONGEST_VALUE - 1)) + "…";
    }
}
