package dev.issuelink.core.internal.guard.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Tells where in a text SQL stands: all of it, in blocks and spans of code, or from the beginning of a statement on. */
final class SqlText {
    /** A part of a text, its end exclusive, and whether it certainly is SQL. */
    record Part(int from, int to, boolean isCertain) {}

    private static final String S = "\\s{1,8}+";
    private static final String SURE = "insert" + S + "(?:ignore" + S + "|or" + S + "\\w{1,10}+" + S + ")?into\\s"
            + "|(?:replace|merge)" + S + "into\\s"
            + "|update" + S + "[^\\s;]{1,200}+" + S + "(?:as" + S + ")?(?:\\w{1,64}+" + S + ")?set\\s"
            + "|delete" + S + "from\\s|set" + S + "password\\b|do" + S + "\\$"
            + "|(?:create|alter|drop)" + S + "(?:or" + S + "replace" + S + ")?(?:\\w{1,20}+" + S
            + "){0,3}?(?:table|view|index|function"
            + "|procedure|trigger|user|role|login|database|server|subscription|type|domain)" + S + "\\S";
    private static final Pattern BEGINNING = Pattern.compile(
            "(?:\\s|\\(|--[^\\n]{0,2000}+\\n|/\\*(?:[^*]|\\*(?!/)){0,2000}+\\*/){0,100}+(?:begin\\s{0,8}+;\\s{0,8}+)?(?:"
                    + SURE
                    + "|(?:select|with|copy|exec|execute|call|grant|declare|truncate|where|begin)\\s|values\\s{0,4}+\\()",
            Pattern.CASE_INSENSITIVE);
    // Within a sentence, some words of SQL are just words.
    private static final Pattern STATEMENT = Pattern.compile(
            "(?<![A-Za-z0-9_.])(?:" + SURE + "|select\\s(?=[^;]{1,400}?\\sfrom\\s)|with" + S + "\\w{1,64}+" + S
                    + "as\\s{0,4}+\\("
                    + "|where" + S + "[A-Za-z_.\"`\\[\\]]{1,100}+" + S + "(?:[=<>!~]|like\\s|in\\s{0,4}+\\(|between\\s)"
                    + "|values\\s{0,4}+\\()",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern FENCE = Pattern.compile("(?m)^[ >]{0,8}+(`{3,}+|~{3,}+)([^\\r\\n]*+)$");

    private static final Pattern BLANK_LINE = Pattern.compile("\\n[ \\t\\r]{0,200}+\\n");

    private final String text;
    private final List<Part> parts = new ArrayList<>();

    private SqlText(String text) {
        this.text = text;
    }

    /** Tells if a text begins as statements do. */
    static boolean isSql(String text) {
        return BEGINNING.matcher(text).lookingAt();
    }

    /** The parts of a text that are or may be SQL, in order. */
    static List<Part> parts(String text) {
        var found = new SqlText(text);
        found.search();
        return found.parts;
    }

    private void search() {
        var fence = FENCE.matcher(text);
        var from = 0;
        var isCode = false;
        var mark = "";
        while (fence.find()) {
            if (!isCode) {
                paragraphs(from, fence.start());
                mark = fence.group(1);
            } else if (!fence.group(1).startsWith(mark) || !fence.group(2).isBlank()) {
                continue;
            } else {
                code(from, fence.start());
            }
            from = fence.end();
            isCode = !isCode;
        }
        if (isCode) {
            code(from, text.length());
        } else {
            paragraphs(from, text.length());
        }
    }

    private void code(int from, int to) {
        if (from < to) {
            parts.add(new Part(from, to, isSql(text.substring(from, to))));
        }
    }

    private void paragraphs(int from, int to) {
        var blank = BLANK_LINE.matcher(text).region(from, to);
        var at = from;
        while (blank.find()) {
            paragraph(at, blank.start());
            at = blank.end();
        }
        paragraph(at, to);
    }

    // A statement goes on to the end of its paragraph, unless it began within a span of code.
    private void paragraph(int from, int to) {
        var statement = STATEMENT.matcher(text).region(from, to);
        var first = statement.find() ? statement.start() : to;
        var open = backtick(from, to);
        while (open < first) {
            var close = backtick(open + 1, to);
            if (close == to) {
                break;
            }
            code(open + 1, close);
            if (first < close) {
                statement.region(close + 1, to);
                first = statement.find() ? statement.start() : to;
            }
            open = backtick(close + 1, to);
        }
        if (first < to) {
            parts.add(new Part(first, to, true));
        }
    }

    private int backtick(int from, int to) {
        var at = from;
        while (at < to && text.charAt(at) != '`') {
            at++;
        }
        return at;
    }
}
