package dev.issuelink.jira;

import dev.issuelink.jira.Span.Style;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.commonmark.ext.gfm.strikethrough.Strikethrough;
import org.commonmark.node.Code;
import org.commonmark.node.Emphasis;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;
import org.jspecify.annotations.Nullable;

/** Turns what stands in a line of Markdown into pieces. What Jira has no form for stays as the text it was written as. */
final class AdfInlineWriter {
    private static final Pattern LINE_END = Pattern.compile("\r\n?|\n");

    private final String source;
    private final boolean inCell;
    private final List<Span> spans = new ArrayList<>();
    private final Set<Style> styles = EnumSet.noneOf(Style.class);
    private Span.@Nullable Link link;

    private AdfInlineWriter(String source, boolean inCell) {
        this.source = source;
        this.inCell = inCell;
    }

    static List<Span> spans(Node parent, String source) {
        return new AdfInlineWriter(source, false).of(parent);
    }

    static List<Span> cell(Node parent, String source) {
        return new AdfInlineWriter(source, true).of(parent);
    }

    /** The lines of text that stands for itself. */
    static List<Span> literal(String text) {
        var lines = new ArrayList<Span>();
        for (var line : LINE_END.split(text, -1)) {
            if (!lines.isEmpty()) {
                lines.add(Span.plain(Span.BREAK));
            }
            if (!line.isEmpty()) {
                lines.add(Span.plain(wellFormed(line)));
            }
        }
        return lines;
    }

    /** Half a surrogate pair is no text, nor is what will never be a character, and Jira takes no controls but tabs. */
    static String wellFormed(String text) {
        var formed = new StringBuilder(text.length());
        text.codePoints().forEach(point -> formed.appendCodePoint(isText(point) ? point : 0xFFFD));
        return formed.toString();
    }

    private static boolean isText(int point) {
        return !(point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE)
                && (point >= 0x20 || point == '\t' || point == '\n')
                && (point < 0x7F || point > 0x9F)
                && (point & 0xFFFE) != 0xFFFE
                && (point < 0xFDD0 || point > 0xFDEF);
    }

    private List<Span> of(Node parent) {
        walk(parent);
        return Spans.merged(Addresses.linked(Spans.merged(spans)));
    }

    private void walk(Node parent) {
        for (var child = parent.getFirstChild(); child != null; child = child.getNext()) {
            write(child);
        }
    }

    private void write(Node node) {
        if (node instanceof Text text) {
            add(text.getLiteral());
        } else if (node instanceof OurMarkdown.Entity entity) {
            add(entity.marked());
        } else if (node instanceof Code code) {
            var text = wellFormed(code.getLiteral());
            spans.add(new Span(text, EnumSet.of(Style.CODE), link));
        } else if (node instanceof Emphasis) {
            styled(node, Style.EM);
        } else if (node instanceof StrongEmphasis) {
            styled(node, Style.STRONG);
        } else if (node instanceof Strikethrough) {
            styled(node, Style.STRIKE);
        } else if (node instanceof Link to) {
            link(to, to.getDestination(), to.getTitle());
        } else if (node instanceof Image image) {
            image(image);
        } else {
            breakOrLiteral(node);
        }
    }

    private void breakOrLiteral(Node node) {
        if (node instanceof SoftLineBreak) {
            spans.add(Span.plain(Span.BREAK));
        } else if (node instanceof HardLineBreak) {
            add("  ");
            spans.add(Span.plain(Span.BREAK));
        } else if (node instanceof HtmlInline html) {
            if (inCell && html.getLiteral().toLowerCase(Locale.ROOT).matches("<br ?/?>")) {
                spans.add(Span.plain(Span.BREAK));
            } else {
                addLiteral(html.getLiteral());
            }
        } else {
            walk(node);
        }
    }

    private void styled(Node node, Style style) {
        var outermost = styles.add(style);
        walk(node);
        if (outermost) {
            styles.remove(style);
        }
    }

    private void link(Node node, String href, @Nullable String title) {
        if (link != null) {
            walk(node);
            return;
        }
        if (!Addresses.isSafe(href)) {
            addLiteral(sourceOf(node, source));
            return;
        }
        link = new Span.Link(wellFormed(href), title == null ? null : wellFormed(title));
        var before = spans.size();
        walk(node);
        if (spans.size() == before) {
            add(link.href());
        }
        link = null;
    }

    /** Jira shows only pictures of its own; others become links, with the exclamation mark still before them. */
    private void image(Image image) {
        if (link == null && Addresses.isSafe(image.getDestination())) {
            add("!");
        }
        link(image, image.getDestination(), image.getTitle());
    }

    private void addLiteral(String text) {
        literal(text).forEach(span -> {
            if (span.isBreak()) {
                spans.add(span);
            } else {
                add(span.text());
            }
        });
    }

    private void add(String text) {
        if (!text.isEmpty()) {
            spans.add(new Span(wellFormed(text), styles, link));
        }
    }

    /** A node as it was written, without the signs of the blocks it stands in. */
    static String sourceOf(Node node, String source) {
        var written = new StringBuilder();
        for (var span : node.getSourceSpans()) {
            if (!written.isEmpty()) {
                written.append('\n');
            }
            written.append(source, span.getInputIndex(), span.getInputIndex() + span.getLength());
        }
        return written.toString();
    }
}
