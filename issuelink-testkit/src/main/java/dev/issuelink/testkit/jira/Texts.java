package dev.issuelink.testkit.jira;

import dev.issuelink.testkit.internal.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Texts as Jira keeps them: documents on Cloud, wiki markup on Data Center. Webhooks tell wiki markup of both. */
final class Texts {

    static final int LONGEST = 32_767;

    private static final Set<String> BLOCKS = Set.of(
            "paragraph",
            "heading",
            "bulletList",
            "orderedList",
            "taskList",
            "codeBlock",
            "blockquote",
            "rule",
            "table",
            "panel",
            "expand",
            "mediaSingle",
            "mediaGroup",
            "listItem",
            "taskItem",
            "blockTaskItem",
            "tableRow",
            "tableHeader",
            "tableCell",
            "decisionList",
            "decisionItem",
            "nestedExpand",
            "media",
            "caption");
    private static final Set<String> INLINES =
            Set.of("text", "hardBreak", "mention", "emoji", "inlineCard", "date", "status");

    private Texts() {}

    /** What people typed. */
    static Object typed(boolean cloud, Object text) {
        if (!cloud || text instanceof Map) {
            return text;
        }
        var paragraphs = new ArrayList<@Nullable Object>();
        for (var line : text.toString().split("\n", -1)) {
            if (!line.isBlank()) {
                paragraphs.add(Json.object(
                        "type", "paragraph", "content", List.of(Json.object("type", "text", "text", line))));
            }
        }
        return Json.object("type", "doc", "version", 1L, "content", paragraphs);
    }

    /** What a client sent, if Jira takes it. */
    static @Nullable Object sent(boolean cloud, String field, @Nullable Object text) throws Refusal {
        if (text == null || (text instanceof String words && words.isEmpty() && !cloud)) {
            return null;
        }
        if (!cloud) {
            if (!(text instanceof String)) {
                throw Refusal.field(field, "Operation value must be a string");
            }
        } else if (!(text instanceof Map<?, ?> document) || !isDocument(document)) {
            throw field.equals("comment")
                    ? Refusal.field(field, "Comment body is not valid!")
                    : Refusal.field(
                            field, "Operation value must be an Atlassian Document (see the Atlassian Document Format)");
        } else if (!isValid(document)) {
            throw Refusal.message(400, "INVALID_INPUT");
        }
        if (length(text) > LONGEST + 2) {
            throw Refusal.field(
                    field, "The entered text is too long. It exceeds the allowed limit of 32,767 characters.");
        }
        return text;
    }

    /** Counted in the form that is kept, but not in that of the wire. */
    private static int length(Object text) {
        return Json.write(text).replaceAll("\\\\u[0-9a-fA-F]{4}", "x").length();
    }

    private static boolean isDocument(Map<?, ?> document) {
        return "doc".equals(document.get("type"))
                && document.get("version") instanceof Number version
                && version.longValue() == 1
                && document.get("content") instanceof List<?>;
    }

    private static boolean isValid(Map<?, ?> node) {
        if (!(node.get("content") instanceof List<?> children)) {
            return true;
        }
        for (var child : children) {
            if (!(child instanceof Map<?, ?> map)) {
                return false;
            }
            var type = String.valueOf(map.get("type"));
            var emptyText = type.equals("text") && !(map.get("text") instanceof String text && !text.isEmpty());
            if (emptyText || (!BLOCKS.contains(type) && !INLINES.contains(type)) || !isValid(map)) {
                return false;
            }
        }
        return true;
    }

    /** The words alone, for searches and tests. */
    static String words(@Nullable Object text) {
        if (text instanceof Map<?, ?> node) {
            var own = node.get("text") instanceof String words ? words : "";
            var children = node.get("content") instanceof List<?> list
                    ? list.stream().map(Texts::words).collect(Collectors.joining(" "))
                    : "";
            return own + children;
        }
        return text == null ? "" : text.toString();
    }

    /** As Jira Cloud tells documents in webhooks. */
    static @Nullable String wiki(@Nullable Object text) {
        if (text == null || text instanceof String) {
            return (String) text;
        }
        var blocks = children((Map<?, ?>) text).stream()
                .map(block -> block(block, ""))
                .toList();
        return String.join("\n\n", blocks);
    }

    private static String block(Map<?, ?> node, String lead) {
        return switch (String.valueOf(node.get("type"))) {
            case "heading" -> "h" + attribute(node, "level") + ". " + inline(node);
            case "codeBlock" -> "{code}\n" + inline(node) + "\n{code}";
            case "rule" -> "----";
            case "blockquote" -> "{quote}\n" + blocks(node, "", "\n\n") + "\n{quote}";
            case "bulletList" -> blocks(node, lead + "*", "\n");
            case "orderedList" -> blocks(node, lead + "#", "\n");
            case "listItem" -> item(node, lead);
            case "paragraph" -> inline(node);
            default -> blocks(node, lead, "\n");
        };
    }

    private static String item(Map<?, ?> node, String lead) {
        return lead + " " + blocks(node, lead, "\n");
    }

    private static String blocks(Map<?, ?> node, String lead, String between) {
        return children(node).stream().map(child -> block(child, lead)).collect(Collectors.joining(between));
    }

    private static String inline(Map<?, ?> node) {
        return children(node).stream().map(Texts::word).collect(Collectors.joining());
    }

    private static String word(Map<?, ?> node) {
        if ("hardBreak".equals(node.get("type"))) {
            return "\n";
        }
        var text = String.valueOf(node.get("text"));
        if (node.get("marks") instanceof List<?> marks) {
            for (var mark : marks) {
                text = marked(text, (Map<?, ?>) mark);
            }
        }
        return text;
    }

    private static String marked(String text, Map<?, ?> mark) {
        return switch (String.valueOf(mark.get("type"))) {
            case "strong" -> "*" + text + "*";
            case "em" -> "_" + text + "_";
            case "strike" -> "-" + text + "-";
            case "code" -> "{{" + text + "}}";
            case "link" -> "[" + text + "|" + attribute(mark, "href") + "]";
            default -> text;
        };
    }

    private static String attribute(Map<?, ?> node, String name) {
        return node.get("attrs") instanceof Map<?, ?> attributes ? String.valueOf(attributes.get(name)) : "";
    }

    private static List<Map<?, ?>> children(Map<?, ?> node) {
        return node.get("content") instanceof List<?> list
                ? list.stream().<Map<?, ?>>map(child -> (Map<?, ?>) child).toList()
                : List.of();
    }
}
