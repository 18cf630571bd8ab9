package dev.issuelink.verify.github;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.issuelink.config.AuthConfig;
import dev.issuelink.config.SecretReference;
import dev.issuelink.config.Settings;
import dev.issuelink.config.SyncConfig;
import dev.issuelink.config.TrackerConfig;
import dev.issuelink.github.GitHubTrackerProvider;
import dev.issuelink.model.Change;
import dev.issuelink.model.ChangePage;
import dev.issuelink.model.Cursor;
import dev.issuelink.model.Issue;
import dev.issuelink.model.IssueChanges;
import dev.issuelink.model.IssueDraft;
import dev.issuelink.model.Listing;
import dev.issuelink.model.Marker;
import dev.issuelink.model.Priority;
import dev.issuelink.model.Resolution;
import dev.issuelink.model.SearchQuery;
import dev.issuelink.model.StatusCategory;
import dev.issuelink.model.SyncDirection;
import dev.issuelink.model.TargetStatus;
import dev.issuelink.spi.IssueTrackerAdapter;
import dev.issuelink.spi.WebhookConfig;
import dev.issuelink.testkit.MutableClock;
import dev.issuelink.testkit.TestContext;
import dev.issuelink.testkit.github.FakeGitHub;
import dev.issuelink.testkit.github.FakeRepository;
import dev.issuelink.verify.wire.RecordingProxy;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every request that the GitHub adapter can send is one that GitHub's own description allows. */
class GitHubRequestsValidTest {
    private static final Marker MARKER = new Marker("marker-0001");
    private static final SecretReference HOOK = new SecretReference("HOOK");

    private final MutableClock clock = MutableClock.create();
    private FakeGitHub github;
    private FakeRepository repository;
    private RecordingProxy proxy;
    private GitHubDescription description;

    @BeforeEach
    void start() {
        var file = description();
        assumeTrue(file.isPresent(), "skipped: GitHub's description is not beside the repository");
        description = new GitHubDescription(file.get());
        github = FakeGitHub.builder().clock(clock).pageWall(250).start();
        repository = github.addRepository("octo", "demo");
        github.addRepository("octo", "other");
        repository.addCollaborator("bo", "write");
        repository.addMilestone("1.0");
        github.webhooks().hold();
        proxy = RecordingProxy.before(github.baseUrl());
    }

    @AfterEach
    void stop() {
        if (proxy != null) {
            proxy.close();
            github.close();
        }
    }

    private static Optional<Path> description() {
        for (var at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
            var file = at.resolve("shared/contracts/github-rest-issues.openapi.json");
            if (Files.exists(file)) {
                return Optional.of(file);
            }
        }
        return Optional.ofNullable(System.getProperty("issuelink.shared"))
                .map(folder -> Path.of(folder, "contracts/github-rest-issues.openapi.json"))
                .filter(Files::exists);
    }

    private IssueTrackerAdapter connect(AuthConfig auth, Map<String, String> secrets) {
        var settings = Map.<String, Object>of(
                "owner",
                "octo",
                "repo",
                "demo",
                "base_url",
                proxy.baseUrl(),
                "allow_delete",
                true,
                "allow_transfer",
                true,
                "strict_labels",
                true,
                "priority_labels",
                Map.of("P1", "urgent", "P2", "soon"));
        var config = TrackerConfig.builder("gh", "github")
                .settings(Settings.of(settings))
                .auth(auth)
                .labels(List.of("automated"))
                .sync(new SyncConfig(SyncDirection.BIDIRECTIONAL, List.of(HOOK), Optional.empty(), Duration.ZERO))
                .build();
        var context = TestContext.builder(config).clock(clock).secret("HOOK", "hook-secret");
        secrets.forEach(context::secret);
        return new GitHubTrackerProvider().connect(context.build());
    }

    @Test
    void everyRequestIsAllowed() throws Exception {
        var token = Settings.of(Map.of("token", new SecretReference("TOKEN")));
        try (var adapter = connect(new AuthConfig("personal_token", token), Map.of("TOKEN", github.token("octo")))) {
            adapter.testConnection();
            readAndWrite(adapter);
            comment(adapter);
            surround(adapter);
            hooks(adapter);
            moves(adapter);
        }
        try (var app = connectApp()) {
            app.testConnection();
            readAll(app.directory().getProjects());
        }
        verify();
    }

    private IssueTrackerAdapter connectApp() throws NoSuchAlgorithmException {
        var pair = KeyPairGenerator.getInstance("RSA").generateKeyPair();
        var app = github.registerApp("linker", pair.getPublic());
        app.install("octo", Map.of("issues", "write", "metadata", "read"), repository);
        var auth = Settings.of(Map.of("app_id", app.clientId(), "private_key", new SecretReference("KEY")));
        return connect(new AuthConfig("app", auth), Map.of("KEY", pem(pair)));
    }

    private static String pem(KeyPair pair) {
        var key = Base64.getMimeEncoder().encodeToString(pair.getPrivate().getEncoded());
        return "-----BEGIN PRIVATE KEY-----\n" + key + "\n-----END PRIVATE KEY-----\n";
    }

    private void readAndWrite(IssueTrackerAdapter adapter) {
        for (var i = 0; i < 320; i++) {
            repository.openIssue("Issue " + i, "Words");
        }
        repository.addLabel("automated", "ffffff", null);
        repository.addLabel("a/b c", "ffffff", null);
        repository.addLabel("urgent", "ffffff", null);
        repository.addLabel("soon", "ffffff", null);
        var issue = adapter.createIssue(
                        IssueDraft.builder("Ours")
                                .body("Body")
                                .labels(List.of("a/b c"))
                                .assignees(List.of("bo", "nobody"))
                                .milestone("1")
                                .priority(new Priority("P1"))
                                .build(),
                        MARKER)
                .stored();
        update(adapter, issue);
        adapter.getIssue(issue.reference());
        adapter.findIssue(null, "#999");
        adapter.findByMarker(MARKER, clock.instant(), null);
        readAll(adapter.getIssuesByLabel("a/b c"));
        readAll(adapter.searchIssues(SearchQuery.builder()
                .text("Ours \"quoted\"")
                .state(SearchQuery.State.ANY)
                .label("a/b c")
                .assignee("bo")
                .author("octo")
                .updatedSince(Instant.EPOCH)
                .order(SearchQuery.Order.UPDATED)
                .build()));
        Cursor cursor = null;
        ChangePage<Issue> page;
        do {
            page = adapter.changes(cursor);
            cursor = page.next();
        } while (page.more());
        adapter.changes(cursor);
    }

    private static void update(IssueTrackerAdapter adapter, Issue issue) {
        var changes = List.of(
                IssueChanges.builder()
                        .title("New")
                        .body(Change.set("New body"))
                        .status(TargetStatus.done(Resolution.NOT_PLANNED))
                        .priority(Change.set(new Priority("P2")))
                        .removeLabel("a/b c")
                        .removeAssignee("bo")
                        .addAssignee("octo")
                        .milestone(Change.clear())
                        .build(),
                IssueChanges.builder()
                        .status(TargetStatus.of(StatusCategory.OPEN))
                        .milestone(Change.set("1"))
                        .issueType(Change.clear())
                        .build(),
                IssueChanges.builder().removeLabel("..").build());
        changes.forEach(change -> adapter.updateIssue(issue.reference(), change));
    }

    private void comment(IssueTrackerAdapter adapter) {
        var issue = adapter.findIssue(null, "#1").orElseThrow().reference();
        var comment = adapter.comments()
                .addComment(issue, "Hi", new Marker("marker-0002"))
                .stored();
        adapter.comments().updateComment(issue, comment.id(), "Changed");
        adapter.comments().findByMarker(issue, MARKER, clock.instant());
        readAll(adapter.comments().getComments(issue, null));
        adapter.comments().deleteComment(issue, comment.id());
    }

    private void surround(IssueTrackerAdapter adapter) {
        readAll(adapter.directory().getProjects());
        readAll(adapter.directory().getLabels(null));
        readAll(adapter.directory().getUsers(null));
        repository.raiseAlert("maven", "org.acme:lib", "high", "A weakness");
        adapter.securityAlerts(adapter.securityAlerts(null).next());
    }

    private void hooks(IssueTrackerAdapter adapter) {
        var webhooks = adapter.webhooks();
        var config = new WebhookConfig(URI.create("https://host.example/hook"), HOOK);
        var since = clock.instant();
        var hook = webhooks.registerWebhook(config);
        webhooks.registerWebhook(config);
        readAll(webhooks.getWebhooks());
        github.webhooks().loseNext(1);
        repository.openIssue("Missed", null);
        webhooks.missedDeliveries(hook.id(), since).stream()
                .toList()
                .forEach(missed -> webhooks.redeliver(hook.id(), missed));
        webhooks.unregisterWebhook(hook.id());
    }

    private static void moves(IssueTrackerAdapter adapter) {
        var issue = adapter.findIssue(null, "#2").orElseThrow().reference();
        adapter.transferIssue(issue, "octo/other");
        adapter.deleteIssue(adapter.findIssue(null, "#3").orElseThrow().reference());
    }

    private static void readAll(Listing<?> listing) {
        listing.pages().forEachRemaining(page -> {});
    }

    private void verify() {
        var kinds = new TreeSet<String>();
        var faults = proxy.recorded().stream()
                .flatMap(sent -> {
                    kinds.add(sent.method() + " " + sent.uri().getPath().replaceAll("\\d+", "N"));
                    return description.faults(sent.method(), sent.uri().toString(), sent.body()).stream();
                })
                .distinct()
                .toList();
        System.out.printf(
                "figure github_requests_validated %d%n", proxy.recorded().size());
        System.out.printf("figure github_requests_kinds %d%n", kinds.size());
        System.out.printf("figure github_requests_invalid %d%n", faults.size());
        description.beyond().forEach(used -> System.out.println("beyond the description: " + used));
        assertThat(faults).isEmpty();
        assertThat(kinds).hasSizeGreaterThanOrEqualTo(30);
        assertThat(proxy.recorded()).allSatisfy(sent -> {
            assertThat(sent.headers().get("Accept")).containsExactly("application/vnd.github+json");
            assertThat(sent.headers().get("X-github-api-version")).containsExactly("2022-11-28");
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "POST  | /repos/octo/demo/issues                    | {\"body\": \"no title\"}",
                "POST  | /repos/octo/demo/issues/1/comments         | {\"text\": \"no body\"}",
                "PATCH | /repos/octo/demo/issues/1                  | {\"state\": \"done\"}",
                "POST  | /repos/octo/demo/issues                    | {\"title\": \"T\", \"labels\": \"bug\"}",
                "GET   | /repos/octo/demo/issues?state=everything   | ",
                "GET   | /repos/octo/demo/issues?colour=red         | ",
                "GET   | /repos/octo/demo/issues?per_page=many      | ",
                "GET   | /repos/octo/demo/tickets                   | ",
                "PUT   | /repos/octo/demo/issues/1                  | {}",
                "GET   | /search/issues?sort=created                | "
            })
    void wrongRequestsAreSeen(String method, String target, String body) {
        assertThat(description.faults(method, target, body == null ? "" : body)).isNotEmpty();
    }
}
