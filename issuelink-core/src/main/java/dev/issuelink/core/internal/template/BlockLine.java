package dev.issuelink.core.internal.template;

import java.util.ArrayList;

/** Lines of which a value becomes a block of its own. */
final class BlockLine {
    private BlockLine() {}

    /** Whether nothing but code or prose stands in the line, within quotes perhaps. */
    static boolean isAlone(Line line) {
        var shown = line.values().stream().filter(value -> !value.isEmpty()).toList();
        return shown.size() == 1
                && (shown.get(0).kind() == Piece.Kind.CODE || shown.get(0).kind() == Piece.Kind.PROSE)
                && line.shape().chars().allMatch(c -> c == ' ' || c == '\t' || c == '>' || c == Marks.VALUE);
    }

    /** The block that such a line becomes. */
    static String markdown(Line line) {
        var value = line.values().stream()
                .filter(each -> !each.isEmpty())
                .findFirst()
                .orElseThrow();
        return value.kind() == Piece.Kind.PROSE ? value.text() : CodeText.block(value.block(), value.language());
    }

    /** Whether the last thing in the line is prose. */
    static boolean endsInProse(Line line) {
        var last = last(line);
        return last.kind() == Piece.Kind.PROSE && !last.isEmpty();
    }

    /** The value at the end of the line, or an empty one. */
    static Piece.Value last(Line line) {
        var pieces = line.pieces();
        for (int index = pieces.size() - 1; index >= 0; index--) {
            if (pieces.get(index) instanceof Piece.Value value) {
                return value;
            }
            if (!((Piece.Fixed) pieces.get(index)).text().isBlank()) {
                break;
            }
        }
        return new Piece.Value(Piece.Kind.TEXT, "", "", 0);
    }

    /** The line before the value at its end. */
    static Line withoutLast(Line line) {
        var pieces = new ArrayList<>(line.pieces());
        while (pieces.get(pieces.size() - 1) instanceof Piece.Fixed) {
            pieces.remove(pieces.size() - 1);
        }
        pieces.remove(pieces.size() - 1);
        return new Line(pieces, line.nothingBefore());
    }
}
