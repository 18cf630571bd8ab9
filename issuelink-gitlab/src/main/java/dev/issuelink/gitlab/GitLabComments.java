package dev.issuelink.gitlab;

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
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Comments of issues, which GitLab calls notes. Those that it writes by itself are told apart by a flag. An issue that
 * moved away is followed before something is written.
 */
final class GitLabComments implements CommentOperations {
    private static final int ACCEPTED = 202;

    private final GitLabConnection connection;
    private final GitLabGate gate;
    private final GitLabMoves moves;

    GitLabComments(GitLabConnection connection, GitLabGate gate, GitLabMoves moves) {
        this.connection = connection;
        this.gate = gate;
        this.moves = moves;
    }

    @Override
    public Listing<Comment> getComments(IssueReference issue, @Nullable Instant since) {
        gate.require(Capability.READ_COMMENTS, "getComments");
        var place = GitLabPlace.of(issue, connection, "getComments");
        return since == null
                ? all(place, issue)
                : () -> List.of(since(place, issue, since)).iterator();
    }

    /** A page may hold fewer notes than were asked for, since some are hidden after it was cut. */
    private Listing<Comment> all(GitLabPlace place, IssueReference issue) {
        var call = list("getComments", place, "created_at", "asc");
        return connection.listing(
                call,
                note -> Optional.of(note)
                        .filter(found -> !found.isTrue("system"))
                        .map(found -> map(found, issue)));
    }

    /** GitLab cannot be asked for notes since a time: they are read from the last changed one on until that time. */
    private Page<Comment> since(GitLabPlace place, IssueReference issue, Instant since) {
        var found = new LinkedHashMap<String, Comment>();
        var notes = connection
                .http()
                .listItems(
                        list("getComments", place, "updated_at", "desc"),
                        GitLabNode.class,
                        reply -> until("updated_at", since, reply));
        notes.stream()
                .filter(note -> !note.isTrue("system"))
                .map(note -> map(note, issue))
                .filter(comment -> !comment.updatedAt().isBefore(since))
                .forEach(comment -> found.putIfAbsent(comment.id(), comment));
        return Page.only(found.values().stream()
                .sorted(Comparator.comparing(Comment::createdAt).thenComparing(comment -> Long.valueOf(comment.id())))
                .toList());
    }

    private Page<GitLabNode> until(String field, Instant earliest, HttpReply<List<GitLabNode>> reply) {
        var notes = GitLabConnection.items(reply);
        var passed = !notes.isEmpty()
                && notes.get(notes.size() - 1)
                        .time(field)
                        .filter(time -> time.isBefore(earliest))
                        .isPresent();
        return new Page<>(notes, connection.next(reply).filter(link -> !passed).map(Cursor::new), 0);
    }

    @Override
    public WriteResult<Comment> addComment(IssueReference issue, String text, Marker marker) {
        gate.require(Capability.WRITE_COMMENTS, "addComment");
        var place = connection.mapper().place(moves.required("addComment", issue));
        var call = HttpCall.post("addComment").path(place.path("notes")).resource("notes");
        return write(call, issue, text, Optional.of(marker));
    }

    @Override
    public WriteResult<Comment> updateComment(IssueReference issue, String commentId, String text) {
        gate.require(Capability.WRITE_COMMENTS, "updateComment");
        var path = path("updateComment", issue, commentId);
        var read = HttpCall.get("updateComment").path(path).build();
        var current = connection.body(connection.http().send(read, GitLabNode.class), "note");
        var marker = Optional.ofNullable(GitLabText.read(current.words("body")).marker());
        return write(HttpCall.put("updateComment").path(path), issue, text, marker);
    }

    @Override
    public void deleteComment(IssueReference issue, String commentId) {
        gate.require(Capability.WRITE_COMMENTS, "deleteComment");
        connection
                .http()
                .send(HttpCall.delete("deleteComment")
                        .path(path("deleteComment", issue, commentId))
                        .expect(404)
                        .build());
    }

    /** The oldest that bears the mark: whoever copies it does it later. */
    @Override
    public Optional<Comment> findByMarker(IssueReference issue, Marker marker, Instant notBefore) {
        gate.require(Capability.FIND_BY_MARKER, "findByMarker");
        var place = connection.mapper().place(moves.required("findByMarker", issue));
        var earliest = notBefore.minus(GitLabIssues.CLOCK_SKEW);
        Listing<GitLabNode> notes = connection
                .http()
                .listItems(
                        list("findByMarker", place, "created_at", "desc"),
                        GitLabNode.class,
                        reply -> until("created_at", earliest, reply));
        return notes.stream()
                .filter(note ->
                        marker.equals(GitLabText.read(note.words("body")).marker()))
                .reduce((newer, older) -> older)
                .map(note -> map(note, issue));
    }

    private static HttpCall list(String operation, GitLabPlace place, String order, String direction) {
        return HttpCall.get(operation)
                .path(place.path("notes"))
                .query("per_page", GitLabConnection.PAGE_SIZE)
                .query("activity_filter", "only_comments")
                .query("order_by", order)
                .query("sort", direction)
                .build();
    }

    private Comment map(GitLabNode note, IssueReference issue) {
        return connection.mapper().comment(note, issue.key(), Optional.of(issue.url()));
    }

    private WriteResult<Comment> write(
            HttpCall.Builder call, IssueReference issue, String text, Optional<Marker> marker) {
        var drops = new GitLabDrops();
        var written = GitLabText.body(text, marker);
        drops.addCut("body", written, text);
        var sent = call.json(Map.of("body", written.text())).build();
        var reply = connection.http().send(sent, GitLabNode.class);
        if (reply.status() == ACCEPTED) {
            throw TrackerException.of(ErrorCode.VALIDATION, connection.tracker(), sent.operation())
                    .message("GitLab took the text for quick actions alone, and wrote no comment. Change the text.")
                    .build();
        }
        var stored = connection.written(sent, () -> map(connection.body(reply, "note"), issue));
        return new WriteResult<>(stored, drops.all());
    }

    private Object[] path(String operation, IssueReference issue, String commentId) {
        if (!commentId.matches("\\d{1,18}")) {
            throw TrackerException.of(ErrorCode.VALIDATION, connection.tracker(), operation)
                    .message("GitLab's notes have numbers; \"" + commentId + "\" is none.")
                    .build();
        }
        return GitLabPlace.of(issue, connection, operation).path("notes", commentId);
    }
}
