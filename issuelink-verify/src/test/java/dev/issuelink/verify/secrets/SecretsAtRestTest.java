package dev.issuelink.verify.secrets;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.issuelink.config.SecretReference;
import dev.issuelink.core.ConfigurationReader;
import dev.issuelink.core.EngineOptions;
import dev.issuelink.core.IssueLinkEngine;
import dev.issuelink.host.Cipher;
import dev.issuelink.host.Secret;
import dev.issuelink.host.SecretResolver;
import dev.issuelink.jdbc.JdbcStores;
import dev.issuelink.model.Cursor;
import dev.issuelink.model.IssueDraft;
import dev.issuelink.testkit.MutableClock;
import dev.issuelink.testkit.jira.FakeJira;
import dev.issuelink.testkit.jira.FakeRequest;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Jira exchanges the refresh token with every renewal. Nodes that share a store find what any of them got, use none
 * twice, and leave none of it readable in the database.
 */
class SecretsAtRestTest {
    private static final String TRACKER = "Company Jira";
    private static final Duration LIFE = Duration.ofHours(2);
    private static final byte[] KEY = HexFormat.of().parseHex("0f1e2d3c4b5a69788796a5b4c3d2e1f0".repeat(2));

    private final MutableClock clock = MutableClock.create();
    private final FakeJira jira = FakeJira.cloud().clock(clock).start();
    private final Map<String, String> secrets = new ConcurrentHashMap<>();
    private final List<AutoCloseable> opened = new ArrayList<>();

    @TempDir
    private Path folder;

    SecretsAtRestTest() {
        jira.addProject("DB", "Database");
        secrets.put("CLIENT", jira.clientSecret());
        secrets.put("REFRESH", jira.consent("robot"));
        secrets.put("KEY", Base64.getEncoder().encodeToString(KEY));
    }

    @AfterEach
    void close() throws Exception {
        for (var at = opened.size(); at > 0; at--) {
            opened.get(at - 1).close();
        }
        jira.close();
    }

    private Path file() {
        return folder.resolve("issuelink.db");
    }

    private SecretResolver environment(Map<String, String> values) {
        return reference -> Optional.ofNullable(values.get(reference.name())).map(Secret::of);
    }

    /** An engine of a process of its own, with the environment of its host. */
    private IssueLinkEngine node(Map<String, String> environment) {
        return node(environment, true);
    }

    private IssueLinkEngine node(Map<String, String> environment, boolean withCipher) {
        var stores = JdbcStores.sqlite(file());
        opened.add(stores);
        var builder = IssueLinkEngine.builder(ConfigurationReader.withInstalledProviders()
                        .read("""
                {"trackers": [{"name": "%s", "type": "jira",
                  "config": {"base_url": "%s", "gateway_url": "%s", "authorization_url": "%s", "project_key": "DB",
                             "auth": {"type": "oauth", "client_id": "%s", "client_secret": "${CLIENT}",
                                      "refresh_token": "${REFRESH}"}},
                  "sync": {"poll_interval_minutes": 0}}]}
                """.formatted(TRACKER, jira.baseUrl(), jira.baseUrl(), jira.baseUrl(), jira.clientId())))
                .secrets(environment(environment))
                .stores(stores)
                .clock(clock)
                .options(EngineOptions.defaults().withIdlePause(Duration.ofMillis(20)));
        if (withCipher) {
            builder.cipher(Cipher.aesGcm(environment(environment), new SecretReference("KEY")));
        }
        var engine = builder.start();
        opened.add(engine);
        return engine;
    }

    private static boolean works(IssueLinkEngine node) {
        return node.testConnection(TRACKER).usable();
    }

    private List<String> renewals() {
        return jira.requests().stream()
                .filter(request -> request.path().equals("/oauth/token"))
                .map(FakeRequest::body)
                .toList();
    }

    /** Each token was sent once and accepted: Jira ends all of a consent's tokens when one comes a second time. */
    private void assertThatNoTokenWasUsedTwice() {
        assertThat(renewals()).doesNotHaveDuplicates();
        assertThat(jira.requests())
                .filteredOn(request -> request.path().equals("/oauth/token"))
                .allMatch(request -> request.status() == 200);
    }

    @Test
    void noTokenStandsInTheDatabaseAfterRotationsARestartAndAnotherNode() throws Exception {
        var first = node(secrets);
        var second = node(secrets);
        for (var round = 0; round < 3; round++) {
            assertThat(works(first)).isTrue();
            assertThat(works(second)).isTrue();
            clock.advance(LIFE);
        }
        write(first, "The newest token is " + newestRefreshToken());
        first.close();
        var third = node(secrets);
        assertThat(works(third)).isTrue();
        write(third, "Another one is " + newestRefreshToken() + ", and the key is unknown");
        assertThatNoTokenWasUsedTwice();
        assertThat(renewals()).hasSizeGreaterThanOrEqualTo(8);

        var traces = traces();
        assertThat(traces.found()).isEmpty();
        System.out.println("figure secrets_at_rest_columns_searched " + traces.columns());
        System.out.println("figure secrets_at_rest_files_searched " + traces.files());
        assertThat(traces.columns()).isGreaterThan(100);
        assertThatAnyTraceIsFound(traces);
    }

    private static void write(IssueLinkEngine node, String title) {
        node.manager()
                .createIssue(TRACKER, IssueDraft.builder(title).body(title).build(), List.of())
                .await(Duration.ofSeconds(60));
    }

    private String newestRefreshToken() {
        return jira.oauthTokens().stream()
                .filter(token -> token.startsWith("refresh"))
                .reduce((one, next) -> next)
                .orElseThrow();
    }

    private Traces traces() {
        var traces = new Traces(file());
        jira.oauthTokens().forEach(token -> traces.lookFor(token.getBytes(UTF_8)));
        traces.lookFor(jira.clientSecret().getBytes(UTF_8));
        traces.lookFor(KEY);
        traces.lookFor(secrets.get("KEY").getBytes(UTF_8));
        return traces;
    }

    private void assertThatAnyTraceIsFound(Traces traces) throws Exception {
        var token = newestRefreshToken().getBytes(UTF_8);
        var planted = List.of(
                newestRefreshToken(),
                HexFormat.of().formatHex(token),
                Base64.getEncoder().encodeToString(("x" + newestRefreshToken() + "y").getBytes(UTF_8)));
        try (var stores = JdbcStores.sqlite(file())) {
            for (var canary : planted) {
                stores.inTransaction(tx -> {
                    tx.cursors().save("canary", "feed", new Cursor(canary));
                    return true;
                });
                assertThat(traces.found())
                        .as(canary)
                        .anyMatch(found -> found.startsWith("issuelink_cursor.value"))
                        .anyMatch(found -> found.startsWith("issuelink.db"));
            }
            stores.inTransaction(tx -> {
                tx.secrets().save("canary", KEY);
                return true;
            });
            assertThat(traces.found()).anyMatch(found -> found.startsWith("issuelink_secret.sealed"));
        }
    }

    @Test
    void nodesThatNeedATokenAtOnceTakeTurns() throws Exception {
        var nodes = List.of(node(secrets), node(secrets), node(secrets));
        var pool = Executors.newFixedThreadPool(6);
        try {
            for (var round = 0; round < 3; round++) {
                var calls = new ArrayList<Callable<Boolean>>();
                for (var number = 0; number < 6; number++) {
                    var node = nodes.get(number % nodes.size());
                    calls.add(() -> works(node));
                }
                for (var result : pool.invokeAll(calls)) {
                    assertThat(result.get()).isTrue();
                }
                clock.advance(LIFE);
            }
        } finally {
            pool.shutdownNow();
        }
        assertThatNoTokenWasUsedTwice();
        assertThat(renewals()).hasSize(9);
    }

    @Test
    void aNewConsentWinsOnEachNodeThatKnowsOfIt() {
        var before = new ConcurrentHashMap<>(secrets);
        var first = node(before);
        assertThat(works(first)).isTrue();
        secrets.put("REFRESH", jira.consent("robot"));
        var second = node(secrets);
        for (var round = 0; round < 3; round++) {
            assertThat(works(second)).isTrue();
            assertThat(works(first)).isTrue();
            clock.advance(LIFE);
        }
        before.put("REFRESH", secrets.get("REFRESH"));
        assertThat(works(first)).isTrue();
        assertThatNoTokenWasUsedTwice();
    }

    @Test
    void aChangedKeyOpensWhatTheOneBeforeSealed() {
        assertThat(works(node(secrets))).isTrue();
        var changed = new ConcurrentHashMap<>(secrets);
        changed.put("KEY", "ab".repeat(32));
        var lost = node(changed);
        assertThatThrownBy(() -> works(lost)).hasMessageContaining("none of ${KEY}");
        assertThat(renewals()).as("nothing was exchanged").hasSize(1);
        changed.put("KEY", secrets.get("KEY"));
        assertThat(works(lost)).isTrue();
        assertThatNoTokenWasUsedTwice();
    }

    @Test
    void withoutACipherNothingIsExchangedAndTheRefusalSaysWhatToDo() {
        var node = node(secrets, false);
        var report = node.testConnection(TRACKER);
        assertThat(report.usable()).isFalse();
        assertThat(report.toString()).contains("IssueLinkEngine.Builder.cipher()", "SecretResolver");
        assertThat(renewals()).isEmpty();
        assertThat(works(node(secrets))).isTrue();
    }
}
