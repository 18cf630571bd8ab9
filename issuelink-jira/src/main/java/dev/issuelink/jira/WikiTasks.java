package dev.issuelink.jira;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Wiki markup has no tasks: a sign in front of the text of an item stands for them. */
final class WikiTasks {
    static final String DONE = "(/) ";
    static final String TODO = "\\[ \\]" + OurMarkdown.MARK + " ";

    /** The field of an item that keeps what it was marked as until its whole list is known. */
    static final String MARKED = "marked";

    private WikiTasks() {}

    /** Makes lists of tasks of the lists all of whose items are marked, and text of the marks of others. */
    static ObjectNode settled(ObjectNode list) {
        var items = Adf.children(list).stream().map(item -> (ObjectNode) item).toList();
        items.forEach(WikiTasks::settleWithin);
        if (Adf.isA(list, "bulletList") && items.stream().allMatch(WikiTasks::isTask)) {
            return taskList(items);
        }
        items.forEach(WikiTasks::unmark);
        return list;
    }

    private static void settleWithin(ObjectNode item) {
        var blocks = Adf.children(item).stream()
                .map(block -> BlockMarkdown.isList(block) ? settled((ObjectNode) block) : block)
                .toList();
        item.set("content", Adf.doc(blocks).get("content"));
    }

    private static boolean isTask(ObjectNode item) {
        var blocks = Adf.children(item);
        return item.has(MARKED)
                && Adf.isA(blocks.get(0), "paragraph")
                && !Adf.children(blocks.get(0)).isEmpty()
                && blocks.stream().skip(1).allMatch(block -> Adf.isA(block, "taskList"));
    }

    private static ObjectNode taskList(List<ObjectNode> items) {
        var tasks = new ArrayList<JsonNode>();
        for (var item : items) {
            var blocks = Adf.children(item);
            var task = Adf.node("taskItem", Adf.children(blocks.get(0)));
            Adf.attrs(task)
                    .put("localId", "")
                    .put("state", item.path(MARKED).stringValue("").equals(DONE) ? "DONE" : "TODO");
            tasks.add(task);
            tasks.addAll(blocks.subList(1, blocks.size()));
        }
        var list = Adf.node("taskList", tasks);
        Adf.attrs(list).put("localId", "");
        return list;
    }

    private static void unmark(ObjectNode item) {
        var mark = item.path(MARKED).stringValue("");
        if (mark.isEmpty()) {
            return;
        }
        item.remove(MARKED);
        var blocks = new ArrayList<>(Adf.children(item));
        var text = new ArrayList<JsonNode>();
        text.add(Adf.text(mark.equals(DONE) ? "[x] " : "[ ] "));
        text.addAll(Adf.children(blocks.get(0)));
        blocks.set(0, Adf.node("paragraph", text));
        item.set("content", Adf.doc(blocks).get("content"));
    }
}
