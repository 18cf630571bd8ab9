package dev.issuelink.jira;

import dev.issuelink.jira.AdfSequence.Member;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Changes a document as its Markdown was changed. What reads as before stays the very same node, whether we know its kind
 * or not; of what was changed, as much as can be stays: the other items of a list, the other cells of a table, the
 * mentions of a line. What is gone from the Markdown is taken away.
 */
final class AdfMerge {
    /** What is read as its content alone; a change finds its place within. */
    private static final Set<String> OURS = Set.of(
            "paragraph",
            "heading",
            "codeBlock",
            "bulletList",
            "orderedList",
            "taskList",
            "decisionList",
            "blockquote",
            "panel",
            "rule",
            "table",
            "mediaSingle",
            "mediaGroup");

    private final IdentityHashMap<JsonNode, List<JsonNode>> results = new IdentityHashMap<>();

    private AdfMerge() {}

    /**
     * Merges.
     *
     * @param original the document as it is
     * @param changed the Markdown that it should read as
     * @return a new document
     */
    static JsonNode merge(JsonNode original, String changed) {
        if (AdfReader.read(original).equals(changed)) {
            return original.deepCopy();
        }
        var wanted = AdfWriter.write(changed);
        if (!Adf.isA(original, "doc")) {
            return wanted;
        }
        AdfIds.distinguish(wanted, original);
        return new AdfMerge().document(original, Adf.children(wanted)).deepCopy();
    }

    private JsonNode document(JsonNode original, List<JsonNode> wanted) {
        var members = new ArrayList<Member>();
        collect(original, 0, 0, members);
        var end = Adf.node("end");
        members.add(new Member(end, List.of(), 0, 0));
        var merged = AdfSequence.merge(members, wanted, AdfNodes::changed);
        for (var i = 0; i < members.size(); i++) {
            results.put(members.get(i).node(), merged.get(i));
        }
        var content = contentOf(original);
        content.addAll(merged.get(merged.size() - 1));
        content.remove(end);
        return withContent(original, content);
    }

    /** The blocks that a reader sees one after the other; the title of what wraps others is one of them. */
    private static void collect(JsonNode container, int depth, int outermost, List<Member> members) {
        var children = Adf.children(container);
        var first = 0;
        while (first < children.size() && isEmpty(children.get(first))) {
            first++;
        }
        var last = children.size() - 1;
        while (last >= 0 && isEmpty(children.get(last))) {
            last--;
        }
        for (var i = 0; i < children.size(); i++) {
            var child = children.get(i);
            var begun = i == 0 ? outermost : depth;
            if (isEmpty(child)) {
                var shown = i > first && i < last;
                members.add(new Member(child, shown ? List.of(Adf.node("paragraph")) : List.of(), depth, begun));
            } else if (!isWrapper(child)) {
                members.add(new Member(child, AdfImages.ofBlock(child), depth, begun));
            } else if (BlockWords.of(child).isEmpty()) {
                collect(child, depth + 1, begun, members);
            } else {
                members.add(new Member(child, AdfImages.ofTitle(child), depth + 1, begun));
                collect(child, depth + 1, depth + 1, members);
            }
        }
    }

    private static boolean isEmpty(JsonNode node) {
        return Adf.isA(node, "paragraph") && Adf.children(node).isEmpty();
    }

    /** Whether it holds blocks and shows nothing of its own but a title. */
    static boolean isWrapper(JsonNode node) {
        return !OURS.contains(Adf.type(node)) && !Adf.children(node).isEmpty() && !BlockMarkdown.holdsLines(node);
    }

    private List<JsonNode> contentOf(JsonNode container) {
        var content = new ArrayList<JsonNode>();
        for (var child : Adf.children(container)) {
            content.addAll(isWrapper(child) ? rebuilt(child) : results.getOrDefault(child, List.of()));
        }
        return content;
    }

    /** A wrapper from which all was taken is gone too; but a column stays beside others. */
    private List<JsonNode> rebuilt(JsonNode wrapper) {
        var content = contentOf(wrapper);
        var copy = (ObjectNode) wrapper.deepCopy();
        var shown = false;
        if (results.containsKey(wrapper)) {
            shown = titled(copy, results.getOrDefault(wrapper, List.of()), content);
        }
        if (content.stream().allMatch(AdfMerge::isBlank) && !isBlank(wrapper)) {
            if (!shown && !Adf.isA(wrapper, "layoutColumn")) {
                return List.of();
            }
            if (content.isEmpty()) {
                content.add(Adf.node("paragraph"));
            }
        }
        return List.of(withContent(copy, fitting(wrapper, content)));
    }

    private static boolean isBlank(JsonNode node) {
        return isWrapper(node) ? Adf.children(node).stream().allMatch(AdfMerge::isBlank) : isEmpty(node);
    }

    private static JsonNode withContent(JsonNode node, List<JsonNode> content) {
        var copy = (ObjectNode) node.deepCopy();
        copy.set("content", Adf.doc(content).get("content"));
        return copy;
    }

    /** What became of the line that stood for the title; whether it is still there. */
    private static boolean titled(ObjectNode copy, List<JsonNode> result, List<JsonNode> content) {
        var rest = new ArrayList<>(result);
        var at = 0;
        while (at < rest.size() && !Adf.isA(rest.get(at), Adf.type(copy))) {
            at++;
        }
        if (at < rest.size()) {
            copy.set("attrs", rest.remove(at).path("attrs"));
        } else if (copy.path("attrs").has("title")) {
            Adf.attrs(copy).remove("title");
        }
        content.addAll(0, rest);
        return at < result.size();
    }

    /** Nothing holds everything: a table does not go where only smaller things may be. */
    private static List<JsonNode> fitting(JsonNode container, List<JsonNode> content) {
        if (!Adf.isA(container, "nestedExpand")) {
            return content;
        }
        return content.stream()
                .<JsonNode>map(node -> Adf.isA(node, "table")
                        ? Adf.node(
                                "paragraph",
                                AdfSpans.toJson(AdfInlineWriter.literal(
                                        BlockMarkdown.write(List.of(node), AdfPlace.DOCUMENT, 0))))
                        : node)
                .toList();
    }
}
