package dev.issuelink.github;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes the effect from what would act in GitHub: mentions would write to people, references to issues would leave a
 * trace in them, a comment that looks like our marker would pass for it. An invisible mark of our own behind the sign
 * does it, and is taken out again when the text is read. Code, links and addresses do not act and stay as they are;
 * where in doubt, they count as text. Links to issues stay links, although GitHub notes them in the issue, since nobody
 * writes them by accident; so do hashes of commits, which only become links.
 */
final class GitHubNeutralizer {
    /** Zero-width space and word joiner: nobody types them in this order. */
    static final String MARK = "\u200B\u2060";

    private static final String CLOSED = "<!-- issuelink:closed -->";
    // GitHub's pages save text with the line ends of Windows.
    private static final Pattern CLOSING =
            Pattern.compile("(?:\\r\\n[^\\n]*\\r|\\n[^\\n]*)\\n" + CLOSED + "[ \\t\\r\\n]*\\z");

    private static final String ENTITY = "&#0*(?:64|35);|&#[xX]0*(?:40|23);|&commat;|&num;";
    private static final Pattern SIGN = Pattern.compile("@|#|[Gg][Hh]-|<!--|" + ENTITY);
    private static final Pattern RESTORABLE = Pattern.compile("(" + SIGN.pattern() + ")" + MARK);
    private static final Pattern OUR_WORD = Pattern.compile("\\s*issuelink:");
    private static final Pattern NUMBER_ENTITY = Pattern.compile("\\d{1,7};");

    private GitHubNeutralizer() {}

    /**
     * Harmless text.
     *
     * @param text the text
     * @param closer the line that must follow so that what comes after it is not swallowed; empty if there is none
     */
    record Harmless(String text, String closer) {
        /** The text, closed, so that anything may follow. */
        String closed() {
            return closer.isEmpty() ? text : text + "\n" + closer;
        }

        /** The same, with a note to ourselves that the closing is not part of the text. */
        String closedForReading() {
            return closer.isEmpty() ? text : closed() + "\n" + CLOSED;
        }
    }

    static Harmless neutralize(String text) {
        var structure = GitHubMarkdown.parse(text);
        var matcher = SIGN.matcher(text);
        var harmless = new StringBuilder(text.length() + 64);
        var copied = 0;
        while (matcher.find()) {
            harmless.append(text, copied, matcher.end());
            copied = matcher.end();
            if (text.startsWith(MARK, copied) || acts(text, matcher, structure)) {
                harmless.append(MARK);
            }
        }
        return new Harmless(harmless.append(text, copied, text.length()).toString(), structure.closer());
    }

    static String restore(String text) {
        var open = CLOSING.matcher(text).replaceFirst("");
        return open.contains(MARK) ? RESTORABLE.matcher(open).replaceAll("$1") : open;
    }

    private static boolean acts(String text, Matcher sign, GitHubMarkdown structure) {
        if (sign.group().equals("<!--")) {
            return OUR_WORD.matcher(text).region(sign.end(), text.length()).lookingAt();
        }
        return !structure.isInert(sign.start()) && actsInText(text, sign);
    }

    private static boolean actsInText(String text, Matcher sign) {
        var next = sign.end() < text.length() ? text.charAt(sign.end()) : ' ';
        var previous = sign.start() > 0 ? text.charAt(sign.start() - 1) : ' ';
        // An entity may hide the first letter of a name or digit of a number.
        return switch (sign.group()) {
            case "@" -> (isWord(next) || next == '&') && !isWord(previous) && previous != '_';
            case "#" -> (isDigit(next) || next == '&') && !isNumberEntity(text, sign, previous);
            default -> isWord(next) || next == '&';
        };
    }

    private static boolean isNumberEntity(String text, Matcher sign, char previous) {
        return previous == '&'
                && NUMBER_ENTITY.matcher(text).region(sign.end(), text.length()).lookingAt();
    }

    private static boolean isWord(char c) {
        return isDigit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
