package dev.issuelink.demo;

import dev.issuelink.model.Resolution;
import dev.issuelink.testkit.jira.FakeIssueData;
import dev.issuelink.testkit.jira.FakeJira;
import dev.issuelink.testkit.jira.FakeProject;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A Jira Cloud, with one project. It has no pull requests, one assignee at most, no blanks in labels, and keeps texts as
 * documents of a limited size.
 */
final class DemoJira extends FillableTracker {
    private static final String ROBOT = "issuelink";
    private static final String DONE = "Done";
    private static final int LONGEST_TITLE = 255;
    private static final int LONGEST_KEY = 10;
    private static final String CONFIGURATION = """
            {
              "name": "%s",
              "type": "jira",
              "config": {
                "base_url": "%s",
                "project_key": "%s",
                "auth": {"type": "api_token", "email": "%s", "token": "${DEMO_JIRA_TOKEN}"},
                "labels": ["issuelink"],
                "priorities": {"P1": "Highest"}
              },
              "sync": %s
            }
            """;

    private final FakeJira jira = FakeJira.cloud().clock(Clock.systemUTC()).start();
    private @Nullable FakeProject made;

    @Override
    void makePlace(String owner, String name) {
        made = jira.addProject(key(name), owner + "/" + name);
        jira.webhooks().deliverByItself();
    }

    /** Keys are short, of capital letters and digits, and begin with a letter. */
    private static String key(String name) {
        var word = name.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9].*+", "").replaceAll("^[0-9]++", "");
        return word.length() < 2 ? "DEMO" : word.substring(0, Math.min(word.length(), LONGEST_KEY));
    }

    /** Labels of Jira are words that come and go with their use. */
    @Override
    void putLabel(String label, String color, String description) {
        label(label);
    }

    private static String label(String label) {
        return label.strip().replaceAll("[\\p{Cntrl}\\p{Z}]++", "_");
    }

    @Override
    boolean mixesPulls() {
        return false;
    }

    @Override
    void put(ArchivedIssue issue) {
        var texts = JiraDocument.parts(issue.body());
        var data = FakeIssueData.issue(
                        issue.number(),
                        issue.titleWithin(LONGEST_TITLE),
                        texts.get(0),
                        issue.author(),
                        issue.createdAt())
                .updated(issue.updatedAt())
                .labeled(issue.labels().stream().map(DemoJira::label).distinct().toList());
        for (var rest : texts.subList(1, texts.size())) {
            data = data.commented(issue.author(), rest, issue.createdAt());
        }
        for (var comment : issue.comments()) {
            for (var text : JiraDocument.parts(comment.body())) {
                data = data.commented(comment.author(), text, comment.createdAt());
            }
        }
        for (var assignee : issue.assignees().stream().limit(1).toList()) {
            data = data.assigned(assignee);
        }
        var open = data;
        project()
                .load(List.of(issue.closedAt()
                        .map(at -> open.resolved(DONE, DONE, at))
                        .orElse(open)));
    }

    private FakeProject project() {
        return Objects.requireNonNull(made, "An archive is read first");
    }

    @Override
    public TrackerKind kind() {
        return TrackerKind.JIRA;
    }

    @Override
    public String place() {
        return project().key();
    }

    @Override
    public String baseUrl() {
        return jira.baseUrl();
    }

    @Override
    public String configuration(URI webhookUrl) {
        return CONFIGURATION.formatted(
                kind().tracker(), baseUrl(), place(), jira.email(ROBOT), DemoConfiguration.sync(webhookUrl));
    }

    /** An API token, and what signs webhooks. */
    @Override
    public Map<String, String> secrets() {
        return Map.of(
                "DEMO_JIRA_TOKEN", jira.token(ROBOT), DemoConfiguration.WEBHOOK_SECRET, DemoConfiguration.randomWord());
    }

    @Override
    public void closeByHand(String displayKey, Resolution resolution) {
        project().issue(displayKey).moveTo(DONE, resolution == Resolution.COMPLETED ? DONE : "Won't Do");
    }

    @Override
    public Seen issue(String displayKey) {
        var issue = project().issue(displayKey);
        var fields = (Map<?, ?>) Objects.requireNonNull(issue.now().get("fields"));
        var resolution = fields.get("resolution");
        return new Seen(
                String.valueOf(fields.get("summary")),
                JiraDocument.lines(fields.get("description")),
                resolution == null,
                resolution instanceof Map<?, ?> reason ? String.valueOf(reason.get("name")) : "open",
                issue.commentWords());
    }

    @Override
    public long countTitled(String title) {
        return project().issues().stream()
                .map(issue -> issue.now().get("fields"))
                .filter(fields -> fields instanceof Map<?, ?> map && title.equals(map.get("summary")))
                .count();
    }

    @Override
    public int requestCount() {
        return jira.requestCount();
    }

    @Override
    public void close() {
        jira.close();
    }
}
