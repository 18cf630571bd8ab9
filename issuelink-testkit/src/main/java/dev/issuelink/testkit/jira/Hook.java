package dev.issuelink.testkit.jira;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A webhook that is registered; one of an app has an end and no secret of its own. */
final class Hook {

    final long id;
    String name = "";
    String url;
    List<String> events;
    String jql = "";
    String secret = "";
    boolean enabled = true;

    @Nullable
    Instant expires;

    Hook(long id, String url, List<String> events) {
        this.id = id;
        this.url = url;
        this.events = events;
    }

    boolean delivers(String event, Instant now) {
        return enabled && events.contains(event) && (expires == null || now.isBefore(expires));
    }
}
