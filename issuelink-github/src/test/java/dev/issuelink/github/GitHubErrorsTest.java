package dev.issuelink.github;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.issuelink.error.ErrorCode;
import dev.issuelink.error.FieldFault;
import dev.issuelink.error.TrackerException;
import dev.issuelink.http.HttpCall;
import dev.issuelink.http.HttpReply;
import dev.issuelink.http.RateLimitReader.Refusal;
import java.net.URI;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GitHubErrorsTest {
    private static final Instant NOW = Instant.parse("2026-01-05T09:00:00Z");
    private static final HttpCall CALL =
            HttpCall.get("getIssue").path("repos", "octo", "demo").build();

    private static HttpReply<String> reply(int status, String body, String... headers) {
        var map = new LinkedHashMap<String, List<String>>();
        for (var i = 0; i < headers.length; i += 2) {
            map.put(headers[i], List.of(headers[i + 1]));
        }
        return HttpReply.of(status, URI.create("https://api.github.com/x"), map, body, NOW);
    }

    private static Optional<Refusal> refusal(int status, String body, String... headers) {
        return new GitHubLimits().refusal(CALL, reply(status, body, headers));
    }

    @ParameterizedTest
    @CsvSource({
        "400, VALIDATION",
        "401, AUTHENTICATION",
        "403, PERMISSION",
        "404, NOT_FOUND",
        "409, CONFLICT",
        "410, GONE",
        "422, VALIDATION",
        "451, GONE",
        "500, UNAVAILABLE",
        "502, UNAVAILABLE",
        "503, UNAVAILABLE"
    })
    void everyStatusHasItsMeaning(int status, ErrorCode code) {
        assertThat(new GitHubErrors()
                        .read(reply(status, "{\"message\": \"m\"}"))
                        .code())
                .isEqualTo(code);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "<html><body>Unicorn!</body></html>", "{\"message\": \"tru", "[]", "\"text\"", "null", "42"})
    void bodiesThatAreNoErrorsAreBornWith(String body) {
        var failure = new GitHubErrors().read(reply(502, body, "X-GitHub-Request-Id", "ABC:1"));
        assertThat(failure.code()).isEqualTo(ErrorCode.UNAVAILABLE);
        assertThat(failure.requestId()).isEqualTo("ABC:1");
    }

    @Test
    void refusedFieldsAreObjectsOrTexts() {
        var body = """
                {"message": "Validation Failed", "errors": [
                  {"resource": "Issue", "field": "assignees", "code": "invalid", "value": ["nobody"]},
                  "Could not resolve", {"code": "custom", "message": "body is too long"}, null]}""";
        assertThat(new GitHubErrors().read(reply(422, body)).fieldFaults())
                .containsExactly(
                        new FieldFault("assignees", "invalid", ""),
                        new FieldFault("", "custom", "Could not resolve"),
                        new FieldFault("", "custom", "body is too long"));
        assertThat(new GitHubErrors()
                        .read(reply(422, "{\"message\": \"m\", \"errors\": \"e\"}"))
                        .fieldFaults())
                .containsExactly(new FieldFault("", "custom", "e"));
        assertThat(new GitHubErrors()
                        .read(reply(422, "{\"message\": \"Invalid request.\"}"))
                        .fieldFaults())
                .isEmpty();
    }

    @Test
    void everyRefusalSaysWhatToDo() {
        assertThat(message(403, "{}", "X-Accepted-GitHub-Permissions", "issues=write"))
                .contains("issues=write");
        assertThat(message(403, "{}", "X-GitHub-SSO", "required; url=https://x"))
                .contains("single sign-on");
        assertThat(message(403, "{\"message\": \"Unable to create comment because issue is locked.\"}"))
                .contains("locked");
        assertThat(message(404, "{}")).contains("private");
        assertThat(message(410, "{\"message\": \"Issues are disabled for this repo\"}"))
                .contains("switched off");
        assertThat(message(410, "{\"message\": \"This issue was deleted\"}")).contains("deleted");
        assertThat(message(400, "{}")).contains("api_version");
    }

    private static String message(int status, String body, String... headers) {
        return new GitHubErrors().read(reply(status, body, headers)).message();
    }

    @Test
    void retryAfterIsBelievedFirst() {
        var refusal =
                refusal(403, "{}", "Retry-After", "8", "X-RateLimit-Remaining", "0", "X-RateLimit-Reset", "1767607200");
        assertThat(refusal).contains(Refusal.ofTracker(Optional.of(NOW.plusSeconds(8))));
    }

    @Test
    void aUsedUpBudgetIsFilledASecondAfterItsReset() {
        var reset = NOW.plusSeconds(600);
        var refusal = refusal(
                429, "{}", "X-RateLimit-Remaining", "0", "X-RateLimit-Reset", Long.toString(reset.getEpochSecond()));
        assertThat(refusal).contains(Refusal.ofResource(Optional.of(reset.plusSeconds(1))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"message\": \"You have exceeded a secondary rate limit. Please wait.\"}",
                "{\"message\": \"x\", \"documentation_url\": \"https://docs.github.com/rest/overview#secondary-rate-limits\"}",
                "{\"message\": \"You have triggered an abuse detection mechanism.\"}"
            })
    void secondaryLimitsAreKnownWithoutAnyHeader(String body) {
        assertThat(refusal(403, body)).contains(Refusal.ofTracker(Optional.empty()));
    }

    @Test
    void otherRefusalsAreNoLimits() {
        assertThat(refusal(403, "{\"message\": \"Must have admin rights\"}", "X-RateLimit-Remaining", "4927"))
                .isEmpty();
        assertThat(refusal(401, "{}", "X-RateLimit-Remaining", "0", "X-RateLimit-Reset", "1"))
                .isEmpty();
        assertThat(refusal(404, "{}")).isEmpty();
        assertThat(refusal(422, "{\"message\": \"Validation Failed\"}")).isEmpty();
        assertThat(refusal(429, "<html>")).isPresent();
    }

    @Test
    void contentThatComesTooFastIsALimit() {
        assertThat(refusal(422, "{\"message\": \"Validation Failed\", \"errors\": [\"was submitted too quickly\"]}"))
                .contains(Refusal.ofTracker(Optional.empty()));
    }

    @Test
    void budgetsAreKeptByTheirResource() {
        var limit = new GitHubLimits()
                .limit(
                        CALL,
                        reply(
                                200,
                                "",
                                "X-RateLimit-Limit",
                                "30",
                                "X-RateLimit-Remaining",
                                "7",
                                "X-RateLimit-Reset",
                                "1767607200",
                                "X-RateLimit-Resource",
                                "search"));
        assertThat(limit).hasValueSatisfying(told -> {
            assertThat(told.resource()).isEqualTo("search");
            assertThat(told.remaining()).isEqualTo(7);
        });
        assertThat(new GitHubLimits().limit(CALL, reply(200, "", "X-RateLimit-Remaining", "many")))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\n"})
    void anEmptyTokenIsNotTakenForNone(String token) {
        try (var github = GitHubLoopback.answering(request -> GitHubLoopback.Answer.json("[]"))) {
            var config = GitHubTests.config(GitHubTests.settings(github.base().toString()), true);
            assertThatThrownBy(() -> GitHubTests.connect(config, token).changes(null))
                    .isInstanceOfSatisfying(
                            TrackerException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.AUTHENTICATION));
            assertThat(github.asked).isEmpty();
        }
    }
}
