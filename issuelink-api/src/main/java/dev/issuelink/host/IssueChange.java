package dev.issuelink.host;

import dev.issuelink.model.Issue;
import dev.issuelink.model.ObjectReference;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A change of a linked issue, made by somebody else than this engine.
 *
 * @param before the issue as it was last seen, or empty if it was never seen before
 * @param after the issue as it is now
 * @param objects the linked objects whose links let changes through from the issue
 * @param cause what told us, for example {@code webhook issues.closed} or {@code sync}
 */
public record IssueChange(Optional<Issue> before, Issue after, List<ObjectReference> objects, String cause) {
    /** Checks and copies the components. */
    public IssueChange {
        Objects.requireNonNull(before, "before");
        Objects.requireNonNull(after, "after");
        objects = List.copyOf(objects);
        Objects.requireNonNull(cause, "cause");
    }
}
