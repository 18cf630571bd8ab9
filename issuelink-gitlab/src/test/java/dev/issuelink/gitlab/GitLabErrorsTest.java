package dev.issuelink.gitlab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.issuelink.error.ErrorCode;
import dev.issuelink.error.TrackerException;
import dev.issuelink.gitlab.GitLabLoopback.Answer;
import dev.issuelink.model.IssueDraft;
import dev.issuelink.model.Marker;
import dev.issuelink.spi.IssueTrackerAdapter;
import dev.issuelink.testkit.gitlab.FakeGitLab;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every shape in which GitLab refuses. */
class GitLabErrorsTest {
    private static TrackerException refused(Answer answer, Consumer<IssueTrackerAdapter> call) {
        try (var gitlab = GitLabLoopback.answering(request -> answer)) {
            return catchThrowableOfType(TrackerException.class, () -> call.accept(gitlab.adapter()));
        }
    }

    private static TrackerException refusedRead(int status, String body) {
        return refused(Answer.of(status, body), adapter -> adapter.changes(null));
    }

    private static TrackerException refusedWrite(int status, String body) {
        return refused(
                Answer.of(status, body),
                adapter -> adapter.createIssue(IssueDraft.builder("T").build(), GitLabTests.MARKER));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "400|VALIDATION|{\"message\":{\"title\":[\"is too long (maximum is 255 characters)\"]}}|title: is too long",
                "400|VALIDATION|{\"error\":\"title is missing\"}|title is missing",
                "400|VALIDATION|{\"message\":[\"a\",\"b\"]}|a; b",
                "400|VALIDATION|{\"message\":{\"error\":\"Your issue was recognized as spam\"}}|recognized as spam",
                "400|VALIDATION|{\"work_item_type\":[\"is disabled\"]}|",
                "401|AUTHENTICATION|{\"message\":\"401 Unauthorized\"}|401 Unauthorized",
                "401|AUTHENTICATION|{\"error\":\"invalid_token\",\"error_description\":\"Token is expired.\"}|Token is expired.",
                "403|PERMISSION|{\"message\":\"403 Forbidden - reason\"}|reason",
                "404|NOT_FOUND|{\"message\":\"404 Project Not Found\"}|404 Project Not Found",
                "404|NOT_FOUND|<html>Not Found</html>|",
                "405|UNSUPPORTED|{\"message\":\"405 Method Not Allowed\"}|405",
                "409|CONFLICT|{\"message\":\"Duplicated issue\"}|Duplicated issue",
                "409|UNAVAILABLE|{\"message\":\"409 Conflict: Resource lock\"}|Resource lock",
                "409|VALIDATION|{\"needs_captcha_response\":true,\"spam_log_id\":1,\"message\":{\"error\":\"solve it\"}}|solve it",
                "412|CONFLICT|{\"message\":\"412 Precondition Failed\"}|412",
                "413|VALIDATION|{\"message\":\"413 Request Entity Too Large\"}|413",
                "422|VALIDATION|{\"message\":{\"a\":{\"b\":[\"c\"]}}}|a.b: c"
            })
    void saysWhatARefusalMeans(int status, ErrorCode code, String body, String words) {
        var failure = refusedWrite(status, body);
        assertThat(failure.code()).isEqualTo(code);
        assertThat(failure.trackerMessage().orElse("")).contains(words == null ? "" : words);
    }

    @Test
    void namesTheFieldsThatWereRefused() {
        var failure =
                refusedWrite(400, "{\"message\":{\"title\":[\"can't be blank\",\"is short\"],\"base\":[\"no\"]}}");
        assertThat(failure.fieldFaults())
                .extracting(Object::toString)
                .containsExactly("title: can't be blank", "title: is short", "no");
    }

    @Test
    void namesTheScopeThatIsLacking() {
        var failure = refusedRead(
                403, "{\"error\":\"insufficient_scope\",\"error_description\":\"higher\",\"scope\":\"api\"}");
        assertThat(failure.code()).isEqualTo(ErrorCode.PERMISSION);
        assertThat(failure).hasMessageContaining("the scope api");
    }

    @Test
    void takesAPageOfCloudflareForAFailureOfTheServer() {
        assertThat(refusedRead(520, "<html>Web server is returning an unknown error</html>")
                        .code())
                .isEqualTo(ErrorCode.UNAVAILABLE);
        assertThat(refusedWrite(520, "<html></html>").code()).isEqualTo(ErrorCode.OUTCOME_UNKNOWN);
    }

    @Test
    void takesAPlainRefusalOfTheAddressForALimitAndNotForTheCredential() {
        var failure = refused(
                Answer.of(403, "Forbidden\n").with("Content-Type", "text/plain"), adapter -> adapter.changes(null));
        assertThat(failure.code()).isEqualTo(ErrorCode.RATE_LIMITED);
        assertThat(failure.retryAt()).isPresent();
    }

    @Test
    void waitsAMinuteAfterALimitWithoutHeaders() {
        try (var gitlab = GitLabLoopback.answering(request -> Answer.of(
                429,
                "{\"message\":{\"error\":\"This endpoint has been requested too many times. Try again later.\"}}"))) {
            var before = gitlab.clock.instant();
            var failure = catchThrowableOfType(
                    TrackerException.class, () -> gitlab.adapter().changes(null));
            assertThat(failure.code()).isEqualTo(ErrorCode.RATE_LIMITED);
            assertThat(failure.retryAt())
                    .hasValueSatisfying(time -> assertThat(time).isAfterOrEqualTo(before.plus(Duration.ofMinutes(1))));
            assertThat(failure.trackerMessage())
                    .hasValueSatisfying(words -> assertThat(words).contains("too many times"));
            assertThat(gitlab.asked).hasSize(1);
        }
    }

    @Test
    void comesBackAtTheResetIfNothingElseIsSaid() {
        try (var gitlab = GitLabLoopback.answering(request -> Answer.of(429, "Retry later")
                .with("Content-Type", "text/plain")
                .with("RateLimit-Reset", "4000000000"))) {
            gitlab.clock.advance(Duration.between(gitlab.clock.instant(), Instant.ofEpochSecond(3_999_999_000L)));
            var failure = catchThrowableOfType(
                    TrackerException.class, () -> gitlab.adapter().changes(null));
            assertThat(failure.retryAt()).contains(Instant.ofEpochSecond(4_000_000_001L));
        }
    }

    @Test
    void stopsNothingButNotesByTheLimitOfNotes() {
        try (var site = new GitLabSite(FakeGitLab.builder().notesPerMinute(1))) {
            var adapter = site.adapter();
            var issue = GitLabSite.create(adapter, "T").reference();
            adapter.comments().addComment(issue, "one", new Marker("marker-0002"));
            var second = new Marker("marker-0003");
            var failure = catchThrowableOfType(
                    TrackerException.class, () -> adapter.comments().addComment(issue, "two", second));
            assertThat(failure.code()).isEqualTo(ErrorCode.RATE_LIMITED);
            var before = site.clock.instant();
            assertThat(adapter.getIssue(issue)).isPresent();
            assertThat(site.clock.instant()).isEqualTo(before);
            site.clock.advance(Duration.ofMinutes(2));
            assertThat(adapter.comments().findByMarker(issue, second, before)).isEmpty();
            assertThat(adapter.comments()
                            .addComment(issue, "two", second)
                            .stored()
                            .body())
                    .isEqualTo("two");
        }
    }

    @Test
    void takesNoResetThatIsOverForATime() {
        var failure = refused(
                Answer.of(429, "Retry later")
                        .with("Content-Type", "text/plain")
                        .with("RateLimit-Remaining", "0")
                        .with("RateLimit-Reset", "1000000000"),
                adapter -> adapter.changes(null));
        assertThat(failure.retryAt())
                .hasValueSatisfying(time -> assertThat(time.getEpochSecond()).isGreaterThan(1_700_000_000));
    }

    @Test
    void sendsTheTokenNowhereElse() {
        try (var elsewhere = GitLabLoopback.answering(request -> Answer.json("[]"));
                var gitlab = GitLabLoopback.answering(
                        request -> Answer.of(302, "").with("Location", elsewhere.base() + "/api/v4/x"))) {
            var failure = catchThrowableOfType(
                    TrackerException.class, () -> gitlab.adapter().changes(null));
            assertThat(failure.code()).isEqualTo(ErrorCode.PROTOCOL);
            assertThat(elsewhere.asked).isEmpty();
        }
    }

    @Test
    void putsNoTokenIntoAnError() {
        var failure = refusedRead(400, "{\"message\":\"bad header " + GitLabLoopback.TOKEN + "\"}");
        assertThat(failure.toString()).doesNotContain(GitLabLoopback.TOKEN);
    }

    @Test
    void signsByTheKindOfTheToken() {
        try (var gitlab = GitLabLoopback.answering(request -> Answer.json("[]"))) {
            gitlab.adapter().changes(null);
            assertThat(gitlab.asked.get(0).header("Private-token")).isEqualTo(GitLabLoopback.TOKEN);
            gitlab.adapter("oauth", new Object[0]).changes(null);
            assertThat(gitlab.asked.get(1).header("Authorization")).isEqualTo("Bearer " + GitLabLoopback.TOKEN);
            assertThat(gitlab.asked.get(1).header("Private-token")).isEmpty();
        }
    }
}
