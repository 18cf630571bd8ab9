package dev.issuelink.host;

/**
 * Removes from a text what the host does not want to leave, after IssueLink removed what it knows itself. Called for
 * every text that is about to be written to a tracker, from any thread. If it throws, the text is not sent.
 */
@FunctionalInterface
public interface Redactor {
    /**
     * Removes what must not leave.
     *
     * @param text the text
     * @return the text without it
     */
    String redact(String text);
}
