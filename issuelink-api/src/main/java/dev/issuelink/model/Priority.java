package dev.issuelink.model;

/**
 * How urgent an issue is, in the words of the tracker or of the rule that opened it: {@code P1}, {@code High}.
 *
 * @param name the word, never blank
 */
public record Priority(String name) {
    /** Checks the name. */
    public Priority {
        Checks.notBlank(name, "name");
    }

    @Override
    public String toString() {
        return name;
    }
}
