package dev.issuelink.testkit.gitlab;

import dev.issuelink.testkit.internal.Json;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How things look in the REST API. */
final class Views {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern(
                    "yyyy-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private final World world;

    Views(World world) {
        this.world = world;
    }

    static @Nullable String time(@Nullable Instant time) {
        return time == null ? null : TIME.format(time);
    }

    Map<String, @Nullable Object> user(Account account) {
        return Json.object(
                "id",
                account.id(),
                "username",
                account.username(),
                "public_email",
                "",
                "name",
                account.name(),
                "state",
                "active",
                "locked",
                false,
                "avatar_url",
                null,
                "web_url",
                world.web() + "/" + account.username());
    }

    private @Nullable Object user(@Nullable Account account, boolean shown) {
        return account == null || !shown ? null : user(account);
    }

    String url(Project project, Issue issue) {
        var kind = world.settings.atLeast(18, 10) ? "work_items" : "issues";
        return world.web() + "/" + project.path + "/-/" + kind + "/" + issue.iid;
    }

    Map<String, @Nullable Object> issue(Project project, Issue issue, @Nullable Account caller) {
        var view = Json.object("id", issue.id, "iid", issue.iid, "project_id", project.id, "title", issue.title);
        view.put("description", issue.description.isEmpty() ? null : issue.description);
        view.put("state", issue.open ? "opened" : "closed");
        putTimes(view, issue);
        putPeople(view, issue);
        view.put("labels", List.copyOf(issue.labels));
        view.put("milestone", milestone(project, issue.milestone()));
        view.put("type", issue.type.toUpperCase(Locale.ROOT));
        view.put("issue_type", issue.type);
        view.put("confidential", issue.confidential());
        view.put("discussion_locked", issue.locked() ? true : null);
        view.put("web_url", url(project, issue));
        view.put("moved_to_id", movedTo(issue, caller));
        putCounts(view, issue);
        if (!world.settings.isFree()) {
            view.put("weight", issue.more.get("weight"));
        }
        view.put("references", references(project, issue));
        view.put("_links", links(project, issue));
        return view;
    }

    private static void putTimes(Map<String, @Nullable Object> view, Issue issue) {
        view.put("created_at", time(issue.createdAt));
        view.put("updated_at", time(issue.updatedAt));
        view.put("closed_at", time(issue.closedAt));
        view.put("due_date", issue.more.get("due_date"));
    }

    private void putPeople(Map<String, @Nullable Object> view, Issue issue) {
        view.put("closed_by", user(issue.closedBy, !issue.open));
        view.put("assignees", issue.assignees.stream().map(this::user).toList());
        view.put("author", user(issue.author));
        view.put(
                "assignee", issue.assignees.stream().findFirst().map(this::user).orElse(null));
    }

    private static void putCounts(Map<String, @Nullable Object> view, Issue issue) {
        view.put("user_notes_count", issue.comments());
        List.of("merge_requests_count", "upvotes", "downvotes").forEach(name -> view.put(name, 0));
        view.put("time_stats", Json.object("time_estimate", 0, "total_time_spent", 0, "human_time_estimate", null));
        view.put("task_completion_status", Json.object("count", 0, "completed_count", 0));
        view.put("has_tasks", false);
        view.put("severity", "UNKNOWN");
        view.put("service_desk_reply_to", null);
        view.put("imported", false);
        view.put("imported_from", "none");
    }

    private static Object references(Project project, Issue issue) {
        return Json.object(
                "short", "#" + issue.iid,
                "relative", "#" + issue.iid,
                "full", project.path + "#" + issue.iid);
    }

    private Object links(Project project, Issue issue) {
        var self = world.web() + "/api/v4/projects/" + project.id + "/issues/" + issue.iid;
        return Json.object("self", self, "notes", self + "/notes", "closed_as_duplicate_of", null);
    }

    /** Told only to somebody who can see the issue that it became. */
    private @Nullable Long movedTo(Issue issue, @Nullable Account caller) {
        var target = world.projects.values().stream()
                .filter(project -> project.issues.values().stream()
                        .anyMatch(other -> Long.valueOf(other.id).equals(issue.movedTo)))
                .findFirst();
        return target.filter(project -> !project.hidden || project.level(caller) > 0)
                .map(project -> issue.movedTo)
                .orElse(null);
    }

    @Nullable
    Map<String, @Nullable Object> milestone(Project project, @Nullable Long id) {
        var milestone = id == null ? null : project.milestones.get(id);
        return milestone == null
                ? null
                : Json.object(
                        "id",
                        milestone.id(),
                        "iid",
                        milestone.iid(),
                        "project_id",
                        project.id,
                        "title",
                        milestone.title(),
                        "description",
                        "",
                        "state",
                        "active",
                        "due_date",
                        "2026-12-31",
                        "start_date",
                        null,
                        "expired",
                        false,
                        "web_url",
                        world.web() + "/" + project.path + "/-/milestones/" + milestone.iid());
    }

    Map<String, @Nullable Object> note(Project project, Issue issue, Note note) {
        return Json.object(
                "id",
                note.id,
                "type",
                null,
                "body",
                note.body,
                "author",
                user(note.author),
                "created_at",
                time(note.createdAt),
                "updated_at",
                time(note.updatedAt),
                "system",
                note.system,
                "noteable_id",
                issue.id,
                "noteable_type",
                "Issue",
                "project_id",
                project.id,
                "resolvable",
                false,
                "confidential",
                note.internal,
                "internal",
                note.internal,
                "imported",
                false,
                "noteable_iid",
                issue.iid,
                "commands_changes",
                Json.object());
    }

    static Map<String, @Nullable Object> label(Label label) {
        return Json.object(
                "id",
                label.id(),
                "name",
                label.name(),
                "description",
                label.description().isEmpty() ? null : label.description(),
                "description_html",
                "",
                "text_color",
                "#FFFFFF",
                "color",
                label.color(),
                "archived",
                false,
                "subscribed",
                false,
                "priority",
                null,
                "is_project_label",
                true);
    }

    Map<String, @Nullable Object> project(Project project, @Nullable Account caller) {
        var level = project.level(caller);
        return Json.object(
                "id",
                project.id,
                "description",
                null,
                "name",
                project.name(),
                "name_with_namespace",
                project.path.replace("/", " / "),
                "path",
                project.name(),
                "path_with_namespace",
                project.path,
                "default_branch",
                "main",
                "web_url",
                world.web() + "/" + project.path,
                "archived",
                project.archived,
                "visibility",
                project.hidden ? "private" : "public",
                "issues_enabled",
                project.issuesEnabled,
                "issues_access_level",
                project.issuesEnabled ? "enabled" : "disabled",
                "permissions",
                Json.object(
                        "project_access",
                        level == 0 ? null : Json.object("access_level", level, "notification_level", 3),
                        "group_access",
                        null));
    }

    Map<String, @Nullable Object> hook(Project project, Hook hook) {
        var view = Json.object(
                "id",
                hook.id,
                "url",
                hook.url(),
                "name",
                null,
                "description",
                null,
                "created_at",
                time(hook.createdAt),
                "project_id",
                project.id,
                "enable_ssl_verification",
                true,
                "alert_status",
                hook.status(world.now()),
                "disabled_until",
                time(hook.disabledUntil),
                "url_variables",
                List.of(),
                "custom_headers",
                List.of());
        view.putAll(hook.switches);
        if (world.settings.atLeast(19, 0)) {
            view.put("token_present", !hook.token().isEmpty());
            view.put("signing_token_present", !hook.signingToken().isEmpty());
        }
        return view;
    }
}
