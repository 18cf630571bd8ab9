package dev.issuelink.demo;

import java.util.regex.Pattern;

/** Makes untrusted text fit for a terminal: titles and names come from a tracker, and may hold anything. */
final class PlainText {
    private static final Pattern ESCAPE_SEQUENCES =
            Pattern.compile("(?:\u001B\\[|\u009B)[0-?]*[ -/]*[@-~]|\u001B\\][^\u0007\u001B]*(?:\u0007|\u001B\\\\)");
    private static final Pattern BREAKS = Pattern.compile(" *[\\t\\n\\x0B\\f\\r\\x85\\u2028\\u2029]+ *");
    private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Co}\\p{Cn}]");
    private static final int LONGEST_LINE = 2_000;

    private PlainText() {}

    /** One line without control characters, escape sequences and characters that turn the direction of text. */
    static String clean(String text) {
        // Far more than a line can show, and little enough to be looked at again and again.
        var start = text.length() > LONGEST_LINE ? text.substring(0, LONGEST_LINE) + "…" : text;
        var unescaped = ESCAPE_SEQUENCES.matcher(start).replaceAll("");
        var oneLine = BREAKS.matcher(unescaped).replaceAll(" ");
        return INVISIBLE.matcher(oneLine).replaceAll("");
    }

    /** The cleaned text in exactly so many columns: cut, or filled with spaces. */
    static String fit(String text, int columns) {
        var clean = clean(text).strip();
        if (width(clean) <= columns) {
            return clean + " ".repeat(columns - width(clean));
        }
        var cut = new StringBuilder();
        var used = 0;
        for (var at = 0; at < clean.length(); at += Character.charCount(clean.codePointAt(at))) {
            var codePoint = clean.codePointAt(at);
            if (used + width(codePoint) > columns - 1) {
                break;
            }
            cut.appendCodePoint(codePoint);
            used += width(codePoint);
        }
        return cut + "…" + " ".repeat(columns - used - 1);
    }

    /** How many columns of a terminal the text takes. */
    static int width(String text) {
        return text.codePoints().map(PlainText::width).sum();
    }

    private static int width(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK -> 0;
            default -> isWide(codePoint) ? 2 : 1;
        };
    }

    private static boolean isWide(int codePoint) {
        return within(codePoint, 0x1100, 0x115F)
                || within(codePoint, 0x2E80, 0xA4CF)
                || within(codePoint, 0xAC00, 0xD7A3)
                || within(codePoint, 0xF900, 0xFAFF)
                || within(codePoint, 0xFF00, 0xFF60)
                || within(codePoint, 0x1F300, 0x1FAFF)
                || within(codePoint, 0x20000, 0x3FFFD);
    }

    private static boolean within(int codePoint, int first, int last) {
        return codePoint >= first && codePoint <= last;
    }
}
