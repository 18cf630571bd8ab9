package dev.issuelink.core.internal.template;

import java.util.regex.Pattern;
import org.commonmark.node.Block;
import org.commonmark.node.Code;
import org.commonmark.node.Emphasis;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.ListBlock;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.parser.Parser;

/** Says what a Markdown text is made of, without its words: two texts of equal structure differ in words alone. */
public final class BlockStructure {
    private static final Parser PARSER = Parser.builder().build();
    private static final Pattern TAG = Pattern.compile("</?[A-Za-z][A-Za-z0-9]*|<[!?]");

    private BlockStructure() {}

    /**
     * All blocks and, within them, code, emphasis and breaks of lines; tags of HTML by name. Links and images are
     * transparent, see {@link #links}.
     */
    public static String of(String markdown) {
        return of(PARSER.parse(markdown));
    }

    static String of(Node document) {
        var text = new StringBuilder();
        describe(document, "", text);
        return text.toString();
    }

    static Node parse(String markdown) {
        return PARSER.parse(markdown);
    }

    /** How many links and images there are. */
    public static int links(String markdown) {
        return links(PARSER.parse(markdown));
    }

    static int links(Node node) {
        var count = node instanceof Link || node instanceof Image ? 1 : 0;
        for (var child = node.getFirstChild(); child != null; child = child.getNext()) {
            count += links(child);
        }
        return count;
    }

    private static void describe(Node node, String indent, StringBuilder text) {
        var name = name(node);
        var inner = indent;
        if (!name.isEmpty()) {
            text.append(indent).append(name).append('\n');
            inner = indent + "  ";
        }
        for (var child = node.getFirstChild(); child != null; child = child.getNext()) {
            describe(child, inner, text);
        }
    }

    private static String name(Node node) {
        var kind = node.getClass().getSimpleName();
        if (node instanceof Heading heading) {
            return kind + " " + heading.getLevel();
        }
        if (node instanceof ListBlock list) {
            return kind + (list.isTight() ? " tight" : " loose") + (list instanceof OrderedList ? " numbered" : "");
        }
        if (node instanceof FencedCodeBlock code) {
            return kind + " " + (code.getInfo().isEmpty() ? "plain" : "named") + (isClosed(code) ? "" : " open");
        }
        if (node instanceof HtmlBlock html) {
            return kind + tags(html.getLiteral());
        }
        if (node instanceof HtmlInline html) {
            return kind + tags(html.getLiteral());
        }
        var isShown = node instanceof Block
                || node instanceof Code
                || node instanceof Emphasis
                || node instanceof StrongEmphasis
                || node instanceof HardLineBreak
                || node instanceof SoftLineBreak;
        return isShown ? kind : "";
    }

    private static boolean isClosed(FencedCodeBlock code) {
        return code.getClosingFenceLength() != null;
    }

    /** The beginnings of all tags, so that a value in an attribute or a comment does not count, but a new tag does. */
    private static String tags(String html) {
        var tags = new StringBuilder(" ");
        TAG.matcher(html).results().forEach(tag -> tags.append(tag.group()));
        return tags.append(html.chars().filter(c -> c == '>').count()).toString();
    }
}
