package dev.issuelink.testkit.jira;

import dev.issuelink.testkit.internal.Json;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A field of a project's screens. */
record Field(String id, String name, String type, String custom, boolean required, List<String> choices) {

    Map<String, @Nullable Object> view(boolean cloud) {
        var schema = Json.object("type", type);
        if (type.equals("array")) {
            schema.put("items", choices.isEmpty() ? "string" : "option");
        }
        schema.put(custom.isEmpty() ? "system" : "custom", custom.isEmpty() ? id : custom);
        var view = Json.object(
                "required", required, "schema", schema, "name", name, "fieldId", id, "hasDefaultValue", false);
        view.put("operations", List.of("set"));
        if (cloud) {
            view.put("key", id);
        }
        if (!choices.isEmpty()) {
            view.put("allowedValues", choices.stream().map(this::choice).toList());
        }
        return view;
    }

    private Map<String, @Nullable Object> choice(String choice) {
        return Json.object(
                "id", choiceId(choice), type.equals("option") || type.equals("array") ? "value" : "name", choice);
    }

    String choiceId(String choice) {
        return Integer.toString(1 + choices.indexOf(choice));
    }
}
