package dev.issuelink.gitlab;

import dev.issuelink.error.ErrorCode;
import dev.issuelink.error.TrackerException;
import dev.issuelink.model.Comment;
import dev.issuelink.model.Issue;
import dev.issuelink.model.IssueKey;
import dev.issuelink.model.IssueStatus;
import dev.issuelink.model.Label;
import dev.issuelink.model.Milestone;
import dev.issuelink.model.Priority;
import dev.issuelink.model.Project;
import dev.issuelink.model.Resolution;
import dev.issuelink.model.StatusCategory;
import dev.issuelink.model.User;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Says in our words what GitLab told. Pure; safe for all threads. */
final class GitLabMapper {
    private static final String REDACTED = "[REDACTED]";
    private static final Pattern BOT = Pattern.compile("(?:project|group)_\\d{1,18}_bot(?:_[0-9a-f]{1,64}|\\d{0,9})");

    private final GitLabSettings settings;

    GitLabMapper(GitLabSettings settings) {
        this.settings = settings;
    }

    /** The issue, as the REST API tells it, or as a delivery was brought into that form. */
    Issue issue(GitLabNode wire) {
        var body = GitLabText.read(wire.words("description"));
        var labels = labels(wire);
        var builder = Issue.builder(
                        key(wire), GitLabSettings.TYPE, project(wire).id(), displayKey(wire), address(wire))
                .title(wire.words("title"))
                .body(body.text())
                .marker(body.marker())
                .status(status(wire))
                .priority(priority(labels))
                .labels(labels)
                .assignees(assignees(wire))
                .author(wire.node("author").flatMap(this::user).orElse(null))
                .milestone(milestone(wire).orElse(null))
                .issueType(issueType(wire).orElse(null))
                .createdAt(wire.time("created_at").orElse(null))
                .updatedAt(wire.time("updated_at").orElse(null))
                .closedAt(wire.time("closed_at").filter(time -> isClosed(wire)).orElse(null))
                .closedBy(wire.node("closed_by").flatMap(this::user).orElse(null))
                .commentCount(wire.number("user_notes_count").orElse(0L).intValue());
        GitLabAttributes.of(wire).forEach(builder::attribute);
        return builder.build();
    }

    /** The identity alone: the number across the whole of GitLab. */
    IssueKey key(GitLabNode wire) {
        return new IssueKey(settings.tracker(), Long.toString(required(wire.number("id"), "id of an issue")));
    }

    GitLabPlace place(GitLabNode wire) {
        return new GitLabPlace(project(wire), iid(wire));
    }

    /** Whether it was moved to another project and closed here: a stub that only points there. */
    static boolean isMovedAway(GitLabNode wire) {
        return wire.number("moved_to_id").isPresent() && isClosed(wire);
    }

    Comment comment(GitLabNode wire, IssueKey issue, Optional<URI> issueUrl) {
        var body = GitLabText.read(wire.has("body") ? wire.words("body") : wire.words("note"));
        var id = Long.toString(required(wire.number("id"), "id of a note"));
        var builder = Comment.builder(id, issue, required(wire.time("created_at"), "created_at of a note"))
                .body(body.text())
                .marker(body.marker())
                .author(wire.node("author").flatMap(this::user).orElse(null))
                .url(wire.text("url")
                        .flatMap(GitLabMapper::address)
                        .or(() -> issueUrl.map(url -> URI.create(url + "#note_" + id)))
                        .orElse(null))
                .updatedAt(wire.time("updated_at").orElse(null))
                .internal(isInternal(wire));
        GitLabAttributes.of(wire).forEach(builder::attribute);
        return builder.build();
    }

    /** Older servers call internal notes confidential. */
    static boolean isInternal(GitLabNode note) {
        return note.isTrue("internal") || note.isTrue("confidential");
    }

    Optional<User> user(GitLabNode wire) {
        var id = wire.number("id");
        var username = wire.text("username");
        return id.isEmpty() || username.isEmpty()
                ? Optional.empty()
                : Optional.of(User.builder(Long.toString(id.get()), username.get())
                        .displayName(wire.text("name").orElse(null))
                        .email(wire.text("public_email")
                                .or(() -> wire.text("email"))
                                .filter(email -> !email.equals(REDACTED))
                                .orElse(null))
                        .kind(kind(wire, username.get()))
                        .build());
    }

    Label label(GitLabNode wire) {
        return anyLabel(wire.fields()).orElseThrow(() -> unreadable("name of a label"));
    }

    Project project(GitLabNode wire, String id) {
        var path = wire.text("path_with_namespace");
        return new Project(
                id,
                path.or(() -> wire.text("name")).orElse(id),
                wire.text("web_url")
                        .flatMap(GitLabMapper::address)
                        .orElseGet(() -> settings.webUrl(path.orElse("projects/" + id))),
                GitLabAttributes.of(wire));
    }

    /** The label that stands for a priority, if one is configured. */
    Optional<String> priorityLabel(Priority priority) {
        return settings.priorityLabels().entrySet().stream()
                .filter(entry -> entry.getKey().equalsIgnoreCase(priority.name()))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    TrackerException unreadable(String what) {
        return TrackerException.of(ErrorCode.PROTOCOL, settings.tracker(), "read")
                .message("GitLab's answer lacks the " + what + ", or it cannot be read.")
                .build();
    }

    List<Label> labels(GitLabNode wire) {
        return wire.items("labels").stream()
                .map(GitLabMapper::anyLabel)
                .flatMap(Optional::stream)
                .toList();
    }

    List<User> assignees(GitLabNode wire) {
        var all = wire.fields().containsKey("assignees") ? wire.nodes("assignees") : wire.nodes("assignee");
        return all.stream().map(this::user).flatMap(Optional::stream).toList();
    }

    <T> T required(Optional<T> value, String what) {
        return value.orElseThrow(() -> unreadable(what));
    }

    private GitLabProject project(GitLabNode wire) {
        return new GitLabProject(Long.toString(required(wire.number("project_id"), "project_id of an issue")));
    }

    private long iid(GitLabNode wire) {
        return required(wire.number("iid"), "iid of an issue");
    }

    /** The full reference, which names the project by its present path. */
    private String displayKey(GitLabNode wire) {
        return wire.node("references")
                .flatMap(references -> references.text("full"))
                .filter(full -> full.endsWith("#" + iid(wire)))
                .or(() -> wire.text("web_url")
                        .flatMap(url -> GitLabPlace.projectPath(url, settings))
                        .map(path -> path + "#" + iid(wire)))
                .orElseGet(() -> "#" + iid(wire));
    }

    private URI address(GitLabNode wire) {
        return wire.text("web_url").flatMap(GitLabMapper::address).orElseGet(() -> {
            var full = displayKey(wire);
            var path = full.startsWith("#") ? "projects/" + project(wire).id() : full.substring(0, full.indexOf('#'));
            return settings.webUrl(path + "/-/issues/" + iid(wire));
        });
    }

    private static boolean isClosed(GitLabNode wire) {
        return wire.words("state").equals("closed");
    }

    private static IssueStatus status(GitLabNode wire) {
        var state = wire.words("state");
        return switch (state) {
            case "opened", "reopened" -> IssueStatus.of(state, StatusCategory.OPEN);
            case "closed" -> new IssueStatus(state, StatusCategory.DONE, resolution(wire));
            default -> IssueStatus.of(state, StatusCategory.UNKNOWN);
        };
    }

    /** GitLab keeps no reason but that another issue says the same. */
    private static Optional<Resolution> resolution(GitLabNode wire) {
        var duplicate = wire.has("duplicated_to_id")
                || wire.node("_links")
                        .filter(links -> links.has("closed_as_duplicate_of"))
                        .isPresent();
        return duplicate ? Optional.of(Resolution.DUPLICATE) : Optional.empty();
    }

    /** Deliveries name only the milestone's number. */
    private static Optional<Milestone> milestone(GitLabNode wire) {
        return wire.node("milestone")
                .flatMap(told -> told.number("id")
                        .map(id -> new Milestone(
                                Long.toString(id), told.words("title"), told.words("state"), told.time("due_date"))))
                .or(() -> wire.number("milestone_id")
                        .filter(id -> id > 0)
                        .map(id -> new Milestone(Long.toString(id), "", "", Optional.empty())));
    }

    /** The REST API writes {@code test_case}, deliveries {@code Test Case}. */
    private static Optional<String> issueType(GitLabNode wire) {
        return wire.text("issue_type")
                .or(() -> wire.text("type"))
                .map(type -> type.toLowerCase(Locale.ROOT).replace(' ', '_'));
    }

    private @Nullable Priority priority(List<Label> labels) {
        return settings.priorityLabels().entrySet().stream()
                .filter(entry -> labels.stream().anyMatch(label -> label.name().equalsIgnoreCase(entry.getValue())))
                .map(entry -> new Priority(entry.getKey()))
                .findFirst()
                .orElse(null);
    }

    /** A text in the REST API, an object in deliveries, where its name is a title. */
    private static Optional<Label> anyLabel(Object wire) {
        var node = GitLabNode.of(wire);
        if (node.isPresent()) {
            return node.get()
                    .text("name")
                    .or(() -> node.get().text("title"))
                    .map(name -> new Label(
                            name,
                            node.get().text("color").map(color -> color.replaceFirst("^#", "")),
                            node.get().text("description")));
        }
        return wire instanceof String name && !name.isBlank() ? Optional.of(Label.of(name)) : Optional.empty();
    }

    private static User.Kind kind(GitLabNode wire, String username) {
        return wire.isTrue("bot") || BOT.matcher(username).matches() ? User.Kind.BOT : User.Kind.UNKNOWN;
    }

    /** Where people see it; empty unless it is an address that a browser opens without running anything. */
    static Optional<URI> address(String url) {
        try {
            return Optional.of(URI.create(url)).filter(GitLabSettings::isWeb);
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }
}
