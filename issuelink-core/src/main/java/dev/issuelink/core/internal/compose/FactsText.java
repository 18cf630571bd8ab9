package dev.issuelink.core.internal.compose;

import dev.issuelink.core.internal.template.Fragment;
import dev.issuelink.core.internal.template.MarkdownWriter;
import java.util.List;
import java.util.Map;

/** Shows all attributes of an event as a list, for events of which nothing more is known. */
final class FactsText {
    private static final int LONGEST_LINE = 200;

    private final MarkdownWriter lines = new MarkdownWriter();
    private final MarkdownWriter blocks = new MarkdownWriter();

    private FactsText() {}

    /** Everything under its path; what does not fit on a line stands in a block of its own at the end. */
    static Fragment.Prose of(Map<String, Object> attributes) {
        var text = new FactsText();
        text.tree("", attributes);
        var list = text.lines.prose().markdown();
        var rest = text.blocks.prose().markdown();
        return new Fragment.Prose(list.isEmpty() || rest.isEmpty() ? list + rest : list + "\n\n" + rest);
    }

    private void tree(String parent, Map<?, ?> tree) {
        tree.forEach((name, value) -> value(parent.isEmpty() ? "" + name : parent + "." + name, value));
    }

    private void value(String path, Object value) {
        if (value instanceof Map<?, ?> branch) {
            tree(path, branch);
        } else if (value instanceof List<?> list) {
            for (int at = 0; at < list.size(); at++) {
                value(path + "[" + (at + 1) + "]", list.get(at));
            }
        } else {
            leaf(path, text(value));
        }
    }

    private static String text(Object value) {
        if (value instanceof Double || value instanceof Float) {
            return Quantities.number(((Number) value).doubleValue());
        }
        if (value instanceof Boolean flag) {
            return flag ? "yes" : "no";
        }
        return value.toString();
    }

    private void leaf(String path, String text) {
        if (text.isBlank()) {
            return;
        }
        if (text.length() <= LONGEST_LINE && text.strip().lines().count() <= 1) {
            lines.bullet(path, text);
        } else {
            blocks.paragraph(path + ":").code(text, "");
        }
    }
}
