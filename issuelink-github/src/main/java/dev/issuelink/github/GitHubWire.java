package dev.issuelink.github;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * GitHub's JSON. Names are turned into snake case by the codec; every component may be absent, since GitHub adds, drops
 * and nulls fields without notice. Values of enumerations stay text.
 */
final class GitHubWire {
    private GitHubWire() {}

    /**
     * An issue, or a pull request in the form of one.
     *
     * @param labels objects or plain texts
     * @param type an object with a name
     * @param pullRequest there for pull requests only
     * @param rest all fields that have no component of their own
     */
    record Issue(
            @Nullable Long id,
            @Nullable String nodeId,
            @Nullable Long number,
            @Nullable String title,
            @Nullable String body,
            @Nullable String state,
            @Nullable String stateReason,
            @Nullable User user,
            @Nullable List<@Nullable Object> labels,
            @Nullable List<@Nullable User> assignees,
            @Nullable Milestone milestone,
            @Nullable Object type,
            @Nullable Integer comments,
            @Nullable Instant createdAt,
            @Nullable Instant updatedAt,
            @Nullable Instant closedAt,
            @Nullable User closedBy,
            @Nullable String htmlUrl,
            @Nullable String repositoryUrl,
            @Nullable Repository repository,
            @Nullable Object pullRequest,
            @JsonAnySetter @Nullable Map<String, @Nullable Object> rest) {
        /** Older servers fill the field of a plain issue with an object of nulls. */
        boolean isPullRequest() {
            return pullRequest instanceof Map<?, ?> object
                    ? object.isEmpty() || object.values().stream().anyMatch(Objects::nonNull)
                    : pullRequest != null;
        }
    }

    /** An account; null in its place means that it was deleted. */
    record User(
            @Nullable Long id,
            @Nullable String login,
            @Nullable String nodeId,
            @Nullable String type,
            @Nullable String name,
            @Nullable String email,
            @Nullable String avatarUrl,
            @Nullable String htmlUrl,
            @Nullable Boolean siteAdmin) {}

    /** A label. */
    record Label(
            @Nullable Long id,
            @Nullable String nodeId,
            @Nullable String name,
            @Nullable String color,
            @Nullable String description,
            @JsonProperty("default") @Nullable Boolean isDefault) {}

    /** A milestone. */
    record Milestone(
            @Nullable Long id,
            @Nullable String nodeId,
            @Nullable Long number,
            @Nullable String title,
            @Nullable String description,
            @Nullable String state,
            @Nullable String htmlUrl,
            @Nullable Instant dueOn,
            @Nullable Instant closedAt) {}

    /**
     * A comment of an issue.
     *
     * @param rest all fields that have no component of their own
     */
    record Comment(
            @Nullable Long id,
            @Nullable String body,
            @Nullable User user,
            @Nullable Instant createdAt,
            @Nullable Instant updatedAt,
            @Nullable String htmlUrl,
            @Nullable String issueUrl,
            @JsonAnySetter @Nullable Map<String, @Nullable Object> rest) {}

    /** A repository. */
    record Repository(
            @Nullable Long id,
            @Nullable String nodeId,
            @Nullable String name,
            @Nullable String fullName,
            @Nullable String description,
            @Nullable String htmlUrl,
            @JsonProperty("private") @Nullable Boolean isPrivate,
            @Nullable Boolean archived,
            @Nullable Boolean disabled,
            @Nullable Boolean hasIssues,
            @Nullable String visibility,
            @Nullable String defaultBranch,
            @Nullable Map<String, @Nullable Boolean> permissions) {}

    /** What {@code /installation/repositories} answers. */
    record Repositories(@Nullable Long totalCount, @Nullable List<Repository> repositories) {}

    /** What the search answers. */
    record SearchResult(
            @Nullable Long totalCount,
            @Nullable Boolean incompleteResults,
            @Nullable List<Issue> items) {}

    /**
     * An error.
     *
     * @param errors objects with resource, field, code and message, or plain texts
     */
    record Failure(
            @Nullable String message,
            @Nullable String documentationUrl,
            @Nullable Object errors) {}

    /** An issue to be opened. Null components are not sent. */
    record NewIssue(
            String title,
            String body,
            @Nullable List<String> labels,
            @Nullable List<String> assignees,
            @Nullable Long milestone,
            @Nullable String type) {}

    /** The text of a comment. */
    record CommentBody(String body) {}

    /** Names of labels. */
    record LabelNames(List<String> labels) {}

    /** Logins of assignees. */
    record AssigneeNames(List<String> assignees) {}
}
