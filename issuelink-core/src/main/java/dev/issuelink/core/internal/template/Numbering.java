package dev.issuelink.core.internal.template;

import java.util.ArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Keeps numbered lists beginning with their first number although their first items were dropped. */
final class Numbering {
    private static final Pattern ITEM = Pattern.compile("([ \\t>]*+)(\\d{1,9})([.)][ \\t])(?:.*+)");

    private Numbering() {}

    /** The row with the number of a dropped one above it, if both are items of one list. */
    static Row after(Row dropped, Row row) {
        var first = ITEM.matcher(dropped.line().shape());
        var next = ITEM.matcher(row.line().shape());
        var isSameList = dropped.kind() == Row.Kind.TEXT
                && row.kind() == Row.Kind.TEXT
                && first.matches()
                && next.matches()
                && first.group(1).equals(next.group(1))
                && first.group(3).equals(next.group(3));
        return isSameList ? renumbered(row, next, first.group(2)) : row;
    }

    private static Row renumbered(Row row, Matcher item, String number) {
        var pieces = new ArrayList<>(row.line().pieces());
        if (pieces.get(0) instanceof Piece.Fixed fixed && fixed.text().length() >= item.end(3)) {
            pieces.set(0, new Piece.Fixed(item.group(1) + number + fixed.text().substring(item.end(2))));
        }
        return row.with(new Line(pieces, row.line().nothingBefore()));
    }
}
