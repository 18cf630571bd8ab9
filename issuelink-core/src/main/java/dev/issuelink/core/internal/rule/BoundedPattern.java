package dev.issuelink.core.internal.rule;

import java.util.regex.Pattern;

/**
 * A pattern for whole texts that gives up on texts that would keep it busy: what it is matched with is not chosen by
 * whoever wrote it. Immutable, and safe for several threads.
 */
final class BoundedPattern {
    /** The longest pattern, in characters. */
    static final int LONGEST = 200;

    /** Looks at characters; some tens of milliseconds. */
    private static final int STEPS = 500_000;

    /** Looks at each character that no good pattern needs more of. */
    private static final int STEPS_PER_CHARACTER = 16;

    private final Pattern pattern;

    private BoundedPattern(Pattern pattern) {
        this.pattern = pattern;
    }

    /** @throws java.util.regex.PatternSyntaxException if it is none */
    static BoundedPattern of(String text) {
        return new BoundedPattern(Pattern.compile(text, Pattern.DOTALL));
    }

    /** @param words what the text is called in a reason */
    boolean matches(String text, String words) {
        try {
            return pattern.matcher(new Metered(text)).matches();
        } catch (Exhausted | StackOverflowError e) {
            throw new Unanswered("a pattern takes too long with " + words);
        }
    }

    /** Counts how often the matching looks at a character. Not for several threads. */
    private static final class Metered implements CharSequence {
        private final String text;
        private long left;

        Metered(String text) {
            this.text = text;
            this.left = STEPS + (long) STEPS_PER_CHARACTER * text.length();
        }

        @Override
        public char charAt(int index) {
            if (left-- <= 0) {
                throw new Exhausted();
            }
            return text.charAt(index);
        }

        @Override
        public int length() {
            return text.length();
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return text.subSequence(start, end);
        }

        @Override
        public String toString() {
            return text;
        }
    }

    private static final class Exhausted extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Exhausted() {
            super(null, null, false, false);
        }
    }
}
