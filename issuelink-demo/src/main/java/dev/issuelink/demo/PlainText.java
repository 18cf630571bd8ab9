package dev.issuelink.demo;

import java.util.regex.Pattern;

/** Makes untrusted text fit for a terminal: titles and names come from a tracker, and may hold anything. */
final class PlainText {
    private static final Pattern ESCAPE_SEQUENCES =
            Pattern.compile("(?:\u001B\\[|\u009B)[0-?]*[ -/]*[@-~]|\u001B\\][^\u0007\u001B]*(?:\u0007|\u001B\\\\)?");
    private static final Pattern SPACES = Pattern.compile("[\\s\u0085\u2028\u2029]+");
    private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Co}\\p{Cn}]");
    private static final int LONGEST_LINE = 2_000;

    private PlainText() {}

    /** One line without control characters, escape sequences and characters that turn the direction of text. */
    static String clean(String text) {
        // Far more than a line can show, and little enough to be looked at again and again.
        var start = text.length() > LONGEST_LINE ? text.substring(0, LONGEST_LINE) + "…" : text;
        var unescaped = ESCAPE_SEQUENCES.matcher(start).replaceAll("");
        var oneLine = SPACES.matcher(unescaped).replaceAll(" ");
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
        return codePoint >= 0x1100 && codePoint <= 0x115F
                || codePoint >= 0x2E80 && codePoint <= 0xA4CF
                || codePoint >= 0xAC00 && codePoint <= 0xD7A3
                || codePoint >= 0xF900 && codePoint <= 0xFAFF
                || codePoint >= 0xFF00 && codePoint <= 0xFF60
                || codePoint >= 0x1F300 && codePoint <= 0x1FAFF
                || codePoint >= 0x20000 && codePoint <= 0x3FFFD;
    }
}
