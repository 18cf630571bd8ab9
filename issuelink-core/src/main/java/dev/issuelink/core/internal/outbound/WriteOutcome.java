package dev.issuelink.core.internal.outbound;

import dev.issuelink.model.Comment;
import dev.issuelink.model.DroppedField;
import dev.issuelink.model.Issue;
import dev.issuelink.model.IssueReference;
import java.util.List;

/** What a tracker stored of a write. */
sealed interface WriteOutcome {
    /** What the tracker silently left out. */
    List<DroppedField> dropped();

    /** An issue was opened or changed. */
    record IssueWritten(Issue issue, List<DroppedField> dropped) implements WriteOutcome {}

    /** A comment was written. */
    record CommentWritten(IssueReference issue, Comment comment, List<DroppedField> dropped) implements WriteOutcome {}
}
