package dev.issuelink.testkit.github;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The query parameters of the issue list. */
final class IssueFilter {

    private IssueFilter() {}

    static boolean matches(Call call, Issue issue) {
        return state(call, issue)
                && since(call.since(), issue.updatedAt)
                && labels(call.query("labels"), issue)
                && assignee(call.query("assignee"), issue)
                && creator(call.query("creator"), issue)
                && milestone(call.query("milestone"), issue);
    }

    /** Inclusive; but from the epoch nothing is found, as on GitHub. */
    static boolean since(@Nullable Instant since, Instant updatedAt) {
        return since == null || (!since.equals(Instant.EPOCH) && !updatedAt.isBefore(since));
    }

    private static boolean state(Call call, Issue issue) {
        String state = call.query("state", "open");
        return state.equals("all") || state.equals(issue.state());
    }

    private static boolean labels(@Nullable String labels, Issue issue) {
        if (labels == null || labels.isEmpty()) {
            return true;
        }
        for (String label : labels.split(",", -1)) {
            if (!label.isBlank() && !issue.hasLabel(label.trim())) {
                return false;
            }
        }
        return true;
    }

    private static boolean assignee(@Nullable String login, Issue issue) {
        if (login == null) {
            return true;
        }
        return switch (login) {
            case "none" -> issue.assignees.isEmpty();
            case "*" -> !issue.assignees.isEmpty();
            default -> issue.hasAssignee(login);
        };
    }

    private static boolean creator(@Nullable String login, Issue issue) {
        return login == null || (issue.user != null && issue.user.is(login));
    }

    private static boolean milestone(@Nullable String number, Issue issue) {
        if (number == null) {
            return true;
        }
        return switch (number) {
            case "none" -> issue.milestone == null;
            case "*" -> issue.milestone != null;
            default -> number.equals(String.valueOf(issue.milestone));
        };
    }
}
