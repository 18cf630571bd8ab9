package dev.issuelink.core.internal.guard.sql;

import dev.issuelink.core.internal.guard.text.Spans;
import dev.issuelink.core.internal.guard.text.View;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the values that database systems repeat in their messages, and comparisons with sensitive columns wherever they
 * stand.
 */
public final class ErrorDetails {
    private static final Pattern KEY = Pattern.compile(
            "\\bKey \\(((?:[^\\r\\n)]|\\)(?!=\\()){1,500}+)\\)=\\(((?:[^\\r\\n)]|\\)(?![ .]|$)){1,2000}+)\\)",
            Pattern.MULTILINE);
    private static final Pattern ROW = Pattern.compile("\\b[Ff]ailing row contains \\(([^\\r\\n]{1,4000})\\)");
    private static final Pattern ENTRY =
            Pattern.compile("\\bDuplicate entry '([^\\r\\n]{1,1000}?)' for key '([^'\\r\\n]{1,200}+)'");
    private static final Pattern INDEX = Pattern.compile(
            "\\b(?:index|constraint) '([^'\\r\\n]{1,200}+)'[^\\r\\n]{0,200}?duplicate key value is \\(([^\\r\\n]{1,1000})\\)");
    private static final Pattern COMPARISON = Pattern.compile(
            "(?<![A-Za-z0-9_.$])([A-Za-z_][A-Za-z0-9_.$]{0,127}+)[\"`\\]]?\\s{0,4}+(?:=|<>|!=|<=>|(?i:like|ilike|rlike|in\\s{0,4}+\\())"
                    + "\\s{0,4}+[nNeE]?(?<quote>''|'|\\\\\")((?:(?!\\k<quote>)[^\\r\\n]){1,1000}+)");

    private final ColumnNames names;
    private final boolean isAllHidden;

    /**
     * Creates the search.
     *
     * @param isAllHidden whether the values of all columns are to be hidden, and not only those of sensitive ones
     */
    public ErrorDetails(ColumnNames names, boolean isAllHidden) {
        this.names = names;
        this.isAllHidden = isAllHidden;
    }

    /** Adds all that is found in a reading. */
    public void search(View view, Spans spans) {
        var text = view.text();
        if (text.contains("ailing row contains (")) {
            each(ROW, text, match -> spans.add(view, match.start(1), match.end(1)));
        }
        if (text.contains("Key (")) {
            each(KEY, text, match -> key(match, view, spans));
        }
        if (text.contains("Duplicate entry '")) {
            each(ENTRY, text, match -> hide(match.group(2), match.start(1), match.end(1), view, spans));
        }
        if (text.contains("duplicate key value is (")) {
            each(INDEX, text, match -> hide(match.group(1), match.start(2), match.end(2), view, spans));
        }
        each(COMPARISON, text, match -> comparison(match, view, spans));
    }

    private void key(Matcher match, View view, Spans spans) {
        var columns = match.group(1).split(",", -1);
        var values = match.group(2).split(", ", -1);
        if (isAllHidden || columns.length != values.length) {
            hide(match.group(1), match.start(2), match.end(2), view, spans);
            return;
        }
        var from = match.start(2);
        for (var i = 0; i < columns.length; i++) {
            hide(columns[i], from, from + values[i].length(), view, spans);
            from += values[i].length() + 2;
        }
    }

    private void hide(String mentioning, int from, int to, View view, Spans spans) {
        if (isAllHidden || names.areMentioned(mentioning)) {
            spans.add(view, from, to);
        }
    }

    private void comparison(Matcher match, View view, Spans spans) {
        var name = match.group(1);
        if (names.isSensitive(name.substring(name.lastIndexOf('.') + 1))) {
            spans.add(view, match.start(3), match.end(3));
        }
    }

    private static void each(Pattern pattern, String text, Consumer<Matcher> found) {
        var match = pattern.matcher(text);
        while (match.find()) {
            found.accept(match);
        }
    }
}
