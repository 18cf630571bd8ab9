package dev.issuelink.testkit.github;

import dev.issuelink.testkit.internal.Json;
import dev.issuelink.testkit.internal.Json.JsonException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A JSON object that somebody sent, read leniently where GitHub is lenient. */
record Fields(Map<?, ?> values) {

    static Fields parse(String body) {
        if (body.isBlank()) {
            return new Fields(Map.of());
        }
        try {
            if (Json.read(body) instanceof Map<?, ?> map) {
                return new Fields(map);
            }
        } catch (JsonException e) {
            throw ApiError.of(400, "Problems parsing JSON");
        }
        throw ApiError.of(400, "Body should be a JSON object");
    }

    boolean has(String name) {
        return values.containsKey(name);
    }

    @Nullable
    Object value(String name) {
        return values.get(name);
    }

    /** The text, or null when it is absent or null. Numbers are taken for text, as the title's schema allows. */
    @Nullable
    String text(String name) {
        Object value = values.get(name);
        if (value instanceof Map<?, ?> || value instanceof List<?>) {
            throw ApiError.of(422, "Invalid request.\n\nFor '" + name + "', " + value + " is not a string.");
        }
        return value == null ? null : value.toString();
    }

    boolean flag(String name, boolean otherwise) {
        return values.get(name) instanceof Boolean flag ? flag : otherwise;
    }

    Fields object(String name) {
        return new Fields(values.get(name) instanceof Map<?, ?> map ? map : Map.of());
    }

    /** Texts of a list; entries may be objects that carry the text under the key. */
    List<String> texts(String name, String key) {
        List<String> texts = new ArrayList<>();
        if (values.get(name) instanceof List<?> list) {
            for (Object item : list) {
                Object text = item instanceof Map<?, ?> map ? map.get(key) : item;
                texts.add(String.valueOf(text));
            }
        } else if (values.get(name) != null) {
            throw ApiError.of(422, "Invalid request.\n\nFor '" + name + "', an array is expected.");
        }
        return texts;
    }
}
