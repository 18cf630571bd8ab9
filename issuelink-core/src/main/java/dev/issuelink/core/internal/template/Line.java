package dev.issuelink.core.internal.template;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A line of a filled template.
 *
 * @param pieces what stands in it
 * @param nothingBefore whether a block of the template showed nothing right before it
 */
record Line(List<Piece> pieces, boolean nothingBefore) {
    /** Stands for a value with something to show, while groups that show nothing are looked for. */
    private static final char SHOWN = '\uFDD6';

    private static final Pattern EMPTY_GROUP = Pattern.compile("[ \\t]*+(?<!\\])\\([^()" + SHOWN + "]*+\\)");

    Line {
        pieces = List.copyOf(pieces);
    }

    /** The author's text, with one mark for each value. */
    String shape() {
        return shape(Marks.VALUE);
    }

    List<Piece.Value> values() {
        return pieces.stream()
                .filter(Piece.Value.class::isInstance)
                .map(Piece.Value.class::cast)
                .toList();
    }

    boolean hasValues() {
        return pieces.stream().anyMatch(Piece.Value.class::isInstance);
    }

    /** Whether values belong here and none has anything to show. */
    boolean isEmptied() {
        return hasValues() && values().stream().allMatch(Piece.Value::isEmpty);
    }

    boolean isBlank() {
        return pieces.stream()
                .allMatch(piece ->
                        piece instanceof Piece.Fixed fixed && fixed.text().isBlank());
    }

    /** Whether the author's text says something without the values. */
    boolean hasWords() {
        return pieces.stream()
                .anyMatch(piece -> piece instanceof Piece.Fixed fixed
                        && fixed.text().codePoints().anyMatch(Character::isLetterOrDigit));
    }

    /** The line without the brackets in which only empty values stand. */
    Line withoutEmptyGroups() {
        var shape = shape(SHOWN);
        if (shape.indexOf('(') < 0 || shape.indexOf(Marks.VALUE) < 0) {
            return this;
        }
        var kept = new ArrayList<Piece>();
        var next = values().iterator();
        var group = EMPTY_GROUP.matcher(shape);
        var copied = 0;
        while (group.find()) {
            if (group.group().indexOf(Marks.VALUE) >= 0) {
                copy(shape.substring(copied, group.start()), next, kept);
                group.group().chars().filter(c -> c == Marks.VALUE).forEach(c -> next.next());
                copied = group.end();
            }
        }
        copy(shape.substring(copied), next, kept);
        return new Line(kept, nothingBefore);
    }

    private static void copy(String shape, java.util.Iterator<Piece.Value> values, List<Piece> pieces) {
        var text = new StringBuilder();
        for (int index = 0; index < shape.length(); index++) {
            var c = shape.charAt(index);
            if (c != Marks.VALUE && c != SHOWN) {
                text.append(c);
                continue;
            }
            add(text, pieces);
            pieces.add(values.next());
        }
        add(text, pieces);
    }

    private static void add(StringBuilder text, List<Piece> pieces) {
        if (!text.isEmpty()) {
            pieces.add(new Piece.Fixed(text.toString()));
            text.setLength(0);
        }
    }

    private String shape(char shown) {
        var shape = new StringBuilder();
        for (var piece : pieces) {
            if (piece instanceof Piece.Value value) {
                shape.append(value.isEmpty() ? Marks.VALUE : shown);
            } else {
                shape.append(((Piece.Fixed) piece).text());
            }
        }
        return shape.toString();
    }
}
