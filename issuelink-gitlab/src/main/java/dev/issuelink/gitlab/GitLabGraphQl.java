package dev.issuelink.gitlab;

import dev.issuelink.error.ErrorCode;
import dev.issuelink.error.TrackerException;
import dev.issuelink.http.HttpCall;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What GitLab tells through GraphQL alone: where an issue with a certain number is, and vulnerabilities. Errors come with
 * status 200.
 *
 * @param connection what the parts of the adapter share
 */
record GitLabGraphQl(GitLabConnection connection) {
    private static final String ISSUE = "query($id: IssueID!) { issue(id: $id) { iid projectId } }";

    /** The question, as it is written. */
    record Request(String query, Map<String, @Nullable Object> variables) {}

    /** Where the issue is that has this number across all of GitLab; empty if we may not see it. */
    Optional<GitLabPlace> issue(String operation, long id) {
        var data = ask(operation, new Request(ISSUE, Map.of("id", "gid://gitlab/Issue/" + id)));
        return data.node("issue")
                .map(found -> new GitLabPlace(
                        new GitLabProject(Long.toString(
                                connection.mapper().required(found.number("projectId"), "projectId of an issue"))),
                        connection.mapper().required(found.number("iid"), "iid of an issue")));
    }

    /** Asks, and gives the data. */
    GitLabNode ask(String operation, Request request) {
        var call = HttpCall.post(operation)
                .url(connection.settings().graphQlUrl())
                .json(request)
                .resource("graphql")
                .readOnly()
                .build();
        var answer = connection.body(connection.http().send(call, GitLabNode.class), "body");
        var errors = answer.nodes("errors");
        if (!errors.isEmpty()) {
            throw failure(call, errors.get(0));
        }
        return answer.node("data").orElseThrow(() -> connection.mapper().unreadable("data"));
    }

    private TrackerException failure(HttpCall call, GitLabNode error) {
        var words = error.text("message").orElse("");
        var code = code(error, words.toLowerCase(Locale.ROOT));
        return TrackerException.of(code, connection.tracker(), call.operation())
                .message(
                        code == ErrorCode.UNSUPPORTED
                                ? "This GitLab does not know the question."
                                : "GitLab did not answer the question.")
                .trackerMessage(connection.http().scrub(call, words))
                .build();
    }

    private static ErrorCode code(GitLabNode error, String words) {
        if (words.contains("timeout") || words.contains("timed out") || words.contains("internal server error")) {
            return ErrorCode.UNAVAILABLE;
        }
        var isUnknown = words.contains("doesn't exist on type")
                || error.node("extensions").filter(more -> more.has("code")).isPresent();
        if (isUnknown) {
            return ErrorCode.UNSUPPORTED;
        }
        return words.contains("invalid token") ? ErrorCode.AUTHENTICATION : ErrorCode.PERMISSION;
    }
}
