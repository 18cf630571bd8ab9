package dev.issuelink.github;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.issuelink.error.ErrorCode;
import dev.issuelink.error.TrackerException;
import dev.issuelink.github.GitHubLoopback.Answer;
import dev.issuelink.host.Secret;
import dev.issuelink.http.Authenticator;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GitHubGraphQlTest {
    // Written by hand after GitHub's GraphQL schema and the errors that its documentation and users report.
    private static final String MOVED = """
            {"data":{"transferIssue":{"issue":{"id":"I_new","number":3,"repository":{"nameWithOwner":"octocat/other"}}}}}""";

    private final GitHubLoopback gitHub = GitHubLoopback.answering(asked -> answerOf());
    private volatile Answer answer = Answer.of(200, "{\"data\":{\"deleteIssue\":{\"clientMutationId\":null}}}");

    private Answer answerOf() {
        return answer;
    }

    @AfterEach
    void stop() {
        gitHub.close();
    }

    @Test
    void anIssueIsDeletedByItsNodeId() {
        graphQl("").deleteIssue("I_old\"}");

        var asked = gitHub.asked.get(0);
        assertThat(asked.line()).isEqualTo("POST /graphql");
        assertThat(asked.body()).contains("deleteIssue", "\"issue\":\"I_old\\\"}\"");
    }

    @Test
    void onAnEnterpriseServerGraphQlIsBesideTheRestApi() {
        graphQl("/api/v3").deleteIssue("I_old");

        assertThat(gitHub.asked.get(0).line()).isEqualTo("POST /api/graphql");
    }

    @Test
    void aTransferTellsWhereTheIssueIs() {
        answer = Answer.of(200, MOVED);

        assertThat(graphQl("").transferIssue("I_old", "R_other", true))
                .isEqualTo(new GitHubGraphQl.Transferred("I_new", new GitHubRepository("octocat", "other"), 3));
        assertThat(gitHub.asked.get(0).body()).contains("\"labels\":true", "\"repository\":\"R_other\"");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "NOT_FOUND | Could not resolve to a node with the global id of 'I_old'. | NOT_FOUND",
                "FORBIDDEN | Resource not accessible by integration | PERMISSION",
                "INSUFFICIENT_SCOPES | Your token has not been granted the required scopes | PERMISSION",
                "RATE_LIMITED | API rate limit exceeded | RATE_LIMITED",
                "RATE_LIMIT | API rate limit already exceeded | RATE_LIMITED",
                "UNPROCESSABLE | Viewer not authorized to delete | PERMISSION",
                "UNPROCESSABLE | was submitted too quickly | RATE_LIMITED",
                "UNPROCESSABLE | Labels do not fit | VALIDATION",
                "SERVICE_UNAVAILABLE | Try later | UNAVAILABLE",
                "INVENTED | Whatever | VALIDATION",
                "'' | Something went wrong while executing your query. | UNAVAILABLE"
            })
    void errorsInAGoodAnswerAreErrors(String type, String message, ErrorCode code) {
        answer = error(type, message);

        failsWith(code, () -> graphQl("").deleteIssue("I_old"));
        assertThat(gitHub.asked).hasSize(1);
    }

    @Test
    void aTransferThatFailedInTheMiddleMayHaveHappened() {
        answer = error("", "Something went wrong while executing your query.");

        failsWith(ErrorCode.OUTCOME_UNKNOWN, () -> graphQl("").transferIssue("I_old", "R_other", false));
    }

    @Test
    void aServerThatDoesNotKnowTheMutationIsSaidSo() {
        answer = Answer.of(
                200,
                "{\"errors\":[{\"message\":\"Field 'transferIssue' doesn't exist on type 'Mutation'\","
                        + "\"extensions\":{\"code\":\"undefinedField\"}}]}");

        failsWith(ErrorCode.UNSUPPORTED, () -> graphQl("").transferIssue("I_old", "R_other", false));
    }

    @Test
    void aLimitNamesTheTimeToComeBack() {
        answer = new Answer(
                200,
                error("RATE_LIMITED", "API rate limit exceeded").body(),
                Map.of("x-ratelimit-reset", List.of("1893456000"), "x-github-request-id", List.of("ABCD:1")));

        assertThatThrownBy(() -> graphQl("").deleteIssue("I_old")).isInstanceOfSatisfying(TrackerException.class, e -> {
            assertThat(e.retryAt()).contains(Instant.ofEpochSecond(1893456001));
            assertThat(e.requestId()).contains("ABCD:1");
            assertThat(e.retryable()).isTrue();
        });
    }

    @Test
    void tokensInGitHubsWordsAreHidden() {
        answer = error("FORBIDDEN", "no: ghs_12_aa.bb-cc github_pat_11AA");

        assertThatThrownBy(() -> graphQl("").deleteIssue("I_old"))
                .hasMessageContaining("no: [hidden] [hidden]")
                .message()
                .doesNotContain("ghs_", "github_pat_");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"data\":null}",
                "[]",
                "<html>",
                "{\"data\":{}}",
                "{\"data\":{\"transferIssue\":{\"issue\":{}}}}",
                "{\"data\":{\"transferIssue\":{\"issue\":{\"id\":\"I\",\"number\":1,\"repository\":{\"nameWithOwner\":7}}}}}"
            })
    void anAnswerThatCannotBeReadIsSaidSo(String body) {
        answer = Answer.of(200, body);

        assertThatThrownBy(() -> graphQl("").transferIssue("I_old", "R_other", false))
                .isInstanceOfSatisfying(
                        TrackerException.class,
                        e -> assertThat(e.code()).isIn(ErrorCode.PROTOCOL, ErrorCode.OUTCOME_UNKNOWN));
    }

    @Test
    void aRefusedCredentialIsARefusedCredential() {
        answer = Answer.of(401, "{\"message\":\"Bad credentials\"}");

        failsWith(ErrorCode.AUTHENTICATION, () -> graphQl("").deleteIssue("I_old"));
    }

    private GitHubGraphQl graphQl(String basePath) {
        var context = GitHubLoopback.contextOf(gitHub.base() + basePath);
        return new GitHubGraphQl(GitHubLoopback.connect(context, Authenticator.none()));
    }

    private static Answer error(String type, String message) {
        return Answer.of(
                200,
                "{\"data\":{\"deleteIssue\":null},\"errors\":[{\"type\":\"%s\",\"path\":[\"x\"],\"message\":\"%s\"}]}"
                        .formatted(type, message));
    }

    private static void failsWith(ErrorCode code, org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        TrackerException.class, e -> assertThat(e.code()).isEqualTo(code));
    }

    @Test
    void aTokenOfAnyShapeThatGitHubQuotesIsHidden() {
        var token = "0123456789abcdef0123456789abcdef01234567";
        answer = Answer.of(200, "{\"errors\":[{\"message\":\"no right for " + token + "\"}]}");
        var connection = GitHubLoopback.connect(gitHub.context(), Authenticator.bearer(() -> Secret.of(token)));

        assertThatThrownBy(() -> new GitHubGraphQl(connection).deleteIssue("I_old"))
                .hasMessageContaining("no right for [hidden]")
                .hasMessageNotContaining(token);
    }
}
