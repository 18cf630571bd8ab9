package dev.issuelink.verify.jira;

import dev.issuelink.model.AttachmentUpload;
import dev.issuelink.model.Change;
import dev.issuelink.model.Issue;
import dev.issuelink.model.IssueChanges;
import dev.issuelink.model.IssueDraft;
import dev.issuelink.model.IssueReference;
import dev.issuelink.model.Listing;
import dev.issuelink.model.Marker;
import dev.issuelink.model.Priority;
import dev.issuelink.model.Resolution;
import dev.issuelink.model.SearchQuery;
import dev.issuelink.model.StatusCategory;
import dev.issuelink.model.TargetStatus;
import dev.issuelink.spi.IssueTrackerAdapter;
import dev.issuelink.spi.WebhookConfig;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/** Everything that the adapter for Jira Cloud can be asked to do, with what makes it send one thing or another. */
final class JiraWork {
    /** Every construct of Markdown, one behind the other. */
    static final String TEXT = """
            # Drift of `orders`

            Words with **weight**, *stress*, ~~second thoughts~~, `code` and a [link](https://example.org/a?b=c "Title").
            A break,\\
            a mention of @bo, an ![image](https://example.org/a.png) and https://example.org.

            - one
              1. inner
              2. second
            - [x] done
            - [ ] open

            > quoted
            > - list

            > [!WARNING]
            > Take care.

            ```sql
            SELECT 1;
            ```

            | a | b |
            |---|---|
            | 1 | **2** |

            ---
            <details><summary>More</summary>hidden</details>
            """;

    private static final Marker MARKER = new Marker("marker-0001");
    private final IssueTrackerAdapter adapter;

    JiraWork(IssueTrackerAdapter adapter) {
        this.adapter = adapter;
    }

    Issue create(String assignee, String milestone) {
        var draft = IssueDraft.builder("Ours \"quoted\"")
                .body(TEXT)
                .labels(List.of("a/b", "two words"))
                .assignees(List.of(assignee, "nobody"))
                .milestone(milestone)
                .priority(new Priority("P1"))
                .field("Severity", "Low")
                .field("Story", TEXT)
                .field("Budget", "12.5")
                .build();
        return adapter.createIssue(draft, MARKER).stored();
    }

    void update(IssueReference issue, String milestone, String assignee, String other) {
        change(
                IssueChanges.builder()
                        .title("New")
                        .body(Change.set(TEXT + "\nMore."))
                        .status(TargetStatus.of(StatusCategory.IN_PROGRESS))
                        .priority(Change.set(new Priority("P2")))
                        .issueType(Change.set("Bug"))
                        .removeLabel("a/b")
                        .addLabel("new")
                        .removeAssignee(assignee)
                        .addAssignee(other)
                        .milestone(Change.clear())
                        .field("Severity", Change.set("High"))
                        .field("Story", Change.clear())
                        .build(),
                issue);
        change(
                IssueChanges.builder()
                        .body(Change.clear())
                        .status(TargetStatus.done(Resolution.NOT_PLANNED))
                        .milestone(Change.set(milestone))
                        .removeAssignee(other)
                        .build(),
                issue);
        change(
                IssueChanges.builder()
                        .status(TargetStatus.of(StatusCategory.OPEN))
                        .addAssignee("bo@example.com")
                        .build(),
                issue);
    }

    private void change(IssueChanges changes, IssueReference issue) {
        adapter.updateIssue(issue, changes);
    }

    void read(Issue issue, String assignee, Instant now) {
        adapter.getIssue(issue.reference());
        adapter.findIssue(null, issue.reference().displayKey());
        adapter.findByMarker(MARKER, now, null);
        adapter.findByMarker(new Marker("marker-9999"), now, null);
        all(adapter.getIssuesByLabel("a\"b"));
        for (var order : SearchQuery.Order.values()) {
            for (var state : SearchQuery.State.values()) {
                all(adapter.searchIssues(SearchQuery.builder()
                        .text("Ours \"quoted\"")
                        .state(state)
                        .label("a/b")
                        .assignee(assignee)
                        .author(assignee)
                        .updatedSince(Instant.EPOCH)
                        .order(order)
                        .build()));
            }
        }
        var page = adapter.changes(null);
        while (page.more()) {
            page = adapter.changes(page.next());
        }
        adapter.changes(page.next());
    }

    void comment(IssueReference issue) {
        var comment = adapter.comments()
                .addComment(issue, TEXT, new Marker("marker-0002"))
                .stored();
        adapter.comments().addComment(issue, "word ".repeat(14_000), new Marker("marker-0003"));
        adapter.comments().updateComment(issue, comment.id(), "Changed to **this**");
        adapter.comments().findByMarker(issue, MARKER, Instant.EPOCH);
        all(adapter.comments().getComments(issue, null));
        adapter.comments().deleteComment(issue, comment.id());
    }

    void attach(IssueReference issue, Path folder) {
        try {
            var file = Files.writeString(folder.resolve("plan.txt"), "content");
            adapter.attachFile(issue, new AttachmentUpload("größer plan.txt", "text/plain", file, "The plan"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void lookAround() {
        adapter.testConnection();
        all(adapter.directory().getProjects());
        all(adapter.directory().getLabels(null));
        all(adapter.directory().getUsers(null));
    }

    void hooks(WebhookConfig config) {
        var first = adapter.webhooks().registerWebhook(config);
        adapter.webhooks().registerWebhook(config);
        all(adapter.webhooks().getWebhooks());
        adapter.webhooks().unregisterWebhook(first.id());
    }

    static void all(Listing<?> listing) {
        listing.pages().forEachRemaining(page -> {});
    }
}
