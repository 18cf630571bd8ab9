package dev.issuelink.core.internal.template;

import java.util.ArrayList;
import java.util.List;

/**
 * Builds Markdown of text that nobody vouches for. What is blank is left out. What is too long is clipped with a note.
 * Not for several threads.
 */
public final class MarkdownWriter {
    private static final int MOST_ROWS = 200;

    private final StringBuilder text = new StringBuilder();
    private boolean endsInItem;
    private int leftOut;

    /** Adds a paragraph. */
    public MarkdownWriter paragraph(String untrusted) {
        return block(List.of(Markdown.escape(untrusted, Clean.LONGEST_PARAGRAPH)));
    }

    /** Adds an item to a list; items that follow each other are one list. */
    public MarkdownWriter bullet(String untrusted) {
        return item("- ", Markdown.escape(untrusted, Clean.LONGEST_PARAGRAPH));
    }

    /** Adds an item to a list: a label in bold, and its value. Without a value there is no item. */
    public MarkdownWriter bullet(String label, String value) {
        var words = Clean.line(value, Clean.LONGEST_PARAGRAPH);
        var line = new LineText()
                .fixed("**")
                .untrusted(Clean.line(label, Clean.LONGEST_INLINE))
                .fixed("**: ")
                .untrusted(words);
        return words.isEmpty() ? this : item("- ", line.markdown(false));
    }

    /** Adds an item to a list that can be ticked off. */
    public MarkdownWriter checkbox(boolean done, String untrusted) {
        var words = Markdown.escape(untrusted, Clean.LONGEST_PARAGRAPH);
        return words.isEmpty() ? this : item("- ", (done ? "[x] " : "[ ] ") + words);
    }

    /** Adds a block of code; the language is for highlighting, and may be empty. */
    public MarkdownWriter code(String untrusted, String language) {
        var code = Clean.block(untrusted, Clean.LONGEST_CODE).noted("\n");
        return code.isBlank() ? this : block(List.of(CodeText.block(code, language)));
    }

    /** Adds a table; rows may be shorter or longer than the headers. Without rows there is no table. */
    public MarkdownWriter table(List<String> headers, List<List<String>> rows) {
        var filled = rows.stream()
                .map(MarkdownWriter::cells)
                .filter(row -> row.stream().anyMatch(cell -> !cell.isEmpty()))
                .toList();
        if (filled.isEmpty()) {
            return this;
        }
        var width = Math.max(
                headers.size(), filled.stream().mapToInt(List::size).max().orElse(0));
        var lines = new ArrayList<String>();
        lines.add(row(cells(headers), width));
        lines.add("|" + " --- |".repeat(width));
        filled.stream().limit(MOST_ROWS).forEach(row -> lines.add(row(row, width)));
        block(lines);
        return filled.size() > MOST_ROWS ? paragraph("… (" + (filled.size() - MOST_ROWS) + " more rows)") : this;
    }

    /** What was added. */
    public Fragment.Prose prose() {
        var end = leftOut == 0 ? "" : "\n\n… (" + leftOut + " more)";
        return new Fragment.Prose(text + end);
    }

    /** Adds lines of one block that are safe already. */
    MarkdownWriter block(List<String> lines) {
        var block = String.join("\n", lines);
        return block.isEmpty() ? this : add("\n\n", block, false);
    }

    /** Adds an item that is safe already. */
    MarkdownWriter item(String mark, String words) {
        return words.isEmpty() ? this : add(endsInItem ? "\n" : "\n\n", mark + words, true);
    }

    private MarkdownWriter add(String separator, String block, boolean isItem) {
        if (leftOut > 0 || text.length() >= Clean.LONGEST_PROSE) {
            leftOut++;
            return this;
        }
        text.append(text.isEmpty() ? "" : separator).append(block);
        endsInItem = isItem;
        return this;
    }

    private static List<String> cells(List<String> row) {
        return row.stream().map(cell -> Clean.line(cell, Clean.LONGEST_INLINE)).toList();
    }

    private static String row(List<String> cells, int width) {
        var line = new LineText().fixed("|");
        for (int column = 0; column < width; column++) {
            line.fixed(" ")
                    .untrusted(column < cells.size() ? cells.get(column) : "")
                    .fixed(" |");
        }
        return line.markdown(false);
    }
}
