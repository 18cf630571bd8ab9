package dev.issuelink.core.internal.guard.sql;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What stands in one pair of parentheses, or outside of all, and what is known of the condition or item being read. */
final class SqlFrame {
    /** How a pair of parentheses came about. */
    enum Role {
        PLAIN,
        /** The arguments of a function. */
        CALL,
        /** The arguments of a function that tells little about them. */
        NEUTRAL_CALL,
        /** The length of a type. */
        TYPE,
        /** A rule about values, and not the values themselves. */
        CHECK,
        /** The columns that values are inserted into. */
        COLUMNS,
        /** Values that are inserted. */
        ROW
    }

    /** A literal, and whether it is an argument of a function. */
    record Literal(SqlToken token, boolean isArgument) {}

    final Role role;
    final List<Literal> allLiterals = new ArrayList<>();
    final List<Literal> literals = new ArrayList<>();
    final List<Boolean> columns = new ArrayList<>();

    @Nullable
    List<Boolean> rowColumns;

    boolean hasSelect;
    boolean isSensitiveSomewhere;
    boolean isSensitive;
    boolean isComparing;
    boolean isDefault;
    boolean isBetween;
    boolean isCounting;
    int index;

    SqlFrame(Role role) {
        this.role = role;
    }

    boolean isIn(Role other) {
        return role == other;
    }

    boolean isCall() {
        return role == Role.CALL || role == Role.NEUTRAL_CALL;
    }

    /** Tells if what is read now is inserted into a sensitive column. */
    boolean isSensitiveRow() {
        return rowColumns != null && index < rowColumns.size() && rowColumns.get(index);
    }

    /** Ends the condition or item. */
    void next() {
        columns.add(isSensitive);
        isSensitiveSomewhere |= isSensitive;
        allLiterals.addAll(literals);
        literals.clear();
        isSensitive = false;
        isComparing = false;
        isDefault = false;
        isBetween = false;
    }
}
