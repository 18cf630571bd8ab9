package dev.issuelink.core.internal.template;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * Drops what has nothing to show: lines of which all values are empty, headings over nothing, tables without rows, empty
 * code. What the author wrote without values stays. Not for several threads.
 */
final class Layout {
    private static final int LEVELS = 7;

    private final List<Row> rows;
    private final BitSet dropped = new BitSet();

    private Layout(List<Row> rows) {
        this.rows = rows;
    }

    static List<Row> shown(List<Row> rows) {
        var layout = new Layout(rows);
        layout.dropLines();
        layout.dropFences();
        layout.dropTables();
        layout.dropHeadings();
        return layout.kept();
    }

    private List<Row> kept() {
        var kept = new ArrayList<Row>();
        for (int index = 0; index < rows.size(); index++) {
            if (!dropped.get(index)) {
                var firstDropped = dropped.previousClearBit(index - 1) + 1;
                var row = rows.get(index);
                kept.add(firstDropped < index ? Numbering.after(rows.get(firstDropped), row) : row);
            }
        }
        return kept;
    }

    private void dropLines() {
        for (int index = 0; index < rows.size(); index++) {
            var row = rows.get(index);
            var keepsWords = row.kind() == Row.Kind.HEADING && row.line().hasWords();
            var isHeadless = row.isUnderline() && index > 0 && dropped.get(index - 1) && isBlankAt(index - 2);
            if (isHeadless || (row.line().isEmptied() && row.kind() != Row.Kind.FENCE_OPEN && !keepsWords)) {
                dropped.set(index);
            }
        }
    }

    private boolean isBlankAt(int index) {
        return index < 0 || rows.get(index).isBlank();
    }

    /** Code of which all lines are gone goes with its fences. */
    private void dropFences() {
        for (int index = 0; index < rows.size(); index++) {
            if (rows.get(index).kind() == Row.Kind.FENCE_OPEN) {
                var end = endOfFence(index + 1);
                if (isGone(index + 1, end)) {
                    dropped.set(index, Math.min(end + 1, rows.size()));
                }
                index = end;
            }
        }
    }

    private int endOfFence(int from) {
        var end = from;
        while (end < rows.size() && rows.get(end).kind() == Row.Kind.FENCE_BODY) {
            end++;
        }
        return end < rows.size() && rows.get(end).kind() == Row.Kind.FENCE_CLOSE ? end : end - 1;
    }

    /** Whether there were values and nothing is left. */
    private boolean isGone(int from, int to) {
        var emptied = false;
        for (int index = from; index <= to && index < rows.size(); index++) {
            var row = rows.get(index);
            emptied |= dropped.get(index) || row.line().nothingBefore();
            if (row.kind() == Row.Kind.FENCE_BODY
                    && !dropped.get(index)
                    && !row.line().isBlank()) {
                return false;
            }
        }
        return emptied;
    }

    private void dropTables() {
        for (int index = 1; index < rows.size(); index++) {
            if (rows.get(index).isDelimiter() && !dropped.get(index - 1) && losesRows(index + 1)) {
                dropped.set(index - 1, index + 1);
            }
        }
    }

    private boolean losesRows(int from) {
        var emptied = false;
        for (int index = from; index < rows.size(); index++) {
            emptied |= dropped.get(index) || rows.get(index).line().nothingBefore();
            if (!dropped.get(index)) {
                return emptied && (rows.get(index).isBlank() || rows.get(index).kind() != Row.Kind.TEXT);
            }
        }
        return emptied;
    }

    /** Goes upwards, so that the sections within a section are known. */
    private void dropHeadings() {
        var content = new boolean[LEVELS];
        var emptied = new boolean[LEVELS];
        for (int index = rows.size() - 1; index >= 0; index--) {
            var row = rows.get(index);
            var level = row.level();
            if (level > 0 && emptied[level] && !content[level]) {
                dropped.set(index);
            }
            if (level > 0) {
                Arrays.fill(content, level, LEVELS, false);
                Arrays.fill(emptied, level, LEVELS, false);
            }
            var above = level > 0 ? level : LEVELS;
            if (dropped.get(index)) {
                Arrays.fill(emptied, 0, above, true);
            } else if (!row.isBlank()) {
                Arrays.fill(content, 0, above, true);
            }
            if (row.line().nothingBefore()) {
                Arrays.fill(emptied, true);
            }
        }
    }
}
