package dev.issuelink.testkit.gitlab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import dev.issuelink.testkit.gitlab.Client.Answer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The fake behaves as GitLab's documents say. */
class FakeGitLabTest {
    private final FakeGitLab gitlab = FakeGitLab.start();
    private final FakeGitLabProject project = gitlab.addProject("acme/shop", "olivia");
    private final Client olivia = new Client(gitlab, gitlab.token("olivia"));
    private final String issues = "/projects/" + project.id() + "/issues";

    @AfterEach
    void close() {
        gitlab.close();
    }

    private Client member(String name, int level) {
        project.member(name, level);
        return new Client(gitlab, gitlab.token(name));
    }

    @Test
    void findsProjectsByNumberAndByEncodedPath() {
        assertThat(olivia.get("/projects/" + project.id()).field("path_with_namespace"))
                .isEqualTo("acme/shop");
        assertThat(olivia.get("/projects/acme%2Fshop").field("id")).isEqualTo(project.id());
        assertThat(olivia.get("/projects/acme/shop").status()).isEqualTo(404);
        project.hide();
        assertThat(new Client(gitlab, "").get("/projects/" + project.id()).status())
                .isEqualTo(404);
        assertThat(new Client(gitlab, "wrong").get("/user").field("message")).isEqualTo("401 Unauthorized");
    }

    @Test
    void leadsFromAnOldPathToTheNumber() {
        project.rename("acme/boutique");
        var answer = olivia.get("/projects/acme%2Fshop/issues?state=all");
        assertThat(answer.status()).isEqualTo(301);
        assertThat(answer.header("Location").orElseThrow()).endsWith(issues + "?state=all");
        assertThat(answer.body()).startsWith("This resource has been moved");
    }

    @Test
    void opensAnIssueAsAnybodyMayButLeavesOutWhatNeedsARole() {
        var milestone = project.addMilestone("1.0");
        Map<String, Object> body = Map.of("title", " T ", "labels", "a,b", "milestone_id", milestone);
        var whole = olivia.post(issues, body);
        assertThat(whole.status()).isEqualTo(201);
        assertThat(whole.field("title")).isEqualTo("T");
        assertThat(whole.field("labels")).isEqualTo(List.of("a", "b"));
        assertThat((Long) whole.field("id")).isGreaterThan(Integer.MAX_VALUE);
        var guest = member("gus", 10).post(issues, body);
        assertThat(guest.status()).isEqualTo(201);
        assertThat(guest.field("labels")).isEqualTo(List.of());
        assertThat(guest.field("milestone")).isNull();
    }

    @Test
    void refusesWhatIsTooLongOrMissing() {
        assertThat(olivia.post(issues, Map.of("title", "x".repeat(256))).body())
                .contains("is too long (maximum is 255");
        assertThat(olivia.post(issues, Map.of("description", "x")).field("error"))
                .isEqualTo("title is missing");
        assertThat(olivia.post(issues, Map.of("title", "T", "issue_type", "bug"))
                        .status())
                .isEqualTo(400);
        assertThat(olivia.post(issues, Map.of("title", "T", "description", "x".repeat(1_048_577)))
                        .status())
                .isEqualTo(400);
    }

    @Test
    void replacesLabelsOrAddsThem() {
        olivia.post(issues, Map.of("title", "T", "labels", "a"));
        assertThat(olivia.put(issues + "/1", Map.of("add_labels", "b")).field("labels"))
                .isEqualTo(List.of("a", "b"));
        assertThat(olivia.put(issues + "/1", Map.of("remove_labels", "a")).field("labels"))
                .isEqualTo(List.of("b"));
        assertThat(olivia.put(issues + "/1", Map.of("labels", "c")).field("labels"))
                .isEqualTo(List.of("c"));
        assertThat(olivia.put(issues + "/1", Map.of()).status()).isEqualTo(400);
    }

    @Test
    void carriesOutQuickActions() {
        olivia.post(issues, Map.of("title", "T", "description", "text\n/label ~bug\n\n```\n/close\n```"));
        var opened = project.issue(1).now();
        assertThat(opened.labels()).containsExactly("bug");
        assertThat(opened.open()).isTrue();
        assertThat(opened.description()).isEqualTo("text\n```\n/close\n```");
        Answer note = olivia.post(issues + "/1/notes", Map.of("body", "/close"));
        assertThat(note.status()).isEqualTo(202);
        assertThat(note.object().containsKey("id")).isFalse();
        assertThat(project.issue(1).now().open()).isFalse();
        assertThat(olivia.post(issues + "/1/notes", Map.of("body", "said\n/reopen"))
                        .field("body"))
                .isEqualTo("said");
    }

    @Test
    void tellsWhatItWroteByItselfApart() {
        olivia.post(issues, Map.of("title", "T"));
        olivia.put(issues + "/1", Map.of("state_event", "close"));
        olivia.post(issues + "/1/notes", Map.of("body", "said", "internal", true));
        assertThat(olivia.get(issues + "/1/notes").list()).hasSize(2);
        assertThat(olivia.get(issues + "/1/notes?activity_filter=only_comments").list())
                .hasSize(1);
        assertThat(member("gus", 10)
                        .get(issues + "/1/notes?activity_filter=only_comments")
                        .list())
                .isEmpty();
    }

    private List<Object> walk(String start) {
        var all = new ArrayList<Object>();
        var answer = olivia.get(start);
        all.addAll(answer.list());
        while (answer.next().isPresent()) {
            answer = olivia.get(answer.next().get());
            all.addAll(answer.list());
        }
        return all;
    }

    @Test
    void pagesByCursorWithoutCountingOrByNumber() {
        IntStream.range(0, 45).forEach(number -> project.openIssue("Issue " + number, ""));
        var keyset = issues + "?pagination=keyset&order_by=updated_at&sort=asc&per_page=20";
        assertThat(olivia.get(keyset).next().orElseThrow()).contains("cursor=");
        assertThat(olivia.get(keyset).header("x-page")).isEmpty();
        assertThat(walk(keyset)).hasSize(45).doesNotHaveDuplicates();
        assertThat(olivia.get(issues).header("x-total")).contains("45");
        assertThat(olivia.get(issues).header("x-next-page")).contains("2");
        assertThat(walk(issues + "?sort=asc")).hasSize(45).doesNotHaveDuplicates();
        try (var older = FakeGitLab.builder().version("18.2.0").start()) {
            var there = older.addProject("a/b", "olivia");
            there.openIssue("T", "");
            var answer = new Client(older, older.token("olivia"))
                    .get("/projects/" + there.id() + "/issues?pagination=keyset&order_by=updated_at");
            assertThat(answer.header("x-page")).contains("1");
        }
    }

    @Test
    void movesAnIssueAndLeavesAClosedOneBehind() {
        var target = gitlab.addProject("acme/other", "olivia");
        project.openIssue("Moving", "text").label("bug");
        project.issue(1).comment("said");
        var moved = olivia.post(issues + "/1/move", Map.of("to_project_id", target.id()));
        assertThat(moved.field("project_id")).isEqualTo(target.id());
        assertThat(moved.field("labels")).isEqualTo(List.of("bug"));
        var old = olivia.get(issues + "/1");
        assertThat(old.field("state")).isEqualTo("closed");
        assertThat(old.field("moved_to_id")).isEqualTo(moved.field("id"));
        assertThat(target.issue(1).now().comments()).containsExactly("said");
        target.hide();
        assertThat(member("rita", 20).get(issues + "/1").field("moved_to_id")).isNull();
        assertThat(olivia.post(issues + "/1/move", Map.of("to_project_id", target.id()))
                        .status())
                .isEqualTo(400);
    }

    @Test
    void hidesConfidentialIssues() {
        project.openIssue("Secret", "").confidential(true);
        var guest = member("gus", 10);
        assertThat(guest.get(issues).list()).isEmpty();
        assertThat(guest.get(issues + "/1").status()).isEqualTo(404);
        assertThat(olivia.get(issues).list()).hasSize(1);
    }

    @Test
    void signsOrTokensItsDeliveriesAndSwitchesAWebhookOffThatFails() {
        var arrived = new CopyOnWriteArrayList<FakeGitLabDelivery>();
        var status = new int[] {204};
        gitlab.deliverTo(delivery -> {
            arrived.add(delivery);
            return status[0];
        });
        var token = "whsec_MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=";
        var hooks = "/projects/" + project.id() + "/hooks";
        var hook = olivia.post(
                hooks, Map.of("url", "http://h/x", "token", "plain", "signing_token", token, "issues_events", true));
        assertThat(hook.field("signing_token_present")).isEqualTo(true);
        assertThat(hook.field("push_events")).isEqualTo(true);
        assertThat(hook.body()).doesNotContain("whsec_");
        project.openIssue("T", "");
        var headers = arrived.get(0).headers();
        assertThat(headers).containsEntry("X-Gitlab-Token", "plain").containsEntry("X-Gitlab-Event", "Issue Hook");
        assertThat(headers.get("webhook-id")).isEqualTo(headers.get("Idempotency-Key"));
        assertThat(headers.get("webhook-signature")).startsWith("v1,");
        status[0] = 500;
        IntStream.range(0, 6).forEach(number -> project.openIssue("Lost", ""));
        assertThat(arrived).hasSize(5);
        var one = hooks + "/" + hook.field("id");
        assertThat(olivia.get(one).field("alert_status")).isEqualTo("temporarily_disabled");
        status[0] = 200;
        var failed = (Map<?, ?>) olivia.get(one + "/events?status=500").list().get(0);
        assertThat(olivia.post(one + "/events/" + failed.get("id") + "/resend", Map.of())
                        .status())
                .isEqualTo(201);
        assertThat(arrived.get(5).headers().get("Idempotency-Key"))
                .isEqualTo(((Map<?, ?>) failed.get("request_headers")).get("Idempotency-Key"));
        assertThat(olivia.get(one).field("alert_status")).isEqualTo("executable");
    }

    @Test
    void forgetsTheTokenWithTheAddress() {
        var hooks = "/projects/" + project.id() + "/hooks";
        var hook = olivia.post(hooks, Map.of("url", "http://h/x", "token", "plain"));
        assertThat(hook.field("token_present")).isEqualTo(true);
        var changed = olivia.put(hooks + "/" + hook.field("id"), Map.of("url", "http://h/y"));
        assertThat(changed.field("token_present")).isEqualTo(false);
        assertThat(member("dev", 30).get(hooks).status()).isEqualTo(403);
    }

    @Test
    void postsOverHttp() throws IOException {
        var bodies = new CopyOnWriteArrayList<String>();
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
        server.createContext("/", exchange -> {
            bodies.add(new String(exchange.getRequestBody().readAllBytes()));
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        server.start();
        try {
            var url = "http://127.0.0.1:" + server.getAddress().getPort() + "/hook";
            olivia.post("/projects/" + project.id() + "/hooks", Map.of("url", url, "issues_events", true));
            project.openIssue("Told", "");
            Awaitility.await().untilAsserted(() -> assertThat(bodies).hasSize(1));
            assertThat(bodies.get(0)).contains("\"object_kind\":\"issue\"").contains("Told");
        } finally {
            server.stop(0);
        }
    }

    @Test
    void limitsRequestsInHeadersAndNotesWithout() {
        try (var narrow =
                FakeGitLab.builder().callsPerMinute(4).notesPerMinute(1).start()) {
            var there = narrow.addProject("a/b", "olivia");
            there.openIssue("T", "");
            var client = new Client(narrow, narrow.token("olivia"));
            var notes = "/projects/" + there.id() + "/issues/1/notes";
            assertThat(client.post(notes, Map.of("body", "one")).header("RateLimit-Remaining"))
                    .contains("3");
            var limited = client.post(notes, Map.of("body", "two"));
            assertThat(limited.status()).isEqualTo(429);
            assertThat(limited.header("Retry-After")).isEmpty();
            assertThat(limited.body()).contains("too many times");
            client.get("/user");
            client.get("/user");
            var throttled = client.get("/user");
            assertThat(throttled.status()).isEqualTo(429);
            assertThat(throttled.header("Retry-After")).isPresent();
            assertThat(throttled.body()).isEqualTo("Retry later\n");
            narrow.advance(Duration.ofMinutes(2));
            assertThat(client.post(notes, Map.of("body", "two")).status()).isEqualTo(201);
        }
    }

    @Test
    void endsTokensAndKeepsToTheirScopes() {
        var day = LocalDate.parse("2026-01-10");
        var client = new Client(gitlab, gitlab.token(new FakeGitLabToken("olivia", Set.of("read_api"), day)));
        assertThat(client.get("/personal_access_tokens/self").field("expires_at"))
                .isEqualTo("2026-01-10");
        assertThat(client.post(issues, Map.of("title", "T")).field("error")).isEqualTo("insufficient_scope");
        gitlab.advance(Duration.ofDays(6));
        assertThat(client.get("/user").status()).isEqualTo(401);
    }

    @Test
    void goesWrongOnOrder() {
        gitlab.fail(FakeGitLabFault.status(500, "{}").on("GET", "/user$").times(2));
        gitlab.fail(FakeGitLabFault.htmlPage(520).onWrites());
        assertThat(olivia.get("/user").status()).isEqualTo(500);
        assertThat(olivia.get("/projects/" + project.id()).status()).isEqualTo(200);
        assertThat(olivia.post(issues, Map.of("title", "T")).body()).startsWith("<!DOCTYPE html>");
        assertThat(project.issues()).isEmpty();
        assertThat(olivia.get("/user").status()).isEqualTo(500);
        assertThat(olivia.get("/user").status()).isEqualTo(200);
        gitlab.fail(FakeGitLabFault.limited());
        gitlab.clearFaults();
        assertThat(olivia.get("/user").status()).isEqualTo(200);
        assertThat(gitlab.requests()).last().isEqualTo("GET /api/v4/user");
    }

    @Test
    void answersTheTwoQuestionsOfGraphQl() {
        var issue = project.openIssue("T", "");
        project.addVulnerability("Found", "HIGH", "a");
        var url = gitlab.baseUrl().replace("/v4", "/graphql");
        var query = "query($id: IssueID!) { issue(id: $id) { iid projectId } }";
        var found =
                olivia.post(url, Map.of("query", query, "variables", Map.of("id", "gid://gitlab/Issue/" + issue.id())));
        assertThat(found.body()).isEqualTo("{\"data\":{\"issue\":{\"iid\":\"1\",\"projectId\":" + project.id() + "}}}");
        var scan = Map.of(
                "query",
                "{ project(fullPath: $path) { vulnerabilities(first: 1) { nodes { id } } } }",
                "variables",
                Map.of("path", "acme/shop"));
        assertThat(olivia.post(url, scan).body()).contains("Vulnerability/");
        assertThat(member("gus", 10).post(url, scan).body()).contains("\"vulnerabilities\":null");
    }

    @Test
    void loadsIssuesAsTheyWereElsewhere() {
        var opened = Instant.parse("2020-02-03T04:05:06Z");
        project.addLabel("old", "#cccccc", "of before");
        project.load(List.of(FakeGitLabIssueData.issue(7, "Loaded", "Words\n/close", "ann", opened)
                .updated(opened.plusSeconds(60))
                .labeled(List.of("old"))
                .assigned(List.of("bo"))
                .commented("cy", "Said\n/reopen", opened.plusSeconds(30))
                .closed(opened.plusSeconds(40))));
        var loaded = olivia.get(issues + "/7");
        assertThat(loaded.field("description")).isEqualTo("Words\n/close");
        assertThat(loaded.field("state")).isEqualTo("closed");
        assertThat(loaded.field("created_at")).isEqualTo("2020-02-03T04:05:06.000Z");
        assertThat(loaded.field("updated_at")).isEqualTo("2020-02-03T04:06:06.000Z");
        assertThat(loaded.field("closed_at")).isEqualTo("2020-02-03T04:05:46.000Z");
        assertThat(loaded.body()).contains("\"ann\"", "\"bo\"");
        assertThat(olivia.get(issues + "/7/notes").body()).contains("\"cy\"", "/reopen");
        assertThat(project.openIssue("Next", "").iid()).isEqualTo(8);
        assertThatThrownBy(() -> project.load(List.of(FakeGitLabIssueData.issue(7, "Twice", "", "ann", opened))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("7");
    }
}
