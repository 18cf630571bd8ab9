package dev.issuelink.core.internal.template;

import java.util.Locale;

/**
 * Frees text of what cannot be seen or breaks lines where nobody expects it: control characters, marks that turn the
 * direction of writing, invisible characters, halves of characters. What is too long is clipped, and says so.
 */
final class Clean {
    /** The most of a value within a line, in code points. */
    static final int LONGEST_INLINE = 500;

    /** The most of a paragraph or of an item that is made from one value. */
    static final int LONGEST_PARAGRAPH = 4_000;

    /** The most of a value as a block of code. */
    static final int LONGEST_CODE = 20_000;

    /** The most of a text of paragraphs and lists. */
    static final int LONGEST_PROSE = 40_000;

    private static final int MOST_MARKS = 8;

    private Clean() {}

    /**
     * The beginning of a text.
     *
     * @param text without what cannot be seen
     * @param more how many code points were left out behind it
     */
    record Clipped(String text, long more) {
        /** The text, with a note of what is missing. */
        String noted(String separator) {
            return more == 0 ? text : text + separator + note(more);
        }
    }

    static String note(long more) {
        return String.format(Locale.ROOT, "… (%,d more %s)", more, more == 1 ? "character" : "characters");
    }

    /** Text of several lines, each ended by a line feed; blank lines at its beginning and spaces at its end are gone. */
    static Clipped block(String text, int longest) {
        var kept = new Kept();
        var end = endOf(text);
        var index = startOf(text, end);
        while (index < end && kept.count < longest) {
            var point = text.codePointAt(index);
            index += Character.charCount(point);
            if (point == '\r' && index < end && text.charAt(index) == '\n') {
                continue;
            }
            kept.take(point);
        }
        return new Clipped(kept.text.toString(), text.codePointCount(index, end));
    }

    /** Text of one line, without spaces around it or two together. */
    static String line(String text) {
        var line = new StringBuilder(text.length());
        var gap = false;
        for (int index = 0; index < text.length(); index++) {
            var c = text.charAt(index);
            if (c == ' ' || c == '\t' || c == '\n') {
                gap = !line.isEmpty();
                continue;
            }
            if (gap) {
                line.append(' ');
                gap = false;
            }
            line.append(c);
        }
        return line.toString();
    }

    /** A text of any form as one line that is not too long. */
    static String line(String text, int longest) {
        // Twice as much: spaces that fall together are not counted, at least not many.
        var block = block(text, 2 * longest);
        return clip(line(block.text()), longest, block.more()).noted("");
    }

    /** Cuts a clean text between two characters. */
    static Clipped clip(String text, int longest, long alreadyMore) {
        if (text.length() <= longest) {
            return new Clipped(text, alreadyMore);
        }
        var points = text.codePointCount(0, text.length());
        if (points <= longest) {
            return new Clipped(text, alreadyMore);
        }
        var head = text.substring(0, text.offsetByCodePoints(0, longest)).stripTrailing();
        return new Clipped(head, alreadyMore + points - longest);
    }

    private static int endOf(String text) {
        var end = text.length();
        while (end > 0 && isSpace(text.charAt(end - 1))) {
            end--;
        }
        return end;
    }

    private static int startOf(String text, int end) {
        var start = 0;
        for (int index = 0; index < end && isSpace(text.charAt(index)); index++) {
            if (breaksLine(text.charAt(index))) {
                start = index + 1;
            }
        }
        return start;
    }

    private static boolean isSpace(int point) {
        return Character.isWhitespace(point) || Character.isSpaceChar(point) || Character.isISOControl(point);
    }

    static boolean breaksLine(int point) {
        return switch (point) {
            case '\n', '\r', 0x0B, 0x0C, 0x85, 0x2028, 0x2029 -> true;
            default -> false;
        };
    }

    private static boolean isNoCharacter(int point) {
        return (point & 0xFFFE) == 0xFFFE
                || (point >= 0xFDD0 && point <= 0xFDEF)
                || Character.getType(point) == Character.SURROGATE;
    }

    /** Letters that look like nothing, and would pass for an empty name. */
    private static boolean looksBlank(int point) {
        return switch (point) {
            case 0x034F, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x2800, 0x3164, 0xFFA0 -> true;
            default -> false;
        };
    }

    private static final class Kept {
        private final StringBuilder text = new StringBuilder();
        private int count;
        private int marks;
        private boolean joinable;

        private void take(int point) {
            if (breaksLine(point)) {
                append('\n', false);
            } else if (point == '\t') {
                append('\t', false);
            } else if (isNoCharacter(point)) {
                append(0xFFFD, true);
            } else if (Character.isSpaceChar(point) || looksBlank(point)) {
                append(' ', false);
            } else if (point == 0x200C || point == 0x200D) {
                join(point);
            } else if (!Character.isISOControl(point) && Character.getType(point) != Character.FORMAT) {
                visible(point);
            }
        }

        /** Joins letters or emojis in honest text, one at a time. */
        private void join(int point) {
            if (joinable) {
                append(point, false);
            }
        }

        private void visible(int point) {
            var type = Character.getType(point);
            var isMark = type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK;
            marks = isMark ? marks + 1 : 0;
            if (marks <= MOST_MARKS) {
                append(point, true);
            }
        }

        private void append(int point, boolean joinableThen) {
            text.appendCodePoint(point);
            joinable = joinableThen;
            count++;
        }
    }
}
