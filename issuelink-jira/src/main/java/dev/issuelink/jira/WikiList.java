package dev.issuelink.jira;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Reads neighbouring items of wiki markup into lists. */
final class WikiList {
    private static final Pattern ITEM = Pattern.compile("(?s)[ \\t]{0,100}+([*#]{1,30}+|-)(?:[ \\t](.*+)|)");
    private static final Pattern SEPARATOR = Pattern.compile("\\\\\\\\((?:" + OurMarkdown.MARK + ")*+)[ \\t]*+");
    private static final Pattern START = Pattern.compile("(?:" + OurMarkdown.MARK + ")++");

    private final WikiCode code;
    private final List<ObjectNode> roots = new ArrayList<>();
    private final List<ObjectNode> open = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();

    WikiList(WikiCode code) {
        this.code = code;
    }

    static boolean isItem(String line) {
        return ITEM.matcher(line).matches();
    }

    List<ObjectNode> lists() {
        return roots.stream().map(WikiTasks::settled).toList();
    }

    /** Reads until an empty line; returns the number of the line behind. */
    int read(List<String> lines, int from) {
        var at = from;
        while (at < lines.size() && !lines.get(at).isBlank()) {
            line(lines.get(at));
            at++;
        }
        flush();
        roots.forEach(WikiList::fill);
        return at;
    }

    private void line(String line) {
        var item = ITEM.matcher(line);
        var separator = SEPARATOR.matcher(line);
        var standsFor = code.at(line);
        if (item.matches()) {
            flush();
            item(item.group(1), item.group(2) == null ? "" : item.group(2));
        } else if (standsFor != null) {
            flush();
            content().add(standsFor);
        } else if (separator.matches()) {
            flush();
            var depth = separator.group(1).length() / OurMarkdown.MARK.length();
            while (depth > 0 && open.size() > depth) {
                open.remove(open.size() - 1);
            }
        } else {
            text.append(text.isEmpty() ? "" : "\n").append(line);
        }
    }

    private void item(String prefix, String rest) {
        descend(prefix);
        var list = open.get(open.size() - 1);
        var item = Adf.node("listItem");
        ((ArrayNode) list.get("content")).add(item);
        var shown = started(list, rest);
        for (var mark : List.of(WikiTasks.DONE, WikiTasks.TODO)) {
            if (shown.startsWith(mark)) {
                item.put(WikiTasks.MARKED, mark);
                shown = shown.substring(mark.length());
            }
        }
        var standsFor = code.at(shown);
        if (standsFor != null) {
            content().add(standsFor);
        } else {
            text.append(shown);
        }
    }

    /** The first number of a list stands as marks before its first item. */
    private static String started(ObjectNode list, String rest) {
        var marks = START.matcher(rest);
        if (!Adf.isA(list, "orderedList") || list.get("content").size() != 1 || !marks.lookingAt()) {
            return rest;
        }
        var start = marks.end() / OurMarkdown.MARK.length();
        Adf.attrs(list).put("order", start == 1 ? 0 : start);
        return rest.substring(marks.end());
    }

    /** Closes the lists that do not go on and opens those that begin. */
    private void descend(String prefix) {
        var keep = 0;
        while (keep < open.size() && keep < prefix.length() && isSame(open.get(keep), prefix.charAt(keep))) {
            keep++;
        }
        while (open.size() > keep) {
            open.remove(open.size() - 1);
        }
        while (open.size() < prefix.length()) {
            var list = Adf.node(prefix.charAt(open.size()) == '#' ? "orderedList" : "bulletList");
            list.set("content", JsonNodeFactory.instance.arrayNode());
            if (open.isEmpty()) {
                roots.add(list);
            } else {
                content().add(list);
            }
            open.add(list);
        }
    }

    private static boolean isSame(ObjectNode list, char sign) {
        return Adf.isA(list, "orderedList") == (sign == '#');
    }

    /** What the item that is being read holds, with a paragraph first if a list or nothing is. */
    private ArrayNode content() {
        var items = (ArrayNode) open.get(open.size() - 1).get("content");
        if (items.isEmpty()) {
            items.add(Adf.node("listItem"));
        }
        return ((ObjectNode) items.get(items.size() - 1)).withArrayProperty("content");
    }

    private void flush() {
        if (!open.isEmpty() && !text.isEmpty()) {
            content().add(WikiParser.paragraph(text.toString()));
        }
        text.setLength(0);
    }

    private static void fill(JsonNode list) {
        for (var item : Adf.children(list)) {
            var content = ((ObjectNode) item).withArrayProperty("content");
            if (content.isEmpty() || BlockMarkdown.isList(content.get(0))) {
                content.insert(0, Adf.node("paragraph"));
            }
            Adf.children(item).stream().filter(BlockMarkdown::isList).forEach(WikiList::fill);
        }
    }
}
