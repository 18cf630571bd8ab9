package dev.issuelink.gitlab;

import dev.issuelink.error.ErrorCode;
import dev.issuelink.error.TrackerException;
import dev.issuelink.http.HttpCall;
import dev.issuelink.model.Issue;
import dev.issuelink.model.IssueReference;
import dev.issuelink.model.WriteResult;
import java.util.Map;
import java.util.Optional;

/**
 * Finds issues where they are now, moves and deletes them. A moved issue leaves a closed one behind that names the new
 * one's number across all of GitLab, by which GraphQL alone finds it.
 */
final class GitLabMoves {
    /** Nobody moves an issue more often. */
    private static final int MOST_MOVES = 10;

    private final GitLabConnection connection;

    GitLabMoves(GitLabConnection connection) {
        this.connection = connection;
    }

    /** The issue where it is now; empty if there is none that we may see, or another one in its place. */
    Optional<GitLabNode> current(String operation, IssueReference issue) {
        return read(operation, GitLabPlace.of(issue, connection, operation))
                .filter(found -> connection.mapper().key(found).equals(issue.key()))
                .flatMap(found -> follow(operation, found));
    }

    Optional<GitLabNode> current(String operation, GitLabPlace place) {
        return read(operation, place).flatMap(found -> follow(operation, found));
    }

    /** The issue where it is now, for a write: none is an error. */
    GitLabNode required(String operation, IssueReference issue) {
        return current(operation, issue)
                .orElseThrow(() -> TrackerException.of(ErrorCode.NOT_FOUND, connection.tracker(), operation)
                        .message("There is no such issue, or this credential cannot see it.")
                        .build());
    }

    /** Where the issue went, if it moved away. */
    Optional<GitLabNode> follow(String operation, GitLabNode found) {
        var at = Optional.of(found);
        for (var hop = 0;
                hop < MOST_MOVES && at.filter(GitLabMapper::isMovedAway).isPresent();
                hop++) {
            var id = at.get().number("moved_to_id").orElseThrow();
            at = new GitLabGraphQl(connection).issue(operation, id).flatMap(place -> read(operation, place));
        }
        return at;
    }

    private Optional<GitLabNode> read(String operation, GitLabPlace place) {
        var call = HttpCall.get(operation)
                .path(place.path())
                .conditional()
                .expect(404)
                .build();
        return connection.http().send(call, GitLabNode.class).body();
    }

    /** An issue that is gone already is deleted. One that moved is not deleted by its old name. */
    void deleteIssue(IssueReference issue) {
        var operation = "deleteIssue";
        var place = GitLabPlace.of(issue, connection, operation);
        var found = read(operation, place)
                .filter(node -> connection.mapper().key(node).equals(issue.key()));
        if (found.filter(GitLabMapper::isMovedAway).isPresent()) {
            throw TrackerException.of(ErrorCode.CONFLICT, connection.tracker(), operation)
                    .message("The issue moved to another project; read it again, and delete it there.")
                    .build();
        }
        found.ifPresent(node -> connection
                .http()
                .send(HttpCall.delete(operation).path(place.path()).expect(404).build()));
    }

    WriteResult<Issue> transferIssue(IssueReference issue, String project) {
        var operation = "transferIssue";
        var target = projectNumber(operation, GitLabProject.require(project, connection.tracker(), operation));
        var found = required(operation, issue);
        if (found.number("project_id").filter(id -> id == target).isPresent()) {
            return WriteResult.complete(connection.mapper().issue(found));
        }
        var call = HttpCall.post(operation)
                .path(connection.mapper().place(found).path("move"))
                .json(Map.of("to_project_id", target))
                .build();
        var reply = connection.http().send(call, GitLabNode.class);
        return WriteResult.complete(
                connection.written(call, () -> connection.mapper().issue(connection.body(reply, "issue"))));
    }

    /** GitLab wants a number here. */
    private long projectNumber(String operation, GitLabProject project) {
        if (project.isNumber()) {
            return Long.parseLong(project.id());
        }
        var call = HttpCall.get(operation).path(GitLabConnection.path(project)).build();
        var found = connection.body(connection.http().send(call, GitLabNode.class), "project");
        return connection.mapper().required(found.number("id"), "id of a project");
    }
}
