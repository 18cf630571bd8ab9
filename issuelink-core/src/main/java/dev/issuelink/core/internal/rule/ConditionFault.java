package dev.issuelink.core.internal.rule;

/**
 * What is wrong with a condition or a fingerprint, and where. Never repeats what was written, save operators and words
 * of the language, since anything may be a secret that was put in the wrong place.
 *
 * @param line from 1 on
 * @param column from 1 on, in characters
 * @param problem what is wrong and what to do, a sentence without its beginning
 */
public record ConditionFault(int line, int column, String problem) {
    @Override
    public String toString() {
        return "has a fault at line " + line + ", column " + column + ": " + problem;
    }
}
