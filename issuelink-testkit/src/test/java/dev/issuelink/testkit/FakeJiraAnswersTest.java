package dev.issuelink.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.issuelink.testkit.jira.FakeJira;
import dev.issuelink.testkit.jira.FakeProject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
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
}
