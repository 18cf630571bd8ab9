package dev.issuelink.jira;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Rows and cells of tables: Markdown has one line in each cell, and as many cells in each row. */
final class AdfCells {
    private AdfCells() {}

    /** The cells of a changed row without those that only Markdown has: beside wide cells, and behind the last. */
    static List<JsonNode> withoutFillers(JsonNode row, List<JsonNode> wanted) {
        var left = new ArrayList<JsonNode>();
        var at = 0;
        for (var cell : Adf.children(row)) {
            var end = Math.min(
                    wanted.size(),
                    at + Math.max(1, cell.path("attrs").path("colspan").intValue(1)));
            for (var i = at; i < end; i++) {
                if (i == at || !isEmpty(wanted.get(i))) {
                    left.add(wanted.get(i));
                }
            }
            at = end;
        }
        wanted.subList(at, wanted.size()).stream()
                .filter(cell -> !isEmpty(cell))
                .forEach(left::add);
        return left;
    }

    static boolean isEmpty(JsonNode cell) {
        var blocks = Adf.children(cell);
        return blocks.size() == 1 && Adf.children(blocks.get(0)).isEmpty() && Adf.isA(blocks.get(0), "paragraph");
    }

    /** The blocks of a changed cell: each that keeps its lines stays, another is changed as these were. */
    static List<JsonNode> blocks(JsonNode cell, JsonNode wanted) {
        var blocks = Adf.children(cell);
        var now = lines(Adf.children(wanted));
        var changed = new ArrayList<JsonNode>();
        var at = 0;
        for (var block : blocks) {
            var before = lines(AdfSpans.toJson(TableMarkdown.lines(block, 1)));
            if (at + before.size() > now.size()) {
                return List.of(wanted);
            }
            var after = now.subList(at, at + before.size());
            changed.add(texts(before).equals(texts(after)) ? block : block(block, after));
            at += before.size();
        }
        return at == now.size() ? changed : List.of(wanted);
    }

    private static JsonNode block(JsonNode block, List<List<JsonNode>> lines) {
        if (Adf.isA(block, "paragraph") || Adf.isA(block, "heading")) {
            return AdfNodes.changed(block, Adf.node("paragraph", joined(lines)));
        }
        var written = Adf.children(AdfWriter.write(String.join("\n", texts(lines))));
        return written.size() == 1 && Adf.isA(written.get(0), Adf.type(block))
                ? AdfNodes.changed(block, written.get(0))
                : Adf.node("paragraph", joined(lines));
    }

    private static List<List<JsonNode>> lines(List<? extends JsonNode> nodes) {
        var lines = new ArrayList<List<JsonNode>>();
        lines.add(new ArrayList<>());
        for (var node : nodes) {
            if (Adf.isA(node, "hardBreak")) {
                lines.add(new ArrayList<>());
            } else {
                lines.get(lines.size() - 1).add(node);
            }
        }
        return lines;
    }

    private static List<String> texts(List<List<JsonNode>> lines) {
        return lines.stream()
                .map(line -> Adf.textOf(Adf.node("paragraph", line)))
                .toList();
    }

    private static List<JsonNode> joined(List<List<JsonNode>> lines) {
        var joined = new ArrayList<JsonNode>();
        for (var line : lines) {
            if (!joined.isEmpty()) {
                joined.add(Adf.node("hardBreak"));
            }
            joined.addAll(line);
        }
        return joined;
    }
}
