package dev.issuelink.github;

import java.util.BitSet;
import java.util.List;
import java.util.regex.Pattern;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.LinkReferenceDefinition;
import org.commonmark.node.Node;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;

/**
 * Where in a text GitHub looks for nothing that acts, and what is left open at its end. GitHub reads more than CommonMark
 * (tables, footnotes); where the two could differ, the place counts as plain text.
 */
final class GitHubMarkdown {
    /** Nobody nests deeper; without a limit a text of brackets alone would exhaust the stack. */
    private static final int DEEPEST = 100;

    private static final Parser PARSER = Parser.builder()
            .includeSourceSpans(IncludeSourceSpans.BLOCKS_AND_INLINES)
            .maxOpenBlockParsers(DEEPEST)
            .maxInlineNesting(DEEPEST)
            .build();
    // Possessive: giving back one name of thousands after the other would exhaust the stack.
    private static final Pattern ADDRESS = Pattern.compile(
            "(?<![^\\s*_~(])https?://[A-Za-z0-9-]+(?:\\.[A-Za-z0-9-]+)++(?::\\d{1,5})?(?:/[^\\s<>\"'`|)\\]*]*)?");
    private static final Pattern RAW_TAG =
            Pattern.compile("<(pre|script|style|textarea)(?=[\\s>]|$)", Pattern.CASE_INSENSITIVE);

    private final BitSet inert = new BitSet();
    private final String text;
    private final String closer;

    private GitHubMarkdown(String text) {
        this.text = text;
        var document = PARSER.parse(text);
        document.accept(new Inert());
        var addresses = ADDRESS.matcher(text);
        while (addresses.find()) {
            inert.set(addresses.start(), addresses.end());
        }
        this.closer = closerOf(document.getLastChild());
    }

    static GitHubMarkdown parse(String text) {
        return new GitHubMarkdown(text);
    }

    /** Whether nothing acts at this place. */
    boolean isInert(int index) {
        return inert.get(index);
    }

    /** The line that ends what is open at the end of the text; empty if nothing is. */
    String closer() {
        return closer;
    }

    /** Blocks within lists and quotes end by themselves; only those of the document swallow what follows. */
    private static String closerOf(Node last) {
        if (last instanceof FencedCodeBlock fence && fence.getClosingFenceLength() == null) {
            return fence.getFenceCharacter().repeat(fence.getOpeningFenceLength());
        }
        return last instanceof HtmlBlock html ? closerOf(html.getLiteral().strip()) : "";
    }

    private static String closerOf(String html) {
        var tag = RAW_TAG.matcher(html);
        if (tag.lookingAt()) {
            var end = "</" + tag.group(1) + ">";
            return Pattern.compile(end, Pattern.CASE_INSENSITIVE | Pattern.LITERAL)
                            .matcher(html)
                            .find()
                    ? ""
                    : end;
        }
        for (var pair :
                List.of(List.of("<!--", "-->"), List.of("<?", "?>"), List.of("<![CDATA[", "]]>"), List.of("<!", ">"))) {
            if (html.startsWith(pair.get(0))) {
                return html.contains(pair.get(1)) ? "" : pair.get(1);
            }
        }
        return "";
    }

    private final class Inert extends AbstractVisitor {
        @Override
        public void visit(Code code) {
            mark(code, true);
        }

        @Override
        public void visit(FencedCodeBlock block) {
            mark(block, false);
        }

        @Override
        public void visit(Link link) {
            mark(link, true);
        }

        @Override
        public void visit(Image image) {
            mark(image, true);
        }

        @Override
        public void visit(HtmlInline html) {
            mark(html, true);
        }

        @Override
        public void visit(LinkReferenceDefinition definition) {
            // GitHub takes [^label]: for a footnote, whose text is alive.
            if (!definition.getLabel().startsWith("^")) {
                mark(definition, true);
            }
        }

        /** In a table, cells are split before code and links are seen. */
        private void mark(Node node, boolean maySpanCells) {
            var spans = node.getSourceSpans();
            if (maySpanCells
                    && spans.stream()
                            .anyMatch(span -> text.substring(
                                            span.getInputIndex(), span.getInputIndex() + span.getLength())
                                    .contains("|"))) {
                return;
            }
            spans.forEach(span -> inert.set(span.getInputIndex(), span.getInputIndex() + span.getLength()));
        }
    }
}
