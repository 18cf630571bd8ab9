package dev.issuelink.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import dev.issuelink.testkit.jira.FakeIssueData;
import dev.issuelink.testkit.jira.FakeJira;
import dev.issuelink.testkit.jira.FakeProject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The fake answers as Jira is known to answer, to a plain client that knows nothing of our adapter. */
class FakeJiraAnswersTest {
    private final MutableClock clock = MutableClock.create();
    private final HttpClient client = HttpClient.newHttpClient();
    private FakeJira jira = FakeJira.cloud().clock(clock).start();
    private FakeProject project = jira.addProject("DB", "Database");

    @AfterEach
    void close() {
        jira.close();
    }

    private HttpResponse<String> send(String method, String path, String body, String token)
            throws IOException, InterruptedException {
        var pair = jira.email("robot") + ":" + token;
        var basic = Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
        var request = HttpRequest.newBuilder(URI.create(jira.baseUrl() + path))
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                .header("Authorization", "Basic " + basic)
                .build();
        return client.send(request, BodyHandlers.ofString());
    }

    private HttpResponse<String> search(String jql) throws IOException, InterruptedException {
        var body = "{\"jql\":\"" + jql.replace("\"", "\\\"") + "\",\"fields\":[\"summary\"]}";
        return send("POST", "/rest/api/3/search/jql", body, jira.token("robot"));
    }

    @Test
    void aDeadTokenIsAnsweredAsAStrangerAndOnlyAHeaderTells() throws Exception {
        var answer = send("GET", "/rest/api/3/project/search", "", "dead");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("\"values\":[]");
        assertThat(answer.headers().firstValue("X-Seraph-LoginReason")).contains("AUTHENTICATED_FAILED");
        assertThat(send("GET", "/rest/api/3/myself", "", "dead").statusCode()).isEqualTo(401);
    }

    @Test
    void whatCloudRemovedIsGone() throws Exception {
        var token = jira.token("robot");
        assertThat(send("POST", "/rest/api/3/search", "{}", token).statusCode()).isEqualTo(410);
        assertThat(send("GET", "/rest/api/2/issue/createmeta", "", token).statusCode())
                .isEqualTo(410);
    }

    @Test
    void aSearchSeesOnlyWhatItsIndexKnows() throws Exception {
        jira.searchLag(Duration.ofMinutes(2));
        project.openIssue("An issue", "");
        assertThat(search("project = \"DB\"").body()).contains("\"issues\":[]");
        clock.advance(Duration.ofMinutes(2));
        assertThat(search("project = \"DB\"").body()).contains("An issue");
    }

    @Test
    void queriesAreReadStrictly() throws Exception {
        assertThat(search("order by created").statusCode()).isEqualTo(400);
        assertThat(search("project = DB AND labels = a@b").body()).contains("reserved JQL character");
        assertThat(search("project = AND").body()).contains("reserved JQL word");
        assertThat(search("project = \"NO\"").body()).contains("does not exist for the field 'project'");
        assertThat(search("project = \"DB\" AND key > \"DB-99\"").statusCode()).isEqualTo(400);
    }

    @Test
    void anUnknownPropertyOfASearchIsRefused() throws Exception {
        var answer =
                send("POST", "/rest/api/3/search/jql", "{\"jql\":\"project = DB\",\"startAt\":0}", jira.token("robot"));
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("Invalid request payload");
    }

    @Test
    void anInvalidDocumentIsRefusedWithoutAPlace() throws Exception {
        var key = project.openIssue("An issue", "").key();
        var empty = "{\"fields\":{\"description\":{\"type\":\"doc\",\"version\":1,\"content\":"
                + "[{\"type\":\"paragraph\",\"content\":[{\"type\":\"text\",\"text\":\"\"}]}]}}}";
        var answer = send("PUT", "/rest/api/3/issue/" + key, empty, jira.token("robot"));
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("INVALID_INPUT");
        var text = "{\"fields\":{\"description\":\"plain\"}}";
        assertThat(send("PUT", "/rest/api/3/issue/" + key, text, jira.token("robot"))
                        .body())
                .contains("Atlassian Document");
    }

    @Test
    void dataCenterHasNoThirdVersionAndOtherAddresses() throws Exception {
        jira.close();
        jira = FakeJira.dataCenter("11.3.0").clock(clock).start();
        project = jira.addProject("DB", "Database");
        assertThat(send("GET", "/rest/api/3/serverInfo", "", "x").statusCode()).isEqualTo(404);
        assertThat(send("GET", "/rest/api/2/serverInfo", "", "x").body()).contains("\"deploymentType\":\"Server\"");
        assertThat(send("GET", "/rest/webhooks/1.0/webhook", "", "x").statusCode())
                .isEqualTo(404);
    }

    @Test
    void whatIsLoadedKeepsItsNumberItsTimesAndItsPeople() throws Exception {
        var opened = Instant.parse("2020-02-03T04:05:06Z");
        project.load(List.of(FakeIssueData.issue(7, "Loaded", "Words", "ann", opened)
                .updated(opened.plusSeconds(60))
                .labeled(List.of("old"))
                .assigned("bo")
                .commented("cy", "Said", opened.plusSeconds(30))
                .resolved("Done", "Won't Do", opened.plusSeconds(40))));

        var answer = send("GET", "/rest/api/3/issue/DB-7", "", jira.token("robot"));
        assertThat(answer.body())
                .contains("\"summary\":\"Loaded\"", "\"labels\":[\"old\"]", "\"name\":\"Won't Do\"")
                .contains(
                        "\"created\":\"2020-02-02T20:05:06.000-0800\"", "\"updated\":\"2020-02-02T20:06:06.000-0800\"")
                .contains("Ann Person", "Bo Person", "Cy Person");
        assertThat(search("labels = old").body()).contains("DB-7");
        assertThat(project.openIssue("Next", "").key()).isEqualTo("DB-8");
        assertThat(jira.webhooks().take()).isEmpty();
    }

    @Test
    void aNumberIsLoadedOnce() {
        var data = FakeIssueData.issue(1, "Loaded", "", "ann", clock.instant());
        project.load(List.of(data));
        assertThatThrownBy(() -> project.load(List.of(data)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("DB-1");
        assertThat(project.issues()).hasSize(1);
    }

    @Test
    void deliversByItselfWhenItIsToldTo() throws Exception {
        var arrived = new CopyOnWriteArrayList<String>();
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/hook", exchange -> {
            try (exchange) {
                arrived.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
                exchange.sendResponseHeaders(204, -1);
            }
        });
        server.start();
        try {
            var hook = "{\"name\":\"h\",\"url\":\"http://127.0.0.1:"
                    + server.getAddress().getPort() + "/hook\",\"events\":[\"jira:issue_created\"],\"secret\":\"s\"}";
            assertThat(send("POST", "/rest/webhooks/1.0/webhook", hook, jira.token("robot"))
                            .statusCode())
                    .isEqualTo(201);
            project.openIssue("Waits", "");
            jira.webhooks().deliverByItself();
            project.openIssue("Goes at once", "");
            Awaitility.await().until(() -> arrived.size() == 2);
            assertThat(arrived.get(0)).contains("Waits");
            assertThat(arrived.get(1)).contains("Goes at once");
        } finally {
            server.stop(0);
        }
    }
}
