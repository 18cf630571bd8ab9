package dev.issuelink.core.internal.codec;

import dev.issuelink.model.IssueChanges;
import dev.issuelink.model.IssueDraft;
import dev.issuelink.model.IssueReference;
import dev.issuelink.model.ObjectReference;
import java.util.List;

/** Something that is to be written to a tracker. */
public sealed interface Write {
    /** What is to be done, as the outbox and the audit trail name it. */
    Operation operation();

    /** The kinds of writes. */
    enum Operation {
        CREATE_ISSUE,
        UPDATE_ISSUE,
        ADD_COMMENT
    }

    /** An issue is to be opened and linked. */
    record CreateIssue(IssueDraft draft, List<ObjectReference> objects) implements Write {
        public CreateIssue {
            objects = List.copyOf(objects);
        }

        @Override
        public Operation operation() {
            return Operation.CREATE_ISSUE;
        }
    }

    /** An issue is to be changed. */
    record UpdateIssue(IssueReference issue, IssueChanges changes) implements Write {
        @Override
        public Operation operation() {
            return Operation.UPDATE_ISSUE;
        }
    }

    /** A comment is to be written. */
    record AddComment(IssueReference issue, String text) implements Write {
        @Override
        public Operation operation() {
            return Operation.ADD_COMMENT;
        }
    }
}
