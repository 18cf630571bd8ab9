package dev.issuelink.testkit.github;

import static org.assertj.core.api.Assertions.assertThat;

import dev.issuelink.testkit.github.Client.Answer;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SearchAlertsGraphQlTest {

    private final FakeGitHub github =
            FakeGitHub.builder().searchLag(Duration.ofMinutes(1)).start();
    private final FakeRepository shop = github.addRepository("acme", "shop");
    private final Client owner = new Client(github, github.token("acme"));
    private final Client stranger = new Client(github, github.token("bob"));

    @AfterEach
    void stop() {
        github.close();
    }

    @Test
    void searchFindsWordsAndQualifiersOnceTheIndexHasCaughtUp() throws Exception {
        FakeIssue one = shop.openIssue("Table ORDERS is slow", "since 3.1");
        shop.openIssue("Other", "nothing");
        shop.openPullRequest("orders faster", null);
        one.label("in progress");
        assertThat(search("repo:acme/shop is:issue orders").at("total_count")).isEqualTo(0L);
        github.advance(Duration.ofMinutes(1));
        Answer found = search("repo:acme/shop is:issue orders");
        assertThat(found.at("total_count")).isEqualTo(1L);
        assertThat(found.at("items.0.number")).isEqualTo(1L);
        assertThat(found.at("incomplete_results")).isEqualTo(false);
        assertThat(found.header("x-ratelimit-limit")).isEqualTo("30");
        assertThat(found.header("x-ratelimit-resource")).isEqualTo("search");
        assertThat(search("is:issue label:\"in progress\" state:open author:acme")
                        .at("total_count"))
                .isEqualTo(1L);
        assertThat(search("is:issue -label:\"in progress\"").at("items.0.title"))
                .isEqualTo("Other");
        assertThat(search("is:issue \"3.1\" in:title").at("total_count")).isEqualTo(0L);
        assertThat(search("is:issue created:>=2026-01-06").at("total_count")).isEqualTo(0L);
        assertThat(search("orders").status()).isEqualTo(422);
    }

    @Test
    void searchShowsAThousandAtMostAndMayBeIncomplete() throws Exception {
        shop.load(IntStream.rangeClosed(1, 1_050)
                .mapToObj(n -> FakeIssueData.issue(n, "T" + n, () -> null, "bob", FakeClock.START.minusSeconds(n + 60)))
                .toList());
        Answer last = owner.get("/search/issues?q=is:issue&per_page=100&page=10");
        assertThat(last.at("total_count")).isEqualTo(1_050L);
        assertThat(last.link("next")).isNull();
        assertThat(owner.get("/search/issues?q=is:issue&per_page=100&page=11").status())
                .isEqualTo(422);
        github.fail(FakeFault.incompleteSearch());
        assertThat(search("is:issue").at("incomplete_results")).isEqualTo(true);
        shop.makePrivate();
        assertThat(stranger.get("/search/issues?q=is:issue").at("total_count")).isEqualTo(0L);
    }

    @Test
    void searchHasItsOwnBudget() throws Exception {
        for (int i = 0; i < 30; i++) {
            search("is:issue");
        }
        assertThat(search("is:issue").status()).isEqualTo(403);
        assertThat(owner.get("/user").status()).isEqualTo(200);
        github.advance(Duration.ofMinutes(1));
        assertThat(search("is:issue").status()).isEqualTo(200);
    }

    @Test
    void alertsAreListedByCursorAndDismissed() throws Exception {
        String alerts = "/repos/acme/shop/dependabot/alerts";
        for (int i = 0; i < 5; i++) {
            shop.raiseAlert("maven", "org.acme:lib" + i, i % 2 == 0 ? "high" : "low", "Weakness " + i);
        }
        List<Answer> pages = owner.pages(alerts + "?per_page=2");
        assertThat(pages).hasSize(3);
        assertThat(pages.get(0).each("number")).containsExactly(5L, 4L);
        assertThat(owner.get(alerts + "?severity=low,critical").list()).hasSize(2);
        Answer dismissed =
                owner.patch(alerts + "/1", Map.of("state", "dismissed", "dismissed_reason", "tolerable_risk"));
        assertThat(dismissed.at("state")).isEqualTo("dismissed");
        assertThat(owner.patch(alerts + "/1", Map.of("state", "dismissed")).status())
                .isEqualTo(422);
        assertThat(owner.get(alerts + "?state=open").list()).hasSize(4);
        assertThat(stranger.get(alerts).status()).isEqualTo(403);
        shop.disableAlerts();
        assertThat(owner.get(alerts).status()).isEqualTo(403);
    }

    @Test
    void graphQlDeletesAndTransfers() throws Exception {
        FakeRepository other = github.addRepository("acme", "other");
        shop.openIssue("A", null).label("x");
        shop.openIssue("B", null);
        Object first = owner.get("/repos/acme/shop/issues/1").at("node_id");
        Object second = owner.get("/repos/acme/shop/issues/2").at("node_id");
        Object target = owner.get("/repos/acme/other").at("node_id");
        String delete = "mutation($id: ID!) { deleteIssue(input: {issueId: $id}) { clientMutationId } }";
        Answer refused = stranger.post("/graphql", Map.of("query", delete, "variables", Map.of("id", second)));
        assertThat(refused.status()).isEqualTo(200);
        assertThat(refused.at("errors.0.type")).isEqualTo("FORBIDDEN");
        Answer deleted = owner.post("/graphql", Map.of("query", delete, "variables", Map.of("id", second)));
        assertThat(((Map<?, ?>) deleted.json()).containsKey("errors")).isFalse();
        assertThat(owner.get("/repos/acme/shop/issues/2").status()).isEqualTo(410);
        Answer moved = owner.post(
                "/graphql",
                Map.of(
                        "query",
                        "mutation($input: TransferIssueInput!) { transferIssue(input: $input) { issue { number url } } }",
                        "variables",
                        Map.of(
                                "input",
                                Map.of("issueId", first, "repositoryId", target, "createLabelsIfMissing", true))));
        assertThat(moved.at("data.transferIssue.issue.number")).isEqualTo(1L);
        assertThat(other.issue(1).now().labels()).containsExactly("x");
        assertThat(moved.header("x-ratelimit-resource")).isEqualTo("graphql");
        Answer again = owner.post("/graphql", Map.of("query", delete, "variables", Map.of("id", second)));
        assertThat(again.at("errors.0.type")).isEqualTo("NOT_FOUND");
    }

    private Answer search(String query) throws Exception {
        return owner.get("/search/issues?q=" + URLEncoder.encode(query, StandardCharsets.UTF_8));
    }
}
