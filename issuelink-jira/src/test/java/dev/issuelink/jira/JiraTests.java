package dev.issuelink.jira;

import dev.issuelink.config.AuthConfig;
import dev.issuelink.config.Settings;
import dev.issuelink.config.SyncConfig;
import dev.issuelink.config.TrackerConfig;
import dev.issuelink.http.HttpOptions;
import dev.issuelink.model.IssueKey;
import dev.issuelink.model.IssueReference;
import dev.issuelink.model.Marker;
import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the tests of this module share. */
final class JiraTests {
    static final Marker MARKER = new Marker("marker-0001");

    private JiraTests() {}

    /** A tracker of the project {@code DB}, with more settings. */
    static TrackerConfig config(String url, @Nullable AuthConfig auth, Map<String, ?> more, SyncConfig sync) {
        var settings = new LinkedHashMap<String, Object>();
        settings.put("base_url", url);
        settings.put("project_key", "DB");
        settings.putAll(more);
        return TrackerConfig.builder("jira", "jira")
                .settings(Settings.of(settings))
                .auth(auth)
                .sync(sync)
                .build();
    }

    /** An issue of which the id is known. */
    static IssueReference reference(String id) {
        var url = URI.create("https://company.atlassian.net/browse/DB-1");
        return IssueReference.builder(new IssueKey("jira", id), "jira", "DB", "DB-1", url)
                .build();
    }

    /** Without the pauses between writes, which the kernel's own tests look at. */
    static HttpOptions quick() {
        return HttpOptions.defaults().betweenWrites(Duration.ZERO).betweenSearches(Duration.ZERO);
    }
}
