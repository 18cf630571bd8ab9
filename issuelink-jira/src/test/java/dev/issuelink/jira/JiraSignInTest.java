package dev.issuelink.jira;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.issuelink.config.AuthConfig;
import dev.issuelink.config.SecretReference;
import dev.issuelink.config.Settings;
import dev.issuelink.error.ErrorCode;
import dev.issuelink.error.TrackerException;
import dev.issuelink.spi.WebhookConfig;
import dev.issuelink.testkit.jira.FakeRequest;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The ways to sign in: tokens at the site and behind the gateway, and tokens that are exchanged. */
class JiraSignInTest {
    private final JiraSite site = JiraSite.cloud();

    @AfterEach
    void close() {
        site.close();
    }

    private AuthConfig oauth() {
        return new AuthConfig(
                "oauth",
                Settings.of(Map.of(
                        "client_id", site.jira.clientId(),
                        "client_secret", new SecretReference("CLIENT"),
                        "refresh_token", new SecretReference("REFRESH"))));
    }

    private JiraAdapter connected(String refreshToken) {
        return site.adapter(
                oauth(),
                Map.of(),
                context -> context.keepingSecrets()
                        .secret("CLIENT", site.jira.clientSecret())
                        .secret("REFRESH", refreshToken));
    }

    private long renewals() {
        return site.jira.requests().stream()
                .filter(request -> request.path().equals("/oauth/token"))
                .count();
    }

    @Test
    void aScopedTokenGoesThroughTheGateway() {
        var auth = new AuthConfig(
                "api_token",
                Settings.of(Map.of(
                        "email", site.jira.email("robot"), "token", new SecretReference("TOKEN"), "scoped", true)));
        var adapter = site.adapter(auth, Map.of(), context -> context.secret("TOKEN", site.jira.token("robot")));
        assertThat(adapter.testConnection().usable()).isTrue();
        assertThat(site.jira.requests())
                .extracting(FakeRequest::path)
                .contains("/_edge/tenant_info")
                .filteredOn(path -> path.contains("myself"))
                .allMatch(path -> path.startsWith("/ex/jira/" + site.jira.cloudId() + "/rest/api/3/"));
    }

    @Test
    void anExchangedTokenIsKeptAndUsedTheNextTime() {
        var adapter = connected(site.jira.consent("robot"));
        assertThat(adapter.testConnection().usable()).isTrue();
        site.clock.advance(Duration.ofHours(2));
        assertThat(adapter.findIssue(null, "DB-1")).isEmpty();
        site.clock.advance(Duration.ofHours(2));
        assertThat(adapter.findIssue(null, "DB-1")).isEmpty();
        assertThat(renewals()).isEqualTo(3);
    }

    @Test
    void oneRenewalServesManyThreads() throws Exception {
        var adapter = connected(site.jira.consent("robot"));
        var pool = Executors.newFixedThreadPool(8);
        try {
            var calls = IntStream.range(0, 8)
                    .mapToObj(number -> pool.submit(() -> adapter.findIssue(null, "DB-1")))
                    .toList();
            for (var call : calls) {
                assertThat(call.get()).isEmpty();
            }
        } finally {
            pool.shutdownNow();
        }
        assertThat(renewals()).isEqualTo(1);
    }

    @Test
    void nothingIsExchangedForAHostThatKeepsNothing() {
        var refresh = site.jira.consent("robot");
        var adapter = site.adapter(
                oauth(),
                Map.of(),
                context -> context.secret("CLIENT", site.jira.clientSecret()).secret("REFRESH", refresh));
        assertThatThrownBy(() -> adapter.findIssue(null, "DB-1"))
                .isInstanceOfSatisfying(TrackerException.class, refused -> {
                    assertThat(refused.code()).isEqualTo(ErrorCode.AUTHENTICATION);
                    assertThat(refused).hasMessageContaining("keep");
                });
        assertThat(renewals()).isZero();
        assertThat(connected(refresh).findIssue(null, "DB-1")).isEmpty();
    }

    @Test
    void aDeadRefreshTokenAsksForConsent() {
        var adapter = connected("refresh-dead");
        assertThatThrownBy(() -> adapter.findIssue(null, "DB-1"))
                .isInstanceOfSatisfying(TrackerException.class, refused -> {
                    assertThat(refused.code()).isEqualTo(ErrorCode.AUTHENTICATION);
                    assertThat(refused)
                            .hasMessageContaining("consent")
                            .message()
                            .doesNotContain("refresh-dead");
                });
    }

    @Test
    void aWebhookOfAnAppIsRegisteredOnceAndRenewedBeforeItEnds() {
        var adapter = connected(site.jira.consent("robot"));
        var config = new WebhookConfig(URI.create("http://127.0.0.1:9/hook"), new SecretReference("HOOK"));
        var first = adapter.webhooks().registerWebhook(config);
        assertThat(adapter.webhooks().registerWebhook(config).id()).isEqualTo(first.id());
        site.clock.advance(Duration.ofDays(25));
        adapter.changes(null);
        site.clock.advance(Duration.ofDays(20));
        assertThat(adapter.webhooks().getWebhooks())
                .singleElement()
                .satisfies(hook -> assertThat(hook.active()).isTrue());
        site.project.openIssue("By hand", "Words");
        var delivery = JiraSite.request(site.jira.webhooks().take().get(0));
        var events = adapter.webhooks().normalise(adapter.webhooks().verify(delivery));
        assertThat(events).hasSize(1);
        site.clock.advance(Duration.ofMinutes(10));
        assertThatThrownBy(() -> adapter.webhooks().verify(delivery)).hasMessageContaining("ended");
        adapter.webhooks().unregisterWebhook(first.id());
        assertThat(adapter.webhooks().getWebhooks()).isEmpty();
    }
}
