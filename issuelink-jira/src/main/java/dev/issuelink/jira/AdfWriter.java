package dev.issuelink.jira;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.LinkReferenceDefinition;
import org.commonmark.node.ListBlock;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.Text;
import org.commonmark.node.ThematicBreak;
import tools.jackson.databind.node.ObjectNode;

/**
 * Turns Markdown into Jira Cloud's document format. Any text gives a valid document; what has no form there stays as the
 * text it was written as. Text never becomes a mention or anything else that acts.
 */
final class AdfWriter {
    /** Empty lines between blocks beyond this many are left out. */
    static final int MOST_EMPTY_LINES = 20;

    /** In the id of a code block that was written by indentation. */
    static final String INDENTED = "issuelink-indented";

    /** In the id of a code block that nothing closed. */
    static final String OPEN = "issuelink-open";

    private static final Pattern BLANK_LINES = Pattern.compile("\\n[ \\t]*(?:\\n[ \\t]*)++");
    private static final Pattern TASK = Pattern.compile("\\[[ xX]\\] ");
    private static final long LARGEST_NUMBER = 999_999_999;

    private final String source;
    private int ids;

    private AdfWriter(String source) {
        this.source = source;
    }

    /**
     * Writes a document.
     *
     * @param markdown any text
     * @return a new document; without content if there is no text
     */
    static ObjectNode write(String markdown) {
        var source = AdfInlineWriter.wellFormed(markdown.replace("\r\n", "\n").replace('\r', '\n'));
        return new AdfWriter(source).document(OurMarkdown.parse(source));
    }

    private ObjectNode document(Node parsed) {
        var blocks = new ArrayList<ObjectNode>();
        Node before = null;
        for (var child = parsed.getFirstChild(); child != null; child = child.getNext()) {
            var written = block(child, AdfPlace.DOCUMENT);
            if (before != null && !written.isEmpty()) {
                for (var i = emptyLines(before, child); i > 1; i--) {
                    blocks.add(Adf.node("paragraph"));
                }
            }
            before = written.isEmpty() ? before : child;
            blocks.addAll(written);
        }
        if (!blocks.isEmpty() && isOpen(parsed.getLastChild())) {
            Adf.attrs(blocks.get(blocks.size() - 1)).put("localId", OPEN);
        }
        return Adf.doc(blocks);
    }

    private static boolean isOpen(Node last) {
        return last instanceof FencedCodeBlock fence && fence.getClosingFenceLength() == null;
    }

    private int emptyLines(Node before, Node after) {
        var spans = before.getSourceSpans();
        if (spans.isEmpty() || after.getSourceSpans().isEmpty()) {
            return 1;
        }
        var last = spans.get(spans.size() - 1);
        var between = source.substring(
                last.getInputIndex() + last.getLength(),
                after.getSourceSpans().get(0).getInputIndex());
        var lines = (int) between.chars().filter(c -> c == '\n').count() - 1;
        return Math.min(lines, MOST_EMPTY_LINES);
    }

    private List<ObjectNode> blocks(Node parent, AdfPlace place) {
        var blocks = new ArrayList<ObjectNode>();
        for (var child = parent.getFirstChild(); child != null; child = child.getNext()) {
            blocks.addAll(block(child, place));
        }
        if (blocks.isEmpty()) {
            blocks.add(Adf.node("paragraph"));
        }
        return blocks;
    }

    private List<ObjectNode> block(Node node, AdfPlace place) {
        if (node instanceof Paragraph) {
            return List.of(paragraph(AdfInlineWriter.spans(node, source)));
        }
        if (node instanceof Heading heading) {
            return List.of(heading(heading, place));
        }
        if (node instanceof FencedCodeBlock fence) {
            return List.of(code(fence.getLiteral(), fence.getInfo()));
        }
        if (node instanceof IndentedCodeBlock indented) {
            var block = code(indented.getLiteral(), "");
            Adf.attrs(block).put("localId", nextId(INDENTED));
            return List.of(block);
        }
        if (node instanceof ListBlock list) {
            return List.of(list(list, place));
        }
        return rareBlock(node, place);
    }

    private List<ObjectNode> rareBlock(Node node, AdfPlace place) {
        if (node instanceof BlockQuote quote && place.allows("blockquote")) {
            return List.of(quote(quote));
        }
        if (node instanceof TableBlock table && place.allows("table")) {
            return List.of(table(table));
        }
        if (node instanceof ThematicBreak) {
            return List.of(place.allows("rule") ? Adf.node("rule") : paragraph(List.of(Span.plain("---"))));
        }
        if (node instanceof HtmlBlock html) {
            return literal(html.getLiteral());
        }
        return node instanceof LinkReferenceDefinition ? List.of() : literal(AdfInlineWriter.sourceOf(node, source));
    }

    private ObjectNode quote(BlockQuote quote) {
        var panelType = AdfAlerts.takePanelType(quote);
        if (panelType.isEmpty()) {
            return Adf.node("blockquote", blocks(quote, AdfPlace.QUOTE));
        }
        var panel = Adf.node("panel", blocks(quote, AdfPlace.PANEL));
        Adf.attrs(panel).put("panelType", panelType.get());
        return panel;
    }

    private ObjectNode heading(Heading heading, AdfPlace place) {
        var spans = AdfInlineWriter.spans(heading, source).stream()
                .map(span -> span.isBreak() ? Span.plain(" ") : span)
                .toList();
        if (place.allows("heading")) {
            var node = Adf.node("heading", AdfSpans.toJson(spans));
            Adf.attrs(node).put("level", heading.getLevel());
            return node;
        }
        var marked = new ArrayList<Span>();
        marked.add(Span.plain("#".repeat(heading.getLevel()) + (spans.isEmpty() ? "" : " ")));
        marked.addAll(spans);
        return paragraph(marked);
    }

    private static ObjectNode paragraph(List<Span> spans) {
        return Adf.node("paragraph", AdfSpans.toJson(spans));
    }

    /** Text with empty lines becomes several paragraphs. */
    private static List<ObjectNode> literal(String text) {
        return BLANK_LINES
                .splitAsStream(text.strip())
                .map(lines -> paragraph(AdfInlineWriter.literal(lines.strip())))
                .toList();
    }

    private static ObjectNode code(String literal, String language) {
        var text = AdfInlineWriter.wellFormed(
                literal.endsWith("\n") ? literal.substring(0, literal.length() - 1) : literal);
        var block = Adf.node("codeBlock", text.isEmpty() ? List.of() : List.of(Adf.text(text)));
        if (!language.isEmpty()) {
            Adf.attrs(block).put("language", AdfInlineWriter.wellFormed(language));
        }
        return block;
    }

    private ObjectNode list(ListBlock list, AdfPlace place) {
        if (place.allows("taskList") && isTaskList(list)) {
            return taskList(list);
        }
        var items = new ArrayList<ObjectNode>();
        for (var item = list.getFirstChild(); item != null; item = item.getNext()) {
            items.add(item(item));
        }
        if (!(list instanceof OrderedList ordered)) {
            return Adf.node("bulletList", items);
        }
        var node = Adf.node("orderedList", items);
        var start = ordered.getMarkerStartNumber();
        Adf.attrs(node).put("order", start == null ? 1 : Math.min(start, LARGEST_NUMBER - items.size()));
        return node;
    }

    /** Jira wants a paragraph before a list within an item. */
    private ObjectNode item(Node item) {
        var blocks = blocks(item, AdfPlace.ITEM);
        if (Adf.type(blocks.get(0)).endsWith("List")) {
            blocks.add(0, Adf.node("paragraph"));
        }
        return Adf.node("listItem", blocks);
    }

    private boolean isTaskList(Node list) {
        for (var item = list.getFirstChild(); item != null; item = item.getNext()) {
            if (!isTask(item)) {
                return false;
            }
        }
        return !(list instanceof OrderedList);
    }

    /** Jira's tasks hold one line of text, and further tasks below. */
    private boolean isTask(Node item) {
        if (!(item.getFirstChild() instanceof Paragraph paragraph)
                || !(paragraph.getFirstChild() instanceof Text text)
                || !TASK.matcher(text.getLiteral()).lookingAt()
                || source.charAt(text.getSourceSpans().get(0).getInputIndex()) != '[') {
            return false;
        }
        for (var below = paragraph.getNext(); below != null; below = below.getNext()) {
            if (!(below instanceof ListBlock) || !isTaskList(below)) {
                return false;
            }
        }
        return true;
    }

    private ObjectNode taskList(Node list) {
        var tasks = new ArrayList<ObjectNode>();
        var node = Adf.node("taskList");
        Adf.attrs(node).put("localId", nextId("issuelink-tasks"));
        for (var item = list.getFirstChild(); item != null; item = item.getNext()) {
            var paragraph = (Paragraph) item.getFirstChild();
            tasks.add(task(paragraph, (Text) paragraph.getFirstChild()));
            for (var below = paragraph.getNext(); below != null; below = below.getNext()) {
                tasks.add(taskList(below));
            }
        }
        node.set("content", Adf.doc(tasks).get("content"));
        return node;
    }

    private ObjectNode task(Paragraph paragraph, Text text) {
        var done = text.getLiteral().charAt(1) != ' ';
        text.setLiteral(text.getLiteral().substring(4));
        var task = Adf.node("taskItem", AdfSpans.toJson(AdfInlineWriter.spans(paragraph, source)));
        Adf.attrs(task).put("localId", nextId("issuelink-task")).put("state", done ? "DONE" : "TODO");
        return task;
    }

    private ObjectNode table(Node table) {
        var rows = new ArrayList<ObjectNode>();
        for (var part = table.getFirstChild(); part != null; part = part.getNext()) {
            for (var row = part.getFirstChild(); row != null; row = row.getNext()) {
                rows.add(row(row));
            }
        }
        return Adf.node("table", rows);
    }

    private ObjectNode row(Node row) {
        var cells = new ArrayList<ObjectNode>();
        for (var child = row.getFirstChild(); child != null; child = child.getNext()) {
            var type = child instanceof TableCell cell && cell.isHeader() ? "tableHeader" : "tableCell";
            cells.add(Adf.node(type, List.of(paragraph(AdfInlineWriter.cell(child, source)))));
        }
        return Adf.node("tableRow", cells);
    }

    private String nextId(String kind) {
        ids++;
        return kind + "-" + ids;
    }
}
