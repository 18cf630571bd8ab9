package dev.issuelink.testkit.github;

import static org.assertj.core.api.Assertions.assertThat;

import dev.issuelink.testkit.github.Client.Answer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CommentsLabelsPeopleTest {

    private static final String ISSUES = "/repos/acme/shop/issues";

    private final FakeGitHub github = FakeGitHub.builder().commentLimit(3).start();
    private final FakeRepository shop = github.addRepository("acme", "shop");
    private final Client owner = new Client(github, github.token("acme"));
    private final Client stranger = new Client(github, github.token("bob"));
    private final FakeIssue issue = shop.openIssue("T", null);

    @AfterEach
    void stop() {
        github.close();
    }

    @Test
    void commentsAreCreatedEditedAndDeletedWithoutTheIssuesNumber() throws Exception {
        Answer created = owner.post(ISSUES + "/1/comments", Map.of("body", "one"));
        assertThat(created.status()).isEqualTo(201);
        assertThat((String) created.at("issue_url")).endsWith("/issues/1");
        String path = ISSUES + "/comments/" + created.at("id");
        github.advance(Duration.ofMinutes(5));
        Answer edited = owner.patch(path, Map.of("body", "two"));
        assertThat(edited.at("body")).isEqualTo("two");
        assertThat(edited.at("updated_at")).isEqualTo("2026-01-05T09:05:00Z");
        assertThat(stranger.patch(path, Map.of("body", "three")).status()).isEqualTo(403);
        assertThat(owner.delete(path).status()).isEqualTo(204);
        assertThat(owner.get(path).status()).isEqualTo(404);
        assertThat(owner.get(ISSUES + "/1").at("comments")).isEqualTo(0L);
    }

    @Test
    void commentListsTakeSinceAndOrder() throws Exception {
        long first = issue.comment("one");
        github.advance(Duration.ofMinutes(1));
        issue.comment("two");
        github.advance(Duration.ofMinutes(1));
        issue.editComment(first, "one, better");
        String since = "?since=2026-01-05T09:02:00Z";
        assertThat(owner.get(ISSUES + "/1/comments").each("body")).containsExactly("one, better", "two");
        assertThat(owner.get(ISSUES + "/1/comments" + since).each("body")).containsExactly("one, better");
        assertThat(owner.get(ISSUES + "/comments?sort=updated").each("body")).containsExactly("one, better", "two");
        assertThat(owner.get(ISSUES + "/comments?sort=created&direction=asc").each("body"))
                .containsExactly("one, better", "two");
        assertThat(owner.get(ISSUES + "/comments?direction=desc").each("body")).containsExactly("one, better", "two");
    }

    @Test
    void commentsHaveLimits() throws Exception {
        Answer tooLong = owner.post(ISSUES + "/1/comments", Map.of("body", "x".repeat(65_537)));
        assertThat(tooLong.status()).isEqualTo(422);
        assertThat(tooLong.at("errors.0.code")).isEqualTo("unprocessable");
        assertThat(tooLong.at("errors.0.field")).isEqualTo("data");
        for (int i = 0; i < 3; i++) {
            issue.comment("c" + i);
        }
        assertThat(owner.post(ISSUES + "/1/comments", Map.of("body", "more")).status())
                .isEqualTo(403);
    }

    @Test
    void issueLabelsAreAddedReplacedAndRemoved() throws Exception {
        String labels = ISSUES + "/1/labels";
        assertThat(owner.post(labels, Map.of("labels", List.of("a b", "x/y"))).each("name"))
                .containsExactly("a b", "x/y");
        assertThat(owner.post(labels, Map.of("labels", List.of("A B"))).each("name"))
                .containsExactly("a b", "x/y");
        assertThat(owner.delete(labels + "/a+b").status()).isEqualTo(404);
        assertThat(owner.delete(labels + "/a%2520b").status()).isEqualTo(404);
        assertThat(owner.delete(labels + "/A%20B").each("name")).containsExactly("x/y");
        Answer missing = owner.delete(labels + "/a%20b");
        assertThat(missing.status()).isEqualTo(404);
        assertThat(missing.at("message")).isEqualTo("Label does not exist");
        assertThat(owner.delete(labels + "/x%2Fy").list()).isEmpty();
        assertThat(owner.put(labels, Map.of("labels", List.of("c"))).each("name"))
                .containsExactly("c");
        assertThat(owner.delete(labels).status()).isEqualTo(204);
        assertThat(issue.now().labels()).isEmpty();
    }

    @Test
    void repositoryLabelsAreUniqueWithoutRegardToCase() throws Exception {
        Answer created = owner.post("/repos/acme/shop/labels", Map.of("name", "Bug", "color", "FF0000"));
        assertThat(created.status()).isEqualTo(201);
        assertThat(created.at("color")).isEqualTo("ff0000");
        assertThat(owner.post("/repos/acme/shop/labels", Map.of("name", "bug")).at("errors.0.code"))
                .isEqualTo("already_exists");
        issue.label("bug");
        owner.patch("/repos/acme/shop/labels/BUG", Map.of("new_name", "defect"));
        assertThat(issue.now().labels()).containsExactly("defect");
        assertThat(owner.delete("/repos/acme/shop/labels/defect").status()).isEqualTo(204);
        assertThat(issue.now().labels()).isEmpty();
    }

    @Test
    void peopleAreAssignedAndListed() throws Exception {
        shop.addCollaborator("carol", "write");
        assertThat(owner.get("/repos/acme/shop/assignees").each("login")).containsExactly("acme", "carol");
        assertThat(owner.get("/repos/acme/shop/assignees/carol").status()).isEqualTo(204);
        assertThat(owner.get("/repos/acme/shop/assignees/bob").status()).isEqualTo(404);
        Answer assigned = owner.post(ISSUES + "/1/assignees", Map.of("assignees", List.of("carol")));
        assertThat(assigned.status()).isEqualTo(201);
        assertThat(assigned.at("assignees.0.login")).isEqualTo("carol");
        assertThat(owner.send("DELETE", ISSUES + "/1/assignees", "{\"assignees\":[\"carol\"]}")
                        .status())
                .isEqualTo(200);
        assertThat(issue.now().assignees()).isEmpty();
        assertThat(owner.get("/repos/acme/shop/collaborators").at("1.role_name"))
                .isEqualTo("write");
        assertThat(stranger.get("/repos/acme/shop/collaborators").status()).isEqualTo(403);
    }

    @Test
    void milestonesAreCreatedAndClosed() throws Exception {
        assertThat(owner.post("/repos/acme/shop/milestones", Map.of("title", "1.0"))
                        .status())
                .isEqualTo(201);
        assertThat(owner.post("/repos/acme/shop/milestones", Map.of("title", "1.0"))
                        .status())
                .isEqualTo(422);
        owner.patch("/repos/acme/shop/milestones/1", Map.of("state", "closed"));
        assertThat(owner.get("/repos/acme/shop/milestones").list()).isEmpty();
        assertThat(owner.get("/repos/acme/shop/milestones?state=all").each("title"))
                .containsExactly("1.0");
        assertThat(owner.delete("/repos/acme/shop/milestones/1").status()).isEqualTo(204);
    }

    @Test
    void repositoriesOfTheUserAreListed() throws Exception {
        github.addRepository("other", "theirs").addCollaborator("acme", "read");
        github.addRepository("other", "foreign");
        assertThat(owner.get("/user/repos").each("full_name")).containsExactly("acme/shop", "other/theirs");
        assertThat(owner.get("/user/repos?type=all&visibility=all").status()).isEqualTo(422);
    }
}
