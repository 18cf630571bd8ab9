package dev.issuelink.testkit.gitlab;

import dev.issuelink.testkit.internal.Json;
import dev.issuelink.testkit.internal.Json.JsonException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What somebody sent as JSON. Unknown names are ignored, as GitLab does. */
record Fields(Map<?, ?> values) {
    static Fields parse(String body) {
        try {
            return new Fields(!body.isBlank() && Json.read(body) instanceof Map<?, ?> map ? map : Map.of());
        } catch (JsonException e) {
            throw new ApiError(
                    Reply.of(400, Json.object("error", "The request body is not valid JSON: " + e.getMessage())));
        }
    }

    boolean has(String name) {
        return values.get(name) != null;
    }

    @Nullable
    String text(String name) {
        var value = values.get(name);
        return value == null ? null : value.toString();
    }

    String text(String name, String otherwise) {
        var value = text(name);
        return value == null ? otherwise : value;
    }

    boolean flag(String name, boolean otherwise) {
        return values.get(name) instanceof Boolean flag ? flag : otherwise;
    }

    @Nullable
    Long number(String name) {
        var text = text(name);
        try {
            return text == null || text.isEmpty() ? null : Long.valueOf(text);
        } catch (NumberFormatException e) {
            throw ApiError.parameter(name + " is invalid");
        }
    }

    List<Long> numbers(String name) {
        var numbers = new ArrayList<Long>();
        if (values.get(name) instanceof List<?> list) {
            for (var item : list) {
                numbers.add(Long.valueOf(String.valueOf(item)));
            }
        }
        return numbers;
    }

    /** Names in one text, parted by commas, or in a list. */
    List<String> names(String name) {
        var value = values.get(name);
        if (value instanceof List<?> list) {
            return list.stream().map(String::valueOf).toList();
        }
        return value == null
                ? List.of()
                : Arrays.stream(value.toString().split(",", -1))
                        .map(String::strip)
                        .filter(text -> !text.isEmpty())
                        .toList();
    }
}
