package dev.issuelink.jira;

import dev.issuelink.jira.Span.Style;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The nodes within a line of Jira's document format as pieces of text, and back. */
final class AdfSpans {
    private static final int LONGEST_TIMESTAMP = 15;

    private AdfSpans() {}

    static List<ObjectNode> toJson(List<Span> spans) {
        return spans.stream().map(AdfSpans::toJson).toList();
    }

    private static ObjectNode toJson(Span span) {
        if (span.isBreak()) {
            return Adf.node("hardBreak");
        }
        var node = Adf.text(span.text());
        var marks = JsonNodeFactory.instance.arrayNode();
        var link = span.link();
        if (link != null) {
            var mark = Adf.node("link");
            Adf.attrs(mark).put("href", link.href());
            if (link.title() != null) {
                Adf.attrs(mark).put("title", link.title());
            }
            marks.add(mark);
        }
        // Code goes with a link alone.
        (span.isCode() ? EnumSet.of(Style.CODE) : span.styles())
                .stream().sorted().forEach(style -> marks.add(Adf.node(style.mark())));
        if (!marks.isEmpty()) {
            node.set("marks", marks);
        }
        return node;
    }

    /** What stands in the lines of a node; what is not text is told in words. */
    static List<Span> of(JsonNode parent) {
        var spans = new ArrayList<Span>();
        Adf.children(parent).forEach(node -> spans.addAll(ofInline(node)));
        return Spans.merged(spans);
    }

    static List<Span> ofInline(JsonNode node) {
        if (Adf.isA(node, "text")) {
            return ofText(node);
        }
        if (Adf.isA(node, "hardBreak")) {
            return List.of(Span.plain(Span.BREAK));
        }
        if (Adf.isA(node, "inlineCard")) {
            var url = Adf.attr(node, "url");
            return url.isBlank()
                    ? plain("(card)")
                    : List.of(new Span(url, EnumSet.noneOf(Style.class), new Span.Link(url, null)));
        }
        return plain(words(node));
    }

    private static List<Span> ofText(JsonNode node) {
        var styles = EnumSet.noneOf(Style.class);
        Span.Link link = null;
        for (var mark : node.path("marks")) {
            for (var style : Style.values()) {
                if (Adf.isA(mark, style.mark())) {
                    styles.add(style);
                }
            }
            if (Adf.isA(mark, "link") && !Adf.attr(mark, "href").isBlank()) {
                var title = Adf.attr(mark, "title");
                link = new Span.Link(Adf.attr(mark, "href"), title.isEmpty() ? null : title);
            }
        }
        var spans = new ArrayList<Span>();
        for (var span : AdfInlineWriter.literal(node.path("text").stringValue(""))) {
            spans.add(span.isBreak() ? span : new Span(span.text(), styles, link));
        }
        return spans;
    }

    private static List<Span> plain(String words) {
        return AdfInlineWriter.literal(words);
    }

    /** What a reader would see in place of a node that Markdown has no form for. */
    private static String words(JsonNode node) {
        return switch (Adf.type(node)) {
            case "mention" -> mention(node);
            case "emoji" -> Adf.attr(node, "text").isEmpty() ? Adf.attr(node, "shortName") : Adf.attr(node, "text");
            case "date" -> date(Adf.attr(node, "timestamp"));
            case "status", "placeholder" -> Adf.attr(node, "text");
            case "mediaInline" -> attachment(node);
            default -> {
                var text = Adf.attr(node, "text").isEmpty() ? Adf.textOf(node) : Adf.attr(node, "text");
                yield text.isEmpty() ? "(" + Adf.type(node) + ")" : text;
            }
        };
    }

    private static String mention(JsonNode node) {
        var name = Adf.attr(node, "text").isEmpty() ? Adf.attr(node, "id") : Adf.attr(node, "text");
        return name.startsWith("@") ? name : "@" + name;
    }

    /** Milliseconds since 1970 as a day. */
    private static String date(String timestamp) {
        if (!timestamp.matches("-?\\d{1," + LONGEST_TIMESTAMP + "}")) {
            return timestamp;
        }
        try {
            return Instant.ofEpochMilli(Long.parseLong(timestamp))
                    .atOffset(ZoneOffset.UTC)
                    .toLocalDate()
                    .toString();
        } catch (DateTimeException e) {
            return timestamp;
        }
    }

    static String attachment(JsonNode media) {
        var alt = Adf.attr(media, "alt");
        return alt.isBlank() ? "(attachment)" : "(attachment: " + alt.strip() + ")";
    }
}
