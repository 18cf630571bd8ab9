package dev.issuelink.github;

import dev.issuelink.config.AuthConfig;
import dev.issuelink.config.SecretReference;
import dev.issuelink.config.Settings;
import dev.issuelink.config.TrackerConfig;
import dev.issuelink.http.HttpOptions;
import dev.issuelink.http.JsonCodec;
import dev.issuelink.model.Marker;
import dev.issuelink.testkit.MutableClock;
import dev.issuelink.testkit.TestContext;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the tests of this module share. */
final class GitHubTests {
    static final String TOKEN = "ghp_canary0123456789";
    static final Marker MARKER = new Marker("marker-0001");

    private GitHubTests() {}

    /** Settings of the repository {@code octo/demo}, and more. */
    static Map<String, Object> settings(String baseUrl, Object... more) {
        var settings = new LinkedHashMap<String, Object>();
        settings.put("owner", "octo");
        settings.put("repo", "demo");
        settings.put("base_url", baseUrl);
        for (var i = 0; i < more.length; i += 2) {
            settings.put((String) more[i], more[i + 1]);
        }
        return settings;
    }

    static TrackerConfig config(Map<String, Object> settings, boolean signedIn, String... labels) {
        return TrackerConfig.builder("gh", "github")
                .settings(Settings.of(settings))
                .labels(List.of(labels))
                .auth(
                        signedIn
                                ? new AuthConfig(
                                        "personal_token", Settings.of(Map.of("token", new SecretReference("TOKEN"))))
                                : null)
                .build();
    }

    static GitHubAdapter connect(TrackerConfig config, @Nullable String token) {
        return connect(config, token, MutableClock.create());
    }

    /** Without the pauses between writes, which the kernel's own tests look at. */
    static GitHubAdapter connect(TrackerConfig config, @Nullable String token, Clock clock) {
        var context = TestContext.builder(config).secret("TOKEN", token == null ? "none" : token);
        if (clock instanceof MutableClock movable) {
            context.clock(movable);
        }
        return GitHubAdapter.connect(context.build(), quick());
    }

    static HttpOptions quick() {
        return HttpOptions.defaults().betweenWrites(Duration.ZERO).betweenSearches(Duration.ZERO);
    }

    static GitHubSettings settings() {
        return GitHubSettings.of(
                config(settings("https://api.github.com", "priority_labels", Map.of("P1", "urgent")), true));
    }

    static GitHubMapper mapper() {
        return new GitHubMapper(settings());
    }

    /** An issue as GitHub writes it. */
    static String issue(long id, long number, String title, String updatedAt) {
        return """
                {"id": %d, "number": %d, "title": "%s", "state": "open", "updated_at": "%s",
                 "created_at": "2026-01-01T00:00:00Z", "html_url": "https://github.com/octo/demo/issues/%d",
                 "repository_url": "https://api.github.com/repos/octo/demo"}""".formatted(id, number, title, updatedAt, number);
    }

    static <T> T read(String json, Class<T> type) {
        try {
            return JsonCodec.standard().read(json.getBytes(StandardCharsets.UTF_8), type);
        } catch (JsonCodec.MalformedJsonException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
