package dev.issuelink.testkit.jira;

import dev.issuelink.testkit.internal.Json;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How things look in Jira's answers. */
final class Views {

    private static final int SHOWN_COMMENTS = 20;
    private static final Set<String> SLIM = Set.of("summary", "issuetype", "project", "assignee", "priority", "status");

    private final World world;

    Views(World world) {
        this.world = world;
    }

    /** An issue with the fields that were asked for; all of them if none were named. */
    Map<String, @Nullable Object> issue(Issue issue, Collection<String> fields, Collection<String> properties) {
        var view = bare(issue);
        var all = fields(issue, false);
        if (!fields.contains("*all") && !fields.contains("*navigable") && !fields.isEmpty()) {
            all.keySet().retainAll(fields);
        }
        view.put("fields", all);
        if (!properties.isEmpty()) {
            var shown = Json.object();
            issue.properties.forEach((key, value) -> {
                if (properties.contains(key)) {
                    shown.put(key, value);
                }
            });
            view.put("properties", shown);
        }
        return view;
    }

    /** An issue as webhooks tell it. */
    Map<String, @Nullable Object> told(Issue issue) {
        var view = bare(issue);
        view.put("fields", fields(issue, true));
        return view;
    }

    /** An issue as Cloud's webhooks tell it along with a comment. */
    Map<String, @Nullable Object> slim(Issue issue) {
        var view = bare(issue);
        var fields = fields(issue, true);
        fields.keySet().retainAll(SLIM);
        view.put("fields", fields);
        return view;
    }

    Map<String, @Nullable Object> bare(Issue issue) {
        return Json.object(
                "id", Long.toString(issue.id), "self", world.restUrl() + "/issue/" + issue.id, "key", issue.key);
    }

    private Map<String, @Nullable Object> fields(Issue issue, boolean wiki) {
        var fields = Json.object("summary", issue.summary);
        fields.put("description", wiki ? Texts.wiki(issue.description) : issue.description);
        fields.put("status", issue.status.view());
        fields.put(
                "resolution",
                issue.resolution == null ? null : Json.object("id", resolutionId(issue), "name", issue.resolution));
        fields.put("resolutiondate", issue.resolved == null ? null : World.time(issue.resolved));
        if (world.cloud()) {
            fields.put("statuscategorychangedate", World.time(issue.categoryChanged));
        }
        fields.put("labels", new ArrayList<>(issue.labels));
        fields.put("assignee", issue.assignee == null ? null : issue.assignee.view(world));
        fields.put("creator", issue.creator.view(world));
        fields.put("reporter", issue.creator.view(world));
        fields.put(
                "priority",
                Json.object(
                        "id", Long.toString(1 + Project.PRIORITIES.indexOf(issue.priority)), "name", issue.priority));
        fields.put("issuetype", Json.object("id", Project.typeId(issue.type), "name", issue.type, "subtask", false));
        fields.put("project", issue.project.view(world));
        fields.put("created", World.time(issue.created));
        fields.put("updated", World.time(issue.updated));
        fields.put("fixVersions", issue.versions.stream().map(Views::version).toList());
        fields.put("components", List.of());
        fields.put("duedate", null);
        fields.putAll(issue.custom);
        fields.put("comment", comments(issue, wiki));
        return fields;
    }

    private static String resolutionId(Issue issue) {
        return Integer.toString(10_000 + Project.RESOLUTIONS.indexOf(issue.resolution));
    }

    static Map<String, @Nullable Object> version(Version version) {
        return Json.object(
                "id", Long.toString(version.id()), "name", version.name(), "archived", false, "released", false);
    }

    private Map<String, @Nullable Object> comments(Issue issue, boolean wiki) {
        var shown = issue.comments.stream()
                .limit(SHOWN_COMMENTS)
                .map(comment -> comment(issue, comment, wiki, false))
                .toList();
        return Json.object("comments", shown, "maxResults", shown.size(), "total", issue.comments.size(), "startAt", 0);
    }

    Map<String, @Nullable Object> comment(Issue issue, Comment comment, boolean wiki, boolean properties) {
        var view = Json.object(
                "self",
                world.restUrl() + "/issue/" + issue.id + "/comment/" + comment.id,
                "id",
                Long.toString(comment.id),
                "author",
                comment.author.view(world),
                "body",
                wiki ? Texts.wiki(comment.body) : comment.body);
        view.put("updateAuthor", comment.updateAuthor.view(world));
        view.put("created", World.time(comment.created));
        view.put("updated", World.time(comment.updated));
        if (world.cloud()) {
            view.put("jsdPublic", true);
        }
        if (properties && world.cloud()) {
            view.put(
                    "properties",
                    comment.properties.entrySet().stream()
                            .map(entry -> Json.object("key", entry.getKey(), "value", entry.getValue()))
                            .toList());
        }
        return view;
    }
}
