package dev.issuelink;

import dev.issuelink.event.DatabaseEvent;
import dev.issuelink.model.IssueReference;
import dev.issuelink.store.AuditEntry;
import java.util.List;

/**
 * Looking at what rules do: before it happens, afterwards, and when it was wrong. Safe for all threads. Every operation
 * asks the {@link dev.issuelink.host.AccessPolicy} first.
 */
public interface AutoIssues {
    /**
     * What {@link IssueLinkManager#publish} would do now. Nothing is stored or sent.
     *
     * @param event what might happen
     * @return exactly what would be written, where and why
     * @throws dev.issuelink.error.TrackerException as for {@code publish}
     */
    PublishPreview preview(DatabaseEvent event);

    /**
     * Why an issue is there: every decision and every act that concerns it.
     *
     * @param issue an issue that a rule opened
     * @return the entries of the audit trail, in order; empty if no rule opened it
     */
    List<AuditEntry> explain(IssueReference issue);

    /**
     * Closes and unlinks what a wrong rule opened, and lets the same events open issues again. What people commented,
     * changed or closed is spared. Each issue is read from its tracker first, so this may take long; what was undone
     * before a failure stays undone, and the same request goes on from there.
     *
     * @param request which issues
     * @return every issue of the request, and what became of it
     * @throws dev.issuelink.error.TrackerException if a tracker could not be asked
     */
    UndoReport undo(UndoRequest request);
}
