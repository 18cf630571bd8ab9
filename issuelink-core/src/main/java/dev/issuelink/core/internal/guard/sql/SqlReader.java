package dev.issuelink.core.internal.guard.sql;

import dev.issuelink.core.internal.guard.sql.SqlFrame.Literal;
import dev.issuelink.core.internal.guard.sql.SqlFrame.Role;
import dev.issuelink.core.internal.guard.sql.SqlToken.Kind;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads the tokens of statements once and tells which literals are to be hidden: those that are compared with, assigned to
 * or inserted into a sensitive column, or all. A condition or an item of a list is what belongs together; its literals are
 * those of its sensitive column if it compares.
 */
final class SqlReader {
    private static final Pattern NAME = Pattern.compile("[A-Za-z_]++");
    // What is nested deeper is nobody's condition, and may cost no more.
    private static final int DEEPEST = 64;

    private final String sql;
    private final List<SqlToken> tokens;
    private final ColumnNames names;
    private final boolean isAllHidden;
    private final Consumer<SqlToken> hidden;
    private final InsertColumns inserts = new InsertColumns();
    private final Deque<SqlFrame> frames = new ArrayDeque<>();
    private boolean isDefinition;
    private int at;

    SqlReader(String sql, List<SqlToken> tokens, ColumnNames names, boolean isAllHidden, Consumer<SqlToken> hidden) {
        this.sql = sql;
        this.tokens = tokens;
        this.names = names;
        this.isAllHidden = isAllHidden;
        this.hidden = hidden;
    }

    void read() {
        frames.push(new SqlFrame(Role.PLAIN));
        for (at = 0; at < tokens.size(); at++) {
            read(tokens.get(at));
        }
        endAll();
    }

    private void read(SqlToken token) {
        switch (token.kind()) {
            case WORD -> word(token);
            case PARAMETER -> name(token);
            case QUOTED_NAME -> quotedName(token);
            case STRING, DOLLARS -> string(token);
            case NUMBER -> number(token);
            case SYMBOL -> symbol(token);
            case COMMENT -> {}
        }
    }

    private void word(SqlToken token) {
        var word = lower(token);
        var frame = frame();
        if (frame.isIn(Role.COLUMNS)) {
            name(token);
            return;
        }
        if (word.equals("default")) {
            frame.isComparing = true;
            frame.isDefault = true;
        } else if (SqlWords.COMPARISONS.contains(word)) {
            frame.isComparing = true;
            frame.isBetween = word.equals("between");
        } else if (word.equals("distinct") && isWord(at - 1, "is", "not")) {
            frame.isComparing = true;
        } else if (SqlWords.BOUNDARIES.contains(word)) {
            boundary(word);
        } else {
            name(token);
        }
        inserts.word(word);
        if (SqlWords.DEFINING.contains(word)) {
            isDefinition = true;
        } else if (SqlWords.QUERYING.contains(word)) {
            isDefinition = false;
        }
    }

    private void boundary(String word) {
        var frame = frame();
        if (word.equals("and") && frame.isBetween) {
            frame.isBetween = false;
            return;
        }
        var isPart = (word.equals("set") && (isWord(at + 1, "default") || isWord(at - 1, "character")))
                || (word.equals("from") && isWord(at - 1, "distinct") && frame.isComparing)
                || isSymbol(at - 1, '.');
        if (isPart) {
            return;
        }
        endItem(frame);
        frame.isCounting = SqlWords.COUNTING.contains(word);
        if (word.equals("select")) {
            frame.hasSelect = true;
            frame.rowColumns = inserts.takeForSelect();
            frame.index = 0;
        } else if (word.equals("from") || word.equals("where")) {
            frame.rowColumns = null;
        }
    }

    private void name(SqlToken token) {
        var isQualifier = isSymbol(at + 1, '.');
        var isFunctionOrTable = isSymbol(at + 1, '(');
        if (!isQualifier && !isFunctionOrTable && names.isSensitive(token.inner(sql))) {
            frame().isSensitive = true;
        }
    }

    // In MySQL and SQLite, what stands in double quotes may be a text.
    private void quotedName(SqlToken token) {
        var value = token.inner(sql);
        if (names.isSensitive(value)) {
            name(token);
            return;
        }
        var isPlaceOfText = frame().isComparing || frame().isIn(Role.ROW) || (frame().isCall() && !isAllHidden);
        var isName = isSymbol(at + 1, '.')
                || isSymbol(at - 1, '.')
                || (isAllHidden && !areTextsInDoubleQuotes())
                || (NAME.matcher(value).matches() && names.areMentioned(value));
        if (sql.charAt(token.from()) == '"' && isPlaceOfText && !isName) {
            literal(token);
        }
    }

    private boolean areTextsInDoubleQuotes() {
        return sql.indexOf('`') >= 0 || sql.indexOf('\'') < 0;
    }

    private void string(SqlToken token) {
        var value = token.inner(sql);
        if (isJsonKey(value)) {
            if (names.isSensitive(value.substring(value.lastIndexOf('.') + 1))) {
                frame().isSensitive = true;
            }
        } else if (!value.isBlank() && !isCode(token)) {
            literal(token);
        }
    }

    private boolean isJsonKey(String value) {
        var previous = token(at - 1);
        var isArrow = isSymbol(at - 1, '-') && previous != null && previous.to() - previous.from() > 1;
        return value.startsWith("$.") || isArrow || (isSymbol(at - 1, '>') && isSymbol(at - 2, '#'));
    }

    private boolean isCode(SqlToken token) {
        return token.is(Kind.DOLLARS) && at > 0 && SqlWords.CODE.contains(lower(tokens.get(at - 1)));
    }

    private void literal(SqlToken token) {
        var frame = frame();
        if (isAllHidden) {
            hidden.accept(token);
            return;
        }
        var isAliased = isWord(at + 1, "as")
                && at + 2 < tokens.size()
                && frame.literals.isEmpty()
                && !frame.isSensitive
                && names.isSensitive(tokens.get(at + 2).inner(sql));
        if (isAliased) {
            hidden.accept(token);
        }
        frame.literals.add(new Literal(token, false));
    }

    private void number(SqlToken token) {
        var frame = frame();
        var isCounting = frame.isCounting || frame.isIn(Role.TYPE);
        var isDefault = isWord(at - 1, "default") || (isSymbol(at - 1, '-') && isWord(at - 2, "default"));
        if (!isCounting && !isDefault) {
            if (isAllHidden) {
                hidden.accept(token);
            } else {
                frame.literals.add(new Literal(token, false));
            }
        }
    }

    private void symbol(SqlToken token) {
        var sign = sql.charAt(token.from());
        switch (sign) {
            case '(' -> frames.push(open());
            case ')' -> close();
            case ';' -> endAll();
            case ',' -> {
                var isCounting = frame().isCounting;
                endItem(frame());
                frame().index++;
                frame().isCounting = isCounting;
            }
            default -> {
                var isShift = token.to() - token.from() == 2
                        && sql.charAt(token.from() + 1) == sign
                        && (sign == '<' || sign == '>');
                frame().isComparing |= "=<>!~".indexOf(sign) >= 0 && !isShift;
            }
        }
    }

    private SqlFrame open() {
        var frame = new SqlFrame(role());
        if (frame.isIn(Role.ROW)) {
            frame.rowColumns = inserts.columns();
        }
        return frame;
    }

    private Role role() {
        if (inserts.isTableExpected()) {
            return Role.COLUMNS;
        }
        if (inserts.areRowsExpected() && frames.size() == inserts.depth()) {
            return Role.ROW;
        }
        var previous = at > 0 ? tokens.get(at - 1) : null;
        if (frame().isIn(Role.CHECK) || isWord(at - 1, "check")) {
            return Role.CHECK;
        }
        if (previous == null || !previous.is(Kind.WORD)) {
            return Role.PLAIN;
        }
        var word = lower(previous);
        if (SqlWords.TYPES.contains(word)) {
            return Role.TYPE;
        }
        var isKeyword =
                SqlWords.BOUNDARIES.contains(word) || SqlWords.COMPARISONS.contains(word) || word.equals("default");
        return isKeyword ? Role.PLAIN : SqlWords.NEUTRAL.contains(word) ? Role.NEUTRAL_CALL : Role.CALL;
    }

    private void close() {
        if (frames.size() == 1) {
            return;
        }
        var inner = frames.pop();
        endItem(inner);
        if (inner.isIn(Role.COLUMNS)) {
            inserts.found(inner.columns, frames.size());
        }
        var outer = frame();
        var isDefined = isDefinition && frames.size() == 1;
        if (isDefined || inner.hasSelect || inner.isIn(Role.ROW) || inner.isIn(Role.CHECK) || frames.size() > DEEPEST) {
            return;
        }
        outer.isSensitive |= inner.isSensitiveSomewhere && !inner.isIn(Role.NEUTRAL_CALL);
        for (var literal : inner.allLiterals) {
            outer.literals.add(
                    new Literal(literal.token(), literal.isArgument() || inner.isCall() || inner.isIn(Role.TYPE)));
        }
    }

    private void endItem(SqlFrame frame) {
        var isOfSensitive = frame.isSensitive && frame.isComparing && !frame.isIn(Role.CHECK);
        if (isOfSensitive || frame.isSensitiveRow()) {
            frame.literals.stream()
                    .filter(literal -> isValue(literal, frame.isDefault))
                    .forEach(literal -> hidden.accept(literal.token()));
        }
        frame.next();
    }

    // What has neither letters nor digits says nothing, and the arguments of functions mostly are no values.
    private boolean isValue(Literal literal, boolean isDefault) {
        var value = lower(literal.token());
        if (value.chars().noneMatch(Character::isLetterOrDigit)) {
            return false;
        }
        var isHarmless = isDefault
                || literal.token().is(Kind.NUMBER)
                || value.length() == 1
                || SqlWords.HARMLESS.contains(value);
        return !literal.isArgument() || !isHarmless;
    }

    private void endAll() {
        while (frames.size() > 1) {
            close();
        }
        endItem(frame());
        frame().rowColumns = null;
        frame().isCounting = false;
        isDefinition = false;
        frame().allLiterals.clear();
        frame().columns.clear();
        inserts.end();
    }

    private SqlFrame frame() {
        return frames.getFirst();
    }

    private @Nullable SqlToken token(int position) {
        return position >= 0 && position < tokens.size() ? tokens.get(position) : null;
    }

    private boolean isSymbol(int position, char sign) {
        var token = token(position);
        return token != null && token.is(Kind.SYMBOL) && sql.charAt(token.from()) == sign;
    }

    private boolean isWord(int position, String... words) {
        var token = token(position);
        return token != null && token.is(Kind.WORD) && List.of(words).contains(lower(token));
    }

    private String lower(SqlToken token) {
        return token.inner(sql).toLowerCase(Locale.ROOT);
    }
}
