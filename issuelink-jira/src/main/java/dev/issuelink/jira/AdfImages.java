package dev.issuelink.jira;

import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What nodes become when they are read as Markdown and written again, each alone. */
final class AdfImages {
    private AdfImages() {}

    /** Of a block of a document. */
    static List<JsonNode> ofBlock(JsonNode block) {
        return written(BlockMarkdown.write(List.of(block), AdfPlace.DOCUMENT, 0));
    }

    /** Of the line that a wrapper shows of itself. */
    static List<JsonNode> ofTitle(JsonNode wrapper) {
        return ofBlock(Adf.node("paragraph", AdfSpans.toJson(AdfInlineWriter.literal(BlockWords.of(wrapper)))));
    }

    /** Of a child, by what its parent becomes if it has no other. */
    static List<JsonNode> within(JsonNode parent, JsonNode child) {
        if (BlockMarkdown.isList(child)) {
            return ofBlock(child);
        }
        var alone = (ObjectNode) parent.deepCopy();
        alone.set("content", Adf.doc(List.of(child)).get("content"));
        var images = written(BlockMarkdown.write(List.of(wrapped(alone)), AdfPlace.DOCUMENT, 0));
        if (Adf.isA(parent, "tableRow")) {
            return unwrapped(images.get(0), "tableRow").subList(0, 1);
        }
        var image = images.size() == 1 ? unwrapped(images.get(0), Adf.type(parent)) : List.<JsonNode>of();
        return Adf.isA(child, "paragraph") && Adf.children(child).isEmpty() && !isNeeded(parent) ? List.of() : image;
    }

    /** An empty paragraph may be all that an item or a cell has. */
    private static boolean isNeeded(JsonNode parent) {
        return Adf.children(parent).size() == 1;
    }

    private static JsonNode wrapped(ObjectNode node) {
        return switch (Adf.type(node)) {
            case "listItem" -> Adf.node("bulletList", List.of(node));
            case "tableRow" -> Adf.node("table", List.of(node));
            default -> node;
        };
    }

    private static List<JsonNode> unwrapped(JsonNode image, String type) {
        var children = Adf.children(image);
        return (type.equals("listItem") || type.equals("tableRow")) && !children.isEmpty()
                ? Adf.children(children.get(0))
                : children;
    }

    private static List<JsonNode> written(String markdown) {
        return Adf.children(AdfWriter.write(markdown));
    }
}
