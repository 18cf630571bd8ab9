package dev.issuelink.jira;

import dev.issuelink.http.HttpCall;
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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Comments of issues. What Jira writes by itself stands in its history and not among them. */
final class JiraComments implements CommentOperations {
    private static final int PAGE_SIZE = 100;
    private static final String OLDEST_FIRST = "created";
    private static final String NEWEST_FIRST = "-created";

    private final JiraConnection connection;
    private final JiraGate gate;

    JiraComments(JiraConnection connection, JiraGate gate) {
        this.connection = connection;
        this.gate = gate;
    }

    /** Jira orders by the time of writing alone, so what changed since is looked for among all. */
    @Override
    public Listing<Comment> getComments(IssueReference issue, @Nullable Instant since) {
        gate.require(Capability.READ_COMMENTS, "getComments");
        return list(
                "getComments",
                issue,
                OLDEST_FIRST,
                comment -> since == null || !comment.updatedAt().isBefore(since),
                comment -> false);
    }

    @Override
    public WriteResult<Comment> addComment(IssueReference issue, String text, Marker marker) {
        gate.require(Capability.WRITE_COMMENTS, "addComment");
        var call = connection.http().post("addComment", "issue", connection.id(issue, "addComment"), "comment");
        return write("addComment", call, issue, text, Optional.of(marker), true);
    }

    @Override
    public WriteResult<Comment> updateComment(IssueReference issue, String commentId, String text) {
        gate.require(Capability.WRITE_COMMENTS, "updateComment");
        var path = path("updateComment", issue, commentId);
        var current = connection
                .http()
                .read(expanding(connection.http().get("updateComment", path)).build());
        var marker = connection
                .mapper()
                .comment(current, issue.key(), issue.displayKey())
                .marker();
        return write("updateComment", connection.http().put("updateComment", path), issue, text, marker, false);
    }

    @Override
    public void deleteComment(IssueReference issue, String commentId) {
        gate.require(Capability.WRITE_COMMENTS, "deleteComment");
        connection
                .http()
                .tell(connection
                        .http()
                        .delete("deleteComment", path("deleteComment", issue, commentId))
                        .expect(404)
                        .build());
    }

    /** Comments are read from where they are kept, not from the index: a marker is seen at once. */
    @Override
    public Optional<Comment> findByMarker(IssueReference issue, Marker marker, Instant notBefore) {
        gate.require(Capability.FIND_BY_MARKER, "findByMarker");
        var earliest = notBefore.minus(JiraIssues.CLOCK_SKEW);
        return list(
                        "findByMarker",
                        issue,
                        NEWEST_FIRST,
                        comment -> comment.marker().filter(marker::equals).isPresent(),
                        comment -> comment.createdAt().isBefore(earliest))
                .stream()
                .findFirst();
    }

    private Listing<Comment> list(
            String operation,
            IssueReference issue,
            String order,
            Predicate<Comment> wanted,
            Predicate<Comment> passed) {
        Function<String, HttpCall> call = from -> expanding(connection
                        .http()
                        .get(operation, "issue", connection.id(issue, operation), "comment")
                        .query("startAt", from)
                        .query("maxResults", PAGE_SIZE)
                        .query("orderBy", order))
                .build();
        return connection
                .http()
                .list(
                        () -> call.apply("0"),
                        page -> page(page, issue, wanted, passed),
                        next -> call.apply(next.value()));
    }

    private Page<Comment> page(
            JsonNode page, IssueReference issue, Predicate<Comment> wanted, Predicate<Comment> passed) {
        var comments = JiraJson.items(page, "comments").stream()
                .map(wire -> connection.mapper().comment(wire, issue.key(), issue.displayKey()))
                .toList();
        var end = page.path("startAt").asLong(0) + comments.size();
        var ended = comments.isEmpty()
                || end >= page.path("total").asLong(0)
                || passed.test(comments.get(comments.size() - 1));
        return new Page<>(
                comments.stream().filter(wanted).toList(),
                ended ? Optional.empty() : Optional.of(new Cursor(Long.toString(end))),
                0);
    }

    private WriteResult<Comment> write(
            String operation,
            HttpCall.Builder call,
            IssueReference issue,
            String text,
            Optional<Marker> marker,
            boolean isNew) {
        var drops = new JiraDrops();
        var kind = connection.http().kind(operation);
        var written = JiraText.comment(kind, text, marker);
        drops.addCut("body", written, text);
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("body", written.wire());
        marker.filter(present -> isNew && kind.isCloud())
                .ifPresent(present -> body.put("properties", List.of(JiraMarkers.property(present))));
        var reply = connection.http().send(expanding(call).json(body).build());
        var stored = connection
                .http()
                .written(
                        operation,
                        () -> connection
                                .mapper()
                                .comment(
                                        reply.body()
                                                .orElseThrow(() ->
                                                        connection.mapper().unreadable("comment")),
                                        issue.key(),
                                        issue.displayKey()));
        return new WriteResult<>(stored, drops.all());
    }

    /** Data Center knows no properties of comments. */
    private HttpCall.Builder expanding(HttpCall.Builder call) {
        return connection.http().kindSoFar().isCloud() ? call.query("expand", "properties") : call;
    }

    private Object[] path(String operation, IssueReference issue, String commentId) {
        return new Object[] {
            "issue", connection.id(issue, operation), "comment", connection.number(commentId, "comments", operation)
        };
    }
}
