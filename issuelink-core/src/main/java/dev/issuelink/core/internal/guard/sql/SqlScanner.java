package dev.issuelink.core.internal.guard.sql;

import dev.issuelink.core.internal.guard.sql.SqlToken.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Cuts SQL into tokens, whichever dialect it is, in one pass. Never fails: what is broken off ends where the text ends, and
 * what nobody knows is a symbol.
 */
final class SqlScanner {
    private static final int LONGEST_BRACKETED_NAME = 128;
    private static final int LONGEST_TAG = 64;
    private static final String OPERATOR = "=<>!~";

    private final String text;
    private final int end;
    private final List<SqlToken> tokens = new ArrayList<>();
    private final Map<String, Integer> lastTags = new HashMap<>();
    private int at;

    private SqlScanner(String text) {
        this.text = text;
        this.end = text.length();
    }

    /** The tokens of a text. */
    static List<SqlToken> scan(String text) {
        var scanner = new SqlScanner(text);
        scanner.findTags();
        while (scanner.at < text.length()) {
            scanner.step();
        }
        return scanner.tokens;
    }

    private void step() {
        var sign = text.charAt(at);
        if (Character.isWhitespace(sign)) {
            at++;
        } else if (!comment(sign) && !quotation(sign) && !word(sign)) {
            if (isDigit(sign) || (sign == '.' && isDigit(peek(1)) && !follows('.'))) {
                number();
            } else {
                symbol(sign);
            }
        }
    }

    private boolean comment(char sign) {
        if (sign == '-' && peek(1) == '-') {
            add(Kind.COMMENT, lineEnd(), 2, 0);
        } else if (sign == '#' && peek(1) == ' ' && (at == 0 || Character.isWhitespace(text.charAt(at - 1)))) {
            add(Kind.COMMENT, lineEnd(), 1, 0);
        } else if (sign == '/' && peek(1) == '*') {
            var close = text.indexOf("*/", at + 2);
            var isClosed = close >= 0;
            add(Kind.COMMENT, isClosed ? close + 2 : end, 2, isClosed ? 2 : 0);
        } else {
            return false;
        }
        return true;
    }

    private boolean quotation(char sign) {
        if (sign == '\'') {
            quoted(Kind.STRING, at, false);
        } else if (sign == '"' || sign == '`') {
            quoted(Kind.QUOTED_NAME, at, false);
        } else if (sign == '[') {
            return bracketedName();
        } else {
            return sign == '$' && dollars();
        }
        return true;
    }

    // The closing quote is doubled or, in some dialects, has a backslash before it to stand for itself.
    private void quoted(Kind kind, int open, boolean hasEscapes) {
        var quote = text.charAt(open);
        var close = open + 1;
        while (close < end) {
            var sign = text.charAt(close);
            if (sign == '\\' && quote != '`' && (hasEscapes || isEscape(close, quote))) {
                close += 2;
            } else if (sign == quote && close + 1 < end && text.charAt(close + 1) == quote) {
                close += 2;
            } else if (sign == quote) {
                finish(kind, open + 1, close, close + 1);
                return;
            } else {
                close++;
            }
        }
        finish(kind, open + 1, end, end);
    }

    // A backslash at the end of a text in standard SQL, as of a path, is none.
    private boolean isEscape(int backslash, char quote) {
        if (backslash + 1 >= end) {
            return false;
        }
        var next = text.charAt(backslash + 1);
        var after = backslash + 2 < end ? text.charAt(backslash + 2) : ' ';
        return next == '\\' || (next == quote && !Character.isWhitespace(after) && ",);".indexOf(after) < 0);
    }

    private boolean bracketedName() {
        var isSubscript = at > 0 && (isOfWord(text.charAt(at - 1)) || ")]".indexOf(text.charAt(at - 1)) >= 0);
        if (isSubscript || !isStartOfWord(peek(1))) {
            return false;
        }
        for (var close = at + 2; close < end && close < at + LONGEST_BRACKETED_NAME; close++) {
            if (text.charAt(close) == ']') {
                finish(Kind.QUOTED_NAME, at + 1, close, close + 1);
                return true;
            }
            if (text.charAt(close) == '\n') {
                return false;
            }
        }
        return false;
    }

    private boolean dollars() {
        if (isDigit(peek(1))) {
            var close = at + 2;
            while (close < end && isDigit(text.charAt(close))) {
                close++;
            }
            tokens.add(SqlToken.plain(Kind.PARAMETER, at, close));
            at = close;
            return true;
        }
        var tag = tag(at);
        if (tag.isEmpty() || lastTags.getOrDefault(tag, -1) < at + tag.length()) {
            return false;
        }
        var close = text.indexOf(tag, at + tag.length());
        finish(Kind.DOLLARS, at + tag.length(), close, close + tag.length());
        return true;
    }

    private void findTags() {
        for (var dollar = text.indexOf('$'); dollar >= 0; dollar = text.indexOf('$', dollar + 1)) {
            var tag = tag(dollar);
            if (!tag.isEmpty()) {
                lastTags.put(tag, dollar);
            }
        }
    }

    private String tag(int dollar) {
        for (var close = dollar + 1; close < end && close < dollar + LONGEST_TAG; close++) {
            if (text.charAt(close) == '$') {
                return text.substring(dollar, close + 1);
            }
            if (!isOfWord(text.charAt(close))) {
                break;
            }
        }
        return "";
    }

    private boolean word(char sign) {
        var isParameter = (sign == ':' || sign == '@') && !follows(':') && (isStartOfWord(peek(1)) || peek(1) == '@');
        if (!isStartOfWord(sign) && !isParameter) {
            return false;
        }
        var close = at + 1;
        while (close < end
                && (isOfWord(text.charAt(close))
                        || text.charAt(close) == '$'
                        || (isParameter && text.charAt(close) == '@'))) {
            close++;
        }
        if (close < end && !isParameter && isPrefix(close)) {
            return true;
        }
        tokens.add(SqlToken.plain(isParameter ? Kind.PARAMETER : Kind.WORD, at, close));
        at = close;
        return true;
    }

    // E'..', N'..', X'..', B'..', U&'..', r'..' and q'[..]'.
    private boolean isPrefix(int close) {
        var prefix = text.substring(at, close).toLowerCase(Locale.ROOT);
        var isUnicode = prefix.equals("u") && text.startsWith("&'", close);
        if (prefix.length() > 2 || (text.charAt(close) != '\'' && !isUnicode)) {
            return false;
        }
        if (prefix.equals("q") || prefix.equals("nq")) {
            return alternativeQuotes(close);
        }
        quoted(Kind.STRING, isUnicode ? close + 1 : close, prefix.equals("e"));
        return true;
    }

    private boolean alternativeQuotes(int quote) {
        if (quote + 1 >= end) {
            return false;
        }
        var open = text.charAt(quote + 1);
        var pair = "[](){}<>".indexOf(open);
        var shut = pair >= 0 ? "[](){}<>".charAt(pair | 1) : open;
        var close = text.indexOf(shut + "'", quote + 2);
        var isClosed = close >= 0;
        finish(Kind.STRING, quote + 2, isClosed ? close : end, isClosed ? close + 2 : end);
        return true;
    }

    private void number() {
        var close = at + 1;
        while (close < end && (isOfWord(text.charAt(close)) || text.charAt(close) == '.' || isSignOfExponent(close))) {
            close++;
        }
        tokens.add(SqlToken.plain(Kind.NUMBER, at, close));
        at = close;
    }

    private boolean isSignOfExponent(int position) {
        return "+-".indexOf(text.charAt(position)) >= 0
                && "eE".indexOf(text.charAt(position - 1)) >= 0
                && text.charAt(at + 1) != 'x'
                && position + 1 < end
                && isDigit(text.charAt(position + 1));
    }

    private void symbol(char sign) {
        var close = at + 1;
        if (sign == '-' && peek(1) == '>') {
            close += peek(2) == '>' ? 2 : 1;
        } else if (OPERATOR.indexOf(sign) >= 0) {
            while (close < end && close < at + 4 && OPERATOR.indexOf(text.charAt(close)) >= 0) {
                close++;
            }
        }
        tokens.add(SqlToken.plain(Kind.SYMBOL, at, close));
        at = close;
    }

    private int lineEnd() {
        var newline = text.indexOf('\n', at);
        return newline < 0 ? end : newline;
    }

    private void add(Kind kind, int close, int before, int behind) {
        finish(kind, Math.min(at + before, close), close - behind, close);
    }

    private void finish(Kind kind, int inner, int innerEnd, int close) {
        tokens.add(new SqlToken(kind, at, close, Math.min(inner, end), Math.max(Math.min(inner, end), innerEnd)));
        at = close;
    }

    private char peek(int ahead) {
        return at + ahead < end ? text.charAt(at + ahead) : '\0';
    }

    private boolean follows(char sign) {
        return at > 0 && text.charAt(at - 1) == sign;
    }

    private static boolean isDigit(char sign) {
        return sign >= '0' && sign <= '9';
    }

    private static boolean isStartOfWord(char sign) {
        return sign == '_' || Character.isLetter(sign);
    }

    private static boolean isOfWord(char sign) {
        return sign == '_' || Character.isLetterOrDigit(sign);
    }
}
