package dev.issuelink.gitlab;

import java.util.BitSet;
import java.util.List;
import java.util.Locale;
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
 * Where in a text GitLab looks for no references, and what is left open at its end. GitLab's Markdown is CommonMark and
 * more (tables, footnotes, mathematics); a place that the two could read differently counts as plain text.
 */
final class GitLabMarkdown {
    /** Deeper nesting is nobody's, but would cost the stack. */
    private static final int DEEPEST = 100;

    private static final Parser PARSER = Parser.builder()
            .includeSourceSpans(IncludeSourceSpans.BLOCKS_AND_INLINES)
            .maxOpenBlockParsers(DEEPEST)
            .maxInlineNesting(DEEPEST)
            .build();
    private static final Pattern ADDRESS = Pattern.compile("(?<![^\\s*_~(])https?://[A-Za-z0-9-]{1,63}+"
            + "(?:\\.[A-Za-z0-9-]{1,63}+)++(?::\\d{1,5})?(?:/[^\\s<>\"'`|)\\]*]*+)?");
    private static final List<String> RAW_TAGS = List.of("pre", "script", "style", "textarea");
    private static final List<List<String>> RAW_PAIRS =
            List.of(List.of("<!--", "-->"), List.of("<?", "?>"), List.of("<![CDATA[", "]]>"), List.of("<!", ">"));

    private final String text;
    private final BitSet inert = new BitSet();
    private final String closer;

    private GitLabMarkdown(String text) {
        this.text = text;
        var document = PARSER.parse(text);
        document.accept(new Marking());
        var addresses = ADDRESS.matcher(text);
        while (addresses.find()) {
            inert.set(addresses.start(), addresses.end());
        }
        closer = closerOf(document.getLastChild());
    }

    static GitLabMarkdown of(String text) {
        return new GitLabMarkdown(text);
    }

    /** Whether a reference at this place would be none. */
    boolean isInert(int index) {
        return inert.get(index);
    }

    /** The line that ends what is open at the end; empty if nothing is. */
    String closer() {
        return closer;
    }

    /** Blocks inside others end with them; only one at the top swallows what follows. */
    private static String closerOf(Node last) {
        if (last instanceof FencedCodeBlock fence) {
            return fence.getClosingFenceLength() == null
                    ? fence.getFenceCharacter().repeat(fence.getOpeningFenceLength())
                    : "";
        }
        return last instanceof HtmlBlock html ? closerOf(html.getLiteral().strip()) : "";
    }

    private static String closerOf(String html) {
        var lower = html.toLowerCase(Locale.ROOT);
        for (var tag : RAW_TAGS) {
            if (lower.startsWith("<" + tag)
                    && (lower.length() == tag.length() + 1
                            || !Character.isLetterOrDigit(lower.charAt(tag.length() + 1)))) {
                return lower.contains("</" + tag + ">") ? "" : "</" + tag + ">";
            }
        }
        return RAW_PAIRS.stream()
                .filter(pair -> html.startsWith(pair.get(0)))
                .findFirst()
                .map(pair -> html.contains(pair.get(1)) ? "" : pair.get(1))
                .orElse("");
    }

    private final class Marking extends AbstractVisitor {
        @Override
        public void visit(FencedCodeBlock block) {
            block.getSourceSpans().forEach(span -> mark(span.getInputIndex(), span.getLength()));
        }

        @Override
        public void visit(Code code) {
            markInline(code);
        }

        @Override
        public void visit(Link link) {
            markInline(link);
        }

        @Override
        public void visit(Image image) {
            markInline(image);
        }

        @Override
        public void visit(HtmlInline html) {
            markInline(html);
        }

        @Override
        public void visit(LinkReferenceDefinition definition) {
            // [^name]: begins a footnote for GitLab, whose text is alive.
            if (!definition.getLabel().startsWith("^")) {
                markInline(definition);
            }
        }

        /** A bar may part the cells of a table, which GitLab does before it looks for code and links. */
        private void markInline(Node node) {
            var spans = node.getSourceSpans();
            var parts = spans.stream()
                    .map(span -> text.substring(span.getInputIndex(), span.getInputIndex() + span.getLength()));
            if (parts.noneMatch(part -> part.contains("|"))) {
                spans.forEach(span -> mark(span.getInputIndex(), span.getLength()));
            }
        }

        private void mark(int start, int length) {
            inert.set(start, start + length);
        }
    }
}
