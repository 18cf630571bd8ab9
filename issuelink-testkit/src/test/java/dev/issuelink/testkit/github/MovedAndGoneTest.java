package dev.issuelink.testkit.github;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.issuelink.testkit.github.Client.Answer;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class MovedAndGoneTest {

    private final FakeGitHub github = FakeGitHub.start();
    private final FakeRepository shop = github.addRepository("acme", "shop");
    private final Client owner = new Client(github, github.token("acme"));

    @AfterEach
    void stop() {
        github.close();
    }

    @Test
    void transferredIssuesRedirect() throws Exception {
        FakeRepository other = github.addRepository("acme", "other");
        other.openIssue("first", null);
        FakeIssue issue = shop.openIssue("T", null);
        long id = issue.id();
        issue.comment("hello");
        FakeIssue moved = issue.transferTo(other);
        String there = github.baseUrl() + "/repositories/" + other.id() + "/issues/2";
        Answer get = owner.get("/repos/acme/shop/issues/1");
        assertThat(get.status()).isEqualTo(301);
        assertThat(get.header("Location")).isEqualTo(there);
        assertThat(owner.patch("/repos/acme/shop/issues/1", Map.of("title", "U"))
                        .status())
                .isEqualTo(301);
        assertThat(owner.post("/repos/acme/shop/issues/1/labels", Map.of("labels", List.of("x")))
                        .header("Location"))
                .isEqualTo(there + "/labels");
        assertThat(owner.get(there).status()).isEqualTo(200);
        assertThat(owner.get(there + "/comments").each("body")).containsExactly("hello");
        assertThat(moved.id()).isNotEqualTo(id);
        assertThat(moved.number()).isEqualTo(2);
        assertThatThrownBy(issue::now).isInstanceOf(IllegalStateException.class).hasMessageContaining("acme/shop");
    }

    @Test
    void transferredOutOfSightIsNotFound() throws Exception {
        FakeRepository hidden = github.addRepository("other", "hidden");
        hidden.makePrivate();
        shop.openIssue("T", null).transferTo(hidden);
        assertThat(owner.get("/repos/acme/shop/issues/1").status()).isEqualTo(404);
    }

    @Test
    void deletedIssuesAreGoneAndNumbersAreNotUsedAgain() throws Exception {
        shop.openIssue("T", null).delete();
        assertThat(owner.get("/repos/acme/shop/issues/1").status()).isEqualTo(410);
        assertThat(owner.get("/repos/acme/shop/issues/1/comments").status()).isEqualTo(410);
        assertThat(owner.get("/repos/acme/shop/issues/2").status()).isEqualTo(404);
        assertThat(shop.openIssue("U", null).number()).isEqualTo(2);
    }

    @Test
    void disabledIssuesAreGone() throws Exception {
        shop.disableIssues();
        Answer created = owner.post("/repos/acme/shop/issues", Map.of("title", "T"));
        assertThat(created.status()).isEqualTo(410);
        assertThat(created.at("message")).isEqualTo("Issues are disabled for this repo");
        assertThat(owner.get("/repos/acme/shop").at("has_issues")).isEqualTo(false);
        shop.enableIssues();
        assertThat(owner.get("/repos/acme/shop/issues").status()).isEqualTo(200);
    }

    @Test
    void archivedRepositoriesAreReadOnly() throws Exception {
        shop.archive();
        assertThat(owner.get("/repos/acme/shop/issues").status()).isEqualTo(200);
        assertThat(owner.post("/repos/acme/shop/issues", Map.of("title", "T")).status())
                .isEqualTo(403);
    }

    @Test
    void renamedRepositoriesRedirect() throws Exception {
        shop.rename("store");
        Answer get = owner.get("/repos/acme/shop/issues?state=all");
        assertThat(get.status()).isEqualTo(301);
        assertThat(get.header("Location"))
                .isEqualTo(github.baseUrl() + "/repositories/" + shop.id() + "/issues?state=all");
        assertThat(owner.get(get.header("Location")).status()).isEqualTo(200);
        Answer post = owner.post("/repos/acme/shop/issues", Map.of("title", "T"));
        assertThat(post.status()).isEqualTo(307);
        assertThat(owner.post(post.header("Location"), Map.of("title", "T")).status())
                .isEqualTo(201);
        assertThat(owner.get("/repos/acme/store").at("full_name")).isEqualTo("acme/store");
    }

    @Test
    void aTrailingSlashLeadsNowhere() throws Exception {
        assertThat(owner.get("/repos/acme/shop/issues/").status()).isEqualTo(404);
        assertThat(owner.get("/repos/acme/shop/").status()).isEqualTo(404);
    }
}
