package dev.issuelink.core.internal.template;

/** Makes Markdown of text that nobody vouches for. */
public final class Markdown {
    private Markdown() {}

    /**
     * Text that stands within a line, or is one.
     *
     * @param untrusted the text, of any form
     * @return one line of Markdown that shows the text and does nothing; empty if there is nothing to show
     */
    public static String escape(String untrusted) {
        return escape(untrusted, Clean.LONGEST_INLINE);
    }

    static String escape(String untrusted, int longest) {
        return new LineText().untrusted(Clean.line(untrusted, longest)).markdown(false);
    }

    /**
     * Text of several lines, or Markdown, of which only paragraphs, lists and code remain: advice of a machine, a note of
     * somebody.
     *
     * @param untrustedMarkdown the text
     * @return the same as blocks that are safe
     */
    public static Fragment.Prose plain(String untrustedMarkdown) {
        return new PlainMarkdown(untrustedMarkdown).prose();
    }
}
