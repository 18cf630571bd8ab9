package dev.issuelink.testkit.internal;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes JSON as GitHub does: compact, timestamps as strings. */
final class JsonWriter {

    private JsonWriter() {}

    static void append(@Nullable Object value, StringBuilder out) {
        if (value == null || value instanceof Number || value instanceof Boolean) {
            out.append(value);
        } else if (value instanceof Map<?, ?> map) {
            object(map, out);
        } else if (value instanceof Iterable<?> items) {
            array(items, out);
        } else {
            text(value.toString(), out);
        }
    }

    private static void object(Map<?, ?> map, StringBuilder out) {
        char separator = '{';
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            out.append(separator);
            text(String.valueOf(entry.getKey()), out);
            out.append(':');
            append(entry.getValue(), out);
            separator = ',';
        }
        out.append(map.isEmpty() ? "{}" : "}");
    }

    private static void array(Iterable<?> items, StringBuilder out) {
        out.append('[');
        String separator = "";
        for (Object item : items) {
            out.append(separator);
            append(item, out);
            separator = ",";
        }
        out.append(']');
    }

    /** Clean stretches, which are nearly everything, are appended at once. */
    private static void text(String text, StringBuilder out) {
        out.append('"');
        int start = 0;
        for (int i = 0; i < text.length(); i++) {
            if (special(text.charAt(i))) {
                out.append(text, start, i);
                escape(text.charAt(i), out);
                start = i + 1;
            }
        }
        out.append(text, start, text.length()).append('"');
    }

    private static boolean special(char c) {
        return c < 0x20 || c == '"' || c == '\\' || Character.isSurrogate(c);
    }

    private static void escape(char c, StringBuilder out) {
        switch (c) {
            case '"' -> out.append("\\\"");
            case '\\' -> out.append("\\\\");
            case '\n' -> out.append("\\n");
            case '\r' -> out.append("\\r");
            case '\t' -> out.append("\\t");
            default -> escaped(c, out);
        }
    }

    /** Surrogates are escaped too, so that even half a pair survives the way through UTF-8. */
    private static void escaped(char c, StringBuilder out) {
        out.append("\\u");
        String hex = Integer.toHexString(c);
        out.append("0".repeat(4 - hex.length())).append(hex);
    }
}
