package dev.issuelink.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.issuelink.testkit.github.FakeGitHub;
import dev.issuelink.testkit.github.FakeRepository;
import dev.issuelink.testkit.github.FakeRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The demo with a configuration; the tracker is real enough for it. */
class RealRunTest {
    @TempDir
    Path folder;

    private final FakeGitHub github =
            FakeGitHub.builder().clock(Clock.systemUTC()).start();
    private final FakeRepository shop = github.addRepository("acme", "shop");

    @BeforeEach
    void openIssues() {
        shop.openIssue("orders is slow", "since Monday");
        shop.openIssue("Nothing", null);
        shop.openPullRequest("Speed up orders", null);
    }

    @AfterEach
    void close() {
        github.close();
    }

    @Test
    void readsAndShowsAndChangesNothing() throws IOException {
        var call = DemoCall.with("--config", config("acme", github.token("acme")));
        assertThat(call.err()).isEmpty();
        assertThat(call.lastLine()).isEqualTo("demo: ok, issues=2 pulls_skipped=1 links=1");
        assertThat(call.out()).contains("Linked issues of table orders (1)").contains("#1 orders is slow");
        assertThat(github.requests()).extracting(FakeRequest::method).containsOnly("GET");
    }

    @Test
    void writesWhenItIsTold() throws IOException {
        var call = DemoCall.with("--write", "--config", config("acme", github.token("acme")));
        assertThat(call.err()).isEmpty();
        assertThat(call.lastLine()).isEqualTo("demo: ok, issues=2 pulls_skipped=1 links=1");
        var issue = shop.issue(4).now();
        assertThat(issue.open()).isFalse();
        assertThat(issue.title()).contains("orders");
        assertThat(issue.comments()).hasSize(1);
    }

    @Test
    void saysThatATokenIsRefusedWithoutShowingIt() throws IOException {
        var call = DemoCall.with("--verbose", "--config", config("acme", "ghp_wrongTokenOfNobody00000000000000000"));
        assertThat(call.exitCode()).isEqualTo(1);
        assertThat(call.err().lines().findFirst())
                .hasValueSatisfying(
                        line -> assertThat(line).startsWith("demo: Shop: ").contains("AUTHENTICATION"));
        assertThat(call.out() + call.err()).doesNotContain("ghp_wrong");
    }

    @Test
    void saysWhichSecretIsMissing() throws IOException {
        var config = Files.writeString(folder.resolve("config.json"), json("acme", "${NO_SUCH_TOKEN_ANYWHERE}"));
        var call = DemoCall.with("--config", config.toString());
        assertThat(call.exitCode()).isEqualTo(1);
        assertThat(call.err().lines()).hasSize(1);
        assertThat(call.err()).contains("NO_SUCH_TOKEN_ANYWHERE");
    }

    private String config(String owner, String token) throws IOException {
        var secret = Files.writeString(folder.resolve("token"), token + "\n");
        return Files.writeString(folder.resolve("config.json"), json(owner, "${file:" + secret + "}"))
                .toString();
    }

    private String json(String owner, String token) {
        return """
            {"trackers": [
              {"name": "Shop", "type": "github", "config": {"base_url": "%s", "owner": "%s", "repo": "shop",
                "auth": {"type": "personal_token", "token": "%s"}}},
              {"name": "Old Bugzilla", "type": "bugzilla", "enabled": false}
            ]}
            """.formatted(github.baseUrl(), owner, token);
    }
}
