package dev.issuelink.core.internal.compose;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What can be told of a query by its words: which tables it reads, and by which columns it filters and joins.
 *
 * @param read the names of the tables, in order
 * @param filters the names of the columns as the query writes them, in order
 */
record SqlQuery(List<String> read, List<String> filters) {
    private static final Set<String> BEFORE_TABLE = Set.of("FROM", "JOIN", "UPDATE", "INTO");
    private static final Set<String> AFTER_COLUMN = Set.of("=", "<", ">", "!", "IN", "LIKE", "ILIKE", "BETWEEN", "IS");
    private static final Set<String> FILTERING = Set.of("WHERE", "ON", "AND", "OR", "NOT", "(");
    private static final Set<String> END_OF_FILTERS = Set.of("GROUP", "ORDER", "LIMIT", "RETURNING", "SELECT", "SET");

    static SqlQuery of(String sql) {
        var tables = new LinkedHashSet<String>();
        var columns = new LinkedHashSet<String>();
        for (var statement : SqlTokens.statements(sql)) {
            read(statement, tables, columns);
        }
        return new SqlQuery(new ArrayList<>(tables), new ArrayList<>(columns));
    }

    /** The tables; another name if none can be told. */
    List<String> tables(String otherwise) {
        return read.isEmpty() ? List.of(otherwise) : read;
    }

    private static void read(List<String> statement, Set<String> tables, Set<String> columns) {
        var filtering = false;
        for (int at = 0; at + 1 < statement.size(); at++) {
            var word = upper(statement.get(at));
            var next = statement.get(at + 1);
            if (BEFORE_TABLE.contains(word) && isName(next)) {
                tables.add(next);
            }
            filtering = (filtering || word.equals("WHERE") || word.equals("ON")) && !END_OF_FILTERS.contains(word);
            if (filtering && FILTERING.contains(word) && isColumn(statement, at + 1)) {
                columns.add(next);
            }
        }
    }

    private static boolean isColumn(List<String> statement, int at) {
        return isName(statement.get(at))
                && at + 1 < statement.size()
                && AFTER_COLUMN.contains(upper(statement.get(at + 1)));
    }

    private static boolean isName(String word) {
        var first = word.isEmpty() ? ' ' : word.charAt(0);
        return (Character.isLetter(first) || first == '_')
                && !FILTERING.contains(upper(word))
                && !upper(word).equals("SELECT");
    }

    private static String upper(String word) {
        return word.toUpperCase(Locale.ROOT);
    }
}
