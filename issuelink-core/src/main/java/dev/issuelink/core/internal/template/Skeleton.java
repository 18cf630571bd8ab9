package dev.issuelink.core.internal.template;

import java.util.ArrayList;
import java.util.List;

/** Takes a filled template apart: into lines, and these into the author's text and the values. */
final class Skeleton {
    private static final Piece.Value NOTHING = new Piece.Value(Piece.Kind.TEXT, "", "", 0);

    private final List<Line> lines = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();
    private List<Piece> pieces = new ArrayList<>();
    private boolean nothingBefore;

    private Skeleton() {}

    static List<Line> lines(String filled) {
        var skeleton = new Skeleton();
        skeleton.read(filled);
        return skeleton.lines;
    }

    private void read(String filled) {
        var index = 0;
        while (index < filled.length()) {
            var c = filled.charAt(index);
            if (c == Marks.OPEN) {
                var end = filled.indexOf(Marks.CLOSE, index);
                value(Marks.decode(filled.substring(index + 1, end)));
                index = end;
            } else if (c == Marks.NOTHING) {
                nothing();
            } else if (c == '\n') {
                endLine();
            } else {
                text.append(c);
            }
            index++;
        }
        endLine();
    }

    /** At the beginning of a line it belongs to the place before; within a line it is like a value. */
    private void nothing() {
        if (pieces.isEmpty() && text.isEmpty()) {
            nothingBefore = true;
        } else {
            value(NOTHING);
        }
    }

    private void value(Piece.Value value) {
        endText();
        pieces.add(value);
    }

    private void endText() {
        if (!text.isEmpty()) {
            pieces.add(new Piece.Fixed(text.toString()));
            text.setLength(0);
        }
    }

    private void endLine() {
        endText();
        lines.add(new Line(pieces, nothingBefore));
        pieces = new ArrayList<>();
        nothingBefore = false;
    }
}
