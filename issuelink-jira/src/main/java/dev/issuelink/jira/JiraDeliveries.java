package dev.issuelink.jira;

import dev.issuelink.error.ErrorCode;
import dev.issuelink.error.TrackerException;
import dev.issuelink.model.Issue;
import dev.issuelink.model.User;
import dev.issuelink.spi.TrackerEvent;
import dev.issuelink.spi.TrackerEvent.CommentChanged;
import dev.issuelink.spi.TrackerEvent.CommentDeleted;
import dev.issuelink.spi.TrackerEvent.Ignored;
import dev.issuelink.spi.TrackerEvent.IssueChanged;
import dev.issuelink.spi.TrackerEvent.IssueDeleted;
import dev.issuelink.spi.VerifiedDelivery;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Says in our words what deliveries tell. Texts in them are wiki markup, on Cloud too, and the marker of an issue is its
 * label. On Cloud, which keeps documents, an issue whose text is more than words is read therefore. A notice of a comment
 * holds a slim issue on Cloud and none on Data Center, where the issue is read then.
 */
final class JiraDeliveries {
    private static final int LONGEST_ACTION = 64;
    /** What reads alike in both forms of text. */
    private static final Pattern PLAIN = Pattern.compile("[\\p{L}\\p{N} ,.;]*+");

    private static final String INCOMPLETE = "It lacks the issue or comment that it is about.";
    private static final String GONE = "Its issue is gone, or hidden from us.";
    private static final String TWIN = "Another notice told of the same already.";

    private final JiraConnection connection;
    private final JiraIssues issues;
    private final JiraTold told = new JiraTold();

    JiraDeliveries(JiraConnection connection, JiraIssues issues) {
        this.connection = connection;
        this.issues = issues;
    }

    List<TrackerEvent> read(VerifiedDelivery delivery) {
        var body = JiraJson.parse(delivery.payload()).filter(JsonNode::isObject).orElseThrow(() -> unreadable(null));
        try {
            return read(delivery, body);
        } catch (IllegalArgumentException e) {
            // The model refuses what cannot be, for example a key of blanks.
            throw unreadable(e);
        }
    }

    private List<TrackerEvent> read(VerifiedDelivery delivery, JsonNode body) {
        var event = JiraJson.text(body, "webhookEvent").orElse("");
        return switch (event) {
            case "jira:issue_created", "jira:issue_updated" -> issueChanged(delivery, body, event);
            case "jira:issue_deleted" -> List.of(issueDeleted(body, event));
            case "comment_created", "comment_updated", "comment_deleted" -> List.of(comment(delivery, body, event));
            default ->
                List.of(new Ignored(
                        action(event.isEmpty() ? delivery.kind() : event),
                        actor(body),
                        "Deliveries of this kind concern no issue's content, or are not known."));
        };
    }

    private List<TrackerEvent> issueChanged(VerifiedDelivery delivery, JsonNode body, String event) {
        var kind = JiraJson.word(body, "issue_event_type_name");
        var action = action(kind.map(name -> event + "." + name).orElse(event));
        var actor = actor(body);
        if (!isWhole(body)) {
            return List.of(new Ignored(action, actor, INCOMPLETE));
        }
        return whole(body.path("issue"))
                .map(issue -> issueChanged(delivery, body, issue, kind, action))
                .orElseGet(() -> List.of(new Ignored(action, actor, GONE)));
    }

    /** Wiki markup says less than a document: read from it, a text would seem to change with who tells it. */
    private Optional<Issue> whole(JsonNode issue) {
        var isPoorer = connection.http().kindSoFar().isCloud()
                && JiraJson.word(issue, "fields", "description")
                        .filter(text -> !PLAIN.matcher(text).matches())
                        .isPresent();
        return isPoorer
                ? JiraMapper.id(issue).flatMap(issues::byId)
                : Optional.of(connection.mapper().issue(issue));
    }

    private List<TrackerEvent> issueChanged(
            VerifiedDelivery delivery, JsonNode body, Issue issue, Optional<String> kind, String action) {
        var actor = actor(body);
        List<TrackerEvent> events = new ArrayList<>();
        events.add(new IssueChanged(action, actor, issue));
        var comment = body.path("comment");
        if (comment.isObject()) {
            var told = kind.filter("issue_comment_deleted"::equals).isPresent() ? "comment_deleted" : "comment";
            commentTold(delivery, comment, told, issue, action, actor).ifPresent(events::add);
        }
        return events;
    }

    private TrackerEvent issueDeleted(JsonNode body, String event) {
        return isWhole(body)
                ? new IssueDeleted(
                        action(event),
                        actor(body),
                        connection.mapper().issue(body.path("issue")).reference())
                : new Ignored(action(event), actor(body), INCOMPLETE);
    }

    private TrackerEvent comment(VerifiedDelivery delivery, JsonNode body, String event) {
        var comment = body.path("comment");
        var action = action(event);
        var actor = actor(body);
        if (JiraJson.word(comment, "id").isEmpty()) {
            return new Ignored(action, actor, INCOMPLETE);
        }
        var issue = isWhole(body) ? Optional.of(connection.mapper().issue(body.path("issue"))) : read(comment);
        return issue.map(found -> commentTold(delivery, comment, event, found, action, actor)
                        .orElseGet(() -> new Ignored(action, actor, TWIN)))
                .orElseGet(() -> new Ignored(action, actor, GONE));
    }

    /** The issue that a notice leaves out. */
    private Optional<Issue> read(JsonNode comment) {
        return JiraMapper.idInAddress(comment).flatMap(issues::byId);
    }

    private Optional<TrackerEvent> commentTold(
            VerifiedDelivery delivery, JsonNode wire, String event, Issue issue, String action, Optional<User> actor) {
        var isDeleted = event.equals("comment_deleted");
        var comment =
                connection.mapper().comment(wire, issue.key(), issue.reference().displayKey());
        var notice = comment.id() + " " + (isDeleted ? "deleted" : comment.updatedAt());
        if (!told.isFirst(notice, delivery.id())) {
            return Optional.empty();
        }
        return Optional.of(
                isDeleted
                        ? new CommentDeleted(action, actor, comment.id(), issue)
                        : new CommentChanged(action, actor, comment, issue));
    }

    private static boolean isWhole(JsonNode body) {
        return JiraMapper.id(body.path("issue")).isPresent()
                && JiraJson.word(body, "issue", "key").isPresent();
    }

    /** Notices of comments do not always say who; the comment does. */
    private Optional<User> actor(JsonNode body) {
        var mapper = connection.mapper();
        return mapper.user(body.path("user"))
                .or(() -> mapper.user(JiraJson.at(body, "comment", "updateAuthor")))
                .or(() -> mapper.user(JiraJson.at(body, "comment", "author")));
    }

    private static String action(String action) {
        return action.length() > LONGEST_ACTION ? action.substring(0, LONGEST_ACTION) : action;
    }

    private TrackerException unreadable(@Nullable Exception cause) {
        return TrackerException.of(ErrorCode.PROTOCOL, connection.tracker(), "normalise")
                .message("The delivery's body is not JSON of the shape that Jira describes.")
                .cause(cause)
                .build();
    }
}
