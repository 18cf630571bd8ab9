package dev.issuelink.core.internal.compose;

import java.util.ArrayList;
import java.util.List;

/**
 * Cuts SQL into statements of names, words, numbers and signs, whatever the dialect. Comments are left out, texts are
 * reduced to {@code ''}. It takes time in proportion to the length; what is not closed goes on to the end.
 */
final class SqlTokens {
    private static final int LONGEST = 200_000;
    private static final String TEXT = "''";

    private final String sql;
    private final List<List<String>> statements = new ArrayList<>();
    private List<String> statement = new ArrayList<>();
    private int at;

    private SqlTokens(String sql) {
        this.sql = sql.length() <= LONGEST ? sql : sql.substring(0, LONGEST);
    }

    /** The statements; names keep their dots but lose their quotes. */
    static List<List<String>> statements(String sql) {
        var tokens = new SqlTokens(sql);
        while (tokens.at < tokens.sql.length()) {
            tokens.next();
        }
        tokens.end();
        return tokens.statements;
    }

    private void next() {
        var c = sql.charAt(at);
        if (Character.isWhitespace(c)) {
            at++;
        } else if (sql.startsWith("--", at)) {
            skipTo("\n", at);
        } else if (sql.startsWith("/*", at)) {
            skipTo("*/", at + 2);
        } else if (c == '\'') {
            skipTo("'", at + 1);
            statement.add(TEXT);
        } else if (c == '$' && dollarQuote() > 0) {
            skipTo(sql.substring(at, at + dollarQuote()), at + dollarQuote());
            statement.add(TEXT);
        } else if (c == ';') {
            at++;
            end();
        } else if (isNamePart(c) || isQuote(c)) {
            statement.add(name());
        } else {
            at++;
            statement.add(String.valueOf(c));
        }
    }

    private void end() {
        if (!statement.isEmpty()) {
            statements.add(List.copyOf(statement));
            statement = new ArrayList<>();
        }
    }

    private void skipTo(String end, int from) {
        var found = sql.indexOf(end, from);
        at = found < 0 ? sql.length() : found + end.length();
    }

    /** The length of a quote such as {@code $body$} that begins here, or 0. */
    private int dollarQuote() {
        var end = at + 1;
        while (end < sql.length() && (Character.isLetter(sql.charAt(end)) || sql.charAt(end) == '_')) {
            end++;
        }
        return end < sql.length() && sql.charAt(end) == '$' ? end + 1 - at : 0;
    }

    private String name() {
        var name = new StringBuilder();
        while (at < sql.length()) {
            var c = sql.charAt(at);
            if (isQuote(c)) {
                var from = at + 1;
                skipTo(String.valueOf(c == '[' ? ']' : c), from);
                name.append(sql, from, Math.max(from, at - 1));
            } else if (isNamePart(c)) {
                name.append(c);
                at++;
            } else {
                break;
            }
        }
        return name.toString();
    }

    private static boolean isQuote(char c) {
        return c == '"' || c == '`' || c == '[';
    }

    private static boolean isNamePart(char c) {
        return Character.isLetterOrDigit(c) || c == '_' || c == '.' || c == '$' || c == '#' || c == '@';
    }
}
