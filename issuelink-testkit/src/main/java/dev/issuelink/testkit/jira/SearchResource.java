package dev.issuelink.testkit.jira;

import dev.issuelink.testkit.internal.Json;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Searches: by tokens on Cloud, where the old one is gone; by counted pages on Data Center. And reading many at once. */
record SearchResource(World world) {

    private static final Set<String> KNOWN = Set.of(
            "jql", "nextPageToken", "maxResults", "fields", "expand", "properties", "fieldsByKeys", "reconcileIssues");
    private static final Duration TOKEN_LIFE = Duration.ofDays(7);
    private static final int MOST = 5_000;
    private static final int MOST_FETCHED = 100;

    List<Route> routes() {
        return world.cloud()
                ? List.of(
                        Route.of("POST", "search/jql", this::byToken),
                        Route.of("POST", "issue/bulkfetch", this::fetch),
                        Route.of("GET", "search", SearchResource::removed),
                        Route.of("POST", "search", SearchResource::removed),
                        Route.of("GET", "issue/createmeta", SearchResource::removed))
                : List.of(Route.of("POST", "search", this::counted));
    }

    private static Answer removed(Call call) throws Refusal {
        throw Refusal.message(
                410, "The requested API has been removed. Please migrate to the /rest/api/3/search/jql API.");
    }

    private Answer byToken(Call call) throws Refusal {
        var body = call.body();
        if (!KNOWN.containsAll(body.keySet())) {
            throw Refusal.message(400, "Invalid request payload. Refer to the REST API documentation and try again.");
        }
        var most = body.get("maxResults") instanceof Number number ? number.intValue() : 50;
        if (most < 1 || most > MOST) {
            throw Refusal.message(400, "The maxResults parameter must be between 1 and 5000.");
        }
        var jql = Call.text(body, "jql");
        var start = start(body.get("nextPageToken"), jql);
        var all = found(call, jql, true);
        var shown =
                all.stream().skip(start).limit(Math.min(most, world.pageSize)).toList();
        var end = start + shown.size();
        var answer =
                Json.object("issues", views(shown, Call.texts(body, "fields"), Call.texts(body, "properties"), true));
        answer.put("isLast", end >= all.size());
        if (end < all.size()) {
            answer.put("nextPageToken", token(end, jql));
        }
        return Answer.ok(answer);
    }

    private String token(int end, String jql) {
        var text = end + "|" + world.now() + "|" + jql.hashCode();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private int start(@Nullable Object token, String jql) throws Refusal {
        if (token == null) {
            return 0;
        }
        try {
            var parts = new String(Base64.getUrlDecoder().decode(token.toString()), StandardCharsets.UTF_8)
                    .split("\\|", -1);
            var fresh = !Instant.parse(parts[1]).plus(TOKEN_LIFE).isBefore(world.now());
            if (fresh && parts[2].equals(Integer.toString(jql.hashCode()))) {
                return Integer.parseInt(parts[0]);
            }
        } catch (RuntimeException malformed) {
            // refused below, like one that has ended
        }
        throw Refusal.message(400, "The provided next page token is invalid or expired.");
    }

    private Answer counted(Call call) throws Refusal {
        var body = call.body();
        var start = body.get("startAt") instanceof Number number ? number.intValue() : 0;
        var asked = body.get("maxResults") instanceof Number number ? number.intValue() : 50;
        var most = Math.min(asked, world.pageSize);
        var all = found(call, Call.text(body, "jql"), false);
        var shown = all.stream().skip(start).limit(most).toList();
        var page = Actions.page(start, most, all.size());
        page.put("issues", views(shown, Call.texts(body, "fields"), List.of(), false));
        return Answer.ok(page);
    }

    private List<Issue> found(Call call, String text, boolean bounded) throws Refusal {
        if (call.grant() == null) {
            return List.of();
        }
        var jql = Jql.parse(text, new Jql.Asker(world, call.account()));
        if (bounded && !jql.bounded) {
            throw Refusal.message(
                    400, "Unbounded JQL queries are not allowed here. Please add a search restriction to your query.");
        }
        return world.index.issues().stream()
                .filter(jql.matches)
                .sorted(jql.order)
                .toList();
    }

    /** On Cloud nothing but the id is told unless it is asked for. */
    private List<Map<String, @Nullable Object>> views(
            List<Issue> issues, Collection<String> fields, Collection<String> properties, boolean cloud) {
        var views = new Views(world);
        return issues.stream()
                .map(issue -> cloud && fields.isEmpty()
                        ? Json.object("id", Long.toString(issue.id))
                        : views.issue(issue, fields, properties))
                .toList();
    }

    /** What is not there, or hidden, is left out without a word. */
    private Answer fetch(Call call) throws Refusal {
        var body = call.body();
        var ids = Call.texts(body, "issueIdsOrKeys");
        if (ids.isEmpty() || ids.size() > MOST_FETCHED) {
            throw Refusal.message(400, "Between 1 and 100 issues can be fetched.");
        }
        var issues = call.grant() == null
                ? List.<Issue>of()
                : ids.stream()
                        .flatMap(id -> world.issue(id).stream())
                        .distinct()
                        .toList();
        return Answer.ok(Json.object(
                "issues",
                views(issues, Call.texts(body, "fields"), Call.texts(body, "properties"), false),
                "issueErrors",
                List.of()));
    }
}
