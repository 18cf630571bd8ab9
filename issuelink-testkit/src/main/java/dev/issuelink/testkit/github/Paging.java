package dev.issuelink.testkit.github;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Cuts a page out of a list and says in {@code Link} where the others are. */
final class Paging {

    private final Urls urls;

    Paging(Urls urls) {
        this.urls = urls;
    }

    /** The page with the given number; links go to {@code /repositories/{id}/...} as GitHub's do. */
    <T> Reply numbered(Call call, List<T> all, Function<T, ? extends @Nullable Object> view) {
        return numbered(call, all, page -> page.stream().map(view).toList(), call.page());
    }

    <T> Reply numbered(Call call, List<T> all, Function<List<T>, Object> body, int page) {
        int size = call.perPage();
        int from = (int) Math.min(all.size(), (page - 1L) * size);
        int to = Math.min(all.size(), from + size);
        int last = Math.max(1, (all.size() + size - 1) / size);
        List<String> links = new ArrayList<>();
        if (page > 1) {
            links.add(link(call, "prev", Map.of("page", String.valueOf(page - 1))));
        }
        if (page < last) {
            links.add(link(call, "next", Map.of("page", String.valueOf(page + 1))));
            links.add(link(call, "last", Map.of("page", String.valueOf(last))));
        }
        if (page > 1) {
            links.add(link(call, "first", Map.of("page", "1")));
        }
        return linked(Reply.ok(body.apply(all.subList(from, to))), links);
    }

    Reply linked(Reply reply, List<String> links) {
        return links.isEmpty() ? reply : reply.with("Link", String.join(", ", links));
    }

    /** One entry of the header: the call's own query with the paging parameters replaced. */
    String link(Call call, String relation, Map<String, String> paging) {
        Map<String, String> query = new LinkedHashMap<>(call.query());
        List.of("page", "after", "before", "cursor").forEach(query::remove);
        query.putAll(paging);
        List<String> pairs = new ArrayList<>();
        query.forEach((name, value) -> pairs.add(encode(name) + "=" + encode(value)));
        return "<" + address(call) + "?" + String.join("&", pairs) + ">; rel=\"" + relation + "\"";
    }

    private String address(Call call) {
        String path = call.request().path().substring(urls.prefix().length());
        if (call.target() != null && path.startsWith("/repos/")) {
            String[] parts = path.split("/", 5);
            path = "/repositories/" + call.repo().id + (parts.length > 4 ? "/" + parts[4] : "");
        }
        return urls.api() + path;
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
