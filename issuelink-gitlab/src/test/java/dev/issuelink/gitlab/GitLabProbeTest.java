package dev.issuelink.gitlab;

import static org.assertj.core.api.Assertions.assertThat;

import dev.issuelink.gitlab.GitLabLoopback.Answer;
import dev.issuelink.spi.Capability;
import dev.issuelink.testkit.gitlab.FakeGitLabToken;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a test of the connection says. */
class GitLabProbeTest {
    private final GitLabSite site = GitLabSite.open();

    @AfterEach
    void close() {
        site.close();
    }

    private LocalDate inDays(int days) {
        return LocalDate.ofInstant(site.clock.instant(), ZoneOffset.UTC).plusDays(days);
    }

    @Test
    void saysWhoWeAreAndWhatWeMay() {
        var token = new FakeGitLabToken("olivia", Set.of("api", "read_user"), inDays(100));
        var report = site.adapter(token, "s").testConnection();
        assertThat(report.usable()).isTrue();
        assertThat(report.account()).isEqualTo("olivia");
        assertThat(report.granted()).containsExactly("api", "read_user", "access level 50");
        assertThat(report.missing()).isEmpty();
        assertThat(report.credentialExpiresAt())
                .contains(inDays(100).atStartOfDay(ZoneOffset.UTC).toInstant());
        assertThat(report.callsLeft()).isPresent();
        assertThat(report.advice()).isEmpty();
    }

    @Test
    void warnsBeforeTheTokenEnds() {
        var token = new FakeGitLabToken("olivia", Set.of("api"), inDays(3));
        var report = site.adapter(token, "s").testConnection();
        assertThat(report.usable()).isTrue();
        assertThat(report.advice()).contains("ends at");
        site.clock.advance(Duration.ofDays(4));
        assertThat(site.adapter(token, "s").testConnection().usable()).isFalse();
    }

    @Test
    void namesAScopeThatIsLackingAndLosesWhatNeedsIt() {
        var adapter = site.adapter(FakeGitLabToken.of("olivia", "read_api"), "s", "allow_delete", true);
        var report = adapter.testConnection();
        assertThat(report.usable()).isFalse();
        assertThat(report.missing()).containsExactly("api");
        assertThat(report.advice()).contains("api");
        assertThat(adapter.capabilities())
                .contains(Capability.READ_ISSUES)
                .doesNotContainAnyElementsOf(GitLabGate.WRITES);
    }

    @Test
    void saysThatARoleIsTooLow() {
        site.project.member("gus", 10);
        var report = site.adapter(FakeGitLabToken.of("gus", "api"), "s").testConnection();
        assertThat(report.usable()).isFalse();
        assertThat(report.advice()).contains("Planner");
    }

    @Test
    void saysWhatIsWrongWithTheProject() {
        var adapter = site.adapter();
        site.project.disableIssues();
        assertThat(adapter.testConnection().advice()).contains("switched off");
        site.project.archive();
        assertThat(adapter.testConnection().advice()).contains("archived");
        var nowhere = site.adapter("project", "no/where").testConnection();
        assertThat(nowhere.usable()).isFalse();
        assertThat(nowhere.account()).isEqualTo("olivia");
        assertThat(nowhere.advice()).contains("no/where");
    }

    @Test
    void saysThatTheCredentialIsWrong() {
        try (var gitlab = GitLabLoopback.answering(request -> Answer.of(401, "{\"message\":\"401 Unauthorized\"}"))) {
            var report = gitlab.adapter().testConnection();
            assertThat(report.usable()).isFalse();
            assertThat(report.advice()).contains("refused");
            assertThat(gitlab.asked).hasSize(1);
        }
    }

    @Test
    void asksElsewhereForAnOAuthToken() {
        try (var gitlab = GitLabLoopback.answering(request -> switch (request.path()) {
            case "/user" -> Answer.json("{\"id\": 1, \"username\": \"olivia\"}");
            case "/oauth/token/info" -> Answer.json("{\"scope\": [\"api\"], \"expires_in\": 7200}");
            case "/version" -> Answer.json("{\"version\": \"16.0.1\"}");
            case "/projects/42" -> Answer.json("{\"id\": 42, \"path_with_namespace\": \"octo/demo\"}");
            case "/api/graphql" -> Answer.json("{\"data\": {\"project\": null}}");
            default -> Answer.of(404, "{\"error\": \"404 Not Found\"}");
        })) {
            var adapter = gitlab.adapter("oauth", new Object[0]);
            var before = Instant.now(gitlab.clock);
            var report = adapter.testConnection();
            assertThat(report.usable()).isTrue();
            assertThat(report.granted()).containsExactly("api");
            assertThat(report.credentialExpiresAt()).contains(before.plusSeconds(7200));
            assertThat(adapter.capabilities())
                    .doesNotContain(Capability.REDELIVER_WEBHOOKS, Capability.READ_SECURITY_ALERTS);
        }
    }
}
