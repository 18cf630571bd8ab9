package dev.issuelink.core.internal.link;

import dev.issuelink.AutoIssues;
import dev.issuelink.PublishPreview;
import dev.issuelink.UndoReport;
import dev.issuelink.UndoRequest;
import dev.issuelink.event.DatabaseEvent;
import dev.issuelink.host.AccessRequest.Operation;
import dev.issuelink.model.IssueReference;
import dev.issuelink.store.AuditEntry;
import java.util.List;

/** Checks access, then hands over. */
final class DefaultAutoIssues implements AutoIssues {
    private final ManagerParts parts;
    private final String actor;

    DefaultAutoIssues(ManagerParts parts, String actor) {
        this.parts = parts;
        this.actor = actor;
    }

    @Override
    public PublishPreview preview(DatabaseEvent event) {
        parts.access().check(actor, Operation.READ, "", event.object().key());
        return parts.events().preview(actor, event);
    }

    @Override
    public List<AuditEntry> explain(IssueReference issue) {
        parts.access().check(actor, Operation.READ, issue.tracker(), null);
        return parts.explaining().explain(issue);
    }

    @Override
    public UndoReport undo(UndoRequest request) {
        parts.access().check(actor, Operation.UNDO, "", null);
        return parts.undoing().undo(actor, request);
    }
}
