package dev.issuelink.core.internal.template;

import java.util.Objects;

/**
 * One thing that is wrong in a template.
 *
 * @param part where
 * @param line from 1
 * @param column from 1, in UTF-16 units
 * @param problem what is wrong, one sentence
 * @param advice what to do, one sentence
 */
public record TemplateFault(Part part, int line, int column, String problem, String advice) {
    /** The two texts of a template. */
    public enum Part {
        /** The template of the title. */
        TITLE,
        /** The template of the description. */
        BODY;

        @Override
        public String toString() {
            return this == TITLE ? "title" : "body";
        }
    }

    public TemplateFault {
        Objects.requireNonNull(part, "part");
        Objects.requireNonNull(problem, "problem");
        Objects.requireNonNull(advice, "advice");
    }

    @Override
    public String toString() {
        return part + ", line " + line + ", column " + column + ": " + problem + " " + advice;
    }
}
