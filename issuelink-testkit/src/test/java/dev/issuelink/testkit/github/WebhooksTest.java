package dev.issuelink.testkit.github;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.issuelink.testkit.github.Client.Answer;
import dev.issuelink.testkit.internal.Json;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WebhooksTest {

    private static final String HOOKS = "/repos/acme/shop/hooks";
    private static final String SECRET = "It's a Secret to Everybody";
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final FakeGitHub github = FakeGitHub.start();
    private final FakeRepository shop = github.addRepository("acme", "shop");
    private final Client owner = new Client(github, github.token("acme"));
    private final List<String> received = Collections.synchronizedList(new ArrayList<>());
    private volatile int answer = 202;
    private HttpServer host;
    private String url;

    @BeforeEach
    void listen() throws Exception {
        host = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
        host.createContext("/in", exchange -> {
            byte[] body = exchange.getRequestBody().readAllBytes();
            String expected = "sha256=" + DeliveryWriter.hmac("HmacSHA256", SECRET, body);
            boolean genuine = expected.equals(exchange.getRequestHeaders().getFirst("X-Hub-Signature-256"));
            received.add(exchange.getRequestHeaders().getFirst("X-GitHub-Event") + (genuine ? " ok" : " forged") + " "
                    + exchange.getRequestHeaders().getFirst("X-GitHub-Delivery"));
            exchange.sendResponseHeaders(answer, -1);
            exchange.close();
        });
        host.start();
        url = "http://127.0.0.1:" + host.getAddress().getPort() + "/in";
    }

    @AfterEach
    void stop() {
        github.close();
        host.stop(0);
    }

    @Test
    void signaturesFollowThePublishedVector() {
        assertThat(DeliveryWriter.hmac("HmacSHA256", SECRET, "Hello, World!".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo("757107ea0eb2509fc211221cce984b8a37570b6d7586c22c46f4379c8b043e17");
    }

    @Test
    void deliversSignedEventsOverHttp() throws Exception {
        Answer created = register(List.of("issues", "issue_comment"));
        assertThat(created.status()).isEqualTo(201);
        assertThat(created.at("config.secret")).isEqualTo("********");
        FakeIssue issue = shop.openIssue("T", null);
        issue.comment("hello");
        issue.close("completed");
        shop.openPullRequest("P", null);
        assertThat(github.webhooks().await(PATIENCE)).isTrue();
        assertThat(received).hasSize(4).allMatch(line -> line.contains(" ok "));
        assertThat(received.stream().map(line -> line.split(" ")[0]))
                .containsExactly("ping", "issues", "issue_comment", "issues");
        assertThat(owner.get(HOOKS).at("0.last_response.code")).isEqualTo(202L);
    }

    @Test
    void hooksAreListedChangedAndDeleted() throws Exception {
        String one = HOOKS + "/" + register(List.of("issues")).at("id");
        Answer twice = register(List.of("issues", "label"));
        assertThat(twice.status()).isEqualTo(422);
        assertThat(twice.at("errors.0.message")).isEqualTo("Hook already exists on this repository");
        owner.patch(one, Map.of("add_events", List.of("label")));
        owner.patch(one + "/config", Map.of("content_type", "form"));
        assertThat(owner.get(one + "/config").at("secret")).isEqualTo("********");
        Answer changed = owner.patch(one, Map.of("config", Map.of("url", url, "content_type", "json")));
        assertThat(changed.at("events")).isEqualTo(List.of("issues", "label"));
        assertThat(changed.at("config.secret")).isNull();
        assertThat(owner.delete(one).status()).isEqualTo(204);
        assertThat(owner.get(HOOKS).list()).isEmpty();
        assertThat(new Client(github, github.token("bob")).get(HOOKS).status()).isEqualTo(404);
    }

    @Test
    void hooksDefaultToFormsAndPushes() throws Exception {
        Answer created = owner.post(HOOKS, Map.of("name", "web", "config", Map.of("url", url)));
        assertThat(created.at("config.content_type")).isEqualTo("form");
        assertThat(created.at("events")).isEqualTo(List.of("push"));
        github.webhooks().await(PATIENCE);
        FakeDelivery ping = github.webhooks().all().get(0);
        assertThat(new String(ping.body(), StandardCharsets.UTF_8)).startsWith("payload=%7B");
        assertThat(ping.headers()).doesNotContainKey("X-Hub-Signature-256");
    }

    @Test
    void failuresAreNotRepeatedButCanBeAskedForAgain() throws Exception {
        String one = HOOKS + "/" + register(List.of("issues")).at("id");
        github.webhooks().await(PATIENCE);
        answer = 500;
        shop.openIssue("T", null);
        github.webhooks().await(PATIENCE);
        assertThat(received).hasSize(2);
        Answer failed = owner.get(one + "/deliveries?status=failure");
        assertThat(failed.each("status_code")).containsExactly(500L);
        assertThat(owner.get(one + "/deliveries/" + failed.at("0.id")).at("request.payload.action"))
                .isEqualTo("opened");
        answer = 200;
        assertThat(owner.post(one + "/deliveries/" + failed.at("0.id") + "/attempts", Map.of())
                        .status())
                .isEqualTo(202);
        github.webhooks().await(PATIENCE);
        Answer all = owner.get(one + "/deliveries");
        assertThat(all.at("0.redelivery")).isEqualTo(true);
        assertThat(all.at("0.guid")).isEqualTo(failed.at("0.guid"));
        assertThat(all.at("0.id")).isNotEqualTo(failed.at("0.id"));
        assertThat(received.get(2).split(" ")[2]).isEqualTo(failed.at("0.guid"));
    }

    @Test
    void deliveriesArePagedByCursor() throws Exception {
        String one = HOOKS + "/" + register(List.of("issues")).at("id");
        for (int i = 0; i < 4; i++) {
            shop.openIssue("T" + i, null);
        }
        github.webhooks().await(PATIENCE);
        List<Answer> pages = owner.pages(one + "/deliveries?per_page=2");
        assertThat(pages).hasSize(3);
        assertThat(pages.get(0).link("next")).contains("cursor=");
        assertThat(pages.get(2).each("event")).containsExactly("ping");
    }

    @Test
    void heldDeliveriesCanBeTakenDoubledReversedAndLost() throws Exception {
        shop.addWebhook(url, SECRET, "issues");
        FakeWebhooks webhooks = github.webhooks();
        webhooks.hold();
        webhooks.duplicateNext(1);
        FakeIssue issue = shop.openIssue("T", null);
        issue.close("completed");
        webhooks.loseNext(1);
        issue.reopen();
        assertThat(webhooks.pending()).extracting(FakeDelivery::action).containsExactly("opened", "opened", "closed");
        assertThat(webhooks.pending().get(0).guid())
                .isEqualTo(webhooks.pending().get(1).guid());
        webhooks.reversePending();
        List<FakeDelivery> taken = webhooks.take();
        assertThat(taken).extracting(FakeDelivery::action).containsExactly("closed", "opened", "opened");
        assertThat(taken.get(0).headers())
                .containsEntry(
                        "X-Hub-Signature-256",
                        "sha256="
                                + DeliveryWriter.hmac(
                                        "HmacSHA256", SECRET, taken.get(0).body()));
        assertThat(received).isEmpty();
        assertThat(webhooks.all()).extracting(d -> d.status().orElseThrow()).containsExactly(200, 200, 200, 0);
        issue.close("completed");
        assertThat(webhooks.deliverNow()).isEqualTo(1);
        assertThat(received).hasSize(1);
    }

    @Test
    void transfersAndDeletionsAreTold() throws Exception {
        FakeRepository other = github.addRepository("acme", "other");
        shop.addWebhook(url, SECRET, "*");
        other.addWebhook(url, SECRET, "issues");
        github.webhooks().hold();
        shop.openIssue("A", null).transferTo(other).delete();
        List<FakeDelivery> taken = github.webhooks().take();
        assertThat(taken)
                .extracting(FakeDelivery::action)
                .containsExactly("opened", "transferred", "opened", "deleted");
        Map<?, ?> transferred = (Map<?, ?>) Json.read(new String(taken.get(1).body(), StandardCharsets.UTF_8));
        assertThat(transferred.get("changes").toString()).contains("new_issue").contains("new_repository");
        assertThat(new String(taken.get(2).body(), StandardCharsets.UTF_8)).contains("old_issue");
    }

    private Answer register(List<String> events) throws Exception {
        return owner.post(
                HOOKS,
                Map.of(
                        "name",
                        "web",
                        "active",
                        true,
                        "events",
                        events,
                        "config",
                        Map.of("url", url, "content_type", "json", "secret", SECRET)));
    }
}
