package dev.issuelink.github;

import dev.issuelink.error.ErrorCode;
import dev.issuelink.error.TrackerException;
import dev.issuelink.github.GitHubWebhookWire.AlertDelivery;
import dev.issuelink.github.GitHubWebhookWire.CommentDelivery;
import dev.issuelink.github.GitHubWebhookWire.IssueMoves;
import dev.issuelink.github.GitHubWebhookWire.IssuesDelivery;
import dev.issuelink.github.GitHubWebhookWire.LabelDelivery;
import dev.issuelink.http.JsonCodec;
import dev.issuelink.model.User;
import dev.issuelink.spi.TrackerEvent;
import dev.issuelink.spi.TrackerEvent.AlertChanged;
import dev.issuelink.spi.TrackerEvent.CommentChanged;
import dev.issuelink.spi.TrackerEvent.CommentDeleted;
import dev.issuelink.spi.TrackerEvent.Ignored;
import dev.issuelink.spi.TrackerEvent.IssueChanged;
import dev.issuelink.spi.TrackerEvent.IssueDeleted;
import dev.issuelink.spi.TrackerEvent.IssueMoved;
import dev.issuelink.spi.TrackerEvent.LabelChanged;
import dev.issuelink.spi.VerifiedDelivery;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Says in our words what a delivery tells. GitHub sends the whole issue with every action, so an action that we do not
 * know tells as much as one that we know. Pure; safe for all threads.
 */
final class GitHubDeliveries {
    private static final int LONGEST_ACTION = 64;
    private static final String INCOMPLETE = "It does not hold what it tells of.";
    private static final String PULL_REQUEST = "It concerns a pull request, not an issue.";

    private final GitHubMapper mapper;
    private final GitHubAlertMapper alerts;
    private final String tracker;

    GitHubDeliveries(GitHubConnection connection) {
        this.mapper = connection.mapper();
        this.alerts = new GitHubAlertMapper(connection.mapper());
        this.tracker = connection.tracker();
    }

    /**
     * Reads a delivery.
     *
     * @param delivery a proved one
     * @return what happened, in order
     * @throws TrackerException with PROTOCOL if the body is no JSON of the expected shape, or names nothing
     */
    List<TrackerEvent> read(VerifiedDelivery delivery) {
        try {
            return switch (delivery.kind()) {
                case "issues" -> issues(parse(delivery, IssuesDelivery.class));
                case "issue_comment" -> List.of(comment(parse(delivery, CommentDelivery.class)));
                case "label" -> List.of(label(parse(delivery, LabelDelivery.class)));
                case "dependabot_alert" -> List.of(alert(parse(delivery, AlertDelivery.class)));
                default -> List.of(other(delivery.kind(), parse(delivery, Map.class)));
            };
        } catch (IllegalArgumentException e) {
            // The model refuses what cannot be, for example a label of blanks.
            throw unreadable(e);
        }
    }

    private List<TrackerEvent> issues(IssuesDelivery told) {
        var action = action("issues", told.action());
        var actor = actor(told.sender());
        var issue = told.issue();
        if (issue == null || issue.isPullRequest()) {
            return List.of(new Ignored(action, actor, issue == null ? INCOMPLETE : PULL_REQUEST));
        }
        return switch (action) {
            case "issues.deleted" -> List.of(deleted(action, actor, issue));
            case "issues.transferred" -> List.of(transferred(action, actor, issue, told.changes()));
            default -> changed(action, actor, issue, told.changes());
        };
    }

    private IssueDeleted deleted(String action, Optional<User> actor, GitHubWire.Issue issue) {
        return new IssueDeleted(action, actor, mapper.issue(issue).reference());
    }

    /** Where GitHub does not say where to, say because we may not see that repository, the issue is gone for us. */
    private TrackerEvent transferred(
            String action, Optional<User> actor, GitHubWire.Issue issue, @Nullable IssueMoves moves) {
        return moves == null || moves.newIssue() == null
                ? deleted(action, actor, issue)
                : new IssueMoved(action, actor, mapper.key(issue), mapper.issue(moves.newIssue()));
    }

    /** An issue that was opened by a transfer tells of the move too, so it is known even if the other notice is lost. */
    private List<TrackerEvent> changed(
            String action, Optional<User> actor, GitHubWire.Issue wire, @Nullable IssueMoves moves) {
        var issue = mapper.issue(wire);
        var changed = new IssueChanged(action, actor, issue);
        var former = moves == null ? null : moves.oldIssue();
        return former == null || former.id() == null
                ? List.of(changed)
                : List.of(new IssueMoved(action, actor, mapper.key(former), issue), changed);
    }

    private TrackerEvent comment(CommentDelivery told) {
        var action = action("issue_comment", told.action());
        var actor = actor(told.sender());
        if (told.issue() == null || told.comment() == null) {
            return new Ignored(action, actor, INCOMPLETE);
        }
        if (told.issue().isPullRequest()) {
            return new Ignored(action, actor, PULL_REQUEST);
        }
        var issue = mapper.issue(told.issue());
        var comment = mapper.comment(told.comment(), issue.key());
        return action.equals("issue_comment.deleted")
                ? new CommentDeleted(action, actor, comment.id(), issue)
                : new CommentChanged(action, actor, comment, issue);
    }

    private TrackerEvent label(LabelDelivery told) {
        var action = action("label", told.action());
        var actor = actor(told.sender());
        if (told.label() == null) {
            return new Ignored(action, actor, INCOMPLETE);
        }
        var label = mapper.label(told.label());
        var former = told.changes() == null ? null : told.changes().name();
        return new LabelChanged(
                action,
                actor,
                label,
                Optional.ofNullable(former == null ? null : former.from()).filter(name -> !name.equals(label.name())));
    }

    private TrackerEvent alert(AlertDelivery told) {
        var action = action("dependabot_alert", told.action());
        var actor = actor(told.sender());
        var alert = told.alert();
        if (alert == null) {
            return new Ignored(action, actor, INCOMPLETE);
        }
        var name = told.repository() == null ? null : told.repository().fullName();
        var repository = Optional.ofNullable(name)
                .flatMap(GitHubRepository::parse)
                .or(() -> Optional.ofNullable(alert.htmlUrl()).flatMap(GitHubRepository::ofWebUrl))
                .orElseThrow(() -> mapper.unreadable("repository of an alert"));
        return new AlertChanged(action, actor, alerts.alert(alert, repository));
    }

    /** Read loosely: of what we do not know, we know no shape either. */
    private TrackerEvent other(String kind, Map<?, ?> told) {
        var action = action(kind, told.get("action") instanceof String text ? text : null);
        return new Ignored(action, actor(told.get("sender")), reason(kind, action));
    }

    private static String reason(String kind, String action) {
        return switch (kind) {
            case "ping" -> "GitHub only tries whether deliveries arrive.";
            case "repository" ->
                action.equals("repository.renamed") || action.equals("repository.transferred")
                        ? "The repository has another name now; its issues keep their identity, and GitHub redirects."
                        : "It concerns the repository, not an issue.";
            default -> "Deliveries of the kind \"" + kind + "\" concern no issue, or are not known.";
        };
    }

    private Optional<User> actor(GitHubWire.@Nullable User sender) {
        return Optional.ofNullable(mapper.user(sender));
    }

    private static Optional<User> actor(@Nullable Object sender) {
        return sender instanceof Map<?, ?> user
                        && user.get("id") instanceof Number id
                        && user.get("login") instanceof String login
                        && !login.isBlank()
                ? Optional.of(User.of(id.toString(), login))
                : Optional.empty();
    }

    private static String action(String kind, @Nullable String action) {
        if (action == null || action.isBlank()) {
            return kind;
        }
        return kind + "." + (action.length() > LONGEST_ACTION ? action.substring(0, LONGEST_ACTION) : action);
    }

    private <T> T parse(VerifiedDelivery delivery, Class<T> type) {
        try {
            var told = JsonCodec.standard().read(delivery.payload(), type);
            if (told == null) {
                throw unreadable(null);
            }
            return told;
        } catch (JsonCodec.MalformedJsonException e) {
            throw unreadable(e);
        }
    }

    private TrackerException unreadable(@Nullable Exception cause) {
        return TrackerException.of(ErrorCode.PROTOCOL, tracker, "normalise")
                .message("The delivery's body is not JSON of the shape that GitHub describes.")
                .cause(cause)
                .build();
    }
}
