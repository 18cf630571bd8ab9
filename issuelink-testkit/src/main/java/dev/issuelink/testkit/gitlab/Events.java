package dev.issuelink.testkit.gitlab;

import dev.issuelink.testkit.internal.Json;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What webhooks are told. Times have other forms there than in the REST API. */
final class Events {
    private static final DateTimeFormatter SPACED = DateTimeFormatter.ofPattern(
                    "yyyy-MM-dd HH:mm:ss 'UTC'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private final World world;
    private final Views views;
    private final Webhooks webhooks;

    Events(World world, Views views, Webhooks webhooks) {
        this.world = world;
        this.views = views;
        this.webhooks = webhooks;
    }

    void issue(Project project, Issue issue, Account actor, String action) {
        webhooks.tell(project, issueEvent(issue), issueHeader(issue), payload(project, issue, actor, action));
    }

    int test(Project project, Hook hook, Issue issue) {
        return webhooks.test(hook, "issues_events", "Issue Hook", payload(project, issue, issue.author, "open"));
    }

    private static String issueEvent(Issue issue) {
        return issue.confidential() ? "confidential_issues_events" : "issues_events";
    }

    private static String issueHeader(Issue issue) {
        return issue.confidential() ? "Confidential Issue Hook" : "Issue Hook";
    }

    private Map<String, @Nullable Object> payload(Project project, Issue issue, Account actor, String action) {
        var plain = issue.type.equals("issue");
        var attributes = attributes(project, issue);
        attributes.put("action", action);
        return Json.object(
                "object_kind", plain ? "issue" : "work_item",
                "event_type", plain ? (issue.confidential() ? "confidential_issue" : "issue") : "work_item",
                "user", user(actor),
                "project", project(project),
                "object_attributes", attributes,
                "labels", labels(project, issue),
                "changes", Json.object("updated_at", Json.object("previous", null, "current", iso(issue.updatedAt))),
                "repository", Json.object("name", project.name(), "url", "", "description", null),
                "assignees", issue.assignees.stream().map(Events::user).toList());
    }

    void note(Project project, Issue issue, Note note, Account actor, String action) {
        var hidden = issue.confidential() || note.internal;
        var attributes = noteAttributes(project, issue, note);
        attributes.put("action", action);
        var payload = Json.object("object_kind", "note", "event_type", hidden ? "confidential_note" : "note");
        payload.put("user", user(actor));
        payload.put("project_id", project.id);
        payload.put("project", project(project));
        payload.put("object_attributes", attributes);
        payload.put("repository", Json.object("name", project.name()));
        payload.put("issue", attributes(project, issue));
        webhooks.tell(
                project,
                hidden ? "confidential_note_events" : "note_events",
                hidden ? "Confidential Note Hook" : "Note Hook",
                payload);
    }

    private Map<String, @Nullable Object> noteAttributes(Project project, Issue issue, Note note) {
        var view = Json.object("id", note.id, "note", note.body, "description", note.body, "type", null);
        view.put("author_id", note.author.id());
        view.put("created_at", SPACED.format(note.createdAt));
        view.put("updated_at", SPACED.format(note.updatedAt));
        view.put("discussion_id", "%040x".formatted(note.id));
        view.put("internal", note.internal);
        view.put("system", note.system);
        view.put("noteable_id", issue.id);
        view.put("noteable_type", "Issue");
        view.put("project_id", project.id);
        view.put("url", views.url(project, issue) + "#note_" + note.id);
        return view;
    }

    void vulnerability(Project project, Account actor, Map<String, @Nullable Object> vulnerability) {
        var number = String.valueOf(vulnerability.get("id")).replaceFirst(".*/", "");
        var attributes = Json.object(
                "url", world.web() + "/" + project.path + "/-/security/vulnerabilities/" + number,
                "title", vulnerability.get("title"),
                "state", String.valueOf(vulnerability.get("state")).toLowerCase(Locale.ROOT),
                "severity", String.valueOf(vulnerability.get("severity")).toLowerCase(Locale.ROOT),
                "report_type", String.valueOf(vulnerability.get("reportType")).toLowerCase(Locale.ROOT),
                "project_id", project.id,
                "identifiers", vulnerability.get("identifiers"),
                "location", vulnerability.get("location"),
                "created_at", vulnerability.get("detectedAt"),
                "updated_at", Views.time(world.now()));
        webhooks.tell(
                project,
                "vulnerability_events",
                "Vulnerability Hook",
                Json.object("object_kind", "vulnerability", "user", user(actor), "object_attributes", attributes));
    }

    private Map<String, @Nullable Object> attributes(Project project, Issue issue) {
        var view = Json.object("id", issue.id, "iid", issue.iid, "project_id", project.id, "title", issue.title);
        view.put("description", issue.description);
        view.put("author_id", issue.author.id());
        view.put("assignee_ids", issue.assignees.stream().map(Account::id).toList());
        view.put(
                "assignee_id",
                issue.assignees.stream().map(Account::id).findFirst().orElse(null));
        view.put("labels", labels(project, issue));
        view.put("milestone_id", issue.milestone());
        view.put("state", issue.open ? "opened" : "closed");
        view.put("state_id", issue.open ? 1 : 2);
        view.put("type", typeName(issue.type));
        view.put("severity", "unknown");
        view.put("confidential", issue.confidential());
        view.put("created_at", iso(issue.createdAt));
        view.put("updated_at", iso(issue.updatedAt));
        view.put("closed_at", iso(issue.closedAt));
        view.put("due_date", issue.more.get("due_date"));
        view.put("weight", issue.more.get("weight"));
        view.put("moved_to_id", issue.movedTo);
        view.put("duplicated_to_id", null);
        view.put("url", views.url(project, issue));
        return view;
    }

    private static String typeName(String type) {
        return type.substring(0, 1).toUpperCase(Locale.ROOT) + type.substring(1);
    }

    private static List<Map<String, @Nullable Object>> labels(Project project, Issue issue) {
        return issue.labels.stream()
                .map(name -> Json.object(
                        "id",
                        project.labels.get(name) == null
                                ? 0
                                : project.labels.get(name).id(),
                        "title",
                        name,
                        "color",
                        "#6699cc",
                        "project_id",
                        project.id,
                        "template",
                        false,
                        "description",
                        null,
                        "type",
                        "ProjectLabel",
                        "group_id",
                        null))
                .toList();
    }

    private static Map<String, @Nullable Object> user(Account account) {
        return Json.object(
                "id", account.id(),
                "name", account.name(),
                "username", account.username(),
                "avatar_url", null,
                "email", "[REDACTED]");
    }

    private Map<String, @Nullable Object> project(Project project) {
        return Json.object(
                "id",
                project.id,
                "name",
                project.name(),
                "description",
                null,
                "web_url",
                world.web() + "/" + project.path,
                "namespace",
                project.path.replaceFirst("/[^/]*$", ""),
                "visibility_level",
                project.hidden ? 0 : 20,
                "path_with_namespace",
                project.path,
                "default_branch",
                "main");
    }

    private static @Nullable String iso(@Nullable Instant time) {
        return time == null ? null : time.truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
