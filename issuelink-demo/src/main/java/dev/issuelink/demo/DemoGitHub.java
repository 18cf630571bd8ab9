package dev.issuelink.demo;

import dev.issuelink.model.Resolution;
import dev.issuelink.testkit.github.FakeGitHub;
import dev.issuelink.testkit.github.FakeIssueData;
import dev.issuelink.testkit.github.FakeRepository;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A GitHub, with one repository, in which pull requests lie among the issues. */
final class DemoGitHub extends FillableTracker {
    private static final String MAINTAINER = "maintainer";
    private static final String CONFIGURATION = """
            {
              "name": "%s",
              "type": "github",
              "config": {
                "base_url": "%s",
                "owner": "%s",
                "repo": "%s",
                "auth": {"type": "personal_token", "token": "${DEMO_GITHUB_TOKEN}"},
                "labels": ["issuelink"],
                "priority_labels": {"P1": "urgent"}
              },
              "sync": %s
            }
            """;

    private final FakeGitHub github =
            FakeGitHub.builder().clock(Clock.systemUTC()).start();
    private @Nullable FakeRepository made;

    @Override
    void makePlace(String owner, String name) {
        made = github.addRepository(owner, name);
    }

    @Override
    void putLabel(String label, String color, String description) {
        repository().addLabel(label, color, description.isEmpty() ? null : description);
    }

    @Override
    boolean mixesPulls() {
        return true;
    }

    @Override
    void put(ArchivedIssue issue) {
        var data = FakeIssueData.issue(issue.number(), issue.title(), issue::body, issue.author(), issue.createdAt())
                .updated(issue.updatedAt())
                .labeled(issue.labels())
                .assigned(issue.assignees());
        for (var comment : issue.comments()) {
            data = data.commented(comment.author(), comment.body(), comment.createdAt());
        }
        var closed = issue.closedAt().map(data::closed).orElse(data);
        repository().load(List.of(issue.pull() ? closed.asPullRequest() : closed));
    }

    private FakeRepository repository() {
        return Objects.requireNonNull(made, "An archive is read first");
    }

    @Override
    public TrackerKind kind() {
        return TrackerKind.GITHUB;
    }

    @Override
    public String place() {
        return repository().fullName();
    }

    @Override
    public String baseUrl() {
        return github.baseUrl();
    }

    @Override
    public String configuration(URI webhookUrl) {
        var name = place().split("/", 2);
        return CONFIGURATION.formatted(
                kind().tracker(), baseUrl(), name[0], name[1], DemoConfiguration.sync(webhookUrl));
    }

    /** A token of the repository's owner. */
    @Override
    public Map<String, String> secrets() {
        return Map.of(
                "DEMO_GITHUB_TOKEN",
                github.token(place().split("/", 2)[0]),
                DemoConfiguration.WEBHOOK_SECRET,
                DemoConfiguration.randomWord());
    }

    @Override
    public void closeByHand(String displayKey, Resolution resolution) {
        repository()
                .as(MAINTAINER)
                .issue(number(displayKey))
                .close(resolution.name().toLowerCase(Locale.ROOT));
    }

    @Override
    public Seen issue(String displayKey) {
        var now = repository().issue(number(displayKey)).now();
        var body = Objects.requireNonNullElse(now.body(), "");
        var state = now.open() ? "open" : Objects.requireNonNullElse(now.reason(), "closed");
        return new Seen(now.title(), body.lines().toList(), now.open(), state, now.comments());
    }

    @Override
    public long countTitled(String title) {
        return repository().issues().stream()
                .filter(issue -> issue.now().title().equals(title))
                .count();
    }

    private static int number(String displayKey) {
        return Integer.parseInt(displayKey.replace("#", ""));
    }

    @Override
    public int requestCount() {
        return github.requestCount();
    }

    @Override
    public void close() {
        github.close();
    }
}
