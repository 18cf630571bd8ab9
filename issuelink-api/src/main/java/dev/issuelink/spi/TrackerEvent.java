package dev.issuelink.spi;

import dev.issuelink.model.Comment;
import dev.issuelink.model.Issue;
import dev.issuelink.model.IssueKey;
import dev.issuelink.model.IssueReference;
import dev.issuelink.model.Label;
import dev.issuelink.model.SecurityAlert;
import dev.issuelink.model.User;
import java.util.Objects;
import java.util.Optional;

/** What a tracker told us, in our words. */
public sealed interface TrackerEvent {
    /**
     * What told us, in the tracker's words.
     *
     * @return for example {@code issues.closed}
     */
    String action();

    /**
     * Who did it.
     *
     * @return the account, or empty if the tracker did not tell
     */
    Optional<User> actor();

    /**
     * An issue was opened or changed in any way; here is all of it.
     *
     * @param action what told us
     * @param actor who did it
     * @param issue the issue after the change
     */
    record IssueChanged(String action, Optional<User> actor, Issue issue) implements TrackerEvent {
        /** Checks the components. */
        public IssueChanged {
            requireAll(action, actor, issue);
        }
    }

    /**
     * The tracker said that an issue is gone.
     *
     * @param action what told us
     * @param actor who did it
     * @param issue the issue as it was
     */
    record IssueDeleted(String action, Optional<User> actor, IssueReference issue) implements TrackerEvent {
        /** Checks the components. */
        public IssueDeleted {
            requireAll(action, actor, issue);
        }
    }

    /**
     * An issue moved to another project and has a new identity there.
     *
     * @param action what told us
     * @param actor who did it
     * @param from the old identity
     * @param to the issue where it is now
     */
    record IssueMoved(String action, Optional<User> actor, IssueKey from, Issue to) implements TrackerEvent {
        /** Checks the components. */
        public IssueMoved {
            requireAll(action, actor, from, to);
        }
    }

    /**
     * A comment was written or changed.
     *
     * @param action what told us
     * @param actor who did it
     * @param comment the comment after the change
     * @param issue the issue it belongs to, as the tracker told it along
     */
    record CommentChanged(String action, Optional<User> actor, Comment comment, Issue issue) implements TrackerEvent {
        /** Checks the components. */
        public CommentChanged {
            requireAll(action, actor, comment, issue);
        }
    }

    /**
     * A comment was deleted.
     *
     * @param action what told us
     * @param actor who did it
     * @param commentId the comment's id
     * @param issue the issue it belonged to, as the tracker told it along
     */
    record CommentDeleted(String action, Optional<User> actor, String commentId, Issue issue) implements TrackerEvent {
        /** Checks the components. */
        public CommentDeleted {
            requireAll(action, actor, commentId, issue);
        }
    }

    /**
     * A label of the project was made, changed or deleted.
     *
     * @param action what told us
     * @param actor who did it
     * @param label the label after the change, or as it was if it was deleted
     * @param previousName its name before, if it was renamed
     */
    record LabelChanged(String action, Optional<User> actor, Label label, Optional<String> previousName)
            implements TrackerEvent {
        /** Checks the components. */
        public LabelChanged {
            requireAll(action, actor, label, previousName);
        }
    }

    /**
     * The security scanner found something, or something became of a finding.
     *
     * @param action what told us
     * @param actor who did it
     * @param alert the finding
     */
    record AlertChanged(String action, Optional<User> actor, SecurityAlert alert) implements TrackerEvent {
        /** Checks the components. */
        public AlertChanged {
            requireAll(action, actor, alert);
        }
    }

    /**
     * Something that concerns no issue, or that we do not know.
     *
     * @param action what told us
     * @param actor who did it
     * @param reason why it is ignored
     */
    record Ignored(String action, Optional<User> actor, String reason) implements TrackerEvent {
        /** Checks the components. */
        public Ignored {
            requireAll(action, actor, reason);
        }
    }

    private static void requireAll(Object... components) {
        for (var component : components) {
            Objects.requireNonNull(component, "component");
        }
    }
}
