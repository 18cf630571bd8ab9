package dev.issuelink.demo;

import dev.issuelink.model.Resolution;
import dev.issuelink.testkit.gitlab.FakeGitLab;
import dev.issuelink.testkit.gitlab.FakeGitLabIssueData;
import dev.issuelink.testkit.gitlab.FakeGitLabProject;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A GitLab, with one project. Its merge requests are no issues, so that pull requests stay in the archive. It keeps no
 * reason for closing: its people say by a label that something is not planned.
 */
final class DemoGitLab extends FillableTracker {
    private static final String ROBOT = "issuelink";
    private static final int MAINTAINER = 40;
    private static final int LONGEST_TITLE = 255;
    private static final String CONFIGURATION = """
            {
              "name": "%s",
              "type": "gitlab",
              "config": {
                "base_url": "%s",
                "project": "%s",
                "auth": {"type": "personal_token", "token": "${DEMO_GITLAB_TOKEN}"},
                "labels": ["issuelink"],
                "priority_labels": {"P1": "urgent"}
              },
              "sync": %s
            }
            """;

    private final FakeGitLab gitlab =
            FakeGitLab.builder().clock(Clock.systemUTC()).start();
    private @Nullable FakeGitLabProject made;

    @Override
    void makePlace(String owner, String name) {
        var project = gitlab.addProject(owner + "/" + name, owner);
        project.member(ROBOT, MAINTAINER);
        made = project;
    }

    @Override
    void putLabel(String label, String color, String description) {
        project().addLabel(label(label), "#" + color, description);
    }

    @Override
    boolean mixesPulls() {
        return false;
    }

    @Override
    void put(ArchivedIssue issue) {
        var data = FakeGitLabIssueData.issue(
                        issue.number(),
                        issue.titleWithin(LONGEST_TITLE),
                        issue.body(),
                        issue.author(),
                        issue.createdAt())
                .updated(issue.updatedAt())
                .labeled(issue.labels().stream().map(DemoGitLab::label).toList())
                .assigned(issue.assignees());
        for (var comment : issue.comments()) {
            data = data.commented(comment.author(), comment.body(), comment.createdAt());
        }
        project().load(List.of(issue.closedAt().map(data::closed).orElse(data)));
    }

    /** GitLab's labels hold no commas. */
    private static String label(String label) {
        return label.replace(',', ';');
    }

    private FakeGitLabProject project() {
        return Objects.requireNonNull(made, "An archive is read first");
    }

    @Override
    public TrackerKind kind() {
        return TrackerKind.GITLAB;
    }

    @Override
    public String place() {
        return project().path();
    }

    @Override
    public String baseUrl() {
        return gitlab.baseUrl();
    }

    @Override
    public String configuration(URI webhookUrl) {
        return CONFIGURATION.formatted(kind().tracker(), baseUrl(), place(), DemoConfiguration.sync(webhookUrl));
    }

    /** A token of a member, and what signs webhooks: GitLab knows it by its first letters. */
    @Override
    public Map<String, String> secrets() {
        return Map.of(
                "DEMO_GITLAB_TOKEN",
                gitlab.token(ROBOT),
                DemoConfiguration.WEBHOOK_SECRET,
                "whsec_" + DemoConfiguration.randomBase64());
    }

    @Override
    public void closeByHand(String displayKey, Resolution resolution) {
        var issue = project().issue(number(displayKey));
        if (resolution != Resolution.COMPLETED) {
            issue.label(DesignReviews.REJECTED);
        }
        issue.close();
    }

    @Override
    public Seen issue(String displayKey) {
        var now = project().issue(number(displayKey)).now();
        return new Seen(
                now.title(),
                now.description().lines().toList(),
                now.open(),
                now.open() ? "open" : "closed",
                now.comments());
    }

    @Override
    public long countTitled(String title) {
        return project().issues().stream()
                .filter(issue -> issue.now().title().equals(title))
                .count();
    }

    private static int number(String displayKey) {
        return Integer.parseInt(displayKey.substring(displayKey.lastIndexOf('#') + 1));
    }

    @Override
    public int requestCount() {
        return gitlab.requestCount();
    }

    @Override
    public void close() {
        gitlab.close();
    }
}
