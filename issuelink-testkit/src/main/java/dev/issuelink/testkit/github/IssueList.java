package dev.issuelink.testkit.github;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The list of a repository's issues: filters, order, numbered pages and, beyond the wall, cursors. */
final class IssueList {

    private final Api api;

    IssueList(Api api) {
        this.api = api;
    }

    Reply answer(Call call) {
        Repo repo = call.repo();
        IssueFinder.checkEnabled(repo);
        List<Issue> found = new ArrayList<>();
        for (Issue issue : repo.issues.values()) {
            if (IssueFilter.matches(call, issue)) {
                found.add(issue);
            }
        }
        found.sort(order(call));
        int wall = api.world().settings.pageWall();
        String after = call.query("after");
        String before = call.query("before");
        if (after != null || before != null || (found.size() > wall && call.page() == 1)) {
            return byCursor(call, found, after, before);
        }
        if ((call.page() - 1L) * call.perPage() >= wall) {
            throw ApiError.of(
                    422,
                    "Pagination with the page parameter is not supported for large datasets, please use cursor "
                            + "based pagination (after/before)");
        }
        return api.views()
                .paging
                .numbered(call, found, issue -> api.views().issues.listed(call, repo, issue));
    }

    private Reply byCursor(Call call, List<Issue> found, @Nullable String after, @Nullable String before) {
        int from = after == null ? 0 : position(call, found, after) + 1;
        if (before != null) {
            from = Math.max(0, position(call, found, before) - call.perPage());
        }
        int to = Math.min(found.size(), from + call.perPage());
        List<Issue> page = found.subList(Math.min(from, to), to);
        List<String> links = new ArrayList<>();
        Paging paging = api.views().paging;
        if (to < found.size()) {
            links.add(paging.link(call, "next", Map.of("after", cursor(call, found.get(to - 1)))));
        }
        if (from > 0 && !page.isEmpty()) {
            links.add(paging.link(call, "prev", Map.of("before", cursor(call, page.get(0)))));
        }
        List<?> body = page.stream()
                .map(issue -> api.views().issues.listed(call, call.repo(), issue))
                .toList();
        return paging.linked(Reply.ok(body), links);
    }

    /** Where the marked issue stands, or where it would: a cursor outlives changes of what it points at. */
    private static int position(Call call, List<Issue> found, String cursor) {
        Mark mark = Mark.parse(cursor);
        boolean ascending = ascending(call);
        int position = -1;
        for (Issue issue : found) {
            int compared = Mark.of(call, issue).compareTo(mark);
            if (ascending ? compared > 0 : compared < 0) {
                break;
            }
            position++;
        }
        return position;
    }

    private static String cursor(Call call, Issue issue) {
        return Mark.of(call, issue).text();
    }

    private static Comparator<Issue> order(Call call) {
        Comparator<Issue> order = Comparator.comparing(issue -> Mark.of(call, issue));
        return ascending(call) ? order : order.reversed();
    }

    private static boolean ascending(Call call) {
        return "asc".equals(call.query("direction"));
    }

    /** Sort key and number: what a cursor holds. */
    private record Mark(long key, int number) implements Comparable<Mark> {

        static Mark of(Call call, Issue issue) {
            return switch (call.query("sort", "created")) {
                case "updated" -> new Mark(seconds(issue.updatedAt), issue.number);
                case "comments" -> new Mark(issue.comments, issue.number);
                default -> new Mark(seconds(issue.createdAt), issue.number);
            };
        }

        static Mark parse(String cursor) {
            try {
                String[] parts = new String(Base64.getDecoder().decode(cursor), StandardCharsets.UTF_8).split(":", -1);
                return new Mark(Long.parseLong(parts[2]), Integer.parseInt(parts[3]));
            } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
                throw ApiError.of(422, "The cursor is invalid.");
            }
        }

        String text() {
            String plain = "cursor:v2:" + key + ":" + number;
            return Base64.getEncoder().encodeToString(plain.getBytes(StandardCharsets.UTF_8));
        }

        @Override
        public int compareTo(Mark other) {
            int byKey = Long.compare(key, other.key);
            return byKey != 0 ? byKey : Integer.compare(number, other.number);
        }

        private static long seconds(Instant time) {
            return time.getEpochSecond();
        }
    }
}
