package dev.issuelink.jira;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/** Reads tables of wiki markup. */
final class WikiTable {
    private WikiTable() {}

    static ObjectNode read(List<String> lines) {
        return Adf.node("table", lines.stream().map(WikiTable::row).toList());
    }

    private static ObjectNode row(String line) {
        var cells = new ArrayList<ObjectNode>();
        var start = 0;
        while (start < line.length()) {
            var header = line.startsWith("||", start);
            var from = start + (header ? 2 : 1);
            var end = end(line, from);
            if (from >= line.length()
                    || (end == line.length() && line.substring(from).isBlank())) {
                break;
            }
            var text = WikiInline.spans(line.substring(from, end).strip());
            var paragraph = Adf.node("paragraph", AdfSpans.toJson(text));
            cells.add(Adf.node(header ? "tableHeader" : "tableCell", List.of(paragraph)));
            start = end;
        }
        if (cells.isEmpty()) {
            cells.add(Adf.node("tableCell", List.of(Adf.node("paragraph"))));
        }
        return Adf.node("tableRow", cells);
    }

    /** The next bar that is neither escaped nor within a link. */
    private static int end(String line, int from) {
        var i = from;
        var lastBracket = line.lastIndexOf(']');
        while (i < line.length() && line.charAt(i) != '|') {
            var bracket = line.charAt(i) == '[' && i < lastBracket ? line.indexOf(']', i) : -1;
            i = line.charAt(i) == '\\' ? i + 2 : bracket > 0 ? bracket : i + 1;
        }
        return Math.min(i, line.length());
    }
}
