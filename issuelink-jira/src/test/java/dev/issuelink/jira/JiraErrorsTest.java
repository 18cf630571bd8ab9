package dev.issuelink.jira;

import static org.assertj.core.api.Assertions.assertThat;

import dev.issuelink.error.ErrorCode;
import dev.issuelink.http.HttpCall;
import dev.issuelink.http.HttpReply;
import dev.issuelink.http.TrackerFailure;
import java.net.URI;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Refusals and limits in every shape in which Jira and what stands before it send them. */
class JiraErrorsTest {
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
    private static final HttpCall CALL =
            HttpCall.get("getIssue").path("rest").resource("issue").build();

    private static HttpReply<String> reply(int status, String body, String... headers) {
        var all = new HashMap<String, List<String>>();
        for (var at = 0; at < headers.length; at += 2) {
            all.put(headers[at], List.of(headers[at + 1]));
        }
        return HttpReply.of(status, URI.create("http://localhost"), all, body, NOW);
    }

    private static TrackerFailure read(int status, String body, String... headers) {
        return new JiraErrors().read(reply(status, body, headers));
    }

    @Test
    void messagesAndFieldsAreJoined() {
        var failure = read(400, "{\"errorMessages\":[\"Broken\"],\"errors\":{\"summary\":\"Too long\"}}");
        assertThat(failure.code()).isEqualTo(ErrorCode.VALIDATION);
        assertThat(failure.trackerMessage()).contains("Broken").contains("summary: Too long");
        assertThat(failure.fieldFaults()).hasSize(2);
    }

    @Test
    void onePartAloneIsEnough() {
        assertThat(read(400, "{\"errors\":{\"comment\":\"Comment body is not valid!\"}}")
                        .trackerMessage())
                .contains("Comment body");
        assertThat(read(400, "{\"errorMessages\":[\"INVALID_INPUT\"]}").trackerMessage())
                .contains("INVALID_INPUT");
    }

    @Test
    void bulkAnswersNestTheirs() {
        assertThat(read(400, "{\"errors\":[{\"elementErrors\":{\"errors\":{\"project\":\"required\"}}}]}")
                        .fieldFaults())
                .extracting(fault -> fault.field())
                .containsExactly("project");
    }

    @Test
    void aMissingScopeIsToldFromABadToken() {
        var failure = read(401, "{\"code\":401,\"message\":\"Unauthorized; scope does not match\"}");
        assertThat(failure.code()).isEqualTo(ErrorCode.AUTHENTICATION);
        assertThat(failure.message()).contains("scope");
    }

    @Test
    void otherShapesAreReadToo() {
        assertThat(read(404, "{\"timestamp\":1,\"status\":404,\"error\":\"Not Found\",\"path\":\"/x\"}")
                        .code())
                .isEqualTo(ErrorCode.NOT_FOUND);
        assertThat(read(405, "{\"title\":\"Method Not Allowed\",\"detail\":\"no\"}")
                        .code())
                .isEqualTo(ErrorCode.UNSUPPORTED);
        assertThat(read(403, "{\"error\":\"invalid_grant\",\"error_description\":\"gone\"}")
                        .trackerMessage())
                .contains("invalid_grant");
        assertThat(read(502, "<html>" + "x".repeat(9_000)).trackerMessage()).hasSizeLessThanOrEqualTo(500);
        assertThat(read(410, "{\"errorMessages\":[\"The requested API has been removed.\"]}")
                        .code())
                .isEqualTo(ErrorCode.UNSUPPORTED);
    }

    @Test
    void aStrangersAnswerOfAnyStatusMeansThatTheCredentialIsDead() {
        assertThat(read(404, "{}", "X-Seraph-LoginReason", "AUTHENTICATED_FAILED")
                        .code())
                .isEqualTo(ErrorCode.AUTHENTICATION);
        assertThat(read(403, "", "X-Authentication-Denied-Reason", "CAPTCHA_CHALLENGE; login-url=x")
                        .message())
                .contains("browser");
    }

    @Test
    void limitsAreToldApart() {
        var limits = new JiraLimits();
        var quota =
                limits.refusal(CALL, reply(429, "", "RateLimit-Reason", "jira-quota-global-based", "Retry-After", "7"));
        assertThat(quota).hasValueSatisfying(refusal -> {
            assertThat(refusal.wholeTracker()).isTrue();
            assertThat(refusal.retryAt()).contains(NOW.plusSeconds(7));
        });
        var burst = limits.refusal(
                CALL, reply(429, "", "RateLimit-Reason", "jira-burst-based", "X-RateLimit-Reset", "2026-01-01T00:01Z"));
        assertThat(burst).hasValueSatisfying(refusal -> {
            assertThat(refusal.wholeTracker()).isFalse();
            assertThat(refusal.retryAt()).contains(NOW.plusSeconds(60));
        });
        assertThat(limits.refusal(CALL, reply(429, "<html>")))
                .hasValueSatisfying(refusal -> assertThat(refusal.retryAt()).isEmpty());
        assertThat(limits.refusal(CALL, reply(404, "{}"))).isEmpty();
    }

    @Test
    void theBucketOfDataCenterIsRead() {
        var told = new JiraLimits()
                .limit(
                        CALL,
                        reply(
                                200,
                                "",
                                "X-RateLimit-Limit",
                                "10",
                                "X-RateLimit-Remaining",
                                "3",
                                "X-RateLimit-Interval-Seconds",
                                "5"));
        assertThat(told).hasValueSatisfying(limit -> {
            assertThat(limit.remaining()).isEqualTo(3);
            assertThat(limit.resetAt()).isEqualTo(NOW.plusSeconds(5));
        });
    }
}
