package dev.issuelink.verify.jira;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.issuelink.config.AuthConfig;
import dev.issuelink.config.SecretReference;
import dev.issuelink.config.Settings;
import dev.issuelink.config.SyncConfig;
import dev.issuelink.config.TrackerConfig;
import dev.issuelink.jira.JiraTrackerProvider;
import dev.issuelink.model.SyncDirection;
import dev.issuelink.spi.IssueTrackerAdapter;
import dev.issuelink.spi.WebhookConfig;
import dev.issuelink.testkit.MutableClock;
import dev.issuelink.testkit.TestContext;
import dev.issuelink.testkit.jira.FakeJira;
import dev.issuelink.testkit.jira.FakeProject;
import dev.issuelink.testkit.jira.FakeWorkflow;
import dev.issuelink.verify.Project;
import dev.issuelink.verify.wire.RecordingProxy;
import dev.issuelink.verify.wire.RecordingProxy.Recorded;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every request that the adapter can send to Jira Cloud is one that Atlassian's own description allows. */
class JiraRequestsValidTest {
    private static final SecretReference HOOK = new SecretReference("HOOK");
    private static final URI HOST = URI.create("https://host.example/hook");

    @TempDir
    Path folder;

    private final MutableClock clock = MutableClock.create();
    private FakeJira jira;
    private FakeProject project;
    private RecordingProxy proxy;
    private JiraDescription description;

    @BeforeEach
    void start() {
        var file = Project.shared("contracts/jira-cloud-v3-issues.openapi.json");
        var documents = Project.shared("contracts/adf-v1.schema.json");
        assumeTrue(
                file.isPresent() && documents.isPresent(),
                "skipped: Atlassian's descriptions are not beside the repository");
        description = new JiraDescription(file.get(), documents.get());
        jira = FakeJira.cloud().clock(clock).start();
        project = jira.addProject("DB", "Database");
        project.addField("customfield_10050", "Severity", "option", false, "High", "Low");
        project.addField("customfield_10051", "Budget", "number", false);
        project.addField("customfield_10052", "Story", "textarea", false);
        project.workflow(FakeWorkflow.create()
                .status("To Do", "new")
                .status("In Progress", "indeterminate")
                .status("Done", "done")
                .transition("Start", "To Do", "In Progress")
                .transition("Finish", "In Progress", "Done", "resolution", "comment", "customfield_10050")
                .transition("Reopen", "Done", "To Do"));
        jira.addProject("OPS", "Operations");
        proxy = RecordingProxy.before(jira.baseUrl());
    }

    @AfterEach
    void stop() {
        if (proxy != null) {
            proxy.close();
            jira.close();
        }
    }

    private IssueTrackerAdapter connect(AuthConfig auth) {
        var settings = Map.<String, Object>of(
                "base_url", proxy.baseUrl(),
                "gateway_url", proxy.baseUrl(),
                "authorization_url", proxy.baseUrl(),
                "project_key", "DB",
                "allow_delete", true,
                "priorities", Map.of("P1", "Highest", "P2", "Low"),
                "resolutions", Map.of("not_planned", "Won't Do"),
                "transition_fields", Map.of("comment", "Done *now*", "Severity", "High"));
        var sync = new SyncConfig(SyncDirection.BIDIRECTIONAL, List.of(HOOK), Optional.of(HOST), Duration.ZERO);
        var config = TrackerConfig.builder("jira", "jira")
                .settings(Settings.of(settings))
                .auth(auth)
                .labels(List.of("automated"))
                .sync(sync)
                .build();
        var context = TestContext.builder(config)
                .clock(clock)
                .keepingSecrets()
                .secret("TOKEN", jira.token("robot"))
                .secret("HOOK", "hook-secret")
                .secret("CLIENT", jira.clientSecret())
                .secret("REFRESH", jira.consent("robot"));
        return new JiraTrackerProvider().connect(context.build());
    }

    private AuthConfig token(boolean scoped) {
        return new AuthConfig(
                "api_token",
                Settings.of(
                        Map.of("email", jira.email("robot"), "token", new SecretReference("TOKEN"), "scoped", scoped)));
    }

    private AuthConfig oauth() {
        return new AuthConfig(
                "oauth",
                Settings.of(Map.of(
                        "client_id", jira.clientId(),
                        "client_secret", new SecretReference("CLIENT"),
                        "refresh_token", new SecretReference("REFRESH"))));
    }

    @Test
    void everyRequestIsAllowed() {
        try (var adapter = connect(token(false))) {
            work(adapter);
        }
        try (var scoped = connect(token(true))) {
            scoped.testConnection();
        }
        try (var app = connect(oauth())) {
            new JiraWork(app).lookAround();
            new JiraWork(app).hooks(new WebhookConfig(HOST, HOOK));
        }
        verify();
    }

    private void work(IssueTrackerAdapter adapter) {
        var bo = jira.account("bo");
        var robot = jira.account("robot");
        var milestone = project.addVersion("1.0");
        for (var i = 0; i < 230; i++) {
            project.openIssue("Issue " + i, "Words");
        }
        var talk = project.openIssue("Much was said", "Words");
        for (var i = 0; i < 120; i++) {
            talk.comment("Said " + i);
        }
        var work = new JiraWork(adapter);
        work.lookAround();
        var issue = work.create(bo, milestone);
        work.update(issue.reference(), milestone, bo, robot);
        work.comment(issue.reference());
        JiraWork.all(adapter.comments()
                .getComments(adapter.findIssue(null, talk.key()).orElseThrow().reference(), null));
        work.attach(issue.reference(), folder);
        work.read(issue, robot, clock.instant());
        // Jira may lose the property of an issue that it opened.
        proxy.changing(body -> body.replace("\"issuelink\"", "\"lost\""));
        work.create(bo, milestone);
        proxy.changing(body -> body);
        work.hooks(new WebhookConfig(HOST, HOOK));
        adapter.deleteIssue(issue.reference());
    }

    private void verify() {
        var sent = proxy.recorded();
        var kinds = new TreeSet<String>();
        sent.forEach(
                one -> kinds.add(JiraRequestKinds.of(one.method(), one.uri().getPath())));
        var faults = sent.stream()
                .flatMap(one -> description.faults(one).stream())
                .distinct()
                .toList();
        var removed = sent.stream()
                .filter(one -> JiraDescription.isRemoved(one.method(), one.uri().toString()))
                .count();
        System.out.printf("figure jira_requests_valid %d%n", sent.size() - faults.size());
        System.out.printf("figure jira_requests_invalid %d%n", faults.size());
        System.out.printf("figure jira_requests_removed_endpoints %d%n", removed);
        System.out.printf("figure jira_requests_kinds %d%n", kinds.size());
        System.out.printf("figure jira_documents_valid %d%n", description.documents());
        description.beyond().forEach(used -> System.out.println("beyond the description: " + used));
        assertThat(faults).isEmpty();
        assertThat(removed).isZero();
        assertThat(description.documents()).isGreaterThanOrEqualTo(9);
        assertThat(description.beyond()).hasSize(6);
        assertReach(kinds);
    }

    /** Each place of the code that makes a request to Jira Cloud was reached, by the kind of its request. */
    private static void assertReach(TreeSet<String> kinds) {
        var wanted = JiraRequestKinds.byPlace();
        var places = JiraRequestKinds.places();
        places.removeAll(JiraRequestKinds.OF_DATA_CENTER);
        assertThat(places)
                .as("places that make a request; a new one needs a row, and its request has to be sent here")
                .containsExactlyInAnyOrderElementsOf(wanted.keySet());
        assertThat(kinds).as("kinds of requests that were sent").containsAll(wanted.values());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "GET    | /rest/api/3/search?jql=project=DB                   | ",
                "POST   | /rest/api/3/search                                  | {\"jql\": \"project = DB\"}",
                "POST   | /rest/api/2/search/jql                              | {\"jql\": \"project = DB\"}",
                "GET    | /rest/api/3/issue/createmeta                        | ",
                "GET    | /ex/jira/a-1/rest/api/3/search?jql=project=DB       | ",
                "POST   | /rest/api/3/search/jql                              | {\"jql\": \"project = DB\", \"startAt\": 0}",
                "POST   | /rest/api/3/search/jql                              | {\"jql\": 7}",
                "POST   | /rest/api/3/search/jql                              | {\"jql\": \"x\", \"fields\": \"key\"}",
                "POST   | /rest/api/3/issue/bulkfetch                         | {\"fields\": [\"summary\"]}",
                "POST   | /rest/api/3/issue/bulkfetch                         | {\"issueIdsOrKeys\": [7]}",
                "POST   | /rest/api/3/issue                                   | {\"fields\": [\"summary\"]}",
                "POST   | /rest/api/3/issue                                   | {\"fields\": {}, \"properties\": {}}",
                "POST   | /rest/api/3/issue                                   | {\"summary\": \"outside of fields\"}",
                "POST   | /rest/api/3/issue                                   | {\"fields\": {\"description\": \"wiki\"}}",
                "PUT    | /rest/api/3/issue/7                                 | {\"update\": {\"labels\": {\"add\": \"x\"}}}",
                "PUT    | /rest/api/3/issue/7                                 | {\"update\": {\"labels\": [{\"put\": \"x\"}]}}",
                "PUT    | /rest/api/3/issue/7?notify=false                    | {\"fields\": {}}",
                "PUT    | /rest/api/3/issue/7                                 | ",
                "PATCH  | /rest/api/3/issue/7                                 | {\"fields\": {}}",
                "PUT    | /rest/api/3/issue/7/assignee                        | {\"accountId\": 7}",
                "POST   | /rest/api/3/issue/7/comment                         | {\"body\": \"wiki\"}",
                "POST   | /rest/api/3/issue/7/comment                         | {\"text\": \"no body\"}",
                "GET    | /rest/api/3/issue/7/comment?startAt=many            | ",
                "GET    | /rest/api/3/user/assignable/search?projectKey=DB    | ",
                "GET    | /rest/api/3/project                                 | ",
                "POST   | /rest/api/3/webhook                                 | {\"url\": \"https://host.example\"}",
                "PUT    | /rest/api/3/webhook/refresh                         | {\"webhookIds\": [\"7\"]}",
                "DELETE | /rest/api/3/webhook/7                               | ",
                "POST   | /rest/api/3/issue/7/attachments                     | "
            })
    void wrongRequestsAreSeen(String method, String target, String body) {
        assertThat(description.faults(request(method, target, body == null ? "" : body)))
                .isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "{\"type\": \"paragraph\", \"content\": [{\"type\": \"text\", \"text\": \"\"}]}",
                "{\"type\": \"paragraph\", \"content\": [{\"type\": \"paragraph\"}]}",
                "{\"type\": \"heading\", \"attrs\": {\"level\": 9}}",
                "{\"type\": \"rule\", \"colour\": \"red\"}",
                "{\"type\": \"taskList\", \"content\": []}"
            })
    void wrongDocumentsAreSeen(String block) {
        var document = "{\"body\": {\"type\": \"doc\", \"version\": 1, \"content\": [%s]}}";
        var target = "/rest/api/3/issue/7/comment";
        assertThat(description.faults(request("POST", target, document.formatted(block))))
                .isNotEmpty();
        assertThat(description.faults(request("POST", target, document.formatted("{\"type\": \"rule\"}"))))
                .isEmpty();
    }

    private static Recorded request(String method, String target, String body) {
        return new Recorded(method, URI.create(target), Map.of("Content-type", List.of("application/json")), body);
    }
}
