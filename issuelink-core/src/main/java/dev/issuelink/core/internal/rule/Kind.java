package dev.issuelink.core.internal.rule;

import java.util.List;
import java.util.Map;

/** Kinds of values. */
enum Kind {
    TRUTH("true or false"),
    NUMBER("a number"),
    TEXT("a text"),
    LIST("a list"),
    OBJECT("an object"),
    /** Only the event will tell. */
    OPEN("something");

    private final String words;

    Kind(String words) {
        this.words = words;
    }

    String words() {
        return words;
    }

    /** The kind of a value, or {@link #OPEN} of what conditions cannot read. */
    static Kind of(Object value) {
        if (value instanceof String) {
            return TEXT;
        }
        if (value instanceof Number) {
            return NUMBER;
        }
        if (value instanceof Boolean) {
            return TRUTH;
        }
        if (value instanceof Map<?, ?>) {
            return OBJECT;
        }
        return value instanceof List<?> ? LIST : OPEN;
    }
}
