package dev.issuelink.verify.github;

import static org.assertj.core.api.Assertions.assertThat;

import dev.issuelink.SyncRequest;
import dev.issuelink.core.ConfigurationReader;
import dev.issuelink.core.IssueLinkEngine;
import dev.issuelink.model.Change;
import dev.issuelink.model.IssueChanges;
import dev.issuelink.model.IssueDraft;
import dev.issuelink.model.ObjectReference;
import dev.issuelink.model.ObjectType;
import dev.issuelink.model.SearchQuery;
import dev.issuelink.spi.WebhookRequest;
import dev.issuelink.testkit.github.FakeFault;
import dev.issuelink.testkit.github.FakeFault.LimitStyle;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A token, a webhook secret and an App's key run through every path, and are nowhere to be read afterwards. */
class CanaryTest {
    private static final String HOOK = "k4n4ry-w3bh00k-S3cr3t/+%& of-the-test";
    private static final ObjectReference ORDERS = ObjectReference.of(ObjectType.TABLE, "orders");
    private static final String MAY_ALL = ", \"allow_delete\": true, \"allow_transfer\": true";

    private final Site site = new Site();
    private final String token = site.secrets.get("TOKEN");
    private final KeyPair key = newKey();
    private final String pem = "-----BEGIN PRIVATE KEY-----\n"
            + Base64.getMimeEncoder(64, new byte[] {'\n'})
                    .encodeToString(key.getPrivate().getEncoded())
            + "\n-----END PRIVATE KEY-----\n";
    private final Canary canary = new Canary(Stream.concat(
                    Stream.of(token, HOOK), pem.lines().filter(line -> line.length() > 40 && !line.startsWith("-")))
            .toArray(String[]::new));

    CanaryTest() {
        site.secrets.put("HOOK", HOOK);
        site.secrets.put("KEY", pem);
        canary.alsoRefuse("ghs_");
        canary.alsoRefuse("eyJhbGciOi");
    }

    @AfterEach
    void close() throws Exception {
        canary.close();
        site.close();
    }

    @Test
    void noSecretIsReadableAnywhereWhateverTheAdapterIsAsked() {
        var issue = prepare();
        for (var fault : faults(50)) {
            var adapter = site.adapter(site.configuration(MAY_ALL, ""));
            Operations.of(adapter, issue).forEach((name, operation) -> {
                site.github.clearFaults();
                fault.forEach(site.github::fail);
                attempt(name, operation);
            });
            site.github.clearFaults();
            canary.texts("adapter", adapter);
        }
        site.repository.rename("moved");
        Operations.of(site.adapter(), issue).forEach(this::attempt);
        assertSilent("adapter");
    }

    @Test
    void noSecretIsReadableAnywhereWhateverTheEngineDoes() {
        prepare();
        var engine = site.engine(site.configuration("", ", \"webhook_url\": \"https://host.example/hook\""));
        var manager = engine.manager();
        attempt("testConnection", () -> engine.testConnection(Site.TRACKER));
        attempt("register", () -> engine.webhooks().register(Site.TRACKER));
        attempt("sync", () -> manager.sync(SyncRequest.of(Site.TRACKER)));
        attempt(
                "search",
                () -> manager.searchIssues(Site.TRACKER, SearchQuery.text("drift")).stream()
                        .toList());
        var draft = IssueDraft.builder("Login with " + token)
                .body("hook " + HOOK + "\n" + pem)
                .build();
        attempt("create", () -> site.finish(manager.createIssue(Site.TRACKER, draft, List.of(ORDERS))));
        var issue = manager.getLinkedIssues(ORDERS).get(0);
        attempt(
                "update",
                () -> site.finish(manager.updateIssue(
                        issue,
                        IssueChanges.builder().body(Change.set("now " + token)).build())));
        attempt("comment", () -> site.finish(manager.addComment(issue, "and " + HOOK)));
        attempt("refresh", () -> manager.refresh(issue));
        deliveries(engine);
        attempt("missed", () -> engine.webhooks().redeliverMissed(Site.TRACKER));
        for (var fault : faults(5)) {
            fault.forEach(site.github::fail);
            attempt("write with a fault", () -> site.finish(manager.addComment(issue, "again " + token)));
            attempt("sync with a fault", () -> manager.sync(SyncRequest.of(Site.TRACKER)));
            attempt("probe with a fault", () -> engine.testConnection(Site.TRACKER));
            site.github.clearFaults();
        }
        site.github.revoke(token);
        attempt("revoked", () -> site.finish(manager.addComment(issue, "too late")));
        canary.contents("failed writes", engine.failedWrites(100));
        canary.contents("audit", engine.audit().entries(0, 10_000));
        canary.contents("host", site.host.calls());
        site.repository
                .issues()
                .forEach(seen -> canary.search("issue on GitHub", seen.now().toString()));
        canary.texts("engine", engine);
        assertSilent("engine");
    }

    @Test
    void noKeyIsReadableAnywhereWhenAnAppSignsIn() {
        prepare();
        var app = site.github.registerApp("linker", key.getPublic());
        var installation = app.install("acme", Map.of("issues", "write", "repository_hooks", "write"));
        for (var fault : faults(5)) {
            fault.forEach(site.github::fail);
            var engine = site.engine(appConfiguration(app.clientId(), installation));
            attempt("probe", () -> engine.testConnection(Site.TRACKER));
            attempt("sync", () -> engine.manager().sync(SyncRequest.of(Site.TRACKER)));
            site.github.clearFaults();
            attempt(
                    "create",
                    () -> site.finish(engine.manager()
                            .createIssue(
                                    Site.TRACKER,
                                    IssueDraft.builder("With " + pem).build(),
                                    List.of())));
            canary.texts("engine", engine);
            engine.close();
        }
        assertThat(site.repository.issues()).hasSize(1 + faults(5).size());
        for (var broken :
                List.of(pem.replace("PRIVATE KEY", "SECRET KEY"), pem.substring(0, 400), pem.replace("M", "*"))) {
            site.secrets.put("KEY", broken);
            attempt(
                    "broken key",
                    () -> site.engine(appConfiguration(app.clientId(), installation))
                            .testConnection(Site.TRACKER));
        }
        site.repository
                .issues()
                .forEach(seen -> canary.search("issue on GitHub", seen.now().toString()));
        assertSilent("app");
    }

    @Test
    void aPlantedSecretIsFoundInEveryPlace() {
        var log = org.slf4j.LoggerFactory.getLogger("planted");
        log.trace("Authorization: Bearer {}", token);
        log.debug("failed", new IllegalStateException("with " + HOOK));
        java.util.logging.Logger.getLogger("planted")
                .finest("in Base64 "
                        + Base64.getEncoder()
                                .encodeToString(("acme:" + token).getBytes(java.nio.charset.StandardCharsets.UTF_8)));
        assertThat(canary.searchLogs()).isGreaterThanOrEqualTo(3);
        assertThat(canary.found()).hasSizeGreaterThanOrEqualTo(3);

        var before = canary.found().size();
        canary.search("cause", new IllegalStateException("outer", new IllegalArgumentException(pem)));
        assertThat(canary.found()).hasSizeGreaterThan(before);

        var again = canary.found().size();
        site.stores.inTransaction(transaction -> {
            transaction
                    .cursors()
                    .save(Site.TRACKER, "planted", new dev.issuelink.model.Cursor("?access_token=" + token));
            return true;
        });
        canary.contents("store", site.stores);
        assertThat(canary.found()).hasSizeGreaterThan(again);
    }

    private dev.issuelink.model.Issue prepare() {
        site.catalog.add(ORDERS);
        site.repository.openIssue("Drift of orders", "body").comment("by a person");
        site.repository.addWebhook("http://127.0.0.1:9/", HOOK, "*");
        site.github.webhooks().hold();
        return site.adapter().changes(null).items().get(0);
    }

    /** Every status, with an answer that repeats what was sent to it, and every way to break off. */
    private List<List<FakeFault>> faults(int times) {
        var faults = new ArrayList<List<FakeFault>>();
        faults.add(List.of());
        for (var status : List.of(400, 401, 403, 404, 409, 410, 418, 422, 429, 451, 500, 502, 503)) {
            var body = "{\"message\": \"You sent Authorization: Bearer " + token + "\", \"errors\": [{\"field\": \""
                    + token + "\", \"code\": \"custom\", \"message\": \"token " + token + "\"}]}";
            faults.add(List.of(FakeFault.status(status, body).times(times)));
        }
        faults.add(List.of(
                FakeFault.status(200, "{\"message\": \"" + token + "\"}").times(times)));
        faults.add(List.of(FakeFault.htmlPage(200).times(times)));
        faults.add(List.of(FakeFault.garbage().times(times)));
        faults.add(List.of(FakeFault.truncatedBody().times(times)));
        faults.add(List.of(FakeFault.reset().times(times)));
        faults.add(List.of(FakeFault.responseLost().times(times)));
        faults.add(List.of(FakeFault.secondaryLimit(403, LimitStyle.BODY_ONLY, Duration.ofMinutes(1))
                .times(times)));
        faults.add(List.of(FakeFault.primaryLimit(403, Duration.ofHours(1)).times(times)));
        return faults;
    }

    private void deliveries(IssueLinkEngine engine) {
        site.repository.as("bob").issue(1).close("completed");
        for (var delivery : site.github.webhooks().take()) {
            var good = new java.util.TreeMap<String, List<String>>();
            delivery.headers().forEach((name, value) -> good.put(name, List.of(value)));
            var bad = new java.util.TreeMap<>(good);
            bad.put("X-Hub-Signature-256", List.of("sha256=" + HOOK));
            for (var headers : List.of(bad, good, good)) {
                var request = WebhookRequest.of(headers, delivery.body());
                attempt("delivery", () -> engine.webhooks().receive(Site.TRACKER, request));
            }
        }
        site.settle();
    }

    private void attempt(String name, Callable<? extends Object> operation) {
        try {
            var result = operation.call();
            canary.contents(name, result == null ? "nothing" : result);
        } catch (Exception failure) {
            canary.search(name, failure);
        }
    }

    private void assertSilent(String path) {
        canary.contents("store", site.stores);
        canary.texts(
                "configuration", ConfigurationReader.withInstalledProviders().read(site.configuration("", "")));
        var lines = canary.searchLogs();
        System.out.println("figure canary_strings_searched_" + path + " " + canary.searched());
        System.out.println("figure canary_log_lines_" + path + " " + lines);
        System.out.println("figure canary_occurrences " + canary.found().size());
        assertThat(lines).as("something was logged").isGreaterThan(50);
        assertThat(canary.found()).isEmpty();
    }

    private String appConfiguration(String appId, long installation) {
        return site.configuration("", "")
                .replaceFirst(
                        "\\{\"type\": \"personal_token\"[^}]*}\"}",
                        java.util.regex.Matcher.quoteReplacement("{\"type\": \"app\", \"app_id\": \"" + appId
                                + "\", \"private_key\": \"${KEY}\", \"installation_id\": " + installation + "}"));
    }

    private static KeyPair newKey() {
        try {
            var generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
