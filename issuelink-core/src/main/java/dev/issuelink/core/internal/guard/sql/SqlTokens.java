package dev.issuelink.core.internal.guard.sql;

import dev.issuelink.core.internal.guard.sql.SqlToken.Kind;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The tokens of a text without its comments, and what is seen of one from those around it. */
final class SqlTokens {
    private final String sql;
    private final List<SqlToken> tokens;

    SqlTokens(String sql, List<SqlToken> tokens) {
        this.sql = sql;
        this.tokens = tokens;
    }

    int size() {
        return tokens.size();
    }

    SqlToken get(int position) {
        return tokens.get(position);
    }

    /** The token at a position, or null if there is none. */
    @Nullable
    SqlToken find(int position) {
        return position >= 0 && position < tokens.size() ? tokens.get(position) : null;
    }

    boolean isSymbol(int position, char sign) {
        var token = find(position);
        return token != null && token.is(Kind.SYMBOL) && sql.charAt(token.from()) == sign;
    }

    boolean isWord(int position, String... words) {
        var token = find(position);
        return token != null && token.is(Kind.WORD) && List.of(words).contains(lower(token));
    }

    String lower(SqlToken token) {
        return token.inner(sql).toLowerCase(Locale.ROOT);
    }

    /** Tells if a name is given a value of its own, as b in "a = 1 b = 2". */
    boolean isAssigned(int position) {
        var previous = find(position - 1);
        var token = get(position);
        return isSymbol(position + 1, '=')
                && previous != null
                && (!previous.is(Kind.SYMBOL) || isSymbol(position - 1, ')'))
                && !(token.is(Kind.WORD) && SqlWords.TYPES.contains(lower(token)));
    }

    /** Tells if a text is the name of something within JSON. */
    boolean isJsonKey(int position) {
        var previous = find(position - 1);
        var isArrow = isSymbol(position - 1, '-') && previous != null && previous.to() - previous.from() > 1;
        return get(position).inner(sql).startsWith("$.")
                || isArrow
                || (isSymbol(position - 1, '>') && isSymbol(position - 2, '#'));
    }

    /** Tells if a text in dollars is the body of a function. */
    boolean isCode(int position) {
        var previous = find(position - 1);
        return get(position).is(Kind.DOLLARS) && previous != null && SqlWords.CODE.contains(lower(previous));
    }
}
