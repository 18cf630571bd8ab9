package dev.issuelink.github;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.issuelink.error.ErrorCode;
import dev.issuelink.error.TrackerException;
import dev.issuelink.model.Issue;
import dev.issuelink.model.IssueKey;
import dev.issuelink.model.Label;
import dev.issuelink.model.Priority;
import dev.issuelink.model.Resolution;
import dev.issuelink.model.StatusCategory;
import dev.issuelink.model.User;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GitHubMapperTest {
    private static final String BASE = """
            "id": 3000000001, "number": 7, "title": "T", "state": "open",
            "html_url": "https://github.com/octo/demo/issues/7",
            "repository_url": "https://api.github.com/repos/octo/demo" """;

    private static Issue issue(String more) {
        return GitHubTests.mapper().issue(GitHubTests.read("{" + BASE + more + "}", GitHubWire.Issue.class));
    }

    @Test
    void theIdentityIsTheDatabaseIdEvenBeyondInt() {
        var issue = issue("");
        assertThat(issue.key()).isEqualTo(new IssueKey("gh", "3000000001"));
        assertThat(issue.reference().displayKey()).isEqualTo("#7");
        assertThat(issue.reference().project()).isEqualTo("octo/demo");
        assertThat(issue.reference().provider()).isEqualTo("github");
    }

    @Test
    void theProjectIsWhereTheIssueIsNowNotWhereItWasAskedFor() {
        assertThat(issue(", \"repository\": {\"full_name\": \"new-owner/new.name\"}")
                        .reference()
                        .project())
                .isEqualTo("new-owner/new.name");
    }

    @Test
    void labelsMayBeObjectsOrTexts() {
        var issue = issue(", \"labels\": [\"plain\", {\"id\": 1, \"name\": \"bug\", \"color\": \"ff0000\","
                + " \"description\": null, \"default\": true}, null, {\"color\": \"000000\"}]");
        assertThat(issue.labels()).extracting(Label::name).containsExactly("plain", "bug");
        assertThat(issue.labels().get(1).color()).contains("ff0000");
        assertThat(issue.attributes()).containsEntry("labels.1.default", "true").containsEntry("labels.1.id", "1");
    }

    @Test
    void deletedAccountsAreNobody() {
        var issue =
                issue(", \"user\": null, \"closed_by\": null, \"assignees\": [null, {\"id\": 5, \"login\": \"bo\"}]");
        assertThat(issue.author()).isEmpty();
        assertThat(issue.assignees()).extracting(User::username).containsExactly("bo");
    }

    @ParameterizedTest
    @CsvSource({
        "open,,OPEN,",
        "open,reopened,OPEN,",
        "closed,,DONE,COMPLETED",
        "closed,completed,DONE,COMPLETED",
        "closed,not_planned,DONE,NOT_PLANNED",
        "closed,duplicate,DONE,DUPLICATE",
        "closed,eaten_by_dog,DONE,OTHER",
        "half_open,,UNKNOWN,"
    })
    void statesAreToldInOurWordsAndUnknownOnesSurvive(
            String state, String reason, StatusCategory category, Resolution resolution) {
        var told = reason == null ? "null" : "\"" + reason + "\"";
        var issue = issue(", \"state\": \"" + state + "\", \"state_reason\": " + told);
        assertThat(issue.status().name()).isEqualTo(state);
        assertThat(issue.status().category()).isEqualTo(category);
        assertThat(issue.status().resolution().orElse(null)).isEqualTo(resolution);
        assertThat(issue.attributes().get("state_reason")).isEqualTo(reason);
    }

    @Test
    void fieldsThatNobodyKnowsAreKeptByTheirNames() {
        var issue = issue(", \"brand_new\": {\"deep\": [1, {\"x\": \"y\"}]}, \"locked\": true, \"reactions\":"
                + " {\"+1\": 2, \"-1\": 0, \"url\": \"u\"}, \"author_association\": \"SOMETHING_NEW\"");
        assertThat(issue.attributes())
                .containsEntry("brand_new.deep.0", "1")
                .containsEntry("brand_new.deep.1.x", "y")
                .containsEntry("locked", "true")
                .containsEntry("reactions.+1", "2")
                .containsEntry("author_association", "SOMETHING_NEW")
                .containsEntry("number", "7");
    }

    @Test
    void aConfiguredLabelIsThePriority() {
        assertThat(issue(", \"labels\": [\"Urgent\"]").reference().priority()).contains(new Priority("P1"));
        assertThat(issue("").reference().priority()).isEmpty();
    }

    @Test
    void milestonesAreNamedByNumber() {
        var issue = issue(", \"milestone\": {\"id\": 99, \"number\": 3, \"title\": \"1.0\", \"state\": \"open\","
                + " \"due_on\": \"2026-02-01T08:00:00Z\", \"closed_at\": null}");
        assertThat(issue.milestone().orElseThrow().id()).isEqualTo("3");
        assertThat(issue.milestone().orElseThrow().dueOn()).contains(Instant.parse("2026-02-01T08:00:00Z"));
        assertThat(issue.attributes()).containsEntry("milestone.id", "99");
    }

    @Test
    void typesAreObjectsOrTexts() {
        assertThat(issue(", \"type\": {\"id\": 1, \"name\": \"Bug\"}").issueType())
                .contains("Bug");
        assertThat(issue(", \"type\": \"Task\"").issueType()).contains("Task");
        assertThat(issue(", \"type\": null").issueType()).isEmpty();
    }

    @Test
    void pullRequestsAreToldApart() {
        assertThat(GitHubTests.read("{" + BASE + ", \"pull_request\": {}}", GitHubWire.Issue.class)
                        .isPullRequest())
                .isTrue();
        assertThat(GitHubTests.read("{" + BASE + ", \"pull_request\": null}", GitHubWire.Issue.class)
                        .isPullRequest())
                .isFalse();
    }

    @Test
    void anIssueWithoutIdentityIsNoAnswer() {
        var wire = GitHubTests.read("{\"title\": \"T\"}", GitHubWire.Issue.class);
        assertThatThrownBy(() -> GitHubTests.mapper().issue(wire))
                .isInstanceOfSatisfying(
                        TrackerException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.PROTOCOL));
    }

    @Test
    void aBodyIsGivenBackWithoutWhatWePutIn() {
        var written = GitHubText.body("Ask @octocat", java.util.Optional.of(GitHubTests.MARKER));
        var issue = issue(", \"body\": \"" + written.text().replace("\n", "\\n") + "\"");
        assertThat(issue.body()).isEqualTo("Ask @octocat");
        assertThat(issue.marker()).contains(GitHubTests.MARKER);
    }
}
