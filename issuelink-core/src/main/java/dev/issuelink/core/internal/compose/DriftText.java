package dev.issuelink.core.internal.compose;

import dev.issuelink.core.internal.template.Fragment;
import dev.issuelink.core.internal.template.MarkdownWriter;
import dev.issuelink.event.Severity;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Shows schemas and how they differ. */
final class DriftText {
    /** More rows than a person reads; the counts say how many there are. */
    private static final int MOST_DIFFERENCES = 200;

    private static final int MOST_LINES = 400;
    private static final List<String> HEADERS = List.of("Severity", "Change", "What", "Name", "Expected", "Actual");
    private static final List<String> SEVERITIES =
            Stream.of(Severity.values()).map(Severity::word).toList();

    private DriftText() {}

    /** A table of the differences, the worst first. */
    static Fragment.Prose details(AttributeReader event) {
        var differences = event.trees("drift.differences");
        var rows = differences.stream()
                .sorted(Comparator.comparingInt(DriftText::rank).reversed())
                .limit(MOST_DIFFERENCES)
                .map(DriftText::row)
                .toList();
        var writer = new MarkdownWriter();
        if (!rows.isEmpty()) {
            writer.table(HEADERS, rows);
        }
        return more(writer, differences.size() - rows.size(), "differences").prose();
    }

    /** The tables of a snapshot as far as the event has them, as a text that is close to SQL. */
    static Fragment.Prose summary(AttributeReader event, String snapshot) {
        var tables = event.trees(snapshot + ".tables");
        var writer = new MarkdownWriter();
        event.number(snapshot + ".table_count").ifPresent(count -> writer.paragraph(count(count, tables.size())));
        var lines = tables.stream().flatMap(table -> table(table).stream()).toList();
        if (!lines.isEmpty()) {
            writer.code(String.join("\n", lines.subList(0, Math.min(MOST_LINES, lines.size()))), "");
        }
        return more(writer, lines.size() - MOST_LINES, "lines").prose();
    }

    private static String count(double all, int shown) {
        var count = Quantities.number(all) + (all == 1 ? " table" : " tables");
        return count + (shown == 0 ? "; what differs is not among them" : "; those that differ:");
    }

    private static MarkdownWriter more(MarkdownWriter writer, int rest, String what) {
        return rest > 0 ? writer.paragraph("… and " + Quantities.number(rest) + " more " + what) : writer;
    }

    private static int rank(AttributeReader difference) {
        return SEVERITIES.indexOf(difference.text("severity"));
    }

    private static List<String> row(AttributeReader difference) {
        return List.of(
                difference.text("severity"),
                difference.text("change"),
                difference.text("element"),
                name(difference),
                difference.text("expected"),
                difference.text("actual"));
    }

    /** The full name of what differs. */
    static String name(AttributeReader difference) {
        var name = difference.text("name");
        return difference.text("table") + (name.isEmpty() ? "" : "." + name);
    }

    private static List<String> table(AttributeReader table) {
        var lines = new ArrayList<String>();
        lines.add(table.text("name"));
        var columns = table.trees("columns");
        var width = columns.stream()
                .mapToInt(column -> column.text("name").length())
                .max()
                .orElse(0);
        columns.forEach(column -> lines.add("  " + column(column, Math.min(width, 40))));
        if (!table.texts("primary_key").isEmpty()) {
            lines.add("  primary key " + words(table, "primary_key"));
        }
        table.trees("indexes").forEach(index -> lines.add("  " + index(index)));
        table.trees("foreign_keys").forEach(key -> lines.add("  " + foreignKey(key)));
        return lines;
    }

    private static String column(AttributeReader column, int width) {
        var text = new StringBuilder(column.text("name"));
        text.append(" ".repeat(Math.max(0, width - text.length()))).append("  ").append(column.text("type"));
        if (column.is("nullable", false)) {
            text.append(" not null");
        }
        var value = column.text("default");
        return text.append(value.isEmpty() ? "" : " default " + value).toString();
    }

    private static String index(AttributeReader index) {
        var kind = index.is("unique", true) ? "unique index " : "index ";
        return kind + index.text("name") + " " + words(index, "columns");
    }

    private static String foreignKey(AttributeReader key) {
        return "foreign key " + key.text("name") + " " + words(key, "columns") + " references " + key.text("references")
                + " " + words(key, "referenced_columns");
    }

    private static String words(AttributeReader tree, String path) {
        return String.format(Locale.ROOT, "(%s)", String.join(", ", tree.texts(path)));
    }
}
