package dev.issuelink.testkit.github;

import dev.issuelink.testkit.internal.Json;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Search for issues: own budget, a thousand results at most, an index that may lag behind. */
final class SearchResource {

    private static final int CAP = 1_000;

    private final Api api;

    SearchResource(Api api) {
        this.api = api;
    }

    List<Route> routes() {
        return List.of(Route.of("GET", "search/issues", Access.ANY, this::search));
    }

    private Reply search(Call call) {
        SearchQuery query = new SearchQuery(call.query("q", ""));
        if ((call.page() - 1L) * call.perPage() >= CAP) {
            throw ApiError.of(422, "Only the first 1000 search results are available");
        }
        List<Hit> hits = hits(call, query);
        List<Hit> shown = hits.subList(0, Math.min(CAP, hits.size()));
        return api.views().paging.numbered(call, shown, page -> page(call, hits.size(), page), call.page());
    }

    private List<Hit> hits(Call call, SearchQuery query) {
        Instant indexed = api.world().clock.instant().minus(api.world().settings.searchLag());
        List<Hit> hits = new ArrayList<>();
        for (Repo repo : api.world().repos.values()) {
            if (call.caller().sees(repo) && repo.hasIssues) {
                repo.issues.values().stream()
                        .filter(issue -> !issue.createdAt.isAfter(indexed) && query.matches(repo, issue))
                        .forEach(issue -> hits.add(new Hit(repo, issue)));
            }
        }
        Comparator<Hit> order = Comparator.comparing(hit -> key(call, hit.issue));
        order = order.thenComparing(hit -> hit.issue.id);
        boolean ascending = call.query("sort") != null && "asc".equals(call.query("order"));
        hits.sort(ascending ? order : order.reversed());
        return hits;
    }

    private static long key(Call call, Issue issue) {
        return switch (call.query("sort", "created")) {
            case "comments" -> issue.comments;
            case "updated" -> issue.updatedAt.getEpochSecond();
            default -> issue.createdAt.getEpochSecond();
        };
    }

    private Object page(Call call, int total, List<Hit> page) {
        List<Map<String, @Nullable Object>> items = new ArrayList<>();
        for (Hit hit : page) {
            Map<String, @Nullable Object> item = api.views().issues.listed(call, hit.repo, hit.issue);
            item.put("score", 1.0);
            items.add(item);
        }
        return Json.object("total_count", total, "incomplete_results", false, "items", items, "search_type", "lexical");
    }

    private record Hit(Repo repo, Issue issue) {}
}
