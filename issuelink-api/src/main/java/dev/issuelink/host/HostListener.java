package dev.issuelink.host;

import dev.issuelink.model.Comment;
import dev.issuelink.model.DroppedField;
import dev.issuelink.model.IssueKey;
import dev.issuelink.model.IssueLink;
import dev.issuelink.model.IssueReference;
import dev.issuelink.model.SecurityAlert;
import java.util.List;

/**
 * Is told what happened, after it was stored. Called from engine threads, for one issue in order and never twice at
 * once; keep it short. What it throws is logged and changes nothing. A crash between storing and telling may swallow a
 * call; the next {@code sync} finds nothing new then, so use the callbacks to react, and the manager to read.
 */
public interface HostListener {
    /**
     * A link was made.
     *
     * @param link the link
     */
    default void linkCreated(IssueLink link) {}

    /**
     * A link was removed.
     *
     * @param link the link as it was
     */
    default void linkRemoved(IssueLink link) {}

    /**
     * An issue that we wanted was opened by its tracker.
     *
     * @param issue the issue
     */
    default void issueCreated(IssueReference issue) {}

    /**
     * Somebody changed a linked issue.
     *
     * @param change what it was and what it is
     */
    default void issueChanged(IssueChange change) {}

    /**
     * The tracker said that a linked issue was deleted. Its links are kept.
     *
     * @param issue the issue as it was last seen
     */
    default void issueDeleted(IssueReference issue) {}

    /**
     * A linked issue moved to another project and has a new identity there. Its links moved with it.
     *
     * @param from the old identity
     * @param to the issue where it is now
     */
    default void issueMoved(IssueKey from, IssueReference to) {}

    /**
     * Somebody wrote or changed a comment of a linked issue.
     *
     * @param comment the comment
     */
    default void commentChanged(Comment comment) {}

    /**
     * Somebody deleted a comment of a linked issue.
     *
     * @param issue the issue
     * @param commentId the comment's id
     */
    default void commentDeleted(IssueReference issue, String commentId) {}

    /**
     * The tracker's security scanner found something, or something became of a finding; told by webhook.
     *
     * @param tracker the configured name of the tracker
     * @param alert the finding
     */
    default void securityAlert(String tracker, SecurityAlert alert) {}

    /**
     * A write of ours was carried out, but not all of it: the tracker left something out, or it had to be cut.
     *
     * @param issue the issue that was opened, changed or commented
     * @param dropped what is missing and why, at least one thing
     */
    default void fieldsDropped(IssueReference issue, List<DroppedField> dropped) {}

    /**
     * A write was given up and needs a person.
     *
     * @param failure what was to be written and why it failed
     */
    default void writeFailed(WriteFailure failure) {}
}
