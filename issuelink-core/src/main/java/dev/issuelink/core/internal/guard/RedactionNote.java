package dev.issuelink.core.internal.guard;

import java.util.regex.Pattern;

/** The line at the end of a text that says how many values were redacted. */
final class RedactionNote {
    private static final Pattern NOTE =
            Pattern.compile("(?:^|\\n{1,2})_([0-9]{1,9}) values? (?:was|were) redacted\\._\\s{0,8}+$");

    private RedactionNote() {}

    /** A text without its note. */
    static String without(String text) {
        var note = NOTE.matcher(tail(text));
        return note.find() ? text.substring(0, text.length() - tail(text).length() + note.start()) : text;
    }

    /** The number that the note of a text tells; 0 if it has none. */
    static int count(String text) {
        var note = NOTE.matcher(tail(text));
        return note.find() ? Integer.parseInt(note.group(1)) : 0;
    }

    /** A text without a note and, if anything was redacted, a note at its end. */
    static String append(String text, int redactions) {
        if (redactions == 0) {
            return text;
        }
        var note = redactions == 1 ? "_1 value was redacted._" : "_" + redactions + " values were redacted._";
        return text.isEmpty() ? note : text + "\n\n" + note;
    }

    private static String tail(String text) {
        return text.substring(Math.max(0, text.length() - 80));
    }
}
