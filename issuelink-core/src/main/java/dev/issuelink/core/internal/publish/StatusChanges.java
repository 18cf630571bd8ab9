package dev.issuelink.core.internal.publish;

import dev.issuelink.core.internal.codec.Write;
import dev.issuelink.core.internal.codec.Write.Precondition;
import dev.issuelink.model.IssueChanges;
import dev.issuelink.model.IssueReference;
import dev.issuelink.model.Resolution;
import dev.issuelink.model.StatusCategory;
import dev.issuelink.model.TargetStatus;

/** Changes of an issue's status that leave alone what a person decided meanwhile. */
final class StatusChanges {
    private StatusChanges() {}

    static Write.UpdateIssue close(IssueReference issue) {
        return change(issue, TargetStatus.done(Resolution.COMPLETED), Precondition.NOT_DONE);
    }

    static Write.UpdateIssue reopen(IssueReference issue) {
        return change(issue, TargetStatus.of(StatusCategory.OPEN), Precondition.NOT_DECLINED);
    }

    private static Write.UpdateIssue change(IssueReference issue, TargetStatus status, Precondition precondition) {
        return new Write.UpdateIssue(
                issue, IssueChanges.builder().status(status).build(), precondition);
    }
}
