package dev.issuelink.github;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.issuelink.http.HttpCall;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What GitHub does through GraphQL alone: deleting and transferring issues.
 *
 * @param connection what the parts of the adapter share
 */
record GitHubGraphQl(GitHubConnection connection) {
    private static final String DELETE =
            "mutation($issue: ID!) { deleteIssue(input: {issueId: $issue}) { clientMutationId } }";
    private static final String TRANSFER = """
            mutation($issue: ID!, $repository: ID!, $labels: Boolean) {
              transferIssue(input: {issueId: $issue, repositoryId: $repository, createLabelsIfMissing: $labels}) {
                issue { id number repository { nameWithOwner } }
              }
            }""";

    /**
     * Where an issue is after its transfer.
     *
     * @param nodeId its new node id
     * @param repository the repository
     * @param number its new number there
     */
    record Transferred(String nodeId, GitHubRepository repository, long number) {}

    /**
     * Deletes an issue for good. May be repeated: then it ends with NOT_FOUND.
     *
     * @param issueNodeId its node id
     * @throws dev.issuelink.error.TrackerException with NOT_FOUND if there is none, or it is hidden
     */
    void deleteIssue(String issueNodeId) {
        send("deleteIssue", new Request(DELETE, Map.of("issue", issueNodeId)), true);
    }

    /**
     * Moves an issue to another repository.
     *
     * @param issueNodeId its node id
     * @param repositoryNodeId the other repository's node id
     * @param createLabels whether labels that the other repository lacks are made there rather than dropped
     * @return where it is now
     */
    Transferred transferIssue(String issueNodeId, String repositoryNodeId, boolean createLabels) {
        var variables =
                Map.<String, Object>of("issue", issueNodeId, "repository", repositoryNodeId, "labels", createLabels);
        return Optional.ofNullable(send("transferIssue", new Request(TRANSFER, variables), false)
                        .transferIssue())
                .flatMap(transfer -> Optional.ofNullable(transfer.issue()))
                .flatMap(MovedIssue::known)
                .orElseThrow(() -> connection.mapper().unreadable("issue of a transfer"));
    }

    private Data send(String operation, Request request, boolean repeatable) {
        var call = HttpCall.post(operation)
                .url(connection.settings().graphQlUrl())
                .json(request)
                .resource("graphql")
                .repeatable(repeatable)
                .build();
        var reply = connection.http().send(call, Answer.class);
        var answer = reply.body().orElseThrow(() -> connection.mapper().unreadable("body"));
        if (answer.errors() != null && !answer.errors().isEmpty()) {
            UnaryOperator<String> scrubber = words -> connection.http().scrub(call, words);
            throw new GitHubGraphQlErrors(connection.tracker(), operation, repeatable, scrubber)
                    .exception(answer.errors().get(0), reply);
        }
        return Optional.ofNullable(answer.data())
                .orElseThrow(() -> connection.mapper().unreadable("data"));
    }

    /** The question, as it is written. */
    record Request(String query, Map<String, Object> variables) {}

    /** The answer, as it is written. Errors come with status 200. */
    record Answer(@Nullable Data data, @Nullable List<Failure> errors) {}

    /**
     * One error.
     *
     * @param extensions holds a {@code code} for errors of the query itself
     */
    record Failure(
            @Nullable String type,
            @Nullable String message,
            @Nullable Map<String, @Nullable Object> extensions) {}

    /** What the mutations answer. */
    record Data(@JsonProperty("transferIssue") @Nullable Transfer transferIssue) {}

    /** What a transfer answers. */
    record Transfer(@Nullable MovedIssue issue) {}

    /** A transferred issue. GraphQL's names are no snake case; single words are the same in both. */
    record MovedIssue(
            @Nullable String id,
            @Nullable Long number,
            @Nullable Map<String, @Nullable Object> repository) {
        Optional<Transferred> known() {
            var name = repository == null ? null : repository.get("nameWithOwner");
            return id == null || number == null || !(name instanceof String text)
                    ? Optional.empty()
                    : GitHubRepository.parse(text).map(place -> new Transferred(id, place, number));
        }
    }
}
