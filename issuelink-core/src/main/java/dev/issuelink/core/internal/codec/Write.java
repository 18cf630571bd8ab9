package dev.issuelink.core.internal.codec;

import dev.issuelink.model.IssueChanges;
import dev.issuelink.model.IssueDraft;
import dev.issuelink.model.IssueReference;
import dev.issuelink.model.ObjectReference;
import java.util.List;
import java.util.Optional;

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

    /**
     * An issue is to be opened and linked.
     *
     * @param fingerprint what the events have in common for which it is opened, if it is opened for events
     */
    record CreateIssue(IssueDraft draft, List<ObjectReference> objects, Optional<String> fingerprint) implements Write {
        public CreateIssue {
            objects = List.copyOf(objects);
        }

        /** An issue that is wanted for itself. */
        public CreateIssue(IssueDraft draft, List<ObjectReference> objects) {
            this(draft, objects, Optional.empty());
        }

        /** The same with another draft. */
        public CreateIssue with(IssueDraft other) {
            return new CreateIssue(other, objects, fingerprint);
        }

        @Override
        public Operation operation() {
            return Operation.CREATE_ISSUE;
        }
    }

    /** What must hold of an issue right before it is changed; if it does not, it is left as it is. */
    enum Precondition {
        /** Nothing. */
        NONE,
        /** It is not done, so that somebody's own reason for closing it stays. */
        NOT_DONE,
        /** No person decided against it. */
        NOT_DECLINED
    }

    /** An issue is to be changed. */
    record UpdateIssue(IssueReference issue, IssueChanges changes, Precondition precondition) implements Write {
        /** A change that is wanted in any case. */
        public UpdateIssue(IssueReference issue, IssueChanges changes) {
            this(issue, changes, Precondition.NONE);
        }

        /** The same with other changes. */
        public UpdateIssue with(IssueChanges other) {
            return new UpdateIssue(issue, other, precondition);
        }

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
