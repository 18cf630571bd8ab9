package dev.issuelink.spi;

import dev.issuelink.model.Comment;
import dev.issuelink.model.IssueReference;
import dev.issuelink.model.Listing;
import dev.issuelink.model.Marker;
import dev.issuelink.model.WriteResult;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Comments of issues. Threads, errors and capabilities as in {@link IssueTrackerAdapter}; a tracker without comments
 * throws {@link dev.issuelink.error.ErrorCode#UNSUPPORTED} from each.
 */
public interface CommentOperations {
    /**
     * Lists comments.
     *
     * @param issue of which issue
     * @param since only those written or changed at this time or later, by the tracker's clock; null for all
     * @return the comments, oldest first; what the tracker writes by itself is left out
     */
    Listing<Comment> getComments(IssueReference issue, @Nullable Instant since);

    /**
     * Writes a comment and puts the marker into it.
     *
     * @param issue to which issue
     * @param text CommonMark with GitHub's extensions; taken as safe to send
     * @param marker the mark by which it is found again
     * @return what the tracker stored
     */
    WriteResult<Comment> addComment(IssueReference issue, String text, Marker marker);

    /**
     * Changes a comment. Its marker is kept.
     *
     * @param issue of which issue
     * @param commentId which one
     * @param text the new text
     * @return what the tracker stored
     */
    WriteResult<Comment> updateComment(IssueReference issue, String commentId, String text);

    /**
     * Deletes a comment. One that is gone already is no error.
     *
     * @param issue of which issue
     * @param commentId which one
     */
    void deleteComment(IssueReference issue, String commentId);

    /**
     * Finds the comment that carries a marker, see {@link IssueTrackerAdapter#findByMarker}.
     *
     * @param issue of which issue
     * @param marker the marker
     * @param notBefore when the earliest write of it may have happened, by the engine's clock
     * @return the comment, or empty
     */
    Optional<Comment> findByMarker(IssueReference issue, Marker marker, Instant notBefore);
}
