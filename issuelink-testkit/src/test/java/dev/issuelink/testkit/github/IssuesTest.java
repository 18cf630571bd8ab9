package dev.issuelink.testkit.github;

import static org.assertj.core.api.Assertions.assertThat;

import dev.issuelink.testkit.github.Client.Answer;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class IssuesTest {

    private final FakeGitHub github = FakeGitHub.start();
    private final FakeRepository shop = github.addRepository("acme", "shop");
    private final Client owner = new Client(github, github.token("acme"));
    private final Client stranger = new Client(github, github.token("bob"));

    @AfterEach
    void stop() {
        github.close();
    }

    @Test
    void listMixesPullRequestsIn() throws Exception {
        shop.openIssue("Broken", "Since yesterday");
        shop.openPullRequest("Mend it", null);
        Answer list = owner.get("/repos/ACME/Shop/issues");
        assertThat(list.each("number")).containsExactly(2L, 1L);
        assertThat(((Map<?, ?>) list.list().get(0)).get("pull_request")).isNotNull();
        assertThat(((Map<?, ?>) list.list().get(1)).containsKey("pull_request")).isFalse();
    }

    @Test
    void idsExceedInt() throws Exception {
        FakeIssue issue = shop.openIssue("Broken", null);
        Answer answer = owner.get("/repos/acme/shop/issues/1");
        assertThat(answer.at("id")).isEqualTo(issue.id());
        assertThat(issue.id()).isGreaterThan(Integer.MAX_VALUE);
        assertThat(answer.at("body")).isNull();
        assertThat(answer.at("created_at")).isEqualTo("2026-01-05T09:00:00Z");
    }

    @Test
    void filtersByStateLabelsAssigneeCreatorAndMilestone() throws Exception {
        shop.addMilestone("1.0");
        shop.addCollaborator("carol", "write");
        FakeIssue one = shop.as("bob").openIssue("One", null);
        FakeIssue two = shop.openIssue("Two", null);
        FakeIssue three = shop.openIssue("Three", null);
        one.label("bug", "db");
        two.label("BUG");
        two.assign("carol");
        one.schedule(1);
        three.close("not_planned");
        assertThat(numbers("")).containsExactly(2L, 1L);
        assertThat(numbers("state=closed")).containsExactly(3L);
        assertThat(numbers("state=all")).containsExactly(3L, 2L, 1L);
        assertThat(numbers("labels=Bug")).containsExactly(2L, 1L);
        assertThat(numbers("labels=bug,db")).containsExactly(1L);
        assertThat(numbers("assignee=Carol")).containsExactly(2L);
        assertThat(numbers("assignee=none")).containsExactly(1L);
        assertThat(numbers("assignee=*")).containsExactly(2L);
        assertThat(numbers("creator=bob")).containsExactly(1L);
        assertThat(numbers("milestone=1")).containsExactly(1L);
        assertThat(numbers("milestone=none")).containsExactly(2L);
    }

    @Test
    void sinceIsInclusiveByUpdateAndEmptyFromTheEpoch() throws Exception {
        FakeIssue one = shop.openIssue("One", null);
        github.advance(Duration.ofMinutes(1));
        shop.openIssue("Two", null);
        github.advance(Duration.ofMinutes(1));
        one.comment("hello");
        assertThat(numbers("since=2026-01-05T09:02:00Z")).containsExactly(1L);
        assertThat(numbers("since=2026-01-05T09:01:00Z&sort=updated&direction=asc"))
                .containsExactly(2L, 1L);
        assertThat(numbers("since=1970-01-01T00:00:00Z")).isEmpty();
        assertThat(numbers("sort=comments")).containsExactly(1L, 2L);
    }

    @Test
    void createsWithLabelsThatComeIntoBeing() throws Exception {
        shop.addMilestone("1.0");
        Answer created = owner.post(
                "/repos/acme/shop/issues",
                Map.of(
                        "title",
                        "T",
                        "body",
                        "B",
                        "labels",
                        List.of("new one"),
                        "assignees",
                        List.of("acme"),
                        "milestone",
                        1));
        assertThat(created.status()).isEqualTo(201);
        assertThat(created.header("Location")).isEqualTo(github.baseUrl() + "/repos/acme/shop/issues/1");
        assertThat(created.at("labels.0.color")).isEqualTo("ededed");
        assertThat(created.at("labels.0.description")).isNull();
        assertThat(created.at("assignees.0.login")).isEqualTo("acme");
        assertThat(created.at("milestone.number")).isEqualTo(1L);
        assertThat(owner.get("/repos/acme/shop/labels").each("name")).containsExactly("new one");
    }

    @Test
    void dropsInSilenceWhatNeedsPushAccess() throws Exception {
        shop.addMilestone("1.0");
        Answer created = stranger.post(
                "/repos/acme/shop/issues",
                Map.of("title", "T", "labels", List.of("x"), "assignees", List.of("acme"), "milestone", 1));
        assertThat(created.status()).isEqualTo(201);
        assertThat((List<?>) created.at("labels")).isEmpty();
        assertThat((List<?>) created.at("assignees")).isEmpty();
        assertThat(created.at("milestone")).isNull();
        assertThat(owner.get("/repos/acme/shop/labels").list()).isEmpty();
    }

    @Test
    void refusesTheWholeCallForUnassignableOrTooManyPeople() throws Exception {
        Answer unknown = owner.post("/repos/acme/shop/issues", Map.of("title", "T", "assignees", List.of("nobody")));
        assertThat(unknown.status()).isEqualTo(422);
        assertThat(unknown.at("errors.0.field")).isEqualTo("assignees");
        assertThat(unknown.at("errors.0.code")).isEqualTo("invalid");
        assertThat(unknown.at("errors.0.value")).isEqualTo("nobody");
        List<String> many = IntStream.range(0, 11).mapToObj(i -> "p" + i).toList();
        many.forEach(login -> shop.addCollaborator(login, "write"));
        assertThat(owner.post("/repos/acme/shop/issues", Map.of("title", "T", "assignees", many))
                        .status())
                .isEqualTo(422);
        assertThat(shop.issues()).isEmpty();
    }

    @Test
    void refusesLongTextsAndMissingTitles() throws Exception {
        Answer body = owner.post("/repos/acme/shop/issues", Map.of("title", "T", "body", "x".repeat(65_537)));
        assertThat(body.status()).isEqualTo(422);
        assertThat(body.at("errors.0.code")).isEqualTo("custom");
        assertThat(body.at("errors.0.message")).isEqualTo("body is too long (maximum is 65536 characters)");
        assertThat(owner.post("/repos/acme/shop/issues", Map.of("title", "T", "body", "\uD83D\uDE00".repeat(65_536)))
                        .status())
                .isEqualTo(201);
        assertThat(owner.post("/repos/acme/shop/issues", Map.of()).at("errors.0.code"))
                .isEqualTo("missing_field");
        assertThat(owner.send("POST", "/repos/acme/shop/issues", "{\"title\":").status())
                .isEqualTo(400);
    }

    @Test
    void patchReplacesSetsAndClearsTheMilestone() throws Exception {
        shop.addMilestone("1.0");
        FakeIssue issue = shop.openIssue("T", "B");
        issue.label("a", "b");
        issue.schedule(1);
        Map<String, Object> change = new LinkedHashMap<>(Map.of("labels", List.of("c"), "assignees", List.of("acme")));
        change.put("milestone", null);
        Answer answer = owner.patch("/repos/acme/shop/issues/1", change);
        assertThat(answer.at("labels.0.name")).isEqualTo("c");
        assertThat(issue.now().labels()).containsExactly("c");
        assertThat(issue.now().assignees()).containsExactly("acme");
        assertThat(answer.at("milestone")).isNull();
        assertThat(answer.at("title")).isEqualTo("T");
        owner.patch("/repos/acme/shop/issues/1", Map.of("labels", List.of(), "assignees", List.of()));
        assertThat(issue.now().labels()).isEmpty();
        owner.patch("/repos/acme/shop/issues/1", Collections.singletonMap("body", null));
        assertThat(issue.now().body()).isNull();
    }

    @Test
    void reasonCountsOnlyWithAChangeOfState() throws Exception {
        FakeIssue issue = shop.openIssue("T", null);
        owner.patch("/repos/acme/shop/issues/1", Map.of("state", "open", "state_reason", "duplicate"));
        assertThat(issue.now().reason()).isNull();
        Answer closed =
                owner.patch("/repos/acme/shop/issues/1", Map.of("state", "closed", "state_reason", "not_planned"));
        assertThat(closed.at("state_reason")).isEqualTo("not_planned");
        assertThat(closed.at("closed_by.login")).isEqualTo("acme");
        owner.patch("/repos/acme/shop/issues/1", Map.of("state", "closed", "state_reason", "duplicate"));
        assertThat(issue.now().reason()).isEqualTo("not_planned");
        assertThat(owner.patch("/repos/acme/shop/issues/1", Map.of("state", "open"))
                        .at("state_reason"))
                .isEqualTo("reopened");
    }

    @Test
    void strangersMayNotChangeOthersIssues() throws Exception {
        shop.openIssue("T", null);
        assertThat(stranger.patch("/repos/acme/shop/issues/1", Map.of("title", "U"))
                        .status())
                .isEqualTo(403);
    }

    @Test
    void locksAndUnlocks() throws Exception {
        FakeIssue issue = shop.openIssue("T", null);
        assertThat(owner.put("/repos/acme/shop/issues/1/lock", Map.of("lock_reason", "too heated"))
                        .status())
                .isEqualTo(204);
        assertThat(owner.get("/repos/acme/shop/issues/1").at("active_lock_reason"))
                .isEqualTo("too heated");
        assertThat(stranger.post("/repos/acme/shop/issues/1/comments", Map.of("body", "x"))
                        .status())
                .isEqualTo(403);
        assertThat(owner.delete("/repos/acme/shop/issues/1/lock").status()).isEqualTo(204);
        assertThat(owner.get("/repos/acme/shop/issues/1").at("locked")).isEqualTo(false);
        assertThat(issue.number()).isEqualTo(1);
    }

    @Test
    void theNewVersionHasNoSingleAssignee() throws Exception {
        shop.openIssue("T", null);
        Answer old = owner.get("/repos/acme/shop/issues/1", "X-GitHub-Api-Version", "2022-11-28");
        Answer now = owner.get("/repos/acme/shop/issues/1", "X-GitHub-Api-Version", "2026-03-10");
        assertThat(((Map<?, ?>) old.json()).containsKey("assignee")).isTrue();
        assertThat(((Map<?, ?>) now.json()).containsKey("assignee")).isFalse();
    }

    private List<Object> numbers(String query) throws Exception {
        return owner.get("/repos/acme/shop/issues?" + query).each("number");
    }
}
