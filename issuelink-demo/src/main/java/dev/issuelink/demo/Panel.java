package dev.issuelink.demo;

import dev.issuelink.model.IssueReference;
import dev.issuelink.model.IssueStatus;
import dev.issuelink.model.ObjectReference;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** The panel of an object's linked issues: what a host shows beside a table, without asking the tracker. */
final class Panel {
    private static final int WIDTH = 76;
    private static final int MOST_ISSUES = 3;
    private static final Comparator<IssueReference> NEWEST_FIRST = Comparator.comparing(
                    (IssueReference issue) -> issue.updatedAt().orElse(Instant.MIN))
            .reversed();

    private Panel() {}

    static List<String> of(ObjectReference object, List<IssueReference> issues) {
        var kind = object.type().name().toLowerCase(Locale.ROOT);
        var lines = new ArrayList<String>();
        lines.add("┌" + "─".repeat(WIDTH + 2) + "┐");
        lines.add(row("Linked issues of %s %s (%d)".formatted(kind, object.name(), issues.size())));
        issues.stream().sorted(NEWEST_FIRST).limit(MOST_ISSUES).forEach(issue -> {
            lines.add("├" + "─".repeat(WIDTH + 2) + "┤");
            lines.add(row(issue.displayKey() + " " + issue.title().orElse("(not read yet)")));
            lines.add(row("   Status: %s | Assignee: %s".formatted(status(issue), assignee(issue))));
        });
        if (issues.size() > MOST_ISSUES) {
            lines.add("├" + "─".repeat(WIDTH + 2) + "┤");
            lines.add(row("and %d more".formatted(issues.size() - MOST_ISSUES)));
        }
        lines.add("└" + "─".repeat(WIDTH + 2) + "┘");
        return lines;
    }

    private static String row(String text) {
        return "│ " + PlainText.fit(text, WIDTH) + " │";
    }

    private static String status(IssueReference issue) {
        return issue.status().map(Panel::words).orElse("unknown");
    }

    private static String words(IssueStatus status) {
        var why = status.resolution().map(reason -> " (" + reason.name().toLowerCase(Locale.ROOT) + ")");
        return status.name() + why.orElse("");
    }

    private static String assignee(IssueReference issue) {
        return issue.assignee().orElse("nobody");
    }
}
