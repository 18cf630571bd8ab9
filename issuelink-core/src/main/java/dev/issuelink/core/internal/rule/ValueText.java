package dev.issuelink.core.internal.rule;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Writes values so that different ones never look the same: what could be taken for a bracket is escaped. */
final class ValueText {
    /** Deeper, values of an event are taken for the same. */
    private static final int DEEPEST = 32;

    private ValueText() {}

    static void append(Object value, StringBuilder text) {
        append(value, text, 0);
    }

    private static void append(Object value, StringBuilder text, int depth) {
        if (depth > DEEPEST) {
            text.append('…');
        } else if (value instanceof List<?> list) {
            text.append('[');
            list.forEach(item -> appendBraced(item, text, depth));
            text.append(']');
        } else if (value instanceof Map<?, ?> map) {
            appendMap(map, text, depth);
        } else {
            escape(value instanceof Number number ? number(number) : String.valueOf(value), text);
        }
    }

    private static void appendMap(Map<?, ?> map, StringBuilder text, int depth) {
        var sorted = new TreeMap<String, Object>();
        map.forEach((key, value) -> sorted.put(String.valueOf(key), value));
        text.append('(');
        sorted.forEach((key, value) -> {
            appendBraced(key, text, depth);
            appendBraced(value, text, depth);
        });
        text.append(')');
    }

    private static void appendBraced(Object value, StringBuilder text, int depth) {
        text.append('{');
        append(value, text, depth + 1);
        text.append('}');
    }

    private static String number(Number number) {
        try {
            return Numbers.text(number);
        } catch (Unanswered e) {
            return number.toString();
        }
    }

    private static void escape(String value, StringBuilder text) {
        for (int at = 0; at < value.length(); at++) {
            char letter = value.charAt(at);
            if ("\\{}[]()".indexOf(letter) >= 0) {
                text.append('\\');
            }
            text.append(letter);
        }
    }
}
