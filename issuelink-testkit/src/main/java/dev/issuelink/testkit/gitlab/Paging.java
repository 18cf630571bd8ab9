package dev.issuelink.testkit.gitlab;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Cuts a page out of a list, and says where the next one is. */
final class Paging {
    /** Beyond, GitLab counts no more. */
    private static final int MOST_COUNTED = 10_000;

    private final World world;

    Paging(World world) {
        this.world = world;
    }

    <T> Reply numbered(Call call, List<T> all, Function<T, ?> view) {
        var size = call.perPage();
        var page = call.number("page", 1);
        var from = (int) Math.min(all.size(), (page - 1L) * size);
        var to = Math.min(all.size(), from + size);
        var last = Math.max(1, (all.size() + size - 1) / size);
        var next = page < last ? String.valueOf(page + 1) : "";
        var reply = Reply.ok(views(all.subList(from, to), view))
                .with("x-page", String.valueOf(page))
                .with("x-per-page", String.valueOf(size))
                .with("x-next-page", next)
                .with("x-prev-page", page > 1 ? String.valueOf(page - 1) : "");
        if (all.size() <= MOST_COUNTED) {
            reply = reply.with("x-total", String.valueOf(all.size())).with("x-total-pages", String.valueOf(last));
        }
        return reply.with("Link", links(call, next, last));
    }

    private String links(Call call, String next, int last) {
        var links = new ArrayList<String>();
        if (!next.isEmpty()) {
            links.add(link(call, "next", "page", next));
        }
        links.add(link(call, "first", "page", "1"));
        links.add(link(call, "last", "page", String.valueOf(last)));
        return String.join(", ", links);
    }

    /** By a cursor that names the place behind which the next page begins; there are no further headers. */
    <T> Reply keyset(Call call, List<T> all, Function<T, String> place, Function<T, ?> view) {
        var cursor = call.query("cursor", "");
        var from = 0;
        while (!cursor.isEmpty() && from < all.size() && !isBehind(call, place.apply(all.get(from)), cursor)) {
            from++;
        }
        var to = Math.min(all.size(), from + call.perPage());
        var reply = Reply.ok(views(all.subList(from, to), view));
        return to < all.size() ? reply.with("Link", link(call, "next", "cursor", place.apply(all.get(to - 1)))) : reply;
    }

    private static boolean isBehind(Call call, String place, String cursor) {
        var order = place.compareTo(cursor);
        return call.query("sort", "desc").equals("asc") ? order > 0 : order < 0;
    }

    private static <T> List<Object> views(List<T> items, Function<T, ?> view) {
        return items.stream().<Object>map(view).toList();
    }

    private String link(Call call, String relation, String parameter, String value) {
        Map<String, String> query = new LinkedHashMap<>(call.query());
        query.put(parameter, value);
        var pairs = new ArrayList<String>();
        query.forEach((name, text) -> pairs.add(encode(name) + "=" + encode(text)));
        return "<" + world.host() + call.request().path() + "?" + String.join("&", pairs) + ">; rel=\"" + relation
                + "\"";
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
