package dev.issuelink.core.internal.template;

import dev.issuelink.core.internal.template.LineComposer.Carry;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Writes the lines of a filled template as Markdown. What stands alone on its line and is more than a word becomes a
 * block of its own; all other values stay within their line. Not for several threads.
 */
final class BodyWriter {
    /** Whoever writes more gets a note of it; no tracker takes as much. */
    private static final int LONGEST = 200_000;

    private static final int DEEPEST_FENCE = 3;
    private static final Pattern MARKS = Pattern.compile("[ \\t>]*+(?:(?:[-*+]|\\d{1,9}[.)])[ \\t]++[ \\t>]*+)*+");
    private static final Pattern TAG = Pattern.compile("<(?!(?:" + Marks.VALUE + "|https?://[^\\s<>]*+)>)");
    private static final Pattern HTML = Pattern.compile(MARKS.pattern() + "<[A-Za-z/!?" + Marks.VALUE + "]");

    private final List<Row> rows;
    private final List<String> out = new ArrayList<>();
    private int length;
    private boolean endsInHtml;

    private BodyWriter(List<Row> rows) {
        this.rows = rows;
    }

    static String write(List<Row> rows) {
        var writer = new BodyWriter(rows);
        writer.write();
        return writer.text();
    }

    private void write() {
        var index = 0;
        while (index < rows.size() && length < LONGEST) {
            var row = rows.get(index);
            if (row.isBlank()) {
                blank("");
                endsInHtml = false;
                index++;
            } else {
                index = row.isFence() ? fence(index) : group(index);
            }
        }
        if (index < rows.size()) {
            blank("");
            add("… (" + (rows.size() - index) + " more lines)");
        }
    }

    /** Lines without a blank one between: what the author writes in one of them may reach into the others. */
    private int group(int from) {
        var to = from;
        while (to < rows.size() && !rows.get(to).isBlank() && !rows.get(to).isFence()) {
            to++;
        }
        var group = rows.subList(from, to);
        var html =
                group.stream().anyMatch(row -> TAG.matcher(row.line().shape()).find());
        var htmlBlock = html
                && group.stream()
                        .anyMatch(row -> HTML.matcher(row.line().shape()).lookingAt());
        var table = group.stream().anyMatch(Row::isDelimiter);
        var carry = Carry.NOTHING;
        var hasValues = group.stream().anyMatch(row -> row.line().hasValues());
        for (var row : group) {
            var isHtml = row.kind() == Row.Kind.HTML;
            var around = new LineComposer.Surroundings(html || isHtml, htmlBlock || isHtml, table);
            carry = hasValues ? line(row, around, carry) : plain(row);
        }
        endsInHtml = htmlBlock;
        return to;
    }

    private Carry plain(Row row) {
        add(row.line().shape());
        return Carry.NOTHING;
    }

    private Carry line(Row row, LineComposer.Surroundings around, Carry before) {
        var line = row.line();
        var mayHaveBlock = row.kind() == Row.Kind.TEXT && !before.reach().isHtml();
        if (mayHaveBlock && BlockLine.isAlone(line)) {
            block(
                    Indent.continued(line.shape().substring(0, line.shape().indexOf(Marks.VALUE))),
                    BlockLine.markdown(line));
            return Carry.NOTHING;
        }
        var isLabelled = mayHaveBlock && !around.htmlBlock() && !around.table() && BlockLine.endsInProse(line);
        if (isLabelled) {
            labelled(line, around);
            return Carry.NOTHING;
        }
        var composed = LineComposer.compose(line, around, before);
        add(endsEmpty(line) ? composed.markdown().stripTrailing() : composed.markdown());
        return composed.carry();
    }

    /** Prose behind a label or a bullet goes on below it. */
    private void labelled(Line line, LineComposer.Surroundings around) {
        var label = LineComposer.compose(BlockLine.withoutLast(line), around, Carry.NOTHING)
                .markdown();
        var marks = MARKS.matcher(label);
        var prefix = marks.lookingAt() ? marks.group() : "";
        var prose = BlockLine.last(line).text();
        if (prefix.length() < label.length()) {
            add(label.stripTrailing());
            block(Indent.continued(prefix), prose);
            return;
        }
        var lines = prose.split("\n", -1);
        add(label + lines[0]);
        for (int index = 1; index < lines.length; index++) {
            add(Indent.line(Indent.continued(prefix), lines[index]));
        }
        blank(Indent.continued(prefix));
    }

    private static boolean endsEmpty(Line line) {
        var last =
                line.pieces().isEmpty() ? null : line.pieces().get(line.pieces().size() - 1);
        return last instanceof Piece.Value value && value.isEmpty();
    }

    private void block(String prefix, String markdown) {
        blank(prefix);
        for (var line : markdown.split("\n", -1)) {
            add(Indent.line(prefix, line));
        }
        blank(prefix);
    }

    private int fence(int from) {
        var to = from + 1;
        while (to < rows.size() && rows.get(to).kind() == Row.Kind.FENCE_BODY) {
            to++;
        }
        var open = rows.get(from).line();
        var fence = Rows.FENCE.matcher(open.shape());
        if (!fence.matches()) {
            throw new IllegalStateException("A fence that is none");
        }
        var prefix = fence.group(1);
        var next = Indent.continued(prefix);
        if (endsInHtml || next.length() > DEEPEST_FENCE || prefix.chars().anyMatch(Character::isDigit)) {
            blank(next);
        }
        var code = new FencedLines(rows.subList(from + 1, to), next);
        var marks = CodeText.fence(fence.group(2).charAt(0), fence.group(2).length(), code.text());
        add(prefix + marks + FencedLines.info(open, fence.end(2)));
        code.lines().forEach(line -> add(Indent.line(next, line)));
        add(next + marks);
        endsInHtml = false;
        return to < rows.size() && rows.get(to).kind() == Row.Kind.FENCE_CLOSE ? to + 1 : to;
    }

    private void add(String line) {
        out.add(line);
        length += line.length() + 1;
    }

    /** A blank line, unless there is one already. */
    private void blank(String prefix) {
        if (!out.isEmpty() && !isBlank(out.get(out.size() - 1))) {
            add(prefix.stripTrailing());
        }
    }

    private static boolean isBlank(String line) {
        return line.chars().allMatch(c -> c == ' ' || c == '\t' || c == '>');
    }

    private String text() {
        var from = 0;
        var to = out.size();
        while (from < to && isBlank(out.get(from))) {
            from++;
        }
        while (to > from && isBlank(out.get(to - 1))) {
            to--;
        }
        return String.join("\n", out.subList(from, to)).stripTrailing();
    }
}
