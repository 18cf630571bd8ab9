package dev.issuelink.core.internal.template;

/**
 * What the beginning of a line must not become through a value: a heading, a list, a quote, a rule, the underline of a
 * heading or of a table's head. Knows the characters that have to be escaped for it.
 */
final class LineStart {
    private static final int MOST_DIGITS = 9;
    private static final int NONE = -1;

    private final LineText line;
    private final int start;
    private final int heading;
    private final int number;
    private final int rule;

    LineStart(LineText line) {
        this.line = line;
        this.start = contentStart();
        this.heading = heading();
        this.number = number();
        this.rule = rule();
    }

    /** Whether the character would be taken for a mark of structure. */
    boolean isMark(int index) {
        return index == heading || index == number || index == rule || isBullet(index);
    }

    /** Whether what follows an empty value at the beginning may be a mark now that nothing stands before it. */
    boolean isDangerousGap(int index) {
        var next = index;
        while (line.at(next) == ' ') {
            next++;
        }
        return index == start && next < line.length() && line.isFixed(next) && !Character.isLetter(line.pointAt(next));
    }

    private boolean isBullet(int index) {
        if (index != start || !line.isUntrusted(index)) {
            return false;
        }
        var next = line.at(index + 1);
        return switch (line.at(index)) {
            case '>', '=' -> true;
            case '-', '+' -> !Character.isLetterOrDigit(line.pointAt(index + 1)) && next != '.';
            case ':', ';' -> next == ':' || next == ';' || next == '-';
            case '/' -> index == 0 && Character.isLetter(line.pointAt(index + 1));
            default -> false;
        };
    }

    /** The author's quote marks, bullets and numbers, behind which a line begins once more. */
    private int contentStart() {
        var index = 0;
        while (line.isFixed(index) && !line.isGap(index)) {
            var end = markEnd(index);
            if (end == index) {
                return index;
            }
            index = end;
        }
        return index;
    }

    private int markEnd(int index) {
        var c = line.at(index);
        if (c == ' ' || c == '\t' || c == '>') {
            return index + 1;
        }
        var end = index;
        if (c == '-' || c == '*' || c == '+') {
            end = index + 1;
        } else {
            var delimiter = delimiter(index);
            end = delimiter == NONE ? index : delimiter + 1;
        }
        var isMark = end > index && isSpace(end) && line.isFixed(end) && !line.isUntrusted(index, end);
        return isMark ? end : index;
    }

    /** The first sign of a value that would make a heading, or lengthen or shorten the author's. */
    private int heading() {
        for (int index = start; line.at(index) == '#'; index++) {
            if (line.isUntrusted(index)) {
                return index;
            }
        }
        return NONE;
    }

    /** The dot or bracket behind a number that would begin a list. */
    private int number() {
        var delimiter = delimiter(start);
        return delimiter != NONE && line.isUntrusted(start, delimiter + 1) && isSpace(delimiter + 1) ? delimiter : NONE;
    }

    private int delimiter(int from) {
        var index = from;
        while (index < from + MOST_DIGITS && line.at(index) >= '0' && line.at(index) <= '9') {
            index++;
        }
        return index > from && (line.at(index) == '.' || line.at(index) == ')') ? index : NONE;
    }

    /** The first untrusted sign of a line of signs alone. */
    private int rule() {
        var first = NONE;
        for (int index = start; index < line.length(); index++) {
            if ("-=:| \t".indexOf(line.at(index)) < 0) {
                return NONE;
            }
            if (first == NONE && line.isUntrusted(index) && "-=:".indexOf(line.at(index)) >= 0) {
                first = index;
            }
        }
        return first;
    }

    private boolean isSpace(int index) {
        var c = line.at(index);
        return c == ' ' || c == '\t' || c == '\n';
    }
}
