package dev.issuelink.jira;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.regex.Pattern;

/** Keeps signs in plain text from being read as Markdown. */
final class MarkdownEscape {
    /** How much is escaped. */
    enum Level {
        /** Nothing: most text means nothing in Markdown. */
        NONE,
        /** Signs that stand where they could mean something. */
        LIKELY,
        /** Every sign. */
        ALL
    }

    /**
     * A place that is escaped because it is likely to mean something.
     *
     * @param sign the sign; a bracket for an address that could go without
     * @param inner whether letters or digits stand on both sides
     */
    record Suspect(char sign, boolean inner) {}

    private static final String SIGNS = "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~";
    private static final Pattern BLOCK_START =
            Pattern.compile("#{1,6}(?=[ \\t]|\\z)|>|[-+*](?=[ \\t]|\\z)|```|~~~|[=|:-](?=[-=|: \\t]*\\z)"
                    + "|[-_*](?=[-_* \\t]*\\z)|\\[[ xX]\\] ");
    private static final Pattern NUMBER = Pattern.compile("(\\d{1,9})[.)](?=[ \\t]|\\z)");
    private static final Pattern ENTITY =
            Pattern.compile("&(?:#\\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,40});");

    private final Level level;
    private final BitSet spared;
    private final List<Suspect> suspects = new ArrayList<>();

    private MarkdownEscape(Level level, BitSet spared) {
        this.level = level;
        this.spared = spared;
    }

    static MarkdownEscape of(Level level) {
        return new MarkdownEscape(level, new BitSet());
    }

    /** Likely signs but some, which are numbered as they come. */
    static MarkdownEscape sparing(BitSet spared) {
        return new MarkdownEscape(Level.LIKELY, spared);
    }

    /** The places that were met, escaped or spared. */
    List<Suspect> suspects() {
        return suspects;
    }

    /** Whether an address must be set in brackets. */
    boolean setsAddressesApart() {
        return level != Level.NONE && isEscaped(new Suspect('<', false));
    }

    private boolean isEscaped(Suspect suspect) {
        suspects.add(suspect);
        return !spared.get(suspects.size() - 1);
    }

    /**
     * Writes plain text.
     *
     * @param text the text, without line ends
     * @param written what stands before it, to which it is added
     * @param after the sign that will follow it; a line feed if none will
     */
    void append(StringBuilder written, String text, char after) {
        if (level == Level.NONE) {
            written.append(OurMarkdown.entities(text));
            return;
        }
        var lastBracket = text.lastIndexOf(']');
        var i = isLineStart(written) ? blockStart(written, text) : 0;
        while (i < text.length()) {
            var entity = OurMarkdown.entityAt(text, i);
            if (entity.isEmpty()) {
                var next = i + 1 < text.length() ? text.charAt(i + 1) : after;
                sign(written, text, i, next, i < lastBracket);
            }
            written.append(entity);
            i += entity.isEmpty() ? 1 : 1 + OurMarkdown.MARK.length();
        }
    }

    private void sign(StringBuilder written, String text, int at, char next, boolean bracketFollows) {
        var sign = text.charAt(at);
        var before = at > 0 ? text.charAt(at - 1) : last(written);
        if (SIGNS.indexOf(sign) >= 0 && (level == Level.ALL || isLikely(text, at, before, next, bracketFollows))) {
            var inner = Character.isLetterOrDigit(before) && Character.isLetterOrDigit(next);
            if (isEscaped(new Suspect(sign, inner))) {
                written.append('\\');
            }
        }
        written.append(sign);
    }

    private boolean isLineStart(StringBuilder written) {
        return level == Level.LIKELY && last(written) == '\n';
    }

    private static char last(StringBuilder written) {
        return written.isEmpty() ? '\n' : written.charAt(written.length() - 1);
    }

    private int blockStart(StringBuilder written, String text) {
        var number = NUMBER.matcher(text);
        if (number.lookingAt() && isEscaped(new Suspect('.', false))) {
            written.append(number.group(1)).append('\\').append(text.charAt(number.end() - 1));
            return number.end();
        }
        if (BLOCK_START.matcher(text).lookingAt() && isEscaped(new Suspect('#', false))) {
            written.append('\\').append(text.charAt(0));
            return 1;
        }
        return 0;
    }

    private static boolean isLikely(String text, int at, char before, char next, boolean bracketFollows) {
        return switch (text.charAt(at)) {
            case '*', '~' -> !(isSpace(before) && isSpace(next));
            case '_' ->
                !(Character.isLetterOrDigit(before) && Character.isLetterOrDigit(next))
                        && !(isSpace(before) && isSpace(next));
            case '`' -> true;
            case '[' -> bracketFollows || next == '\n';
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
