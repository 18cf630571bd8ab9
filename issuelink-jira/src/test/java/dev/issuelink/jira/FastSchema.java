package dev.issuelink.jira;

import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * The part of JSON Schema (draft 4) that the schema of documents uses. Looks at the type of a node first, so that deep
 * documents do not take for ever; whatever keyword it does not know, it refuses.
 */
final class FastSchema {
    private final JsonNode root;

    FastSchema(JsonNode root) {
        this.root = root;
    }

    boolean holds(JsonNode document) {
        return holds(root.path("definitions").path("doc_node"), document);
    }

    private boolean holds(JsonNode schema, JsonNode value) {
        var type = schema.path("properties").path("type");
        if (!type.isMissingNode() && !holds(type, value.path("type"))) {
            return false;
        }
        for (var keyword : schema.properties()) {
            if (!holds(schema, keyword.getKey(), keyword.getValue(), value)) {
                return false;
            }
        }
        return true;
    }

    private boolean holds(JsonNode schema, String keyword, JsonNode wanted, JsonNode value) {
        return switch (keyword) {
            case "$ref" -> holds(definition(wanted.stringValue()), value);
            case "allOf" -> wanted.valueStream().allMatch(each -> holds(each, value));
            case "anyOf" -> wanted.valueStream().anyMatch(each -> holds(each, value));
            case "enum" -> wanted.valueStream().anyMatch(value::equals);
            case "type" -> isA(wanted.stringValue(), value);
            case "properties" ->
                wanted.propertyStream()
                        .allMatch(
                                each -> !value.has(each.getKey()) || holds(each.getValue(), value.get(each.getKey())));
            case "required" -> wanted.valueStream().allMatch(each -> value.has(each.stringValue()));
            case "additionalProperties" ->
                wanted.asBoolean()
                        || !value.isObject()
                        || value.propertyNames().stream().allMatch(schema.path("properties")::has);
            case "items" -> !value.isArray() || items(wanted, value);
            case "minItems" -> !value.isArray() || value.size() >= wanted.intValue();
            case "maxItems" -> !value.isArray() || value.size() <= wanted.intValue();
            case "minLength" -> !value.isString() || value.stringValue().length() >= wanted.intValue();
            case "pattern" ->
                !value.isString()
                        || Pattern.compile(wanted.stringValue())
                                .matcher(value.stringValue())
                                .find();
            case "minimum" -> !value.isNumber() || value.doubleValue() >= wanted.doubleValue();
            case "maximum" -> !value.isNumber() || value.doubleValue() <= wanted.doubleValue();
            case "description" -> true;
            default -> throw new IllegalStateException("Unknown keyword " + keyword);
        };
    }

    private boolean items(JsonNode wanted, JsonNode value) {
        for (var i = 0; i < value.size(); i++) {
            var schema = wanted.isArray() ? wanted.path(i) : wanted;
            if (!schema.isMissingNode() && !holds(schema, value.get(i))) {
                return false;
            }
        }
        return true;
    }

    private JsonNode definition(String reference) {
        return root.path("definitions").path(reference.substring("#/definitions/".length()));
    }

    private static boolean isA(String type, JsonNode value) {
        return switch (type) {
            case "object" -> value.isObject();
            case "array" -> value.isArray();
            case "string" -> value.isString();
            case "number" -> value.isNumber();
            case "boolean" -> value.isBoolean();
            default -> throw new IllegalStateException("Unknown type " + type);
        };
    }
}
