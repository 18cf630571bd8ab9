package dev.issuelink.core.internal.template;

/**
 * Where an invisible mark has to stand so that a value does not act: so that it is no mention, no reference to an issue,
 * no address, no emoji, no command, and so that it does not change how the author's signs next to it are read. Escapes
 * do not help there, since trackers look for these in the text that they show.
 */
final class Joiners {
    /** Word joiner: invisible, not a space, and no break of a line. */
    static final char JOINER = '\u2060';

    private static final int LONGEST_EMOJI = 64;
    private static final int LONGEST_TAG = 32;

    private final LineText line;
    private final boolean hasLinks;

    Joiners(LineText line) {
        this.line = line;
        this.hasLinks = line.text().toString().contains("](");
    }

    /** What has to stand between a sign of the author and words, in HTML. */
    static String behind(char sign) {
        return "@#!&~%$[:/".indexOf(sign) >= 0 ? String.valueOf(JOINER) : "";
    }

    boolean before(int index) {
        return touchesSign(index)
                || isBehindOpener(index)
                || isAddressDot(index)
                || isDollar(index)
                || isCommand(index);
    }

    boolean after(int index) {
        var next = line.at(index + 1);
        var touched = line.isUntrusted(index, index + 2);
        return switch (line.at(index)) {
            case '@' -> touched && !isSpace(next) && next != LineText.READY;
            case '#', '!' -> touched && isDigit(next);
            case '~' -> touched && (isWord(index + 1) || next == '"');
            case '%' -> touched && (isWord(index + 1) || next == '"') && !isInWord(index);
            case '&' -> touched && (isDigit(next) || (line.isFixed(index) && (isWord(index + 1) || next == '#')));
            case '-' -> isDigit(next) && isShorthand(index);
            case ':' -> isScheme(index) || isEmoji(index);
            case '[' -> isSpecialBracket(index);
            default -> false;
        };
    }

    /** Whether an empty value stands between signs that would be read in another way together. */
    boolean instead(int gap) {
        var previous = line.at(gap - 1);
        var next = line.at(gap);
        return "*_~`-+=#>[<!&\\".indexOf(previous) >= 0 || (previous != '\n' && "*_~`.)]".indexOf(next) >= 0);
    }

    /** Emphasis depends on what stands next to its signs: let it be a letter always, or what counts as one. */
    private boolean touchesSign(int index) {
        if (line.isFixed(index)) {
            return (isSign(line.at(index)) && index > 0 && !line.isFixed(index - 1) && !isWordBefore(index))
                    || (line.at(index) == '`' && line.at(index - 1) == LineText.READY);
        }
        return line.isFixed(index - 1) && isEmphasis(line.at(index - 1)) && !isWord(index);
    }

    private boolean isBehindOpener(int index) {
        var previous = line.at(index - 1);
        if (line.at(index) == LineText.READY) {
            return previous == LineText.READY || (line.isFixed(index - 1) && (previous == '`' || previous == '\\'));
        }
        if (!line.isUntrusted(index) || !line.isFixed(index - 1)) {
            return false;
        }
        return previous == '\\' || (previous == '[' && !hasLinks) || isTagName(index);
    }

    private boolean isTagName(int index) {
        var start = index - 1;
        while (start > index - LONGEST_TAG && line.isFixed(start) && isPlainWord(line.at(start))) {
            start--;
        }
        return line.at(start) == '<' || (line.at(start) == '/' && line.at(start - 1) == '<');
    }

    /** Nothing but www. makes an address of it. */
    private boolean isAddressDot(int index) {
        return line.at(index) == '.'
                && isLetter(index - 1, 'w')
                && isLetter(index - 2, 'w')
                && isLetter(index - 3, 'w')
                && !isInWord(index - 3)
                && line.isUntrusted(index - 3, index + 2);
    }

    /** Two of them enclose a formula, in one line or in several. */
    private boolean isDollar(int index) {
        return line.at(index) == '$' && line.isUntrusted(index);
    }

    /** GitLab obeys commands at the beginning of a line. */
    private boolean isCommand(int index) {
        return index == 1 && line.at(0) == '/' && line.isFixed(0) && line.isUntrusted(1);
    }

    private boolean isShorthand(int index) {
        return (isLetter(index - 1, 'h') || isLetter(index - 1, 'l'))
                && isLetter(index - 2, 'g')
                && !isInWord(index - 2)
                && line.isUntrusted(index - 2, index + 2);
    }

    private boolean isScheme(int index) {
        return line.at(index + 1) == '/' && line.at(index + 2) == '/' && line.isUntrusted(index - 1, index + 3);
    }

    private boolean isEmoji(int index) {
        var end = index + 1;
        while (end <= index + LONGEST_EMOJI && isEmojiLetter(end)) {
            end++;
        }
        var isShortNumber = end <= index + 3 && isDigit(line.at(index + 1)) && isDigit(line.at(end - 1));
        return end > index + 1 && line.at(end) == ':' && !isShortNumber && line.isUntrusted(index, end + 1);
    }

    private boolean isEmojiLetter(int index) {
        var c = line.at(index);
        return isPlainWord(c) || c == '_' || c == '+' || c == '-';
    }

    /** Whether a word goes on here; between the author's text and a value there may be a mark. */
    private boolean isInWord(int index) {
        return isPlainWord(line.at(index - 1)) && line.isUntrusted(index - 1) == line.isUntrusted(index);
    }

    /** What trackers take for a part of a word; other alphabets they often do not. */
    private static boolean isPlainWord(char c) {
        return isDigit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }

    /** A box to tick, a note, a footnote, a table of contents, or GitLab's references such as [issue:1]. */
    private boolean isSpecialBracket(int index) {
        var next = line.at(index + 1);
        if (next == '!' || next == '^' || next == '[' || (" xX~".indexOf(next) >= 0 && line.at(index + 2) == ']')) {
            return line.isUntrusted(index, index + 3);
        }
        var end = index + 1;
        while (end <= index + LONGEST_EMOJI && isEmojiLetter(end)) {
            end++;
        }
        var isToc = end == index + 4 && isLetter(index + 1, 't') && isLetter(index + 3, 'c');
        return (line.at(end) == ':' || (line.at(end) == ']' && isToc)) && line.isUntrusted(index, end + 1);
    }

    private boolean isWord(int index) {
        return Character.isLetterOrDigit(line.pointAt(index));
    }

    private boolean isWordBefore(int index) {
        return Character.isLetterOrDigit(line.pointBefore(index));
    }

    private boolean isLetter(int index, char letter) {
        return (line.at(index) | 0x20) == letter;
    }

    /** What is read in another way behind a sign than behind a letter. */
    private static boolean isSign(char c) {
        return isEmphasis(c) || (c | 0x20) == 'w' || (c | 0x20) == 'h';
    }

    private static boolean isEmphasis(char c) {
        return c == '*' || c == '_' || c == '~';
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isSpace(char c) {
        return c == ' ' || c == '\t' || c == '\n';
    }
}
