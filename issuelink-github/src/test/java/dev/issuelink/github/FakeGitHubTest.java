package dev.issuelink.github;

import dev.issuelink.model.Issue;
import dev.issuelink.model.IssueDraft;
import dev.issuelink.testkit.MutableClock;
import dev.issuelink.testkit.github.FakeGitHub;
import dev.issuelink.testkit.github.FakeRepository;
import dev.issuelink.testkit.github.FakeRequest;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A fake of GitHub with one repository, and the adapter of somebody who may do everything there. */
abstract class FakeGitHubTest {
    static final Instant START = Instant.parse("2026-01-05T09:00:00Z");

    final MutableClock clock = MutableClock.at(START);
    FakeGitHub github;
    FakeRepository repository;
    GitHubAdapter adapter;

    @BeforeEach
    void startGitHub() {
        github = FakeGitHub.builder().clock(clock).start();
        repository = github.addRepository("octo", "demo");
        adapter = adapter("strict_labels", false);
    }

    @AfterEach
    void stopGitHub() {
        adapter.close();
        github.close();
    }

    GitHubAdapter adapter(Object... settings) {
        return GitHubTests.connect(
                GitHubTests.config(GitHubTests.settings(github.baseUrl(), settings), true, "automated"),
                github.token("octo"),
                clock);
    }

    GitHubAdapter adapterWith(String token) {
        return GitHubTests.connect(GitHubTests.config(GitHubTests.settings(github.baseUrl()), true), token, clock);
    }

    GitHubAdapter anonymous() {
        return GitHubTests.connect(GitHubTests.config(GitHubTests.settings(github.baseUrl()), false), null, clock);
    }

    Issue opened(String title) {
        return adapter.createIssue(IssueDraft.builder(title).body("body").build(), GitHubTests.MARKER)
                .stored();
    }

    List<String> sent() {
        return github.requests().stream().map(FakeGitHubTest::line).toList();
    }

    private static String line(FakeRequest request) {
        return request.method() + " " + request.path();
    }
}
