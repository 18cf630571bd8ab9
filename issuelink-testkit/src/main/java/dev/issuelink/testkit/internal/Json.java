package dev.issuelink.testkit.internal;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * JSON over plain maps, lists, strings, numbers and booleans: enough for a fake, and no dependency that its users
 * would inherit.
 */
public final class Json {

    private Json() {}

    /** An object of the given names and values in turn; it can be added to. */
    public static Map<String, @Nullable Object> object(@Nullable Object... namesAndValues) {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            object.put(String.valueOf(namesAndValues[i]), namesAndValues[i + 1]);
        }
        return object;
    }

    public static String write(@Nullable Object value) {
        StringBuilder out = new StringBuilder(512);
        JsonWriter.append(value, out);
        return out.toString();
    }

    /** The value that the text holds. */
    public static @Nullable Object read(String text) throws JsonException {
        return new JsonReader(text).document();
    }

    /** The text is not JSON. */
    public static final class JsonException extends Exception {

        private static final long serialVersionUID = 1L;

        JsonException(String message) {
            super(message);
        }
    }
}
