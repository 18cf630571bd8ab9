package dev.issuelink.core.internal.guard.sql;

/**
 * A token of SQL.
 *
 * @param kind what it is
 * @param from where it begins in the text
 * @param to where it ends, exclusive
 * @param inner where what stands in its quotes or signs of comments begins
 * @param innerEnd where that ends, exclusive
 */
record SqlToken(Kind kind, int from, int to, int inner, int innerEnd) {
    /** The kinds of tokens. */
    enum Kind {
        WORD,
        /** A name in double quotes, backticks or brackets; in some dialects, double quotes hold texts. */
        QUOTED_NAME,
        STRING,
        /** A text in dollars, which often is code. */
        DOLLARS,
        NUMBER,
        /** A parameter or a variable with its sign. */
        PARAMETER,
        COMMENT,
        SYMBOL
    }

    static SqlToken plain(Kind kind, int from, int to) {
        return new SqlToken(kind, from, to, from, to);
    }

    boolean is(Kind other) {
        return kind == other;
    }

    String inner(String text) {
        return text.substring(inner, innerEnd);
    }
}
