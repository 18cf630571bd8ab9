package dev.issuelink.verify.github;

import dev.issuelink.config.SecretReference;
import dev.issuelink.model.AttachmentUpload;
import dev.issuelink.model.Change;
import dev.issuelink.model.Issue;
import dev.issuelink.model.IssueChanges;
import dev.issuelink.model.IssueDraft;
import dev.issuelink.model.IssueReference;
import dev.issuelink.model.Marker;
import dev.issuelink.model.SearchQuery;
import dev.issuelink.model.StatusCategory;
import dev.issuelink.model.TargetStatus;
import dev.issuelink.spi.IssueTrackerAdapter;
import dev.issuelink.spi.MissedDelivery;
import dev.issuelink.spi.WebhookConfig;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;

/** Everything that an adapter can be asked, by name. */
final class Operations {
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final Marker MARKER = new Marker("marker-of-the-test");

    private final IssueTrackerAdapter adapter;
    private final IssueReference issue;
    private final Map<String, Callable<Object>> all = new LinkedHashMap<>();

    private Operations(IssueTrackerAdapter adapter, Issue issue) {
        this.adapter = adapter;
        this.issue = issue.reference();
    }

    static Map<String, Callable<Object>> of(IssueTrackerAdapter adapter, Issue issue) {
        var operations = new Operations(adapter, issue);
        operations.reads();
        operations.writes();
        operations.webhooks();
        return operations.all;
    }

    private void reads() {
        all.put("testConnection", adapter::testConnection);
        all.put("capabilities", adapter::capabilities);
        all.put("getIssue", () -> adapter.getIssue(issue));
        all.put("findIssue", () -> adapter.findIssue(null, "#1"));
        all.put(
                "searchIssues",
                () -> adapter.searchIssues(SearchQuery.text("drift")).stream().toList());
        all.put(
                "getIssuesByLabel",
                () -> adapter.getIssuesByLabel("bug").stream().toList());
        all.put("changes", () -> adapter.changes(null));
        all.put("findByMarker", () -> adapter.findByMarker(MARKER, START, null));
        all.put("securityAlerts", () -> adapter.securityAlerts(null));
        all.put(
                "getComments",
                () -> adapter.comments().getComments(issue, null).stream().toList());
        all.put("comment findByMarker", () -> adapter.comments().findByMarker(issue, MARKER, START));
        all.put("getProjects", () -> adapter.directory().getProjects().stream().toList());
        all.put("getLabels", () -> adapter.directory().getLabels(null).stream().toList());
        all.put("getUsers", () -> adapter.directory().getUsers(null).stream().toList());
    }

    private void writes() {
        var draft = IssueDraft.builder("Drift")
                .body("of @acme")
                .labels(java.util.List.of("bug"))
                .build();
        all.put("createIssue", () -> adapter.createIssue(draft, MARKER));
        all.put(
                "updateIssue",
                () -> adapter.updateIssue(
                        issue,
                        IssueChanges.builder()
                                .body(Change.set("again"))
                                .status(TargetStatus.of(StatusCategory.OPEN))
                                .addLabel("new")
                                .build()));
        all.put("addComment", () -> adapter.comments().addComment(issue, "looked", MARKER));
        all.put("updateComment", () -> adapter.comments().updateComment(issue, "7", "looked again"));
        all.put("deleteComment", () -> nothing(() -> adapter.comments().deleteComment(issue, "7")));
        all.put(
                "attachFile",
                () -> adapter.attachFile(
                        issue, new AttachmentUpload("a.txt", "text/plain", Path.of("a.txt"), "a file")));
        all.put("transferIssue", () -> adapter.transferIssue(issue, "acme/nowhere"));
    }

    private void webhooks() {
        var webhooks = adapter.webhooks();
        var config = new WebhookConfig(URI.create("https://host.example/hook"), new SecretReference("HOOK"));
        all.put("registerWebhook", () -> webhooks.registerWebhook(config));
        all.put("getWebhooks", () -> webhooks.getWebhooks().stream().toList());
        all.put(
                "missedDeliveries",
                () -> webhooks.missedDeliveries("1", START).stream().toList());
        all.put(
                "redeliver",
                () -> nothing(() -> webhooks.redeliver("1", new MissedDelivery("2", "guid", "issues", START))));
        all.put("unregisterWebhook", () -> nothing(() -> webhooks.unregisterWebhook("1")));
        all.put("deleteIssue", () -> nothing(() -> adapter.deleteIssue(issue)));
    }

    private static String nothing(Runnable work) {
        work.run();
        return "done";
    }
}
