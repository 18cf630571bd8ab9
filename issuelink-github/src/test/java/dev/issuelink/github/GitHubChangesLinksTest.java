package dev.issuelink.github;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.issuelink.error.ErrorCode;
import dev.issuelink.error.TrackerException;
import dev.issuelink.github.GitHubLoopback.Answer;
import dev.issuelink.model.Cursor;
import dev.issuelink.model.Issue;
import java.util.Base64;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** How the feed of changes goes from page to page. */
class GitHubChangesLinksTest {
    private static final String AFTER =
            "/repositories/1/issues?state=all&sort=updated&direction=asc&after=Y3Vyc29y%3D%3D&per_page=100";

    private static Answer page(String updatedAt, int... ids) {
        return Answer.json(IntStream.of(ids)
                .mapToObj(id -> GitHubTests.issue(id, id, "I" + id, updatedAt))
                .collect(Collectors.joining(",", "[", "]")));
    }

    @Test
    void theFirstScanAsksWithoutATimeAndLinksAreFollowedVerbatim() {
        var base = new AtomicReference<>("");
        try (var github = GitHubLoopback.answering(request -> request.target().equals(AFTER)
                ? page("2026-01-02T00:00:00Z", 2)
                : page("2026-01-01T00:00:00Z", 1).link(base.get() + AFTER))) {
            base.set(github.base().toString());
            var first = github.adapter().changes(null);
            assertThat(first.more()).isTrue();
            var second = github.adapter().changes(first.next());
            assertThat(second.items()).extracting(Issue::title).containsExactly("I2");
            assertThat(github.asked.get(0).target()).doesNotContain("since");
            assertThat(github.asked.get(1).target()).isEqualTo(AFTER);
            assertThat(second.next().value()).doesNotContain("127.0.0.1");
        }
    }

    @Test
    void aForgottenLinkGoesOnByTime() {
        var base = new AtomicReference<>("");
        try (var github = GitHubLoopback.answering(request -> {
            if (request.target().equals(AFTER)) {
                return Answer.of(422, "{\"message\": \"Invalid cursor\"}");
            }
            return request.target().contains("since=2026-01-01T23%3A58%3A00Z")
                            || request.target().contains("since=2026-01-01T23:58:00Z")
                    ? page("2026-01-02T00:00:00Z", 1, 2)
                    : page("2026-01-02T00:00:00Z", 1).link(base.get() + AFTER);
        })) {
            base.set(github.base().toString());
            var first = github.adapter().changes(null);
            var second = github.adapter().changes(first.next());
            assertThat(second.items()).extracting(Issue::title).containsExactly("I2");
            assertThat(second.more()).isFalse();
        }
    }

    @Test
    void aCrowdedSecondIsAskedAgainByItsLastPageOnly() {
        var base = new AtomicReference<>("");
        var ids = IntStream.rangeClosed(1, 100).toArray();
        try (var github = GitHubLoopback.answering(request -> request.target().equals(AFTER)
                ? page("2026-01-01T00:00:00Z", IntStream.rangeClosed(101, 150).toArray())
                : page("2026-01-01T00:00:00Z", ids).link(base.get() + AFTER))) {
            base.set(github.base().toString());
            var adapter = github.adapter();
            var end = adapter.changes(adapter.changes(null).next());
            assertThat(end.items()).hasSize(50);
            var again = adapter.changes(end.next());
            assertThat(again.items()).isEmpty();
            assertThat(again.next()).isEqualTo(end.next());
            assertThat(github.asked).hasSize(3);
            assertThat(github.asked.get(2).target()).isEqualTo(AFTER);
        }
    }

    @Test
    void aNextPageOnAnotherHostIsNotAsked() {
        try (var github = GitHubLoopback.answering(
                request -> page("2026-01-01T00:00:00Z", 1).link("https://evil.example" + AFTER))) {
            assertThatThrownBy(() -> github.adapter().changes(null)).hasMessageContaining("another host");
        }
    }

    @Test
    void aRepositoryMadeAnewUnderTheOldNameDoesNotLendItsIssues() {
        try (var github = GitHubLoopback.answering(
                request -> Answer.json(GitHubTests.issue(8, 1, "Other", "2026-01-01T00:00:00Z")))) {
            var adapter = github.adapter();
            var other = adapter.findIssue(null, "#1").orElseThrow();
            var ours = dev.issuelink.model.IssueReference.builder(
                            new dev.issuelink.model.IssueKey("gh", "7"),
                            "github",
                            "octo/demo",
                            "#1",
                            other.reference().url())
                    .build();
            assertThat(adapter.getIssue(ours)).isEmpty();
            assertThat(adapter.getIssue(other.reference())).isPresent();
        }
    }

    @Test
    void aNextLinkThatIsNoUrlIsSaidSo() {
        try (var github = GitHubLoopback.answering(
                request -> page("2026-01-01T00:00:00Z", 1).link("http://[nowhere"))) {
            assertThatThrownBy(() -> github.adapter().changes(null)).satisfies(GitHubChangesLinksTest::isUnreadable);
            assertThatThrownBy(() -> github.adapter().securityAlerts(null))
                    .satisfies(GitHubChangesLinksTest::isUnreadable);
        }
    }

    @Test
    void aNextLinkToThePageItselfDoesNotGoRoundForEver() {
        var base = new AtomicReference<>("");
        try (var github = GitHubLoopback.answering(
                request -> page("2026-01-01T00:00:00Z", 1).link(base.get() + AFTER))) {
            base.set(github.base().toString());
            var first = github.adapter().changes(null);
            assertThatThrownBy(() -> github.adapter().changes(first.next()))
                    .satisfies(GitHubChangesLinksTest::isUnreadable);
        }
    }

    @Test
    void aNextLinkOfAlertsToThePageItselfDoesNotGoRoundForEver() {
        var base = new AtomicReference<>("");
        try (var github =
                GitHubLoopback.answering(request -> Answer.json("[]").link(base.get() + "/alerts?after=abc"))) {
            base.set(github.base().toString());
            var first = github.adapter().securityAlerts(null);
            assertThatThrownBy(() -> github.adapter().securityAlerts(first.next()))
                    .satisfies(GitHubChangesLinksTest::isUnreadable);
        }
    }

    @Test
    void theSameHostMayBeWrittenOtherwise() {
        var base = new AtomicReference<>("");
        try (var github = GitHubLoopback.answering(request -> page("2026-01-01T00:00:00Z", 1)
                .link(base.get().replace("localhost", "LOCALHOST").replace("http:", "HTTP:") + AFTER))) {
            base.set(github.base().toString().replace("127.0.0.1", "localhost"));
            var config = GitHubTests.config(GitHubTests.settings(base.get()), true);
            var adapter = GitHubTests.connect(config, GitHubTests.TOKEN);
            assertThat(adapter.changes(null).more()).isTrue();
        }
    }

    private static void isUnreadable(Throwable thrown) {
        assertThat(thrown)
                .isInstanceOfSatisfying(
                        TrackerException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.PROTOCOL));
    }

    @Test
    void aCursorThatSomebodyBrokeIsNoneOfOurs() {
        try (var github = GitHubLoopback.answering(request -> page("2026-01-01T00:00:00Z", 1))) {
            assertThat(github.adapter().changes(new Cursor("gh1;p;;;%2Fa+b;0;")).items())
                    .hasSize(1);
            var alerts = Base64.getUrlEncoder().encodeToString("alerts-1\nafter=<x>\n0\n".getBytes(UTF_8));
            assertThatThrownBy(() -> github.adapter().securityAlerts(new Cursor(alerts)))
                    .isInstanceOfSatisfying(
                            TrackerException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.VALIDATION));
        }
    }
}
