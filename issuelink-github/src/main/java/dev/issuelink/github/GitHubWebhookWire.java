package dev.issuelink.github;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** GitHub's JSON of webhooks, their deliveries and alerts; see {@link GitHubWire}. Only what is used is read. */
final class GitHubWebhookWire {
    private GitHubWebhookWire() {}

    /** What the event "issues" delivers. */
    record IssuesDelivery(
            @Nullable String action,
            GitHubWire.@Nullable Issue issue,
            @Nullable IssueMoves changes,
            GitHubWire.@Nullable User sender) {}

    /** Where a transferred issue went to or came from. */
    record IssueMoves(GitHubWire.@Nullable Issue newIssue, GitHubWire.@Nullable Issue oldIssue) {}

    /** What the event "issue_comment" delivers. */
    record CommentDelivery(
            @Nullable String action,
            GitHubWire.@Nullable Issue issue,
            GitHubWire.@Nullable Comment comment,
            GitHubWire.@Nullable User sender) {}

    /** What the event "label" delivers. */
    record LabelDelivery(
            @Nullable String action,
            GitHubWire.@Nullable Label label,
            @Nullable LabelChanges changes,
            GitHubWire.@Nullable User sender) {}

    /** What of a label changed. */
    record LabelChanges(@Nullable Former name) {}

    /** A former value. */
    record Former(@Nullable String from) {}

    /** What the event "dependabot_alert" delivers. */
    record AlertDelivery(
            @Nullable String action,
            @Nullable Alert alert,
            GitHubWire.@Nullable Repository repository,
            GitHubWire.@Nullable User sender) {}

    /**
     * A Dependabot alert.
     *
     * @param rest all fields that have no component of their own
     */
    record Alert(
            @Nullable Long number,
            @Nullable String state,
            @Nullable String htmlUrl,
            @Nullable Instant createdAt,
            @Nullable Instant updatedAt,
            @JsonAnySetter @Nullable Map<String, @Nullable Object> rest) {}

    /** A registered webhook. */
    record Hook(
            @Nullable Long id,
            @Nullable Boolean active,
            @Nullable List<String> events,
            @Nullable HookAddress config) {}

    /** Where a registered webhook delivers to. The secret that stands beside it, masked, is not read. */
    record HookAddress(@Nullable String url) {}

    /** A webhook as it should be. {@code name} is {@code web} and needed for a new one only. */
    record HookRequest(@Nullable String name, boolean active, List<String> events, HookConfig config) {}

    /** Always the whole of it: GitHub removes a secret that is not sent again. */
    record HookConfig(String url, String contentType, String insecureSsl, String secret) {
        @Override
        public String toString() {
            return "HookConfig[" + contentType + ", secret hidden]";
        }
    }

    /** One attempt to deliver. */
    record Attempt(
            @Nullable Long id,
            @Nullable String guid,
            @Nullable Instant deliveredAt,
            @Nullable Boolean redelivery,
            @Nullable Integer statusCode,
            @Nullable String event) {
        boolean isAccepted() {
            return statusCode != null && statusCode >= 200 && statusCode < 300;
        }

        /** The first attempt is the oldest; what came later is called a redelivery. */
        boolean isFirst() {
            return redelivery == null || !redelivery;
        }
    }
}
