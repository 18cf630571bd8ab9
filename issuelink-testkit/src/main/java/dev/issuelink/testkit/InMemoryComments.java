package dev.issuelink.testkit;

import dev.issuelink.error.ErrorCode;
import dev.issuelink.model.Comment;
import dev.issuelink.model.IssueReference;
import dev.issuelink.model.Listing;
import dev.issuelink.model.Marker;
import dev.issuelink.model.WriteResult;
import dev.issuelink.spi.Capability;
import dev.issuelink.spi.CommentOperations;
import dev.issuelink.testkit.PagedListing.Slot;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Comments of the tracker in memory. */
final class InMemoryComments implements CommentOperations {
    private final InMemoryTracker tracker;
    private final TrackerState state;
    private final CallGate gate;
    private final IssueFinder finder;

    InMemoryComments(InMemoryTracker tracker, CallGate gate, IssueFinder finder) {
        this.tracker = tracker;
        this.state = tracker.state();
        this.gate = gate;
        this.finder = finder;
    }

    @Override
    public Listing<Comment> getComments(IssueReference issue, @Nullable Instant since) {
        return new PagedListing<>(
                gate, "getComments", Capability.READ_COMMENTS, tracker.pageSize(), () -> slots(issue, since));
    }

    private List<Slot<Comment>> slots(IssueReference issue, @Nullable Instant since) {
        var row = finder.require("getComments", issue);
        return row.comments.values().stream()
                .filter(comment -> since == null || !comment.updatedAt().isBefore(since))
                .map(comment ->
                        new Slot<>(Long.parseLong(comment.id().substring(1)), Optional.of(toComment(row, comment))))
                .toList();
    }

    @Override
    public WriteResult<Comment> addComment(IssueReference issue, String text, Marker marker) {
        return gate.write("addComment", Capability.WRITE_COMMENTS, () -> {
            var row = finder.require("addComment", issue);
            return WriteResult.complete(toComment(row, tracker.edits().comment(row, text, marker, tracker.account())));
        });
    }

    @Override
    public WriteResult<Comment> updateComment(IssueReference issue, String commentId, String text) {
        return gate.write("updateComment", Capability.WRITE_COMMENTS, () -> {
            var row = finder.require("updateComment", issue);
            var comment = row.comments.get(commentId);
            if (comment == null) {
                throw gate.failure(ErrorCode.NOT_FOUND, "updateComment", "There is no comment " + commentId + ".");
            }
            return WriteResult.complete(
                    toComment(row, tracker.edits().editComment(row, comment, text, tracker.account())));
        });
    }

    @Override
    public void deleteComment(IssueReference issue, String commentId) {
        gate.write("deleteComment", Capability.WRITE_COMMENTS, () -> {
            var row = finder.row(issue);
            row.ifPresent(found -> tracker.edits().deleteComment(found, commentId, tracker.account()));
            return row.isPresent();
        });
    }

    @Override
    public Optional<Comment> findByMarker(IssueReference issue, Marker marker, Instant notBefore) {
        gate.require("comments.findByMarker", Capability.READ_COMMENTS);
        return gate.read("comments.findByMarker", Capability.FIND_BY_MARKER, () -> {
            var row = finder.require("comments.findByMarker", issue);
            return row.comments.values().stream()
                    .filter(comment -> marker.equals(comment.marker()))
                    .filter(comment ->
                            !comment.createdAt().plus(tracker.markerHorizon()).isAfter(state.now()))
                    .findFirst()
                    .map(comment -> toComment(row, comment));
        });
    }

    private Comment toComment(IssueRow row, CommentRow comment) {
        return comment.toComment(state.key(row), state.url(row));
    }
}
