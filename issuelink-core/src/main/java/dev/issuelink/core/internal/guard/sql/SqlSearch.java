package dev.issuelink.core.internal.guard.sql;

import dev.issuelink.core.internal.guard.sql.SqlToken.Kind;
import dev.issuelink.core.internal.guard.text.Spans;

/** Finds the literals of SQL that must not be seen: those of sensitive columns, or all. */
public final class SqlSearch {
    // Code within code within comments.
    private static final int DEEPEST = 4;

    private final ColumnNames names;
    private final boolean isAllHidden;

    /**
     * Creates the search.
     *
     * @param isAllHidden whether all literals are to be hidden, and not only those of sensitive columns
     */
    public SqlSearch(ColumnNames names, boolean isAllHidden) {
        this.names = names;
        this.isAllHidden = isAllHidden;
    }

    /** Tells if a text begins as statements do. */
    public static boolean isSql(String text) {
        return SqlText.isSql(text);
    }

    /** Adds the literals of a text that is SQL as a whole. */
    public void searchSql(String text, Spans spans) {
        read(text, new SqlText.Part(0, text.length(), true), DEEPEST, spans);
    }

    /** Adds the literals of the SQL that stands in a text of whatever kind. */
    public void searchText(String text, Spans spans) {
        for (var part : SqlText.parts(text)) {
            if (part.isCertain() || !isAllHidden) {
                read(text, part, DEEPEST, spans);
            }
        }
    }

    private void read(String text, SqlText.Part part, int depth, Spans spans) {
        var sql = text.substring(part.from(), part.to());
        var tokens = SqlScanner.scan(sql);
        var code = tokens.stream().filter(token -> !token.is(Kind.COMMENT)).toList();
        // In what may be SQL or not, quotes are all that can be relied on.
        new SqlReader(sql, code, names, isAllHidden, token -> {
                    if (part.isCertain() || token.is(Kind.STRING)) {
                        spans.add(part.from() + token.inner(), part.from() + token.innerEnd());
                    }
                })
                .read();
        for (var token : tokens) {
            if (depth > 0 && (token.is(Kind.COMMENT) || token.is(Kind.DOLLARS))) {
                var isCertain = token.is(Kind.DOLLARS) || isSql(token.inner(sql));
                var inner = new SqlText.Part(part.from() + token.inner(), part.from() + token.innerEnd(), isCertain);
                read(text, inner, depth - 1, spans);
            }
        }
    }
}
