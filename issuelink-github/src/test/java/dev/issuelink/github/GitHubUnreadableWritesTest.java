package dev.issuelink.github;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.issuelink.error.ErrorCode;
import dev.issuelink.error.TrackerException;
import dev.issuelink.github.GitHubLoopback.Answer;
import dev.issuelink.model.IssueDraft;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** GitHub did what was asked, but its answer does not say what: nobody may take that for a refusal. */
class GitHubUnreadableWritesTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{}",
                "[]",
                "<html>",
                "{\"id\": 1}",
                "{\"id\": 1, \"number\": 2, \"title\": \"T\"}",
                "{\"id\":"
            })
    void whetherAnIssueWasOpenedIsNotKnown(String body) {
        try (var github = GitHubLoopback.answering(request -> Answer.of(201, body))) {
            assertThatThrownBy(() ->
                            github.adapter().createIssue(IssueDraft.builder("T").build(), GitHubTests.MARKER))
                    .satisfies(GitHubUnreadableWritesTest::isUnknown);
            assertThat(github.asked).hasSize(1);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", "{\"id\": 1}"})
    void whetherACommentWasAddedIsNotKnown(String body) {
        try (var github = GitHubLoopback.answering(request -> request.method().equals("GET")
                ? Answer.json(GitHubTests.issue(1, 1, "T", "2026-01-01T00:00:00Z"))
                : Answer.of(201, body))) {
            var adapter = github.adapter();
            var issue = adapter.findIssue(null, "#1").orElseThrow().reference();
            assertThatThrownBy(() -> adapter.comments().addComment(issue, "text", GitHubTests.MARKER))
                    .satisfies(GitHubUnreadableWritesTest::isUnknown);
        }
    }

    private static void isUnknown(Throwable thrown) {
        assertThat(thrown)
                .isInstanceOfSatisfying(
                        TrackerException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.OUTCOME_UNKNOWN));
    }
}
