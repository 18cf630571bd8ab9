package dev.issuelink.testkit;

/**
 * What a person does on a tracker's own pages, behind the adapter's back. Issues are named by their display keys such as
 * {@code #12} in the tracker's main project. Everything happens at once, at the tracker's present time. A key or id that
 * is not there leads to {@link IllegalArgumentException}. Safe for several threads.
 */
public interface TrackerPeople {
    /**
     * Opens an issue.
     *
     * @param title its title
     * @param body its description as a person types it
     * @return its display key
     */
    String openIssue(String title, String body);

    /**
     * Opens something that the tracker mixes into its listings of issues and that is none, such as a pull request.
     *
     * @param title its title
     * @return its display key
     * @throws UnsupportedOperationException if the tracker has no such thing
     */
    String openIntruder(String title);

    /**
     * Replaces the title and what is visible of the description. A mark of ours that is hidden there stays.
     *
     * @param issue its display key
     * @param title the new title
     * @param body the new description
     */
    void editIssue(String issue, String title, String body);

    /**
     * Closes an issue as completed.
     *
     * @param issue its display key
     */
    void closeIssue(String issue);

    /**
     * Opens a closed issue again.
     *
     * @param issue its display key
     */
    void reopenIssue(String issue);

    /**
     * Puts a label on an issue; made first if the project has no such label.
     *
     * @param issue its display key
     * @param label the label's name
     */
    void addLabel(String issue, String label);

    /**
     * Takes a label from an issue.
     *
     * @param issue its display key
     * @param label the label's name
     */
    void removeLabel(String issue, String label);

    /**
     * Assigns a user.
     *
     * @param issue its display key
     * @param user one of the users to whom issues can be assigned
     */
    void assign(String issue, String user);

    /**
     * Renames a label of the project, on all its issues.
     *
     * @param from the old name
     * @param to the new name
     */
    void renameLabel(String from, String to);

    /**
     * Writes a comment.
     *
     * @param issue the issue's display key
     * @param text the comment as a person types it
     * @return the comment's id, as the adapter names it
     */
    String comment(String issue, String text);

    /**
     * Changes a comment.
     *
     * @param issue the issue's display key
     * @param comment the comment's id
     * @param text the new text
     */
    void editComment(String issue, String comment, String text);

    /**
     * Deletes a comment.
     *
     * @param issue the issue's display key
     * @param comment the comment's id
     */
    void deleteComment(String issue, String comment);

    /**
     * Deletes an issue for good.
     *
     * @param issue its display key
     */
    void deleteIssue(String issue);

    /**
     * Moves an issue to another project.
     *
     * @param issue its display key
     * @param project the other project's id
     * @return its display key there
     */
    String transferIssue(String issue, String project);

    /**
     * How many issues of the main project carry a title, deleted and moved ones left out. By this a test counts what
     * was really opened.
     *
     * @param title the title
     * @return the number
     */
    int countIssues(String title);

    /**
     * How many comments of an issue hold a text.
     *
     * @param issue the issue's display key
     * @param text the text
     * @return the number
     */
    int countComments(String issue, String text);
}
