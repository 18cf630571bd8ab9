package dev.issuelink.testkit.github;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** The list of a repository's issues: filters, order, numbered pages and, beyond the wall, cursors. */
final class IssueList {

    private final Api api;

    IssueList(Api api) {
        this.api = api;
    }

    Reply answer(Call call) {
        Repo repo = call.repo();
        IssueFinder.checkEnabled(repo);
        List<Row> found = new ArrayList<>();
        for (Issue issue : repo.issues.values()) {
            if (IssueFilter.matches(call, issue)) {
                found.add(new Row(Mark.of(call, issue), issue));
            }
        }
        found.sort(order(call));
        int wall = api.world().settings.pageWall();
        if (call.query("after") != null || call.query("before") != null || (found.size() > wall && call.page() == 1)) {
            return byCursor(call, found);
        }
        if ((call.page() - 1L) * call.perPage() >= wall) {
            throw ApiError.of(
                    422,
                    "Pagination with the page parameter is not supported for large datasets, please use cursor "
                            + "based pagination (after/before)");
        }
        return api.views()
                .paging
                .numbered(call, found, row -> api.views().issues.listed(call, repo, row.issue));
    }

    private Reply byCursor(Call call, List<Row> found) {
        int from = from(call, found);
        int to = Math.min(found.size(), from + call.perPage());
        List<Row> page = found.subList(Math.min(from, to), to);
        List<String> links = new ArrayList<>();
        Paging paging = api.views().paging;
        if (to < found.size()) {
            links.add(paging.link(
                    call, "next", Map.of("after", found.get(to - 1).mark.text())));
        }
        if (from > 0 && !page.isEmpty()) {
            links.add(
                    paging.link(call, "prev", Map.of("before", page.get(0).mark.text())));
        }
        List<?> body = page.stream()
                .map(row -> api.views().issues.listed(call, call.repo(), row.issue))
                .toList();
        return paging.linked(Reply.ok(body), links);
    }

    private static int from(Call call, List<Row> found) {
        String after = call.query("after");
        String before = call.query("before");
        if (after != null) {
            int at = position(call, found, Mark.parse(after));
            return at >= 0 ? at + 1 : -at - 1;
        }
        if (before != null) {
            int at = position(call, found, Mark.parse(before));
            return Math.max(0, (at >= 0 ? at : -at - 1) - call.perPage());
        }
        return 0;
    }

    /** Where the marked issue stands, or where it would: a cursor outlives changes of what it points at. */
    private static int position(Call call, List<Row> found, Mark mark) {
        Comparator<Mark> order = ascending(call) ? Comparator.naturalOrder() : Comparator.reverseOrder();
        return Collections.binarySearch(found.stream().map(Row::mark).toList(), mark, order);
    }

    private static Comparator<Row> order(Call call) {
        Comparator<Row> order = Comparator.comparing(Row::mark);
        return ascending(call) ? order : order.reversed();
    }

    private static boolean ascending(Call call) {
        return "asc".equals(call.query("direction"));
    }

    private record Row(Mark mark, Issue issue) {}

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
