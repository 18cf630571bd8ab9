package dev.issuelink.gitlab;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes the effect from what would act in GitLab: quick actions at the beginning of a line would be carried out with our
 * rights, mentions would write to people, references would leave a trace in issues, merge requests, epics, snippets and
 * vulnerabilities, a comment that looks like our marker would pass for it. An invisible mark of our own behind the sign
 * does it, and is taken out again when the text is read. Where references are concerned, code, links and addresses stay
 * as they are. Quick actions are made harmless everywhere, in code too: versions of GitLab differ in what they take for
 * code there.
 */
final class GitLabNeutralizer {
    /** Zero-width space and word joiner: nobody types them in this order. */
    static final String MARK = "\u200B\u2060";

    private static final String CLOSED = "<!-- issuelink:closed -->";
    private static final Pattern CLOSING =
            Pattern.compile("(?:\\r\\n[^\\n]*\\r|\\n[^\\n]*)\\n" + CLOSED + "[ \\t\\r\\n]*\\z");

    /** The signs of references, written as entities of HTML. */
    private static final String ENTITY = "&#0{0,9}(?:64|35|33|36|38|126);|&#[xX]0{0,9}(?:40|23|21|24|26|7[eE]);"
            + "|&(?:commat|num|excl|dollar|amp);";

    private static final Pattern SIGN =
            Pattern.compile(ENTITY + "|[@#!$&~/]|[Gg][Ll]-|<!--|\\[(?:issue|epic|work_item|vulnerability|alert):");
    private static final Pattern RESTORABLE = Pattern.compile("(" + SIGN.pattern() + ")" + MARK);
    private static final Pattern OUR_WORD = Pattern.compile("\\s*+issuelink:");
    private static final Pattern NUMBER_ENTITY = Pattern.compile("\\d{1,7};");
    // GitLab deletes carriage returns before it looks for quick actions.
    private static final Pattern COMMAND = Pattern.compile("\\r*+[A-Za-z][A-Za-z0-9_\\r-]*+(?=[\\s\\p{Z}]|\\z)");

    private GitLabNeutralizer() {}

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
        var structure = GitLabMarkdown.of(text);
        var sign = SIGN.matcher(text);
        var harmless = new StringBuilder(text.length() + 64);
        var copied = 0;
        while (sign.find()) {
            harmless.append(text, copied, sign.end());
            copied = sign.end();
            if (text.startsWith(MARK, copied) || acts(text, sign, structure)) {
                harmless.append(MARK);
            }
        }
        return new Harmless(harmless.append(text, copied, text.length()).toString(), structure.closer());
    }

    static String restore(String text) {
        var open = CLOSING.matcher(text).replaceFirst("");
        return open.contains(MARK) ? RESTORABLE.matcher(open).replaceAll("$1") : open;
    }

    private static boolean acts(String text, Matcher sign, GitLabMarkdown structure) {
        return switch (sign.group()) {
            case "<!--" -> continues(OUR_WORD, text, sign);
            case "/" -> isFirstOfLine(text, sign.start()) && continues(COMMAND, text, sign);
            default -> !structure.isInert(sign.start()) && refers(text, sign);
        };
    }

    private static boolean refers(String text, Matcher sign) {
        var next = sign.end() < text.length() ? text.charAt(sign.end()) : ' ';
        var previous = sign.start() > 0 ? text.charAt(sign.start() - 1) : ' ';
        // An entity may hide the first letter of a name or digit of a number.
        return switch (sign.group()) {
            case "@" -> (isWord(next) || next == '&' || next == '.') && !isWord(previous);
            case "#" -> (isDigit(next) || next == '&') && !isNumberEntity(text, sign, previous);
            case "!", "$" -> isDigit(next) || next == '&';
            case "&" -> isDigit(next);
            // Two of them strike words through.
            case "~" -> (isWord(next) || next == '"' || next == '&') && !isWord(previous) && previous != '~';
            default -> isWord(next) || next == '&' || next == '"';
        };
    }

    /** Nothing but spaces stands before it in its line. */
    private static boolean isFirstOfLine(String text, int index) {
        var before = index - 1;
        while (before >= 0 && text.charAt(before) != '\n' && isSpace(text.charAt(before))) {
            before--;
        }
        return before < 0 || text.charAt(before) == '\n';
    }

    private static boolean isSpace(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == '\uFEFF';
    }

    private static boolean continues(Pattern pattern, String text, Matcher sign) {
        return pattern.matcher(text).region(sign.end(), text.length()).lookingAt();
    }

    private static boolean isNumberEntity(String text, Matcher sign, char previous) {
        return previous == '&' && continues(NUMBER_ENTITY, text, sign);
    }

    private static boolean isWord(char c) {
        return isDigit(c) || c == '_' || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
