package dev.issuelink.core.internal.guard.sql;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which columns the rows of a statement that inserts are for. */
final class InsertColumns {
    private enum Stage {
        NONE,
        TABLE,
        COLUMNS,
        ROWS
    }

    private Stage stage = Stage.NONE;
    private List<Boolean> columns = List.of();
    private int depth;

    /** Goes on by a word of the statement. */
    void word(String word) {
        switch (word) {
            case "insert", "into", "copy" -> stage = Stage.TABLE;
            case "values", "value" -> stage = stage == Stage.COLUMNS ? Stage.ROWS : Stage.NONE;
            case "select", "set", "on", "using", "returning", "where", "from" -> stage = Stage.NONE;
            default -> {}
        }
    }

    /** Tells if the next parentheses hold the columns. */
    boolean isTableExpected() {
        return stage == Stage.TABLE;
    }

    /** Tells if the next parentheses hold values for the columns. */
    boolean areRowsExpected() {
        return stage == Stage.ROWS;
    }

    /** How deep the parentheses are nested in which the columns stood. */
    int depth() {
        return depth;
    }

    /** The columns, in order: whether each is sensitive. */
    List<Boolean> columns() {
        return columns;
    }

    /** Takes the columns. */
    void found(List<Boolean> found, int atDepth) {
        columns = List.copyOf(found);
        depth = atDepth;
        stage = Stage.COLUMNS;
    }

    /** The columns that a selected list is for. */
    @Nullable
    List<Boolean> takeForSelect() {
        return stage == Stage.COLUMNS ? columns : null;
    }

    /** Ends the statement. */
    void end() {
        stage = Stage.NONE;
    }
}
