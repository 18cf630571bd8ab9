package dev.issuelink.core.internal.template;

import java.util.ArrayList;
import java.util.List;

/** The code between the author's fences, with values as they are. */
final class FencedLines {
    private final List<String> lines = new ArrayList<>();

    /** @param prefix what each line begins with that belongs to the block */
    FencedLines(List<Row> rows, String prefix) {
        rows.forEach(row ->
                lines.addAll(List.of(Indent.without(prefix, filled(row.line())).split("\n", -1))));
    }

    List<String> lines() {
        return lines;
    }

    String text() {
        return String.join("\n", lines);
    }

    /** What stands behind the opening fence: the language, for the most part. */
    static String info(Line open, int from) {
        var info = new StringBuilder();
        var values = open.values().iterator();
        var shape = open.shape();
        for (int index = 0; index < shape.length(); index++) {
            var c = shape.charAt(index);
            var text = c == Marks.VALUE ? language(values.next()) : String.valueOf(c);
            info.append(index < from ? "" : text);
        }
        return info.toString().stripTrailing();
    }

    private static String language(Piece.Value value) {
        var language = ValueText.language(value.line());
        return language.isEmpty() && !value.isEmpty() ? "text" : language;
    }

    private static String filled(Line line) {
        var text = new StringBuilder();
        for (var piece : line.pieces()) {
            text.append(piece instanceof Piece.Value value ? value.block() : ((Piece.Fixed) piece).text());
        }
        return text.toString();
    }
}
