package dev.issuelink.core.internal.publish;

import dev.issuelink.model.IssueReference;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A text that a decision needs. It is made outside of the transaction, since making it may take long; whoever decides
 * again with other facts wishes for another text.
 */
sealed interface Wish {
    /** For what it is wished. */
    Concern concern();

    /**
     * The text of a new issue.
     *
     * @param former the issue of the same problem that was closed before
     * @param related issues that the text names
     */
    record Opening(Concern concern, Optional<Former> former, List<IssueReference> related) implements Wish {
        public Opening {
            related = List.copyOf(related);
        }
    }

    /** An issue that was closed, and when. */
    record Former(IssueReference issue, Instant endedAt) {}

    /**
     * What is said of an issue that is opened again.
     *
     * @param former the issue
     * @param count how many events there were, with this one
     */
    record Reopening(Concern concern, Former former, long count) implements Wish {}

    /**
     * What is said of an issue whose problem is over.
     *
     * @param issue the issue
     * @param closes whether it is closed as well
     */
    record Ending(Concern concern, IssueReference issue, boolean closes) implements Wish {}

    /** What will be said once an issue is open, or has been quiet for long. */
    record LaterEnding(Concern concern) implements Wish {}
}
