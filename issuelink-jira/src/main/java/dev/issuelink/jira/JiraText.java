package dev.issuelink.jira;

import dev.issuelink.model.Marker;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Turns our text into what Jira may be sent, and back: a document on Cloud, wiki markup on Data Center, and within Jira's
 * sizes. What is cut leaves nothing open, see {@link MarkdownCut}, and says so.
 */
final class JiraText {
    /** Jira's limit for a title, kept in UTF-16 units, of which there are never fewer than characters. */
    static final int LONGEST_TITLE = 255;

    /**
     * Jira's limit for a text is 32,767 characters. On Cloud they are said to be counted in the stored form, so the whole
     * document is counted here, and room is kept for what Jira adds.
     */
    static final int LONGEST_TEXT = 32_000;

    static final String CUT_NOTE = "\n\n_[The rest was cut: Jira takes at most 32,767 characters.]_";
    private static final String UNTITLED = "(untitled)";

    private JiraText() {}

    /**
     * Text ready to be sent.
     *
     * @param wire a document or a text
     * @param cut whether something had to be left out
     */
    record Written(Object wire, boolean cut) {}

    /**
     * Text as it was meant.
     *
     * @param text without what we put in
     * @param marker our mark, or null if there is none
     */
    record Read(String text, @Nullable Marker marker) {}

    /** A title: one line, clamped. */
    static Written title(String title) {
        var line = wellFormed(title)
                .replaceAll("[\\p{Cntrl}\\u0085\\u2028\\u2029]+", " ")
                .strip();
        if (line.isEmpty()) {
            return new Written(UNTITLED, true);
        }
        return line.length() <= LONGEST_TITLE
                ? new Written(line, false)
                : new Written(line.substring(0, wholeCodePoints(line, LONGEST_TITLE - 1)) + "…", true);
    }

    /** A description. */
    static Written description(JiraKind kind, String text) {
        return fitted(kind, text, LONGEST_TEXT);
    }

    /** A description in place of another: what was not changed in it stays as people made it. */
    static Written changed(JiraKind kind, JsonNode current, String text) {
        var written = description(kind, text);
        if (written.cut() || !kind.isCloud() || !Adf.isA(current, "doc")) {
            return written;
        }
        var merged = AdfMerge.merge(current, wellFormed(text));
        return size(merged) <= LONGEST_TEXT ? new Written(merged, false) : written;
    }

    /** A comment with our mark behind it, which is kept whatever must be cut. */
    static Written comment(JiraKind kind, String text, Optional<Marker> marker) {
        var mark = marker.map(kind.isCloud() ? JiraHiddenMark::unseen : JiraHiddenMark::anchor);
        var room = LONGEST_TEXT - mark.map(String::length).orElse(0) - 100;
        var written = fitted(kind, text, room);
        return mark.isEmpty() ? written : new Written(marked(written.wire(), mark.get()), written.cut());
    }

    /** What a text says, in either form, and our mark if it has one. */
    static Read read(JsonNode wire) {
        if (wire.isString()) {
            var found = JiraHiddenMark.find(wire.asString());
            return new Read(WikiMarkup.toMarkdown(found.text()), found.marker());
        }
        return wire.isObject() ? readDocument(wire) : new Read("", null);
    }

    private static Read readDocument(JsonNode document) {
        if (!document.toString().contains(JiraHiddenMark.FRAME)) {
            return new Read(AdfReader.read(document), null);
        }
        var found = new ArrayList<Marker>();
        var unmarked = document.deepCopy();
        unmark(unmarked, found);
        return new Read(AdfReader.read(unmarked), found.isEmpty() ? null : found.get(found.size() - 1));
    }

    /** Takes our mark out of the texts of a document, and what is empty without it. */
    private static void unmark(JsonNode node, List<Marker> found) {
        if (!(node.path("content") instanceof ArrayNode content)) {
            return;
        }
        for (var at = content.size() - 1; at >= 0; at--) {
            var child = content.get(at);
            var before = found.size();
            if (child instanceof ObjectNode object && object.path("text").isString()) {
                var read = JiraHiddenMark.find(object.path("text").asString());
                Optional.ofNullable(read.marker()).ifPresent(found::add);
                object.put("text", read.text());
            } else {
                unmark(child, found);
            }
            if (found.size() > before && isEmpty(child)) {
                content.remove(at);
            }
        }
    }

    private static boolean isEmpty(JsonNode node) {
        return node.path("text").asString("").isEmpty() && node.path("content").isEmpty();
    }

    private static Object marked(Object wire, String mark) {
        if (wire instanceof String text) {
            return text.isEmpty() ? mark : text + "\n\n" + mark;
        }
        var document = (ObjectNode) ((JsonNode) wire).deepCopy();
        var content = document.path("content") instanceof ArrayNode array ? array : document.putArray("content");
        var nodes = JsonNodeFactory.instance;
        var text = nodes.objectNode().put("type", "text").put("text", mark);
        content.add(nodes.objectNode()
                .put("type", "paragraph")
                .set("content", nodes.arrayNode().add(text)));
        return document;
    }

    private static Written fitted(JiraKind kind, String text, int room) {
        var formed = wellFormed(text);
        if (formed.length() <= room) {
            var whole = wire(kind, formed);
            if (size(whole) <= room) {
                return new Written(whole, false);
            }
        }
        var kept = MarkdownCut.cut(formed, room, each -> size(wire(kind, each)), CUT_NOTE);
        return new Written(wire(kind, kept), true);
    }

    private static Object wire(JiraKind kind, String text) {
        return kind.isCloud() ? AdfWriter.write(text) : WikiMarkup.fromMarkdown(text);
    }

    private static int size(Object wire) {
        return wire.toString().length();
    }

    private static int wholeCodePoints(String text, int end) {
        var splits = end > 0
                && end < text.length()
                && Character.isHighSurrogate(text.charAt(end - 1))
                && Character.isLowSurrogate(text.charAt(end));
        return splits ? end - 1 : end;
    }

    /** Half a surrogate pair is no text and cannot be sent. */
    private static String wellFormed(String text) {
        var formed = new StringBuilder(text.length());
        text.codePoints().forEach(point -> formed.appendCodePoint(isHalf(point) ? 0xFFFD : point));
        return formed.toString();
    }

    private static boolean isHalf(int codePoint) {
        return codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
    }
}
