package dev.issuelink.core.internal.template;

import java.util.Objects;

/**
 * A value of a template that is more than a word. All other values are untrusted text that stands on one line; a
 * fragment says how it may fill lines of its own without changing the structure of what is around it.
 */
public sealed interface Fragment {
    /** Whether there is nothing to show. */
    boolean isEmpty();

    /**
     * Untrusted text that is shown as it is: a code block where it stands on a line of its own, a code span elsewhere.
     *
     * @param text the text
     * @param language what it is written in, for highlighting; empty if unknown
     */
    record Code(String text, String language) implements Fragment {
        public Code {
            Objects.requireNonNull(text, "text");
            Objects.requireNonNull(language, "language");
        }

        @Override
        public boolean isEmpty() {
            return text.isBlank();
        }
    }

    /**
     * Markdown of our own making, in which every value has been escaped already: paragraphs, lists, tables and code
     * blocks, but no headings.
     *
     * @param markdown the text
     */
    record Prose(String markdown) implements Fragment {
        public Prose {
            Objects.requireNonNull(markdown, "markdown");
        }

        @Override
        public boolean isEmpty() {
            return markdown.isBlank();
        }
    }
}
