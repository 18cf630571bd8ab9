package dev.issuelink.jira;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.commonmark.ext.gfm.strikethrough.StrikethroughExtension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.CustomNode;
import org.commonmark.node.Node;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;
import org.commonmark.parser.beta.InlineContentParser;
import org.commonmark.parser.beta.InlineContentParserFactory;
import org.commonmark.parser.beta.InlineParserState;
import org.commonmark.parser.beta.ParsedInline;
import org.commonmark.text.AsciiMatcher;
import org.jspecify.annotations.Nullable;

/** The Markdown of our texts: CommonMark with GitHub's tables, strikethrough and task lists. */
final class OurMarkdown {
    /** Behind a sign that was written as an entity; nobody types these two in this order, and nobody sees them. */
    static final String MARK = "\u200B\u2060";

    /** What template engines make of signs. These come back as they were, others as the sign itself. */
    private static final Map<String, String> ENTITIES =
            Map.of("&amp;", "&", "&lt;", "<", "&gt;", ">", "&quot;", "\"", "&#x27;", "'", "&#x60;", "`", "&#x3D;", "=");

    private static final int LONGEST_ENTITY = 8;

    private static final Map<String, String> OTHERS = Map.of("&#39;", "'", "&apos;", "'");
    private static final String MARKED_SIGNS = "&<>\"'`=";
    private static final Pattern MARKED = Pattern.compile("([" + MARKED_SIGNS + "])" + MARK);

    /** Nobody nests deeper; without a limit a text of brackets alone would exhaust the stack. */
    private static final int DEEPEST = 40;

    private static final Parser PARSER = Parser.builder()
            .extensions(List.of(TablesExtension.create(), StrikethroughExtension.create()))
            .customInlineContentParserFactory(new Entities())
            .includeSourceSpans(IncludeSourceSpans.BLOCKS_AND_INLINES)
            .maxOpenBlockParsers(DEEPEST)
            .maxInlineNesting(DEEPEST)
            .build();

    private OurMarkdown() {}

    static Node parse(String markdown) {
        return PARSER.parse(markdown);
    }

    /** The entity that stands at a place of a text, if it is one we keep; else null. */
    static @Nullable Entity entityIn(String text, int at) {
        if (text.charAt(at) != '&') {
            return null;
        }
        var near = text.substring(at, Math.min(text.length(), at + LONGEST_ENTITY));
        var source = near.substring(0, near.indexOf(';') + 1);
        return ENTITIES.containsKey(source) ? new Entity(source) : null;
    }

    /** The entity of a marked sign; empty if there is none at this place. */
    static String entityAt(String text, int at) {
        return text.startsWith(MARK, at + 1) && MARKED_SIGNS.indexOf(text.charAt(at)) >= 0
                ? entityOf(text.substring(at, at + 1))
                : "";
    }

    /** Gives the marked signs their entities back. */
    static String entities(String text) {
        return MARKED.matcher(text).replaceAll(found -> entityOf(found.group(1)));
    }

    private static String entityOf(String sign) {
        return ENTITIES.entrySet().stream()
                .filter(entity -> entity.getValue().equals(sign))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(sign);
    }

    /** A sign written as an entity. */
    static final class Entity extends CustomNode {
        private final String source;

        Entity(String source) {
            this.source = source;
        }

        /** The sign, marked if its entity comes back by that. */
        String marked() {
            var sign = ENTITIES.get(source);
            return sign == null ? sign() : sign + MARK;
        }

        int length() {
            return source.length();
        }

        String sign() {
            return ENTITIES.getOrDefault(source, OTHERS.getOrDefault(source, source));
        }
    }

    private static final class Entities implements InlineContentParserFactory, InlineContentParser {
        private static final AsciiMatcher NAME = AsciiMatcher.builder()
                .range('a', 'z')
                .range('A', 'Z')
                .range('0', '9')
                .c('#')
                .build();

        @Override
        public Set<Character> getTriggerCharacters() {
            return Set.of('&');
        }

        @Override
        public InlineContentParser create() {
            return this;
        }

        @Override
        public ParsedInline tryParse(InlineParserState state) {
            var scanner = state.scanner();
            var start = scanner.position();
            scanner.next();
            scanner.match(NAME);
            if (!scanner.next(';')) {
                return ParsedInline.none();
            }
            var source = scanner.getSource(start, scanner.position()).getContent();
            return ENTITIES.containsKey(source) || OTHERS.containsKey(source)
                    ? ParsedInline.of(new Entity(source), scanner.position())
                    : ParsedInline.none();
        }
    }
}
