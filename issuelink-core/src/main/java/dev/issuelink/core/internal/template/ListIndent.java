package dev.issuelink.core.internal.template;

import java.util.ArrayDeque;
import java.util.Deque;

/** How far items of lists within lists have to stand in. Not for several threads. */
final class ListIndent {
    private static final int DEEPEST = 4;

    /** The column of an item in what was read, and that of its text in what is written. */
    private record Level(int column, int offset) {}

    private final Deque<Level> levels = new ArrayDeque<>();

    /** The beginning of the next item. */
    String next(String spaces, String mark) {
        var column = Indent.continued(spaces).length();
        while (!levels.isEmpty() && (levels.element().column() >= column || levels.size() >= DEEPEST)) {
            levels.pop();
        }
        var offset = levels.isEmpty() ? 0 : levels.element().offset();
        levels.push(new Level(column, offset + mark.length() + 1));
        return " ".repeat(offset) + mark + " ";
    }

    /** The list has ended. */
    void end() {
        levels.clear();
    }
}
