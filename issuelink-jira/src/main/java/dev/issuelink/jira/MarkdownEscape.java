package dev.issuelink.jira;

import java.util.regex.Pattern;

/** Keeps signs in plain text from being read as Markdown. */
enum MarkdownEscape {
    /** As it is: most text means nothing in Markdown. */
    NONE,
    /** Signs that stand where they could mean something. */
    LIKELY,
    /** Every sign. */
    ALL;

    private static final String SIGNS = "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~";
    private static final Pattern BLOCK_START = Pattern.compile(
            "#{1,6}(?=[ \\t]|$)|>|[-+*](?=[ \\t]|$)|```|~~~|[=|:-](?=[-=|: \\t]*$)|[-_*](?=[-_* \\t]*$)|\\[[ xX]\\] ");
    private static final Pattern NUMBER = Pattern.compile("(\\d{1,9})[.)](?=[ \\t]|$)");
    private static final Pattern ENTITY =
            Pattern.compile("&(?:#\\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,40});");

    /**
     * Writes plain text.
     *
     * @param text the text, without line ends
     * @param written what stands before it, to which it is added
     * @param after the sign that will follow it; a line feed if none will
     */
    void append(StringBuilder written, String text, char after) {
        if (this == NONE) {
            written.append(OurMarkdown.entities(text));
            return;
        }
        var i = 0;
        if (this == LIKELY && (written.isEmpty() || written.charAt(written.length() - 1) == '\n')) {
            i = blockStart(written, text);
        }
        var lastBracket = text.lastIndexOf(']');
        while (i < text.length()) {
            var entity = OurMarkdown.entityAt(text, i);
            if (entity.isEmpty()) {
                var next = i + 1 < text.length() ? text.charAt(i + 1) : after;
                appendSign(written, text, i, next, i < lastBracket);
            }
            written.append(entity);
            i += entity.isEmpty() ? 1 : 1 + OurMarkdown.MARK.length();
        }
    }

    private void appendSign(StringBuilder written, String text, int at, char next, boolean bracketFollows) {
        var sign = text.charAt(at);
        var before = at > 0 ? text.charAt(at - 1) : last(written);
        var escaped = this == ALL || (sign == '[' ? bracketFollows || next == '\n' : isLikely(text, at, before, next));
        if (escaped && SIGNS.indexOf(sign) >= 0) {
            written.append('\\');
        }
        written.append(sign);
    }

    private static char last(StringBuilder written) {
        return written.isEmpty() ? '\n' : written.charAt(written.length() - 1);
    }

    private static int blockStart(StringBuilder written, String text) {
        var number = NUMBER.matcher(text);
        if (number.lookingAt()) {
            written.append(number.group(1)).append('\\').append(text.charAt(number.end() - 1));
            return number.end();
        }
        if (BLOCK_START.matcher(text).lookingAt()) {
            written.append('\\').append(text.charAt(0));
            return 1;
        }
        return 0;
    }

    private static boolean isLikely(String text, int at, char before, char next) {
        return switch (text.charAt(at)) {
            case '*', '~' -> !(isSpace(before) && isSpace(next));
            case '_' ->
                !(Character.isLetterOrDigit(before) && Character.isLetterOrDigit(next))
                        && !(isSpace(before) && isSpace(next));
            case '`' -> true;
            case ']' -> next == '(' || next == '[' || next == ':';
            case '<' -> Character.isLetter(next) || next == '/' || next == '!' || next == '?';
            case '&' -> ENTITY.matcher(text).region(at, text.length()).lookingAt();
            case '\\' -> SIGNS.indexOf(next) >= 0 || next == '\n';
            case '#' -> next == '\n' && (isSpace(before) || before == '#');
            default -> false;
        };
    }

    private static boolean isSpace(char c) {
        return Character.isWhitespace(c);
    }
}
