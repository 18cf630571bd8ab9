package dev.issuelink.core.internal.template;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds out what each line of a filled template is. Values play no part in it. Not for several threads. */
final class Rows {
    /** Quote marks, bullets and numbers before a fence, and the fence. */
    static final Pattern FENCE =
            Pattern.compile("([ \\t>]*+(?:(?:[-*+]|\\d{1,9}[.)])[ \\t]++[ \\t>]*+)*+)(`{3,}+(?=[^`]*+$)|~{3,}+)(.*+)");

    private static final Pattern CLOSE = Pattern.compile("([ \\t>]*+)(`{3,}+|~{3,}+)[ \\t]*+");
    private static final Pattern HEADING = Pattern.compile(" {0,3}(#{1,6}+)(?:[ \\t].*+)?");
    private static final Pattern HTML = Pattern.compile(
            "[ \\t>]*+(?:(?:[-*+]|\\d{1,9}[.)])[ \\t]++[ \\t>]*+)*+<(?:(script|pre|style|textarea)(?=[\\s>]|$)|(!--)|(\\?)|(!\\[CDATA\\[)|(![A-Za-z]))",
            Pattern.CASE_INSENSITIVE);
    private static final List<Pattern> HTML_ENDS = List.of(
            Pattern.compile("</(?:script|pre|style|textarea)>", Pattern.CASE_INSENSITIVE),
            Pattern.compile("-->"),
            Pattern.compile("\\?>"),
            Pattern.compile("]]>"),
            Pattern.compile(">"));
    private static final Pattern NONE = Pattern.compile("(?!)");

    private final List<Row> rows = new ArrayList<>();
    private String fence = "";
    private boolean isQuoted;
    private Pattern htmlEnd = NONE;

    private Rows() {}

    static List<Row> of(List<Line> lines) {
        var rows = new Rows();
        lines.forEach(rows::add);
        return rows.rows;
    }

    private void add(Line line) {
        var shape = line.shape();
        if (!fence.isEmpty() && isQuoted && !shape.stripLeading().startsWith(">")) {
            fence = "";
        }
        var kind = fence.isEmpty() ? outside(shape) : inside(shape);
        var heading = HEADING.matcher(shape);
        var level =
                kind == Row.Kind.TEXT && heading.matches() ? heading.group(1).length() : 0;
        var mayShorten = kind == Row.Kind.TEXT && (level > 0 || !line.isEmptied());
        rows.add(new Row(mayShorten ? line.withoutEmptyGroups() : line, level > 0 ? Row.Kind.HEADING : kind, level));
    }

    private Row.Kind inside(String shape) {
        var close = CLOSE.matcher(shape);
        if (close.matches() && close.group(2).startsWith(fence)) {
            fence = "";
            return Row.Kind.FENCE_CLOSE;
        }
        return Row.Kind.FENCE_BODY;
    }

    private Row.Kind outside(String shape) {
        if (htmlEnd != NONE) {
            htmlEnd = htmlEnd.matcher(shape).find() ? NONE : htmlEnd;
            return Row.Kind.HTML;
        }
        var html = HTML.matcher(shape);
        if (html.lookingAt()) {
            var end = end(html);
            htmlEnd = end.matcher(shape).region(html.end(), shape.length()).find() ? NONE : end;
            return Row.Kind.HTML;
        }
        var open = FENCE.matcher(shape);
        if (open.matches()) {
            fence = open.group(2);
            isQuoted = open.group(1).indexOf('>') >= 0;
            return Row.Kind.FENCE_OPEN;
        }
        return Row.Kind.TEXT;
    }

    private static Pattern end(Matcher html) {
        for (int group = 1; group < HTML_ENDS.size(); group++) {
            if (html.group(group) != null) {
                return HTML_ENDS.get(group - 1);
            }
        }
        return HTML_ENDS.get(HTML_ENDS.size() - 1);
    }
}
