package dev.issuelink.host;

/**
 * Removes from a text what the host does not want to leave, after IssueLink removed what it knows itself. Called for the
 * texts of an event before templates are filled with them and for every text that is about to be written to a tracker,
 * from any thread. If it throws, nothing is sent. For what a pattern finds, see {@link RedactionPolicy}.
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
