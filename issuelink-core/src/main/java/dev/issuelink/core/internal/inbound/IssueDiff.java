package dev.issuelink.core.internal.inbound;

import dev.issuelink.model.Issue;
import dev.issuelink.model.Milestone;
import dev.issuelink.model.User;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What differs between two sights of an issue, in what matters to people. Counters and reactions do not. */
final class IssueDiff {
    private IssueDiff() {}

    /** The names of the fields that differ, in a fixed order. */
    static List<String> fields(Issue before, Issue after) {
        var fields = new ArrayList<String>();
        compare(fields, "title", before, after, Issue::title);
        compare(fields, "body", before, after, Issue::body);
        compare(fields, "status", before, after, Issue::status);
        compare(
                fields,
                "labels",
                before,
                after,
                issue -> new HashSet<>(issue.reference().labels()));
        compare(
                fields,
                "assignees",
                before,
                after,
                issue -> issue.assignees().stream().map(User::id).collect(Collectors.toSet()));
        compare(fields, "milestone", before, after, issue -> issue.milestone().map(Milestone::id));
        compare(fields, "priority", before, after, issue -> issue.reference().priority());
        compare(fields, "issueType", before, after, Issue::issueType);
        compare(fields, "place", before, after, issue -> issue.reference().url());
        return fields;
    }

    private static void compare(
            List<String> fields, String name, Issue before, Issue after, Function<Issue, Object> value) {
        if (!Objects.equals(value.apply(before), value.apply(after))) {
            fields.add(name);
        }
    }
}
