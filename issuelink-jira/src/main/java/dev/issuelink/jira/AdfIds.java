package dev.issuelink.jira;

import java.util.HashSet;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The ids of nodes: they say nothing, but no two may be the same. */
final class AdfIds {
    private static final String ID = "localId";

    private AdfIds() {}

    /** What a node says, whatever its ids; cells of a head count as others, and empty ones at the end not. */
    static String withoutIds(JsonNode node) {
        var copy = node.deepCopy();
        strip(copy);
        return copy.toString();
    }

    private static void strip(JsonNode node) {
        if (node instanceof ObjectNode object) {
            if (Adf.isA(object, "tableHeader")) {
                object.put("type", "tableCell");
            }
            if (object.get("attrs") instanceof ObjectNode attrs) {
                var id = Adf.attr(object, ID);
                attrs.remove(ID);
                if (isForm(id)) {
                    attrs.put(ID, id.replaceFirst("-\\d+$", ""));
                }
                if (attrs.isEmpty()) {
                    object.remove("attrs");
                }
            }
            if (Adf.isA(object, "tableRow") && object.get("content") instanceof ArrayNode cells) {
                while (cells.size() > 1 && AdfCells.isEmpty(cells.get(cells.size() - 1))) {
                    cells.remove(cells.size() - 1);
                }
            }
            Adf.children(object).forEach(AdfIds::strip);
        }
    }

    /** Whether an id tells how code was written in Markdown. */
    static boolean isForm(String id) {
        return id.startsWith(AdfWriter.INDENTED) || id.equals(AdfWriter.OPEN);
    }

    /** Gives tasks that are new other ids than those that are there. */
    static void distinguish(JsonNode wanted, JsonNode original) {
        var taken = new HashSet<String>();
        collect(original, taken);
        rename(wanted, taken);
    }

    private static void collect(JsonNode node, Set<String> ids) {
        ids.add(Adf.attr(node, ID));
        if (node.get("content") instanceof ArrayNode content) {
            content.forEach(child -> collect(child, ids));
        }
    }

    private static void rename(JsonNode node, Set<String> taken) {
        var id = Adf.attr(node, ID);
        if (Adf.type(node).startsWith("task") && node instanceof ObjectNode task) {
            while (!taken.add(id)) {
                id += "-new";
            }
            Adf.attrs(task).put(ID, id);
        }
        Adf.children(node).forEach(child -> rename(child, taken));
    }
}
