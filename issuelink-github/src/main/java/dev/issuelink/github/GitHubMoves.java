package dev.issuelink.github;

import dev.issuelink.error.ErrorCode;
import dev.issuelink.error.TrackerException;
import dev.issuelink.http.HttpCall;
import dev.issuelink.model.Issue;
import dev.issuelink.model.IssueReference;
import dev.issuelink.model.WriteResult;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Deletes and transfers issues, which GitHub does through GraphQL only, by the ids of nodes. */
final class GitHubMoves {
    private final GitHubConnection connection;

    GitHubMoves(GitHubConnection connection) {
        this.connection = connection;
    }

    /** An issue that is gone already is deleted. One that merely moved is not the one that was meant. */
    void deleteIssue(IssueReference issue) {
        read("deleteIssue", issue)
                .filter(found -> issue.key().equals(connection.mapper().key(found)))
                .map(found -> nodeId(found.nodeId()))
                .ifPresent(new GitHubGraphQl(connection)::deleteIssue);
    }

    WriteResult<Issue> transferIssue(IssueReference issue, String project) {
        var target = GitHubRepository.require(project, connection.tracker(), "transferIssue");
        var found = read("transferIssue", issue)
                .orElseThrow(() -> TrackerException.of(ErrorCode.NOT_FOUND, connection.tracker(), "transferIssue")
                        .message("There is no such issue, or this credential cannot see it.")
                        .build());
        if (connection.mapper().repository(found).sameAs(target)) {
            return WriteResult.complete(connection.mapper().issue(found));
        }
        var moved = new GitHubGraphQl(connection).transferIssue(nodeId(found.nodeId()), repositoryId(target), false);
        var call = HttpCall.get("transferIssue")
                .path(new GitHubPlace(moved.repository(), moved.number()).path())
                .build();
        return WriteResult.complete(connection
                .http()
                .send(call, GitHubWire.Issue.class)
                .body()
                .map(connection.mapper()::issue)
                .orElseThrow(() -> connection.mapper().unreadable("issue")));
    }

    private Optional<GitHubWire.Issue> read(String operation, IssueReference issue) {
        var call = HttpCall.get(operation)
                .path(GitHubPlace.of(issue, connection, operation).path())
                .expect(404, 410)
                .build();
        return connection.http().send(call, GitHubWire.Issue.class).body();
    }

    private String repositoryId(GitHubRepository target) {
        var call = HttpCall.get("transferIssue")
                .path(GitHubConnection.path(target))
                .build();
        return nodeId(connection
                .http()
                .send(call, GitHubWire.Repository.class)
                .body()
                .map(GitHubWire.Repository::nodeId)
                .orElse(null));
    }

    private String nodeId(@Nullable String id) {
        if (id == null) {
            throw connection.mapper().unreadable("node_id");
        }
        return id;
    }
}
