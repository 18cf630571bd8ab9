package dev.issuelink.jira;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Writes tables as Markdown: the first row is the head, since Markdown knows no table without one. */
final class TableMarkdown {
    private static final int MOST_COLUMNS = 500;

    private TableMarkdown() {}

    static String write(JsonNode table, int depth) {
        var rows = Adf.children(table).stream().map(row -> row(row, depth)).toList();
        var columns = rows.stream().mapToInt(List::size).max().orElse(0);
        if (columns == 0) {
            return "";
        }
        var lines = new ArrayList<String>();
        for (var row : rows) {
            row.addAll(Collections.nCopies(columns - row.size(), ""));
            lines.add("| " + String.join(" | ", row) + " |");
            if (lines.size() == 1) {
                lines.add("|" + "---|".repeat(columns));
            }
        }
        return String.join("\n", lines);
    }

    private static List<String> row(JsonNode row, int depth) {
        var cells = new ArrayList<String>();
        for (var cell : Adf.children(row)) {
            cells.add(MarkdownFrame.CELL.write(cellLines(cell, depth)));
            var spanned = cell.path("attrs").path("colspan").intValue(1) - 1;
            cells.addAll(Collections.nCopies(Math.max(0, Math.min(spanned, MOST_COLUMNS)), ""));
        }
        return cells;
    }

    /** Blocks of a cell become lines, for a cell in Markdown holds nothing else. */
    private static List<Span> cellLines(JsonNode cell, int depth) {
        var lines = new ArrayList<Span>();
        for (var block : Adf.children(cell)) {
            if (!lines.isEmpty()) {
                lines.add(Span.plain(Span.BREAK));
            }
            lines.addAll(lines(block, depth));
        }
        return lines;
    }

    static List<Span> lines(JsonNode block, int depth) {
        return Adf.isA(block, "paragraph") || Adf.isA(block, "heading")
                ? AdfSpans.of(block)
                : AdfInlineWriter.literal(BlockMarkdown.write(List.of(block), AdfPlace.DOCUMENT, depth + 1)
                        .replaceAll("\n+", "\n"));
    }
}
