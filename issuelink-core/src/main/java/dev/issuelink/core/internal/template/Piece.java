package dev.issuelink.core.internal.template;

/** A part of a line of a filled template: the author's text, or the value that stands there. */
sealed interface Piece {
    /** What the author of the template wrote. */
    record Fixed(String text) implements Piece {}

    /**
     * A value that nobody vouches for, save that prose is Markdown of our own.
     *
     * @param kind how it may be shown
     * @param text clean, but of several lines
     * @param language of code
     * @param more how many code points of it are not there
     */
    record Value(Kind kind, String text, String language, long more) implements Piece {
        boolean isEmpty() {
            return text.isBlank();
        }

        /** The value as text of one line that is not too long. */
        String line() {
            return line(Clean.LONGEST_INLINE);
        }

        String line(int longest) {
            var plain = kind == Kind.PROSE ? ProseText.plain(text) : text;
            return Clean.clip(Clean.line(plain), longest, more).noted("");
        }

        /** Like {@link #line()}, for addresses and code, where a comma would make another number. */
        String exactLine() {
            return kind == Kind.NUMBER ? text.replace(",", "") : line();
        }

        /** The value as it is, with a note if it was clipped. */
        String block() {
            return kind == Kind.NUMBER ? exactLine() : new Clean.Clipped(text, more).noted("\n");
        }
    }

    /** How a value may be shown. */
    enum Kind {
        TEXT,
        NUMBER,
        CODE,
        PROSE
    }
}
