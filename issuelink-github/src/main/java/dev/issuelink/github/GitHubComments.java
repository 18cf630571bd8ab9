package dev.issuelink.github;

import dev.issuelink.error.ErrorCode;
import dev.issuelink.error.TrackerException;
import dev.issuelink.http.HttpCall;
import dev.issuelink.http.HttpReply;
import dev.issuelink.model.Comment;
import dev.issuelink.model.Cursor;
import dev.issuelink.model.IssueReference;
import dev.issuelink.model.Listing;
import dev.issuelink.model.Marker;
import dev.issuelink.model.Page;
import dev.issuelink.model.WriteResult;
import dev.issuelink.spi.Capability;
import dev.issuelink.spi.CommentOperations;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Comments of issues. What GitHub writes by itself stands in its timeline and not among them. */
final class GitHubComments implements CommentOperations {
    private final GitHubConnection connection;
    private final GitHubGate gate;

    GitHubComments(GitHubConnection connection, GitHubGate gate) {
        this.connection = connection;
        this.gate = gate;
    }

    @Override
    public Listing<Comment> getComments(IssueReference issue, @Nullable Instant since) {
        gate.require(Capability.READ_COMMENTS, "getComments");
        return list("getComments", issue, since);
    }

    @Override
    public WriteResult<Comment> addComment(IssueReference issue, String text, Marker marker) {
        gate.require(Capability.WRITE_COMMENTS, "addComment");
        var place = GitHubPlace.of(issue, connection, "addComment");
        return write(HttpCall.post("addComment").path(place.path("comments")), issue, text, Optional.of(marker));
    }

    @Override
    public WriteResult<Comment> updateComment(IssueReference issue, String commentId, String text) {
        gate.require(Capability.WRITE_COMMENTS, "updateComment");
        var path = path("updateComment", issue, commentId);
        var current = body(
                connection.http().send(HttpCall.get("updateComment").path(path).build(), GitHubWire.Comment.class));
        var marker = Optional.ofNullable(GitHubText.read(current.body()).marker());
        return write(HttpCall.patch("updateComment").path(path), issue, text, marker);
    }

    @Override
    public void deleteComment(IssueReference issue, String commentId) {
        gate.require(Capability.WRITE_COMMENTS, "deleteComment");
        connection
                .http()
                .send(HttpCall.delete("deleteComment")
                        .path(path("deleteComment", issue, commentId))
                        .expect(404, 410)
                        .build());
    }

    @Override
    public Optional<Comment> findByMarker(IssueReference issue, Marker marker, Instant notBefore) {
        gate.require(Capability.FIND_BY_MARKER, "findByMarker");
        return list("findByMarker", issue, notBefore.minus(GitHubIssues.CLOCK_SKEW)).stream()
                .filter(comment -> comment.marker().filter(marker::equals).isPresent())
                .findFirst();
    }

    private Listing<Comment> list(String operation, IssueReference issue, @Nullable Instant since) {
        var place = GitHubPlace.of(issue, connection, operation);
        var call = HttpCall.get(operation)
                .path(place.path("comments"))
                .query("per_page", GitHubConnection.PAGE_SIZE)
                .query("since", Optional.ofNullable(since).map(time -> time.truncatedTo(ChronoUnit.SECONDS)))
                .conditional()
                .build();
        return connection.http().listItems(call, GitHubWire.Comment.class, reply -> page(reply, issue));
    }

    private Page<Comment> page(HttpReply<List<GitHubWire.Comment>> reply, IssueReference issue) {
        var comments = reply.body().orElse(List.of()).stream()
                .map(wire -> connection.mapper().comment(wire, issue.key()))
                .toList();
        return new Page<>(comments, reply.nextLink().map(Object::toString).map(Cursor::new), 0);
    }

    private WriteResult<Comment> write(
            HttpCall.Builder call, IssueReference issue, String text, Optional<Marker> marker) {
        var drops = new GitHubDrops();
        var written = GitHubText.body(text, marker);
        drops.addCut("body", written, text);
        var sent = call.json(new GitHubWire.CommentBody(written.text())).build();
        var reply = connection.http().send(sent, GitHubWire.Comment.class);
        var stored = connection.written(sent, () -> connection.mapper().comment(body(reply), issue.key()));
        return new WriteResult<>(stored, drops.all());
    }

    private GitHubWire.Comment body(HttpReply<GitHubWire.Comment> reply) {
        return reply.body().orElseThrow(() -> connection.mapper().unreadable("comment"));
    }

    /** The path of a comment has no number of an issue. */
    private Object[] path(String operation, IssueReference issue, String commentId) {
        if (!commentId.matches("\\d{1,18}")) {
            throw TrackerException.of(ErrorCode.VALIDATION, connection.tracker(), operation)
                    .message("GitHub's comments have numbers; \"" + commentId + "\" is none.")
                    .build();
        }
        var repository = GitHubPlace.of(issue, connection, operation).repository();
        return GitHubConnection.path(repository, "issues", "comments", commentId);
    }
}
