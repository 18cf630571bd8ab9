package dev.issuelink;

import dev.issuelink.model.IssueReference;
import java.util.List;
import java.util.Objects;

/**
 * What was undone.
 *
 * @param issues every issue of the request
 */
public record UndoReport(List<UndoneIssue> issues) {
    /** Copies the list. */
    public UndoReport {
        issues = List.copyOf(issues);
    }

    /**
     * What became of one issue.
     *
     * @param issue the issue as it was found
     * @param undone whether it is closed and unlinked; false if it was spared
     * @param reason why it was spared, or what was done
     */
    public record UndoneIssue(IssueReference issue, boolean undone, String reason) {
        /** Checks the components. */
        public UndoneIssue {
            Objects.requireNonNull(issue, "issue");
            Objects.requireNonNull(reason, "reason");
        }
    }
}
