package dev.issuelink.core.internal.compose;

import dev.issuelink.event.DatabaseEvent;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** What to do about a query that has become slower. */
final class PerformanceAdvice {
    private static final Set<String> NO_INDEX = Set.of(
            "none",
            "no",
            "no index",
            "seq scan",
            "sequential scan",
            "full scan",
            "full table scan",
            "table scan",
            "all");

    /** How databases write in a plan that they read a whole table; some name it. */
    private static final Pattern SCAN = Pattern.compile(
            "\\b(?:Seq Scan on|TABLE ACCESS FULL|SCAN TABLE|Table scan on|SCAN)[\\s|]{1,8}+([\\w.$\"`]{1,120}+)");

    private static final double MORE_ROWS_PERCENT = 100;
    private static final double ROWS_PER_ROW = 100;

    private final DatabaseEvent event;
    private final AttributeReader facts;
    private final SqlQuery query;

    private PerformanceAdvice(DatabaseEvent event) {
        this.event = event;
        this.facts = new AttributeReader(event.attributes());
        this.query = SqlQuery.of(facts.text("query.text"));
    }

    static void regression(DatabaseEvent event, Advice advice) {
        var own = new PerformanceAdvice(event);
        own.index(advice);
        own.rows(advice);
        own.plan(advice);
    }

    private void index(Advice advice) {
        var before = facts.text("before.index_usage");
        var after = facts.text("after.index_usage");
        var had = !before.isEmpty() && !isNone(before);
        var tables = Advice.names(query.tables(subject()));
        var look =
                ": see whether the index is still there, and whether the statistics of " + tables + " are up to date.";
        if (had && isNone(after)) {
            advice.add("The query used " + Advice.name(before) + " before and now reads " + tables + " without an index"
                    + look);
        } else if (had && !after.isEmpty() && !after.equals(before)) {
            advice.add("The query used " + Advice.name(before) + " before and now uses " + Advice.name(after) + look);
        } else if (isNone(after)
                || (after.isEmpty() && SCAN.matcher(facts.text("after.plan")).find())) {
            advice.add(missingIndex());
        }
    }

    private String missingIndex() {
        var table = query.tables(scanned());
        var columns = query.filters();
        var by = columns.isEmpty()
                ? ": see whether an index on what it filters and joins by would help."
                : ": see whether an index on " + Advice.names(columns) + " would help.";
        return "The query reads " + Advice.names(table) + " without an index" + by;
    }

    private void rows(Advice advice) {
        var before = facts.numberOrNaN("before.rows_scanned");
        var after = facts.numberOrNaN("after.rows_scanned");
        advice.when(
                facts.numberOrNaN("regression.rows_percentage") >= MORE_ROWS_PERCENT,
                "The query reads " + Quantities.number(after) + " rows instead of " + Quantities.number(before)
                        + ": see whether " + Advice.names(query.tables(subject()))
                        + " has grown or a filter was lost.");
        var returned = facts.numberOrNaN("after.rows_returned");
        advice.when(
                after >= ROWS_PER_ROW * Math.max(1, returned),
                "The query reads " + Quantities.number(after) + " rows of " + Advice.names(query.tables(subject()))
                        + " to answer " + Quantities.number(returned) + ": filter earlier, or by an index.");
    }

    private void plan(Advice advice) {
        var before = facts.text("before.plan");
        var after = facts.text("after.plan");
        advice.when(
                !before.isEmpty() && !after.isEmpty() && !before.equals(after),
                "The database runs the query on " + Advice.names(query.tables(subject()))
                        + " otherwise than before: compare the plans above.");
    }

    /** What a plan says is read as a whole, or what the event is about. */
    private String scanned() {
        var scan = SCAN.matcher(facts.text("after.plan"));
        return scan.find() ? scan.group(1).replaceAll("[\"`]", "") : subject();
    }

    private String subject() {
        return event.object().qualifiedName();
    }

    private static boolean isNone(String indexUsage) {
        return NO_INDEX.contains(indexUsage.strip().toLowerCase(Locale.ROOT));
    }
}
