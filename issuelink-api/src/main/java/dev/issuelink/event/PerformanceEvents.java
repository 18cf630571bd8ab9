package dev.issuelink.event;

import dev.issuelink.model.ObjectReference;
import java.time.Instant;

/** Makes events of queries that become slower and fast again. */
public final class PerformanceEvents {
    private static final double CRITICAL_FROM = 900;
    private static final double HIGH_FROM = 100;
    private static final double MEDIUM_FROM = 20;

    private PerformanceEvents() {}

    /**
     * A query has become slower. The event says by how much: {@code regression.percentage} is 20 if it takes 20 percent
     * longer, and its severity is medium from 20, high from 100 (twice as long) and critical from 900 (ten times).
     *
     * @param object the query, or the table that it reads
     * @param before how it was; a time of zero counts as one millisecond
     * @param after how it is
     * @param at when it was seen
     * @return a {@link EventType#PERFORMANCE_REGRESSION}
     * @throws IllegalArgumentException if they are not of the same query and environment
     */
    public static DatabaseEvent regression(
            ObjectReference object, QueryPerformance before, QueryPerformance after, Instant at) {
        var percentage = growth(before, after, "execution_time_ms");
        var tree = tree(before, after)
                .text("severity", severity(percentage).word())
                .amount("regression.percentage", percentage)
                .amount("regression.factor", 1 + percentage / 100);
        var rows = growth(before, after, "rows_scanned");
        if (!Double.isNaN(rows)) {
            tree.amount("regression.rows_percentage", rows);
        }
        return new DatabaseEvent(EventType.PERFORMANCE_REGRESSION, object, tree.build(), at);
    }

    /**
     * A query is fast again. The event says by how much: {@code recovery.percentage} is 80 if it takes 80 percent less time.
     *
     * @param object the query, or the table that it reads; the same as in the regression
     * @param before how it was while it was slow
     * @param after how it is
     * @param at when it was seen
     * @return a {@link EventType#PERFORMANCE_RECOVERED}
     * @throws IllegalArgumentException if they are not of the same query and environment
     */
    public static DatabaseEvent recovered(
            ObjectReference object, QueryPerformance before, QueryPerformance after, Instant at) {
        var tree = tree(before, after).amount("recovery.percentage", -growth(before, after, "execution_time_ms"));
        return new DatabaseEvent(EventType.PERFORMANCE_RECOVERED, object, tree.build(), at);
    }

    private static Tree tree(QueryPerformance before, QueryPerformance after) {
        same(before, after, "query.fingerprint");
        same(before, after, "environment.name");
        return new Tree()
                .all(before.query())
                .all(after.query())
                .all("before", before.measured())
                .all("after", after.measured());
    }

    private static void same(QueryPerformance before, QueryPerformance after, String path) {
        var one = before.query().find(path);
        var other = after.query().find(path);
        if (!one.equals(other)) {
            throw new IllegalArgumentException("The measurements are not of one query: " + path + " is "
                    + one.orElse("missing") + " before and " + other.orElse("missing") + " after");
        }
    }

    /** By how many percent a number has grown; what was zero before counts as one. */
    private static double growth(QueryPerformance before, QueryPerformance after, String path) {
        var base = before.number(path) == 0 ? 1 : before.number(path);
        return (after.number(path) - base) / base * 100;
    }

    private static Severity severity(double percentage) {
        if (percentage >= CRITICAL_FROM) {
            return Severity.CRITICAL;
        }
        if (percentage >= HIGH_FROM) {
            return Severity.HIGH;
        }
        return percentage >= MEDIUM_FROM ? Severity.MEDIUM : Severity.LOW;
    }
}
