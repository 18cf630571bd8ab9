package dev.issuelink.jira;

import java.util.regex.Pattern;

/** Keeps plain text from being read as wiki markup, with as few signs as that takes. */
final class WikiEscape {
    /** Signs that a backslash before them makes plain. */
    static final String SIGNS = "-#*_+?^~|{}[]()!";

    private static final Pattern ENTITY =
            Pattern.compile("&(?:#\\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z]{1,10}\\d{0,2});");
    private static final Pattern ICON =
            Pattern.compile("\\((?:[/xyni!+?*-]|on|off|\\*[rgby]|flag|flagoff)\\)|[:;]-?[)(DPp]");
    private static final Pattern LINE_MARKER = Pattern.compile("(?:h[1-6]|bq)\\.");

    private WikiEscape() {}

    /**
     * Writes plain text.
     *
     * @param written what stands before it, to which it is added
     * @param text the text, without line ends
     * @param after the sign that will follow it; a line feed if none will
     * @param inCell whether a bar would end it
     */
    static void append(StringBuilder written, String text, char after, boolean inCell) {
        var i = 0;
        if (isLineStart(written) && LINE_MARKER.matcher(text).lookingAt()) {
            i = text.indexOf('.') + 1;
            written.append(text, 0, i - 1).append("&#46;");
        }
        while (i < text.length()) {
            var entity = OurMarkdown.entityAt(text, i);
            if (entity.isEmpty()) {
                sign(written, text, i, i + 1 < text.length() ? text.charAt(i + 1) : after, inCell);
            }
            written.append(entity);
            i += entity.isEmpty() ? 1 : 1 + OurMarkdown.MARK.length();
        }
    }

    private static void sign(StringBuilder written, String text, int at, char next, boolean inCell) {
        var sign = text.charAt(at);
        var before = at > 0 ? text.charAt(at - 1) : last(written);
        if (sign == '\\' && !(Character.isLetterOrDigit(next) || next == ' ')) {
            written.append("&#92;");
        } else if (sign == '&' && ENTITY.matcher(text).region(at, text.length()).lookingAt()) {
            written.append("&#38;");
        } else if ((sign == ':' || sign == ';') && isIcon(text, at)) {
            written.append(sign == ':' ? "&#58;" : "&#59;");
        } else {
            if (acts(text, at, before, next, inCell)) {
                written.append('\\');
            }
            written.append(sign);
        }
    }

    private static boolean acts(String text, int at, char before, char next, boolean inCell) {
        var sign = text.charAt(at);
        return switch (sign) {
            case '{', '}', '[', ']' -> true;
            case '*' -> before == '\n' || !(isSpace(before) && isSpace(next));
            case '_', '-', '+', '^', '~' -> before == '\n' || !isAmongEquals(before, next);
            case '?' -> next == '?' || before == '?';
            case '!' -> !isSpace(next);
            case '|' -> inCell || before == '\n';
            case '#' -> before == '\n';
            case '(' -> isIcon(text, at);
            default -> false;
        };
    }

    private static boolean isAmongEquals(char before, char next) {
        return (Character.isLetterOrDigit(before) && Character.isLetterOrDigit(next))
                || (isSpace(before) && isSpace(next));
    }

    private static boolean isIcon(String text, int at) {
        return ICON.matcher(text).region(at, text.length()).lookingAt();
    }

    private static boolean isSpace(char c) {
        return c == ' ' || c == '\t' || c == '\n';
    }

    private static boolean isLineStart(StringBuilder written) {
        return last(written) == '\n';
    }

    private static char last(StringBuilder written) {
        return written.isEmpty() ? '\n' : written.charAt(written.length() - 1);
    }
}
