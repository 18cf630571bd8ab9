package dev.issuelink.jira;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

class AdfMergePropertiesTest {
    @Property(tries = 200)
    void whatWasNotChangedIsTheSameDocument(@ForAll long seed) {
        var original = new PeoplesDocument(seed).make(seed);
        assertThat(AdfMerge.merge(original, AdfReader.read(original))).isEqualTo(original);
    }

    @Property(tries = 200)
    void changingOneParagraphLeavesAllOtherNodesEqual(@ForAll long seed) {
        var original = new PeoplesDocument(seed).make(seed);
        var changed = original.deepCopy();
        var all = paragraphs(changed);
        var paragraph = all.get((int) Math.floorMod(seed, (long) all.size()));
        ((ArrayNode) paragraph.get("content")).add(Adf.text(" and more"));

        var markdown = AdfReader.read(changed);
        var merged = AdfMerge.merge(original, markdown);
        assertThat(AdfReader.read(merged)).isEqualTo(markdown);
        assertThat(merged(merged)).as(markdown).isEqualTo(merged(changed));
    }

    @Property(tries = 200)
    void takingABlockAwayLeavesAllOthersEqual(@ForAll long seed) {
        var original = new PeoplesDocument(seed).make(seed);
        var at = (int) Math.floorMod(seed, (long) original.get("content").size());
        var changed = original.deepCopy();
        var taken = ((ArrayNode) changed.get("content")).remove(at);
        var markdown = AdfReader.read(changed);
        var merged = AdfMerge.merge(original, markdown);
        assertThat(AdfReader.read(merged)).isEqualTo(markdown);
        var left = new ArrayList<>(Adf.children(original));
        for (var block : Adf.children(merged)) {
            if (!isSeparatorOrTwin(block, taken)) {
                assertThat(left).as("%s: %s", at, markdown).contains(block);
            }
        }
    }

    @Property(tries = 200)
    void addingAParagraphLeavesAllOthersEqual(@ForAll long seed) {
        var original = new PeoplesDocument(seed).make(seed);
        var blocks = Adf.children(original);
        var added = AdfReader.read(original) + "\n\nAdded at the end";
        var merged = AdfMerge.merge(original, added);
        assertThat(AdfReader.read(merged)).isEqualTo(added);
        assertThat(textless(Adf.children(merged))).containsAll(textless(blocks));
    }

    private static List<JsonNode> textless(List<JsonNode> blocks) {
        return blocks.stream().filter(block -> !Adf.textOf(block).isEmpty()).toList();
    }

    private static boolean isSeparatorOrTwin(JsonNode block, JsonNode taken) {
        return Adf.children(block).isEmpty() || Adf.textOf(block).equals(Adf.textOf(taken));
    }

    /** Paragraphs with words, wherever they stand. */
    private static List<ObjectNode> paragraphs(JsonNode node) {
        var found = new ArrayList<ObjectNode>();
        for (var child : Adf.children(node)) {
            if (Adf.isA(child, "paragraph") && !Adf.children(child).isEmpty()) {
                found.add((ObjectNode) child);
            } else {
                found.addAll(paragraphs(child));
            }
        }
        return found;
    }

    /** Neighbouring texts of one look are one. */
    private static JsonNode merged(JsonNode node) {
        var copy = node.deepCopy();
        join(copy);
        return copy;
    }

    private static void join(JsonNode node) {
        if (!(node.get("content") instanceof ArrayNode content)) {
            return;
        }
        for (var i = content.size() - 1; i > 0; i--) {
            var before = content.get(i - 1);
            var text = content.get(i);
            if (Adf.isA(before, "text")
                    && Adf.isA(text, "text")
                    && before.path("marks").equals(text.path("marks"))) {
                ((ObjectNode) before)
                        .put(
                                "text",
                                before.path("text").stringValue()
                                        + text.path("text").stringValue());
                content.remove(i);
            }
        }
        content.forEach(AdfMergePropertiesTest::join);
    }
}
