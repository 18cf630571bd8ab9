package dev.issuelink.core.internal.template;

import java.util.List;

/** Builds Markdown of text that nobody vouches for. What is blank is left out. Not for several threads. */
public final class MarkdownWriter {
    private final StringBuilder text = new StringBuilder();

    /** Adds a paragraph. */
    public MarkdownWriter paragraph(String untrusted) {
        return block(Markdown.escape(untrusted));
    }

    /** Adds an item to a list. */
    public MarkdownWriter bullet(String untrusted) {
        return block("- " + Markdown.escape(untrusted));
    }

    /** Adds an item to a list: a label in bold, and its value. */
    public MarkdownWriter bullet(String label, String value) {
        return block("- **" + Markdown.escape(label) + "**: " + Markdown.escape(value));
    }

    /** Adds an item to a list that can be ticked off. */
    public MarkdownWriter checkbox(boolean done, String untrusted) {
        return block((done ? "- [x] " : "- [ ] ") + Markdown.escape(untrusted));
    }

    /** Adds a code block; the language is for highlighting, and may be empty. */
    public MarkdownWriter code(String untrusted, String language) {
        return block("```" + language + "\n" + untrusted + "\n```");
    }

    /** Adds a table; rows may be shorter or longer than the headers. */
    public MarkdownWriter table(List<String> headers, List<List<String>> rows) {
        return block(headers + "\n" + rows);
    }

    /** What was added. */
    public Fragment.Prose prose() {
        return new Fragment.Prose(text.toString());
    }

    private MarkdownWriter block(String block) {
        text.append(text.isEmpty() ? "" : "\n\n").append(block);
        return this;
    }
}
