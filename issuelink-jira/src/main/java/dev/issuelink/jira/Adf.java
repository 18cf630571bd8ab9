package dev.issuelink.jira;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Building blocks of the Atlassian Document Format, the text of Jira Cloud. */
final class Adf {
    /** Nobody nests deeper. What comes from elsewhere may, and must not exhaust the stack. */
    static final int DEEPEST = 120;

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private Adf() {}

    static ObjectNode doc(List<? extends JsonNode> blocks) {
        var doc = JSON.objectNode().put("type", "doc").put("version", 1);
        doc.set("content", array(blocks));
        return doc;
    }

    static ObjectNode node(String type) {
        return JSON.objectNode().put("type", type);
    }

    /** A node with content; without the field if there is none, as an empty paragraph must be. */
    static ObjectNode node(String type, List<? extends JsonNode> content) {
        var node = node(type);
        if (!content.isEmpty()) {
            node.set("content", array(content));
        }
        return node;
    }

    static ObjectNode text(String text) {
        return node("text").put("text", text);
    }

    static ObjectNode attrs(ObjectNode node) {
        return node.withObjectProperty("attrs");
    }

    static String type(JsonNode node) {
        return node.path("type").stringValue("");
    }

    static boolean isA(JsonNode node, String type) {
        return type(node).equals(type);
    }

    /** An attribute that is text; empty if there is none. */
    static String attr(JsonNode node, String name) {
        return node.path("attrs").path(name).stringValue("");
    }

    static List<JsonNode> children(JsonNode node) {
        var content = node.path("content");
        return content.isArray() ? List.copyOf(content.values()) : List.of();
    }

    /** All text within, in order, however deep it stands. */
    static String textOf(JsonNode node) {
        var text = new StringBuilder();
        var waiting = new ArrayList<JsonNode>(List.of(node));
        while (!waiting.isEmpty()) {
            var next = waiting.remove(waiting.size() - 1);
            text.append(next.path("text").stringValue(""));
            var children = children(next);
            for (var i = children.size() - 1; i >= 0; i--) {
                waiting.add(children.get(i));
            }
        }
        return text.toString();
    }

    private static JsonNode array(List<? extends JsonNode> nodes) {
        var array = JSON.arrayNode();
        nodes.forEach(array::add);
        return array;
    }
}
