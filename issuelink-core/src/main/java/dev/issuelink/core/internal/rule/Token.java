package dev.issuelink.core.internal.rule;

/**
 * A word of a condition, and where it stands.
 *
 * @param kind what it is
 * @param text the word as it is written
 * @param line from 1 on
 * @param column from 1 on
 */
record Token(Kind kind, String text, int line, int column) {
    enum Kind {
        NAME("a name"),
        NUMBER("a number"),
        TEXT("a text"),
        OPERATOR("an operator");

        private final String words;

        Kind(String words) {
            this.words = words;
        }
    }

    boolean is(String operator) {
        return kind == Kind.OPERATOR && text.equals(operator);
    }

    /** Whether it is a sign, or a word that stands for one. */
    boolean isSign() {
        return kind == Kind.OPERATOR || (kind == Kind.NAME && Language.OPERATORS.contains(text));
    }

    /** What it is called in a fault: an operator by itself, all else by its kind, since it may be a secret. */
    String words() {
        return isSign() ? text : kind.words;
    }

    ConditionException fault(String problem) {
        return new ConditionException(line, column, problem);
    }
}
