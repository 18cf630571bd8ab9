package dev.issuelink.jira;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** Writes lists as Markdown: bullets, numbers, tasks, decisions. */
final class ListMarkdown {
    private static final Pattern RULE = Pattern.compile("(?md)^(?:(?:- ?){3,}|(?:\\* ?){3,})$");
    private static final int LARGEST_NUMBER = 999_999_999;

    private ListMarkdown() {}

    /** The list; with the other marker if asked, or if the empty items of lists in lists would look like a rule. */
    static String write(JsonNode list, boolean alternate, int depth) {
        var written = items(list, alternate, depth);
        return RULE.matcher(written).find() ? items(list, !alternate, depth) : written;
    }

    private static String items(JsonNode list, boolean alternate, int depth) {
        var items = new ArrayList<String>();
        for (var child : Adf.children(list)) {
            var number = items.size();
            if (BlockMarkdown.isList(child)) {
                addBelow(items, write(child, false, depth + 1));
            } else {
                items.add(item(marker(list, number, alternate), child, depth));
            }
        }
        return String.join("\n", items);
    }

    /** Whether nothing stands behind its first marker, so that it cannot follow right below a paragraph. */
    static boolean startsEmpty(JsonNode list) {
        var items = Adf.children(list);
        if (items.isEmpty() || BlockMarkdown.isList(items.get(0))) {
            return true;
        }
        return (Adf.isA(list, "bulletList") || Adf.isA(list, "orderedList"))
                ? BlockMarkdown.write(Adf.children(items.get(0)), AdfPlace.ITEM, 1)
                        .isEmpty()
                : Adf.isA(list, "decisionList") && Adf.children(items.get(0)).isEmpty();
    }

    private static void addBelow(List<String> items, String list) {
        if (items.isEmpty()) {
            items.add(list);
        } else {
            items.set(items.size() - 1, items.get(items.size() - 1) + "\n  " + indented(list, "  "));
        }
    }

    private static String marker(JsonNode list, int number, boolean alternate) {
        if (!Adf.isA(list, "orderedList")) {
            return alternate ? "* " : "- ";
        }
        var first = Math.max(0, list.path("attrs").path("order").longValue(1));
        return Math.min(first + number, LARGEST_NUMBER) + (alternate ? ") " : ". ");
    }

    private static String item(String marker, JsonNode item, int depth) {
        var text = switch (Adf.type(item)) {
            case "taskItem" -> task(item, MarkdownFrame.TASK.write(AdfSpans.of(item)));
            case "blockTaskItem" -> task(item, BlockMarkdown.write(Adf.children(item), AdfPlace.ITEM, depth + 1));
            case "decisionItem" -> MarkdownFrame.FIRST_IN_ITEM.write(AdfSpans.of(item));
            default -> BlockMarkdown.write(Adf.children(item), AdfPlace.ITEM, depth + 1);
        };
        return text.isEmpty() ? marker.strip() : marker + indented(text, " ".repeat(marker.length()));
    }

    private static String task(JsonNode item, String text) {
        return (Adf.attr(item, "state").equals("DONE") ? "[x] " : "[ ] ") + text;
    }

    private static String indented(String text, String indent) {
        return text.replaceAll("\n(?!\n)", "\n" + indent);
    }
}
