package dev.issuelink.jira;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Changes one node as its Markdown was changed, and keeps of it what can be kept. */
final class AdfNodes {
    private AdfNodes() {}

    /**
     * Changes a node.
     *
     * @param node the node as it is
     * @param wanted what its Markdown became
     * @return the changed node
     */
    static JsonNode changed(JsonNode node, JsonNode wanted) {
        return switch (Adf.type(node)) {
            case "paragraph", "heading", "taskItem" -> lines(node, wanted);
            case "decisionItem" -> decision(node, wanted);
            case "codeBlock" -> code(node, wanted);
            case "bulletList", "orderedList", "taskList", "blockquote", "panel", "table", "tableRow", "listItem" ->
                within(node, wanted);
            case "decisionList" -> decisions(node, wanted);
            case "tableCell", "tableHeader" -> cell(node, wanted);
            default -> wrapper(node, wanted);
        };
    }

    private static JsonNode lines(JsonNode node, JsonNode wanted) {
        var changed = copy(node, wanted, "level", "state");
        return withContent(changed, InlineMerge.merge(Adf.children(node), Adf.children(wanted)));
    }

    private static JsonNode code(JsonNode node, JsonNode wanted) {
        var isFormed = AdfIds.isForm(Adf.attr(node, "localId")) || AdfIds.isForm(Adf.attr(wanted, "localId"));
        var changed = isFormed ? copy(node, wanted, "language", "localId") : copy(node, wanted, "language");
        return withContent(changed, Adf.children(wanted));
    }

    private static JsonNode within(JsonNode node, JsonNode wanted) {
        var changed = copy(node, wanted, "order");
        if (Adf.isA(node, "panel") && !isSameAlert(node, wanted)) {
            Adf.attrs(changed).set("panelType", wanted.path("attrs").get("panelType"));
        }
        var members = Adf.children(node).stream()
                .map(child -> new AdfSequence.Member(child, AdfImages.within(node, child), 0, 0))
                .toList();
        var children =
                Adf.isA(node, "tableRow") ? AdfCells.withoutFillers(node, Adf.children(wanted)) : Adf.children(wanted);
        return withContent(changed, AdfSequence.flat(members, children, AdfNodes::changed));
    }

    private static boolean isSameAlert(JsonNode node, JsonNode wanted) {
        return AdfAlerts.alertOf(Adf.attr(node, "panelType")).equals(AdfAlerts.alertOf(Adf.attr(wanted, "panelType")));
    }

    /** Decisions read as items of a list. */
    private static JsonNode decisions(JsonNode node, JsonNode wanted) {
        var merged = (ObjectNode) within(node, wanted);
        var fits = Adf.children(merged).stream().allMatch(item -> Adf.isA(item, "decisionItem"));
        return fits ? merged : wanted;
    }

    private static JsonNode decision(JsonNode node, JsonNode wanted) {
        var blocks = Adf.children(wanted);
        return blocks.size() == 1 && Adf.isA(blocks.get(0), "paragraph")
                ? withContent(
                        (ObjectNode) node.deepCopy(),
                        InlineMerge.merge(Adf.children(node), Adf.children(blocks.get(0))))
                : wanted;
    }

    private static JsonNode cell(JsonNode node, JsonNode wanted) {
        return withContent(
                (ObjectNode) node.deepCopy(),
                AdfCells.blocks(node, Adf.children(wanted).get(0)));
    }

    /** What wraps others is changed in its title; what else it shows of itself cannot be changed by words. */
    private static JsonNode wrapper(JsonNode node, JsonNode wanted) {
        var type = Adf.type(node);
        if (type.equals("expand") || type.equals("nestedExpand")) {
            var changed = (ObjectNode) node.deepCopy();
            Adf.attrs(changed).put("title", Adf.textOf(wanted));
            return changed;
        }
        return AdfMerge.isWrapper(node) ? node : wanted;
    }

    private static ObjectNode copy(JsonNode node, JsonNode wanted, String... attributes) {
        var copy = (ObjectNode) node.deepCopy();
        for (var attribute : attributes) {
            var value = wanted.path("attrs").get(attribute);
            if (value != null) {
                Adf.attrs(copy).set(attribute, value);
            } else if (copy.path("attrs").has(attribute)) {
                Adf.attrs(copy).remove(attribute);
            }
        }
        return copy;
    }

    private static ObjectNode withContent(ObjectNode node, List<? extends JsonNode> content) {
        node.remove("content");
        if (!content.isEmpty()) {
            node.set("content", Adf.doc(new ArrayList<>(content)).get("content"));
        }
        return node;
    }
}
