package dev.issuelink.gitlab;

import dev.issuelink.config.AuthConfig;
import dev.issuelink.config.SecretReference;
import dev.issuelink.config.Settings;
import dev.issuelink.config.SyncConfig;
import dev.issuelink.config.TrackerConfig;
import dev.issuelink.http.HttpOptions;
import dev.issuelink.http.JsonCodec;
import dev.issuelink.model.IssueKey;
import dev.issuelink.model.IssueReference;
import dev.issuelink.model.Marker;
import dev.issuelink.model.SyncDirection;
import dev.issuelink.spi.IssueTrackerAdapter;
import dev.issuelink.spi.TrackerEvent;
import dev.issuelink.spi.WebhookRequest;
import dev.issuelink.testkit.MutableClock;
import dev.issuelink.testkit.TestContext;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the tests of this module share. */
final class GitLabTests {
    static final Marker MARKER = new Marker("marker-0001");
    static final String SIGNING_TOKEN = "whsec_MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=";
    static final SecretReference HOOK = new SecretReference("HOOK");

    private GitLabTests() {}

    /** Without the pauses between writes, which the kernel's own tests look at. */
    static HttpOptions quick() {
        return HttpOptions.defaults().betweenWrites(Duration.ZERO).betweenSearches(Duration.ZERO);
    }

    /** Settings of a project, and more. */
    static Map<String, Object> settings(String baseUrl, String project, Object... more) {
        var settings = new LinkedHashMap<String, Object>();
        settings.put("base_url", baseUrl);
        settings.put("project", project);
        for (var i = 0; i < more.length; i += 2) {
            settings.put((String) more[i], more[i + 1]);
        }
        return settings;
    }

    static TrackerConfig.Builder config(Map<String, Object> settings, String authType) {
        var auth = Settings.of(Map.of("token", new SecretReference("TOKEN")));
        return TrackerConfig.builder("gl", "gitlab")
                .settings(Settings.of(settings))
                .auth(new AuthConfig(authType, auth))
                .sync(new SyncConfig(SyncDirection.BIDIRECTIONAL, List.of(HOOK), Optional.empty(), Duration.ZERO));
    }

    static GitLabAdapter connect(TrackerConfig config, String token, String hookSecret, MutableClock clock) {
        var context = TestContext.builder(config)
                .clock(clock)
                .secret("TOKEN", token)
                .secret("HOOK", hookSecret)
                .build();
        return GitLabAdapter.connect(context, quick());
    }

    static GitLabSettings settings() {
        return GitLabSettings.of(config(
                        settings("https://gitlab.com", "42", "priority_labels", Map.of("P1", "urgent")),
                        "personal_token")
                .build());
    }

    static GitLabMapper mapper() {
        return new GitLabMapper(settings());
    }

    static GitLabNode node(String json) {
        try {
            return JsonCodec.standard().read(json.getBytes(StandardCharsets.UTF_8), GitLabNode.class);
        } catch (JsonCodec.MalformedJsonException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** An issue as GitLab writes it. */
    static String issue(long id, long iid, String title, String updatedAt) {
        return """
                {"id": %d, "iid": %d, "project_id": 42, "title": "%s", "description": "", "state": "opened",
                 "created_at": "2026-01-01T00:00:00.000Z", "updated_at": "%s", "labels": [], "assignees": [],
                 "web_url": "https://gitlab.com/octo/demo/-/issues/%d",
                 "references": {"full": "octo/demo#%d"}}""".formatted(id, iid, title, updatedAt, iid, iid);
    }

    static IssueReference reference(long id, long iid) {
        return IssueReference.builder(
                        new IssueKey("gl", Long.toString(id)),
                        "gitlab",
                        "42",
                        "octo/demo#" + iid,
                        URI.create("https://gitlab.com/octo/demo/-/issues/" + iid))
                .build();
    }

    /** A delivery with a plain token. */
    static WebhookRequest delivery(String event, String token, String body) {
        return WebhookRequest.of(
                Map.of(
                        "X-Gitlab-Event", List.of(event),
                        "X-Gitlab-Token", List.of(token),
                        "Idempotency-Key", List.of("key-1")),
                body.getBytes(StandardCharsets.UTF_8));
    }

    static List<TrackerEvent> events(IssueTrackerAdapter adapter, WebhookRequest request) {
        return adapter.webhooks().normalise(adapter.webhooks().verify(request));
    }
}
