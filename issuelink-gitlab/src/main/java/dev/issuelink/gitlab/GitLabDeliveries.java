package dev.issuelink.gitlab;

import dev.issuelink.error.ErrorCode;
import dev.issuelink.error.TrackerException;
import dev.issuelink.http.JsonCodec;
import dev.issuelink.model.User;
import dev.issuelink.spi.TrackerEvent;
import dev.issuelink.spi.TrackerEvent.AlertChanged;
import dev.issuelink.spi.TrackerEvent.CommentChanged;
import dev.issuelink.spi.TrackerEvent.Ignored;
import dev.issuelink.spi.TrackerEvent.IssueChanged;
import dev.issuelink.spi.VerifiedDelivery;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Says in our words what a delivery tells. What it is stands in its body: incidents and tasks come as work items although
 * the header still calls them issues. GitLab sends the whole issue with every action, and tells nothing of deletions.
 * Pure; safe for all threads.
 */
final class GitLabDeliveries {
    private static final int LONGEST_ACTION = 64;
    private static final Set<String> ISSUES = Set.of("issue", "work_item");
    private static final Set<String> NOTED = Set.of("Issue", "WorkItem");
    private static final String INCOMPLETE = "It does not hold what it tells of.";

    private final GitLabMapper mapper;
    private final GitLabAlertMapper alerts;
    private final GitLabHookIssue issues;
    private final String tracker;

    GitLabDeliveries(GitLabConnection connection) {
        this.mapper = connection.mapper();
        this.alerts = new GitLabAlertMapper(connection.mapper(), connection.settings());
        this.issues = new GitLabHookIssue(connection.settings());
        this.tracker = connection.tracker();
    }

    /**
     * Reads a delivery.
     *
     * @param delivery a proved one
     * @return what happened
     * @throws TrackerException with PROTOCOL if the body is no JSON, or tells of an issue without its identity
     */
    List<TrackerEvent> read(VerifiedDelivery delivery) {
        var body = parse(delivery);
        var kind = clip(body.text("object_kind").orElse(delivery.kind()));
        var attributes = body.node("object_attributes");
        var actor = body.node("user").flatMap(mapper::user);
        var action = attributes
                .flatMap(told -> told.text("action"))
                .map(word -> kind + "." + clip(word))
                .orElse(kind);
        if (attributes.isEmpty()) {
            return List.of(new Ignored(action, actor, ignored(kind)));
        }
        try {
            return List.of(event(kind, action, actor, body, attributes.get()));
        } catch (IllegalArgumentException e) {
            // The model refuses what cannot be.
            throw unreadable(e);
        }
    }

    private TrackerEvent event(
            String kind, String action, Optional<User> actor, GitLabNode body, GitLabNode attributes) {
        if (ISSUES.contains(kind)) {
            return issue(action, actor, body, attributes);
        }
        return switch (kind) {
            case "note" -> note(action, actor, body, attributes);
            case "vulnerability" ->
                alerts.delivered(attributes)
                        .<TrackerEvent>map(alert -> new AlertChanged(action, actor, alert))
                        .orElseGet(() -> new Ignored(action, actor, INCOMPLETE));
            default -> new Ignored(action, actor, ignored(kind));
        };
    }

    private TrackerEvent issue(String action, Optional<User> actor, GitLabNode body, GitLabNode attributes) {
        if (isOfGroup(body, attributes)) {
            return new Ignored(action, actor, "It concerns a group's work item, not an issue of a project.");
        }
        var wire = issues.issue(attributes, body);
        // Where it went is not told; whoever reads the issue is led there.
        return GitLabMapper.isMovedAway(wire)
                ? new Ignored(action, actor, "The issue moved to another project; reading it leads there.")
                : new IssueChanged(action, actor, mapper.issue(wire));
    }

    /** Epics and the like belong to a group. */
    private static boolean isOfGroup(GitLabNode body, GitLabNode attributes) {
        return attributes.number("project_id").isEmpty()
                && body.node("project").flatMap(project -> project.number("id")).isEmpty()
                && attributes.has("iid");
    }

    private TrackerEvent note(String action, Optional<User> actor, GitLabNode body, GitLabNode attributes) {
        if (!NOTED.contains(attributes.words("noteable_type"))) {
            return new Ignored(action, actor, "It concerns a note on something that is no issue.");
        }
        if (attributes.isTrue("system")) {
            return new Ignored(action, actor, "GitLab wrote the note by itself.");
        }
        var about = body.node("issue").or(() -> body.node("work_item"));
        if (about.isEmpty() || isOfGroup(body, about.get())) {
            return new Ignored(action, actor, INCOMPLETE);
        }
        var issue = mapper.issue(issues.issue(about.get(), body));
        var comment = mapper.comment(
                issues.note(attributes, body),
                issue.key(),
                Optional.of(issue.reference().url()));
        return new CommentChanged(action, actor, comment, issue);
    }

    private static String ignored(String kind) {
        return "Deliveries of the kind \"" + kind + "\" concern no issue, or are not known.";
    }

    private GitLabNode parse(VerifiedDelivery delivery) {
        try {
            return JsonCodec.standard().read(delivery.payload(), GitLabNode.class);
        } catch (JsonCodec.MalformedJsonException e) {
            throw unreadable(e);
        }
    }

    private static String clip(String word) {
        return word.length() > LONGEST_ACTION ? word.substring(0, LONGEST_ACTION) : word;
    }

    private TrackerException unreadable(@Nullable Exception cause) {
        return TrackerException.of(ErrorCode.PROTOCOL, tracker, "normalise")
                .message("The delivery's body is not JSON of the shape that GitLab describes.")
                .cause(cause)
                .build();
    }
}
