package dev.issuelink.core.internal.template;

import java.util.Optional;

/**
 * Where the address of a link stands in a line.
 *
 * @param start of the address
 * @param stop of the address
 * @param end of the link
 */
record LinkTarget(int start, int stop, int end) {
    /** Reads it from behind the opening bracket, or from behind the label of a definition, to the end. */
    static Optional<LinkTarget> read(String shape, int from, boolean inBrackets) {
        var begin = spaces(shape, from);
        var isAngled = begin < shape.length() && shape.charAt(begin) == '<';
        var start = isAngled ? begin + 1 : begin;
        var stop = isAngled ? shape.indexOf('>', start) : stop(shape, start, inBrackets);
        if (stop < start || (stop == start && !inBrackets)) {
            return Optional.empty();
        }
        var end = title(shape, spaces(shape, isAngled ? stop + 1 : stop));
        var ends = end >= 0 && (inBrackets ? shape.startsWith(")", end) : end == shape.length());
        return ends ? Optional.of(new LinkTarget(start, stop, inBrackets ? end + 1 : end)) : Optional.empty();
    }

    boolean hasValue(String shape) {
        var value = shape.indexOf(Marks.VALUE, start);
        return value >= 0 && value < end;
    }

    /** The end of the address that begins here; below zero if brackets in it do not match. */
    private static int stop(String shape, int start, boolean inBrackets) {
        var depth = 0;
        var index = start;
        while (index < shape.length() && shape.charAt(index) != ' ' && shape.charAt(index) != '\t') {
            var c = shape.charAt(index);
            if (c == ')' && depth == 0) {
                return inBrackets ? index : -1;
            }
            depth += c == '(' ? 1 : c == ')' ? -1 : 0;
            index += c == '\\' ? 2 : 1;
        }
        return depth == 0 ? Math.min(index, shape.length()) : -1;
    }

    /** The end of the title that begins here, if one does; below zero if it does not end. */
    private static int title(String shape, int from) {
        var quote = from < shape.length() ? shape.charAt(from) : ' ';
        if (quote != '"' && quote != '\'' && quote != '(') {
            return from;
        }
        var close = quote == '(' ? ')' : quote;
        for (int index = from + 1; index < shape.length(); index++) {
            if (shape.charAt(index) == close) {
                return spaces(shape, index + 1);
            }
            index += shape.charAt(index) == '\\' ? 1 : 0;
        }
        return -1;
    }

    private static int spaces(String shape, int from) {
        var index = from;
        while (index < shape.length() && (shape.charAt(index) == ' ' || shape.charAt(index) == '\t')) {
            index++;
        }
        return index;
    }
}
