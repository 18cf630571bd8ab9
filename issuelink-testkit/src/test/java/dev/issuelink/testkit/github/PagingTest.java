package dev.issuelink.testkit.github;

import static org.assertj.core.api.Assertions.assertThat;

import dev.issuelink.testkit.github.Client.Answer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PagingTest {

    private static final Instant START = Instant.parse("2020-01-01T00:00:00Z");

    @Test
    void numbersPagesAndLinksByRepositoryId() throws Exception {
        try (FakeGitHub github = FakeGitHub.start()) {
            FakeRepository shop = filled(github, 25);
            Client client = new Client(github, github.token("acme"));
            Answer second = client.get("/repos/acme/shop/issues?state=all&per_page=10&page=2");
            String base = github.baseUrl() + "/repositories/" + shop.id() + "/issues?state=all&per_page=10&page=";
            assertThat(second.link("prev")).isEqualTo(base + 1);
            assertThat(second.link("next")).isEqualTo(base + 3);
            assertThat(second.link("last")).isEqualTo(base + 3);
            assertThat(second.link("first")).isEqualTo(base + 1);
            assertThat(client.get(second.link("next")).each("number")).containsExactly(5L, 4L, 3L, 2L, 1L);
            assertThat(client.get("/repos/acme/shop/issues?per_page=100").header("Link"))
                    .isNull();
        }
    }

    @Test
    void beyondTheWallOnlyCursorsLead() throws Exception {
        try (FakeGitHub github = FakeGitHub.builder().pageWall(20).start()) {
            filled(github, 57);
            Client client = new Client(github, github.token("acme"));
            List<Object> numbers = new ArrayList<>();
            List<Answer> pages = client.pages("/repos/acme/shop/issues?per_page=10&direction=asc");
            for (Answer page : pages) {
                numbers.addAll(page.each("number"));
            }
            assertThat(numbers)
                    .containsExactlyElementsOf(IntStream.rangeClosed(1, 57)
                            .mapToObj(i -> (Object) (long) i)
                            .toList());
            assertThat(pages.get(0).link("next")).contains("after=").doesNotContain("&page=");
            assertThat(pages.get(0).link("last")).isNull();
            Answer wall = client.get("/repos/acme/shop/issues?per_page=10&page=3");
            assertThat(wall.status()).isEqualTo(422);
            assertThat(wall.at("message"))
                    .isEqualTo("Pagination with the page parameter is not supported for large datasets, please use "
                            + "cursor based pagination (after/before)");
        }
    }

    @Test
    void cursorsNeitherRepeatNorSkipWhenTheSetMoves() throws Exception {
        try (FakeGitHub github = FakeGitHub.builder().pageWall(5).start()) {
            FakeRepository shop = filled(github, 30);
            Client client = new Client(github, github.token("acme"));
            Answer first = client.get("/repos/acme/shop/issues?per_page=10");
            shop.openIssue("in between", null);
            shop.issue(21).close("completed");
            assertThat(client.get(first.link("next")).each("number"))
                    .containsExactly(20L, 19L, 18L, 17L, 16L, 15L, 14L, 13L, 12L, 11L);
        }
    }

    private static FakeRepository filled(FakeGitHub github, int count) {
        FakeRepository shop = github.addRepository("acme", "shop");
        shop.load(IntStream.rangeClosed(1, count)
                .mapToObj(n -> FakeIssueData.issue(n, "Issue " + n, () -> "Body", "bob", START.plusSeconds(n)))
                .toList());
        return shop;
    }
}
