package dev.issuelink.core.internal.template;

import java.util.regex.Pattern;

/**
 * A line of a filled template, and what it is in Markdown.
 *
 * @param line the line
 * @param kind what it is
 * @param level of a heading
 */
record Row(Line line, Kind kind, int level) {
    private static final Pattern DELIMITER =
            Pattern.compile("[ >]*+\\|?[ \\t]*+:?-++:?[ \\t]*+(?:\\|[ \\t]*+:?-++:?[ \\t]*+)*+\\|?[ \\t]*+");
    private static final Pattern UNDERLINE = Pattern.compile(" {0,3}(?:=++|-++)[ \\t]*+");

    /** What a line can be. */
    enum Kind {
        TEXT,
        HEADING,
        FENCE_OPEN,
        FENCE_BODY,
        FENCE_CLOSE,
        /** Within a comment, a script or the like, which blank lines do not end. */
        HTML
    }

    boolean isFence() {
        return kind == Kind.FENCE_OPEN || kind == Kind.FENCE_BODY || kind == Kind.FENCE_CLOSE;
    }

    /** Whether it is the line between the head and the rows of a table. */
    boolean isDelimiter() {
        var shape = line.shape();
        return kind == Kind.TEXT
                && shape.indexOf('|') >= 0
                && DELIMITER.matcher(shape).matches();
    }

    /** Whether it makes a heading of the line above. */
    boolean isUnderline() {
        return kind == Kind.TEXT && UNDERLINE.matcher(line.shape()).matches();
    }

    boolean isBlank() {
        return kind == Kind.TEXT && line.isBlank();
    }

    Row with(Line other) {
        return new Row(other, kind, level);
    }
}
