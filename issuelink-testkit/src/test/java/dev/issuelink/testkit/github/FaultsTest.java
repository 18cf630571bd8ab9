package dev.issuelink.testkit.github;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.issuelink.testkit.github.Client.Answer;
import dev.issuelink.testkit.internal.Json;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FaultsTest {

    private static final String ISSUES = "/repos/acme/shop/issues";

    private final FakeGitHub github = FakeGitHub.start();
    private final FakeRepository shop = github.addRepository("acme", "shop");
    private final Client client = new Client(github, github.token("acme"));

    @AfterEach
    void stop() {
        github.close();
    }

    @Test
    void strikesOnlyWhatMatchesAndAsOftenAsOrdered() throws Exception {
        github.fail(FakeFault.status(503, "{}").on("POST", "/repos/*/*/issues").times(2));
        assertThat(client.get(ISSUES).status()).isEqualTo(200);
        assertThat(create().status()).isEqualTo(503);
        assertThat(create().status()).isEqualTo(503);
        assertThat(create().status()).isEqualTo(201);
        assertThat(shop.issues()).hasSize(1);
        github.fail(FakeFault.status(500, "").on("GET", "/repos/**"));
        github.clearFaults();
        assertThat(client.get(ISSUES).status()).isEqualTo(200);
    }

    @Test
    void lostResponsesLeaveTheWriteBehind() {
        github.fail(FakeFault.responseLost().onWrites());
        assertThatThrownBy(this::create).isInstanceOf(IOException.class);
        assertThat(shop.issues()).hasSize(1);
        github.fail(FakeFault.reset().onWrites());
        assertThatThrownBy(this::create).isInstanceOf(IOException.class);
        assertThat(shop.issues()).hasSize(1);
    }

    @Test
    void errorsCanComeAfterTheWrite() throws Exception {
        github.fail(FakeFault.status(502, "").onWrites().afterTheWrite());
        assertThat(create().status()).isEqualTo(502);
        assertThat(shop.issues()).hasSize(1);
    }

    @Test
    void bodiesCanBeSpoiled() throws Exception {
        String whole = client.get(ISSUES + "?state=all").body();
        shop.openIssue("T", null);
        github.fail(FakeFault.truncatedBody());
        Answer half = client.get(ISSUES);
        assertThat(half.status()).isEqualTo(200);
        assertThatThrownBy(half::json).isInstanceOf(Json.JsonException.class);
        github.fail(FakeFault.emptyBody());
        assertThat(client.get(ISSUES).body()).isEmpty();
        github.fail(FakeFault.garbage());
        assertThatThrownBy(() -> client.get(ISSUES).json()).isInstanceOf(Json.JsonException.class);
        github.fail(FakeFault.contentType("text/plain"));
        assertThat(client.get(ISSUES).header("Content-Type")).startsWith("text/plain");
        github.fail(FakeFault.htmlPage(503));
        Answer page = client.get(ISSUES);
        assertThat(page.status()).isEqualTo(503);
        assertThat(page.header("Content-Type")).startsWith("text/html");
        assertThat(page.body()).contains("Unicorn");
        github.fail(FakeFault.cutBody());
        assertThatThrownBy(() -> client.get(ISSUES)).isInstanceOf(IOException.class);
        assertThat(whole).isEqualTo("[]");
    }

    @Test
    void delaysHoldTheAnswerBack() throws Exception {
        github.fail(FakeFault.delay(Duration.ofMillis(300)));
        long start = System.nanoTime();
        assertThat(client.get(ISSUES).status()).isEqualTo(200);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThanOrEqualTo(Duration.ofMillis(300));
    }

    @Test
    void chanceFollowsItsSeed() throws Exception {
        assertThat(statuses(42)).isEqualTo(statuses(42)).contains(200, 500);
        assertThat(statuses(43)).isNotEqualTo(statuses(42));
    }

    private List<Integer> statuses(long seed) throws Exception {
        github.clearFaults();
        github.fail(FakeFault.status(500, "{}").times(1_000).withChance(0.4, seed));
        List<Integer> statuses = new ArrayList<>();
        for (int i = 0; i < 24; i++) {
            statuses.add(client.get("/user").status());
        }
        github.clearFaults();
        return statuses;
    }

    private Answer create() throws Exception {
        return client.post(ISSUES, Map.of("title", "T"));
    }
}
