package dev.issuelink.testkit.github;

import static org.assertj.core.api.Assertions.assertThat;

import dev.issuelink.testkit.github.Client.Answer;
import dev.issuelink.testkit.github.FakeFault.LimitStyle;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LimitsTest {

    @Test
    void budgetsAreSpentByUserAndRenewed() throws Exception {
        try (FakeGitHub github = FakeGitHub.builder().budget("core", 2).start()) {
            github.addRepository("acme", "shop");
            Client one = new Client(github, github.token("acme"));
            Client two = new Client(github, github.token("acme"));
            Answer first = one.get("/repos/acme/shop");
            assertThat(first.header("x-ratelimit-remaining")).isEqualTo("1");
            assertThat(first.header("x-ratelimit-resource")).isEqualTo("core");
            two.get("/repos/acme/shop");
            Answer over = one.get("/repos/acme/shop");
            assertThat(over.status()).isEqualTo(403);
            assertThat(over.header("x-ratelimit-remaining")).isEqualTo("0");
            assertThat(over.header("x-ratelimit-reset"))
                    .isEqualTo(Long.toString(
                            github.clock().instant().plusSeconds(3600).getEpochSecond()));
            assertThat(one.get("/rate_limit").at("resources.core.remaining")).isEqualTo(0L);
            assertThat(one.get("/search/issues?q=is:issue").status()).isEqualTo(200);
            github.advance(Duration.ofHours(1));
            assertThat(one.get("/repos/acme/shop").status()).isEqualTo(200);
        }
    }

    @Test
    void unchangedAnswersCostNothing() throws Exception {
        try (FakeGitHub github = FakeGitHub.start()) {
            FakeRepository shop = github.addRepository("acme", "shop");
            FakeIssue issue = shop.openIssue("T", null);
            Client client = new Client(github, github.token("acme"));
            Answer list = client.get("/repos/acme/shop/issues");
            String etag = list.header("ETag");
            assertThat(etag).startsWith("W/\"");
            Answer same = client.get("/repos/acme/shop/issues", "If-None-Match", etag);
            assertThat(same.status()).isEqualTo(304);
            assertThat(same.body()).isEmpty();
            assertThat(same.header("x-ratelimit-remaining")).isEqualTo(list.header("x-ratelimit-remaining"));
            assertThat(client.get("/rate_limit").at("resources.core.used")).isEqualTo(1L);
            Client other = new Client(github, github.token("acme"));
            assertThat(other.get("/repos/acme/shop/issues", "If-None-Match", etag)
                            .status())
                    .isEqualTo(200);
            issue.label("x");
            assertThat(client.get("/repos/acme/shop/issues", "If-None-Match", etag)
                            .status())
                    .isEqualTo(200);
        }
    }

    @Test
    void creatingTooFastIsRefused() throws Exception {
        try (FakeGitHub github = FakeGitHub.builder().contentPerMinute(2).start()) {
            github.addRepository("acme", "shop");
            Client client = new Client(github, github.token("acme"));
            client.post("/repos/acme/shop/issues", Map.of("title", "1"));
            client.post("/repos/acme/shop/issues/1/comments", Map.of("body", "2"));
            Answer refused = client.post("/repos/acme/shop/issues", Map.of("title", "3"));
            assertThat(refused.status()).isEqualTo(403);
            assertThat(refused.header("Retry-After")).isEqualTo("60");
            assertThat(refused.at("message").toString()).contains("secondary rate limit");
            github.advance(Duration.ofMinutes(1));
            assertThat(client.post("/repos/acme/shop/issues", Map.of("title", "3"))
                            .status())
                    .isEqualTo(201);
        }
    }

    @Test
    void secondaryLimitsShowInThreeStyles() throws Exception {
        try (FakeGitHub github = FakeGitHub.start()) {
            Client client = new Client(github, github.token("acme"));
            Duration wait = Duration.ofSeconds(30);
            github.fail(FakeFault.secondaryLimit(429, LimitStyle.RETRY_AFTER, wait));
            github.fail(FakeFault.secondaryLimit(403, LimitStyle.RESET_TIME, wait));
            github.fail(FakeFault.secondaryLimit(403, LimitStyle.BODY_ONLY, wait));
            github.fail(FakeFault.primaryLimit(429, wait));
            Answer retryAfter = client.get("/user");
            assertThat(retryAfter.status()).isEqualTo(429);
            assertThat(retryAfter.header("Retry-After")).isEqualTo("30");
            Answer reset = client.get("/user");
            assertThat(reset.header("x-ratelimit-remaining")).isEqualTo("0");
            assertThat(reset.header("Retry-After")).isNull();
            Answer bare = client.get("/user");
            assertThat(bare.status()).isEqualTo(403);
            assertThat(bare.header("x-ratelimit-remaining")).isNull();
            assertThat(bare.at("message").toString()).contains("secondary rate limit");
            assertThat(client.get("/user").at("message").toString()).startsWith("API rate limit exceeded");
            assertThat(client.get("/user").status()).isEqualTo(200);
        }
    }
}
