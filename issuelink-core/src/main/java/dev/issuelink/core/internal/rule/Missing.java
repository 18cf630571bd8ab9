package dev.issuelink.core.internal.rule;

/**
 * Stands for a value that the event does not have.
 *
 * @param path what was looked for
 */
record Missing(String path) {
    Unanswered unanswered() {
        return new Unanswered("the event has no " + path);
    }
}
