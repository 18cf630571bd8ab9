package dev.issuelink.jira;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Writes the blocks of one container as Markdown, one after the other. */
final class BlockMarkdown {
    private static final Set<String> BULLETS = Set.of("bulletList", "taskList", "decisionList");
    private static final Set<String> INLINE = Set.of(
            "text",
            "hardBreak",
            "mention",
            "emoji",
            "date",
            "status",
            "inlineCard",
            "placeholder",
            "mediaInline",
            "inlineExtension");

    private final AdfPlace place;
    private final int depth;
    private final StringBuilder written = new StringBuilder();
    private @Nullable JsonNode before;
    private boolean alternate;
    private int emptyLines;

    private BlockMarkdown(AdfPlace place, int depth) {
        this.place = place;
        this.depth = depth;
    }

    static String write(List<JsonNode> blocks, AdfPlace place, int depth) {
        var markdown = new BlockMarkdown(place, depth);
        for (var i = 0; i < blocks.size(); i++) {
            markdown.add(blocks.get(i), i == blocks.size() - 1);
        }
        return markdown.written.toString();
    }

    private void add(JsonNode block, boolean last) {
        alternate = before != null && isList(before) && kind(before).equals(kind(block)) && !alternate;
        var text = text(block, last && place == AdfPlace.DOCUMENT);
        if (text.isEmpty()) {
            emptyLines++;
            return;
        }
        if (before != null) {
            written.append(isTight(before, block) ? "\n" : "\n\n");
            if (place == AdfPlace.DOCUMENT) {
                written.append("\n".repeat(Math.min(emptyLines, AdfWriter.MOST_EMPTY_LINES - 1)));
            }
        }
        written.append(text);
        emptyLines = 0;
        before = block;
    }

    /** In an item, a list stands right below its paragraph, where it may interrupt it. */
    private boolean isTight(JsonNode above, JsonNode block) {
        return place == AdfPlace.ITEM
                && Adf.isA(above, "paragraph")
                && isList(block)
                && block.path("attrs").path("order").intValue(1) == 1
                && !ListMarkdown.startsEmpty(block);
    }

    static boolean isList(JsonNode node) {
        return !kind(node).equals(Adf.type(node));
    }

    private static String kind(JsonNode node) {
        var type = Adf.type(node);
        return BULLETS.contains(type) ? "-" : type.equals("orderedList") ? "1" : type;
    }

    private String text(JsonNode block, boolean atEnd) {
        if (depth > Adf.DEEPEST) {
            return paragraph(AdfInlineWriter.literal(Adf.textOf(block)));
        }
        return switch (Adf.type(block)) {
            case "paragraph" -> paragraph(AdfSpans.of(block));
            case "heading" -> heading(block);
            case "codeBlock" -> code(block, atEnd);
            case "bulletList", "orderedList", "taskList", "decisionList" ->
                ListMarkdown.write(block, alternate, depth + 1);
            case "blockquote" -> quoted(write(Adf.children(block), AdfPlace.QUOTE, depth + 1));
            case "panel" -> panel(block);
            case "rule" -> "---";
            case "table" -> TableMarkdown.write(block, depth + 1);
            default -> unknown(block);
        };
    }

    private String paragraph(List<Span> lines) {
        return MarkdownFrame.of(place, before == null).write(lines);
    }

    private static String heading(JsonNode block) {
        var level = Math.max(1, Math.min(6, block.path("attrs").path("level").intValue(1)));
        return ("#".repeat(level) + " " + MarkdownFrame.HEADING.write(AdfSpans.of(block))).strip();
    }

    private String code(JsonNode block, boolean atEnd) {
        var text = Adf.textOf(block);
        var id = Adf.attr(block, "localId");
        var afterList = before != null && isList(before);
        if (id.startsWith(AdfWriter.INDENTED) && place == AdfPlace.DOCUMENT && !afterList) {
            var indented = CodeMarkdown.indented(text);
            if (indented != null) {
                return indented;
            }
        }
        return CodeMarkdown.fenced(
                text, Adf.attr(block, "language"), !(atEnd && id.equals(AdfWriter.OPEN) && !text.endsWith("\n")));
    }

    private String panel(JsonNode block) {
        var children = new ArrayList<>(Adf.children(block));
        children.removeIf(
                child -> Adf.isA(child, "paragraph") && Adf.children(child).isEmpty());
        var text = write(children, AdfPlace.PANEL, depth + 1);
        if (text.isEmpty()) {
            return "";
        }
        var gap = Adf.isA(children.get(0), "paragraph") ? "\n" : "\n\n";
        return quoted(AdfAlerts.alertOf(Adf.attr(block, "panelType")) + gap + text);
    }

    private static String quoted(String text) {
        return text.isEmpty() ? ">" : ("> " + text.replace("\n", "\n> ")).replace("> \n", ">\n");
    }

    /** Whether text stands right within a block. */
    static boolean holdsLines(JsonNode block) {
        return Adf.children(block).stream().anyMatch(child -> INLINE.contains(Adf.type(child)));
    }

    private String unknown(JsonNode block) {
        var children = Adf.children(block);
        var words = BlockWords.of(block);
        var lead = words.isEmpty() ? "" : paragraph(AdfInlineWriter.literal(words));
        if (children.isEmpty()) {
            return lead;
        }
        var body = holdsLines(block) ? paragraph(AdfSpans.of(block)) : write(children, place, depth + 1);
        return lead.isEmpty() || body.isEmpty() ? lead + body : lead + "\n\n" + body;
    }
}
