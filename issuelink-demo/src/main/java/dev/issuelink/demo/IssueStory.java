package dev.issuelink.demo;

import dev.issuelink.IssueLinkManager;
import dev.issuelink.model.IssueDraft;
import dev.issuelink.model.IssueReference;
import dev.issuelink.model.ObjectReference;
import java.time.Duration;
import java.util.List;

/** Opens an issue about an object and comments on it, as a host does for one of its users. */
final class IssueStory {
    static final Duration PATIENCE = Patience.LIMIT;

    private static final String BODY = """
            The nightly comparison found `%s` changed since the last release.

            | | |
            |---|---|
            | kind | %s |
            | found by | the IssueLink demo |

            Please confirm the change, or have it undone.
            """;

    private final Console console;
    private final IssueLinkManager manager;

    IssueStory(Console console, IssueLinkManager manager) {
        this.console = console;
        this.manager = manager.actingAs("demo");
    }

    /** The write is stored first and carried out afterwards; a host need not wait for it. */
    IssueReference open(String tracker, ObjectReference object) {
        var draft = IssueDraft.builder("Drift: " + object.name() + " differs from the last release")
                .body(BODY.formatted(object.name(), object.type()))
                .build();
        var issue = manager.createIssue(tracker, draft, List.of(object)).await(PATIENCE);
        console.line("  opened   %s %s".formatted(issue.displayKey(), issue.url()));
        return issue;
    }

    void comment(IssueReference issue) {
        var comment =
                manager.addComment(issue, "The comparison runs again tonight.").await(PATIENCE);
        console.line("  comment  " + comment.body());
    }
}
