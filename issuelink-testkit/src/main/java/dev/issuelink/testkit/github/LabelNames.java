package dev.issuelink.testkit.github;

import dev.issuelink.testkit.internal.Json;
import dev.issuelink.testkit.internal.Json.JsonException;
import java.util.List;
import java.util.Map;

/** The bodies that the label calls take: an object with {@code labels}, or just the list. */
final class LabelNames {

    private LabelNames() {}

    static List<String> of(String body) {
        try {
            Object value = body.isBlank() ? Map.of() : Json.read(body);
            if (value instanceof List<?> list) {
                return new Fields(Map.of("labels", list)).texts("labels", "name");
            }
            return Fields.parse(body).texts("labels", "name");
        } catch (JsonException e) {
            throw ApiError.of(400, "Problems parsing JSON");
        }
    }
}
