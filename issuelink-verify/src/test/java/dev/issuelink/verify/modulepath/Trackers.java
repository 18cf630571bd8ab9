package dev.issuelink.verify.modulepath;

import static org.assertj.core.api.Assertions.assertThat;

import dev.issuelink.testkit.github.FakeGitHub;
import dev.issuelink.testkit.gitlab.FakeGitLab;
import dev.issuelink.testkit.jira.FakeJira;
import java.util.Map;

/** One tracker of each kind, with an issue in each. */
final class Trackers implements AutoCloseable {
    private final FakeGitHub github = FakeGitHub.start();
    private final FakeGitLab gitlab = FakeGitLab.start();
    private final FakeJira jira = FakeJira.cloud().start();
    private final long project;

    Trackers() {
        github.addRepository("acme", "shop").openIssue("The basket forgets", "Since yesterday.");
        var shop = gitlab.addProject("acme/shop", "olivia");
        shop.openIssue("The till is slow", "Since Monday.");
        project = shop.id();
        jira.addProject("SHOP", "The shop").openIssue("The lights are out", "Since noon.");
    }

    String configuration() {
        return """
                {"trackers": [
                  {"name": "Code", "type": "github", "config": {
                    "owner": "acme", "repo": "shop", "base_url": "%s",
                    "auth": {"type": "personal_token", "token": "${CODE}"}}},
                  {"name": "Lab", "type": "gitlab", "config": {
                    "project": "%d", "base_url": "%s",
                    "auth": {"type": "personal_token", "token": "${LAB}"}}},
                  {"name": "Work", "type": "jira", "config": {
                    "project_key": "SHOP", "base_url": "%s",
                    "auth": {"type": "api_token", "email": "%s", "token": "${WORK}"}}}]}
                """.formatted(github.baseUrl(), project, gitlab.baseUrl(), jira.baseUrl(), jira.email("robot"));
    }

    /** The environment of a host that may use them. */
    Map<String, String> secrets() {
        return Map.of("CODE", github.token("acme"), "LAB", gitlab.token("olivia"), "WORK", jira.token("robot"));
    }

    void assertAllWereAsked() {
        assertThat(github.requestCount()).isPositive();
        assertThat(gitlab.requestCount()).isPositive();
        assertThat(jira.requestCount()).isPositive();
    }

    @Override
    public void close() {
        github.close();
        gitlab.close();
        jira.close();
    }
}
