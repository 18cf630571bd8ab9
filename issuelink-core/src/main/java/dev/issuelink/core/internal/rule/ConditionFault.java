package dev.issuelink.core.internal.rule;

import java.util.Objects;
import java.util.Optional;

/**
 * What is wrong with a condition or a fingerprint, and where. Never repeats what was written, save operators and words
 * of the language, since anything may be a secret that was put in the wrong place.
 *
 * @param line from 1 on
 * @param column from 1 on, in UTF-16 units
 * @param problem what is wrong and what to do, a sentence without its beginning and end
 * @param nearest the known name that was meant, if a name is not known
 */
public record ConditionFault(int line, int column, String problem, Optional<String> nearest) {
    /** Checks the components. */
    public ConditionFault {
        Objects.requireNonNull(problem, "problem");
        Objects.requireNonNull(nearest, "nearest");
    }

    /** The fault as a sentence whose subject is the condition or the fingerprint. */
    public String sentence() {
        return "has a fault at line " + line + ", column " + column + ": " + problem + ".";
    }

    @Override
    public String toString() {
        return sentence()
                + nearest.map(name -> " Did you mean \"" + name + "\"?").orElse("");
    }
}
