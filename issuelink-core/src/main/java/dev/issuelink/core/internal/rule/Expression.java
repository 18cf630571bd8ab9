package dev.issuelink.core.internal.rule;

import java.util.Map;

/** A part of a condition, ready to be worked out. Immutable, and safe for several threads. */
interface Expression {
    /**
     * Works it out.
     *
     * @param facts the event's attributes
     * @return a text, number, boolean, list or map, or {@link Missing}
     * @throws Unanswered if the facts do not allow it
     */
    Object value(Map<String, ?> facts);

    /** The kind that every value of it has. */
    Kind kind();

    /** What it is called in a reason. */
    default String words() {
        return "a part of the condition";
    }

    /** The value, which must be there. */
    default Object present(Map<String, ?> facts) {
        var value = value(facts);
        if (value instanceof Missing missing) {
            throw missing.unanswered();
        }
        return value;
    }

    /** The value, which must be true or false. */
    default boolean truth(Map<String, ?> facts) {
        var value = present(facts);
        if (value instanceof Boolean truth) {
            return truth;
        }
        throw wrong(value, Kind.TRUTH);
    }

    /** The value, which must be a number. */
    default Number number(Map<String, ?> facts) {
        var value = present(facts);
        if (value instanceof Number number) {
            return number;
        }
        throw wrong(value, Kind.NUMBER);
    }

    /** The value, which must be a text. */
    default String text(Map<String, ?> facts) {
        var value = present(facts);
        if (value instanceof String text) {
            return text;
        }
        throw wrong(value, Kind.TEXT);
    }

    private Unanswered wrong(Object value, Kind needed) {
        return new Unanswered(words() + " is " + Kind.of(value).words() + ", but " + needed.words() + " is needed");
    }
}
