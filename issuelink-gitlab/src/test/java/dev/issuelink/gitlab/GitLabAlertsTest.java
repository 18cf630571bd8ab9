package dev.issuelink.gitlab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.issuelink.error.ErrorCode;
import dev.issuelink.error.TrackerException;
import dev.issuelink.gitlab.GitLabLoopback.Answer;
import dev.issuelink.model.Cursor;
import dev.issuelink.model.SecurityAlert;
import dev.issuelink.spi.Capability;
import dev.issuelink.testkit.gitlab.FakeGitLab;
import dev.issuelink.testkit.gitlab.FakeGitLabToken;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Vulnerabilities as alerts, where GitLab has them. */
class GitLabAlertsTest {
    private record Pass(List<SecurityAlert> alerts, Cursor cursor) {}

    private static Pass read(GitLabAdapter adapter, @Nullable Cursor start) {
        var alerts = new ArrayList<SecurityAlert>();
        var page = adapter.securityAlerts(start);
        alerts.addAll(page.items());
        while (page.more()) {
            page = adapter.securityAlerts(new Cursor(page.next().value()));
            alerts.addAll(page.items());
        }
        return new Pass(alerts, page.next());
    }

    @Test
    void readsVulnerabilitiesOverManyPages() {
        try (var site = GitLabSite.open()) {
            IntStream.range(0, 205)
                    .forEach(number -> site.project.addVulnerability("Found " + number, "HIGH", "rexml"));
            var pass = read(site.adapter(), null);
            assertThat(pass.alerts).hasSize(205).doesNotHaveDuplicates();
            assertThat(pass.alerts.get(0)).satisfies(alert -> {
                assertThat(alert.summary()).isEqualTo("Found 0");
                assertThat(alert.state()).isEqualTo("detected");
                assertThat(alert.severity()).isEqualTo("high");
                assertThat(alert.packageName()).contains("rexml");
                assertThat(alert.advisory()).contains("CVE-2026-1");
                assertThat(alert.project()).isEqualTo(Long.toString(site.project.id()));
                assertThat(alert.url().toString()).endsWith("/acme/shop/-/security/vulnerabilities/" + alert.id());
                assertThat(alert.createdAt()).isPresent();
                assertThat(alert.attributes()).containsEntry("scanner.name", "Gemnasium");
            });
        }
    }

    @Test
    void tellsNothingAgainThatDidNotChangeAndKeepsTheCursor() {
        try (var site = GitLabSite.open()) {
            var adapter = site.adapter();
            var id = site.project.addVulnerability("Found", "LOW", "a");
            var first = read(adapter, null);
            var second = read(adapter, first.cursor);
            assertThat(second.alerts).isEmpty();
            assertThat(second.cursor).isEqualTo(first.cursor);
            site.clock.advance(Duration.ofHours(1));
            site.project.resolveVulnerability(id);
            var third = read(adapter, second.cursor);
            assertThat(third.alerts).singleElement().satisfies(alert -> {
                assertThat(alert.state()).isEqualTo("resolved");
                assertThat(alert.updatedAt().orElseThrow())
                        .isAfter(alert.createdAt().orElseThrow());
            });
        }
    }

    @ParameterizedTest
    @EnumSource(
            names = {"FREE", "PREMIUM"},
            value = FakeGitLab.Tier.class)
    void losesTheCapabilityWhereGitLabHasNone(FakeGitLab.Tier tier) {
        try (var site = new GitLabSite(FakeGitLab.builder().tier(tier))) {
            var adapter = site.adapter();
            assertThat(adapter.capabilities()).contains(Capability.READ_SECURITY_ALERTS);
            var failure = catchThrowableOfType(TrackerException.class, () -> adapter.securityAlerts(null));
            assertThat(failure.code()).isEqualTo(ErrorCode.UNSUPPORTED);
            assertThat(failure).hasMessageContaining("Ultimate");
            assertThat(adapter.capabilities()).doesNotContain(Capability.READ_SECURITY_ALERTS);
            assertThat(site.adapter().testConnection().usable()).isTrue();
        }
    }

    @Test
    void losesTheCapabilityWhenTheConnectionIsTested() {
        try (var site = GitLabSite.open()) {
            site.project.member("rita", 20);
            var adapter = site.adapter(FakeGitLabToken.of("rita", "api"), "s");
            assertThat(adapter.testConnection().usable()).isTrue();
            assertThat(adapter.capabilities()).doesNotContain(Capability.READ_SECURITY_ALERTS);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"nonsense", "gla1;;;x", "gla1;a b;;", "gl1;r;;;;"})
    void refusesACursorThatIsNoneOfOurs(String cursor) {
        try (var site = GitLabSite.open()) {
            var failure = catchThrowableOfType(
                    TrackerException.class, () -> site.adapter().securityAlerts(new Cursor(cursor)));
            assertThat(failure.code()).isEqualTo(ErrorCode.VALIDATION);
        }
    }

    @Test
    void saysThatGraphQlFailed() {
        try (var gitlab = GitLabLoopback.answering(request -> request.path().endsWith("/graphql")
                ? Answer.json("{\"errors\": [{\"message\": \"Timeout on Project.vulnerabilities\"}]}")
                : Answer.json("{\"id\": 42, \"path_with_namespace\": \"octo/demo\"}"))) {
            var failure = catchThrowableOfType(
                    TrackerException.class, () -> gitlab.adapter().securityAlerts(null));
            assertThat(failure.code()).isEqualTo(ErrorCode.UNAVAILABLE);
            assertThat(failure.retryable()).isTrue();
        }
    }
}
