package dev.issuelink.github;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.issuelink.error.ErrorCode;
import dev.issuelink.error.TrackerException;
import dev.issuelink.model.Comment;
import dev.issuelink.model.Issue;
import dev.issuelink.model.IssueKey;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What old servers, proxies and tomorrow's GitHub may send: one odd field must not cost the whole answer. */
class GitHubOddPayloadsTest {
    private static final String API = "\"repository_url\": \"https://api.github.com/repos/octo/demo\"";
    private static final String WEB = "\"html_url\": \"https://github.com/octo/demo/issues/7\"";
    private static final String IDENTITY = "\"id\": 9007199254740993, \"number\": 7";

    private static GitHubWire.Issue wire(String fields) {
        return GitHubTests.read("{" + fields + "}", GitHubWire.Issue.class);
    }

    private static Issue issue(String... fields) {
        return GitHubTests.mapper().issue(wire(String.join(", ", fields)));
    }

    private static Comment comment(String fields) {
        var json = "{\"id\": 5, \"created_at\": \"2026-01-01T00:00:00Z\"" + fields + "}";
        return GitHubTests.mapper().comment(GitHubTests.read(json, GitHubWire.Comment.class), new IssueKey("gh", "1"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "null",
                "\"\"",
                "\" \"",
                "\"/octo/demo/issues/7\"",
                "\"no url\"",
                "\"javascript:alert(1)\"",
                "\"https://\"",
                "\"mailto:a@b\""
            })
    void anAddressThatPeopleCannotOpenIsMadeFromTheNumber(String url) {
        assertThat(issue(IDENTITY, API, "\"html_url\": " + url).reference().url())
                .hasToString("https://github.com/octo/demo/issues/7");
        assertThat(comment(", \"html_url\": " + url).url()).isEmpty();
    }

    @Test
    void oneIdentityAndOnePlaceAreEnough() {
        var issue = issue(IDENTITY, WEB);
        assertThat(issue.key().id()).isEqualTo("9007199254740993");
        assertThat(issue.reference().project()).isEqualTo("octo/demo");
        assertThat(issue.title()).isEmpty();
        assertThat(issue.labels()).isEmpty();
        assertThat(issue(IDENTITY, API).reference().url()).hasToString("https://github.com/octo/demo/issues/7");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"\"id\": null, \"number\": 7", "\"id\": 1, \"number\": null", "\"id\": \"\", \"number\": 7"})
    void withoutIdentityThereIsNoIssue(String identity) {
        assertThatThrownBy(() -> issue(identity, API, WEB))
                .isInstanceOfSatisfying(
                        TrackerException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.PROTOCOL));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-01-02T03:04:05.678Z, 2026-01-02T03:04:05.678Z",
        "2026-01-02T05:04:05+02:00, 2026-01-02T03:04:05Z",
        "2026-01-02T05:04:05.5+02:00, 2026-01-02T03:04:05.5Z",
        "2026-01-01T20:04:05-07:00, 2026-01-02T03:04:05Z",
        "2026-01-02T03:04:05+00:00, 2026-01-02T03:04:05Z"
    })
    void timesMayHaveFractionsAndOffsets(String written, Instant meant) {
        assertThat(issue(IDENTITY, API, WEB, "\"closed_at\": \"" + written + "\"")
                        .closedAt())
                .contains(meant);
    }

    @Test
    void anEmptyTimeIsNone() {
        assertThat(issue(IDENTITY, API, WEB, "\"closed_at\": \"\"").closedAt()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"user\": {}",
                "\"closed_by\": {\"login\": \"\"}",
                "\"milestone\": {}",
                "\"assignees\": null",
                "\"assignees\": [null, {}]",
                "\"labels\": null",
                "\"labels\": [null, \"\", {}, {\"name\": null}, {\"name\": \" \"}, 7, [\"x\"]]",
                "\"type\": {}",
                "\"type\": []",
                "\"body\": \"\"",
                "\"comments\": null",
                "\"repository\": {}",
                "\"reactions\": null, \"head\": null, \"draft\": null",
                "\"state\": null, \"state_reason\": \"\"",
                "\"sub_issues_summary\": [], \"issue_field_values\": [[[[[[[[]]]]]]]]"
            })
    void whatIsEmptyIsNothing(String field) {
        var issue = issue(IDENTITY, API, WEB, field);
        assertThat(issue.author()).isEmpty();
        assertThat(issue.labels()).isEmpty();
        assertThat(issue.assignees()).isEmpty();
        assertThat(issue.milestone()).isEmpty();
        assertThat(issue.issueType()).isEmpty();
    }

    @Test
    void aPullRequestThatIsAllNullIsNone() {
        assertThat(wire("\"pull_request\": {\"html_url\": null, \"diff_url\": null, \"patch_url\": null}")
                        .isPullRequest())
                .isFalse();
        assertThat(wire("\"pull_request\": {\"url\": \"https://x\", \"merged_at\": null}")
                        .isPullRequest())
                .isTrue();
    }

    @Test
    void aRepositoryMayBeCalledLikeAPartOfThePath() {
        assertThat(GitHubRepository.ofApiUrl("https://api.github.com/repos/octo/repos/issues/5"))
                .contains(new GitHubRepository("octo", "repos"));
        assertThat(GitHubRepository.ofApiUrl("https://ghe.example/api/v3/repos/repos/repos"))
                .contains(new GitHubRepository("repos", "repos"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "null", "\"text\"", "{\"message\": {}}", "{\"message\": 5, \"errors\": 7}", "{", ""})
    void refusalsOfAnyShapeAreRefusals(String body) {
        try (var github = GitHubLoopback.answering(request -> GitHubLoopback.Answer.of(422, body))) {
            assertThatThrownBy(() -> github.adapter().findIssue(null, "#1"))
                    .isInstanceOfSatisfying(
                            TrackerException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.VALIDATION));
        }
    }
}
