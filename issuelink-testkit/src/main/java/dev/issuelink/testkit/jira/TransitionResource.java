package dev.issuelink.testkit.jira;

import dev.issuelink.testkit.internal.Json;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The transitions that lead on from where an issue stands, and nothing beyond. */
record TransitionResource(World world, Actions actions) {

    List<Route> routes() {
        return List.of(
                Route.of("GET", "issue/*/transitions", this::list),
                Route.of("POST", "issue/*/transitions", this::take));
    }

    private Answer list(Call call) throws Refusal {
        var issue = IssueResource.issue(world, call);
        var expanded = call.list("expand").contains("transitions.fields");
        return Answer.ok(Json.object(
                "expand",
                "transitions",
                "transitions",
                issue.project.workflow.from(issue.status).stream()
                        .map(transition -> view(issue.project, transition, expanded))
                        .toList()));
    }

    private static Map<String, @Nullable Object> view(Project project, Transition transition, boolean expanded) {
        var view = Json.object(
                "id",
                transition.id(),
                "name",
                transition.name(),
                "to",
                project.workflow.named(transition.to()).view());
        if (expanded) {
            var fields = Json.object();
            transition.required().forEach(id -> fields.put(id, field(project, id)));
            view.put("fields", fields);
        }
        return view;
    }

    private static Map<String, @Nullable Object> field(Project project, String id) {
        if (id.equals("resolution")) {
            var choices = Project.RESOLUTIONS.stream()
                    .map(name -> Json.object(
                            "id", Integer.toString(10_000 + Project.RESOLUTIONS.indexOf(name)), "name", name))
                    .toList();
            return Json.object(
                    "required",
                    true,
                    "name",
                    "Resolution",
                    "fieldId",
                    id,
                    "schema",
                    Json.object("type", "resolution", "system", id),
                    "allowedValues",
                    choices);
        }
        if (id.equals("comment")) {
            return Json.object(
                    "required", true, "name", "Comment", "fieldId", id, "schema", Json.object("type", "comments-page"));
        }
        var field = project.screen().stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElse(new Field(id, id, "string", "", true, List.of()));
        var view = field.view(true);
        view.put("required", true);
        return view;
    }

    private Answer take(Call call) throws Refusal {
        var issue = IssueResource.issue(world, call);
        call.mustWrite();
        var body = call.body();
        var id = Call.text(Call.inner(body, "transition"), "id");
        var transition = issue.project.workflow.from(issue.status).stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow(() ->
                        Refusal.message(400, "It seems that you have tried to perform an illegal workflow operation."));
        var fields = new LinkedHashMap<Object, @Nullable Object>(Call.inner(body, "fields"));
        var comments = Call.items(Call.inner(body, "update"), "comment");
        for (var required : transition.required()) {
            var given = required.equals("comment") ? !comments.isEmpty() : fields.get(required) != null;
            if (!given) {
                throw Refusal.field(required, required + " is required.");
            }
        }
        for (var name : fields.keySet()) {
            if (!transition.required().contains(String.valueOf(name))) {
                throw Refusal.field(
                        String.valueOf(name),
                        "Field '" + name + "' cannot be set. It is not on the appropriate screen, or unknown.");
            }
        }
        var resolution = resolution(fields.remove("resolution"));
        new FieldWrites(world, issue).write(fields, Map.of());
        addComment(issue, comments, call.account());
        actions.move(issue, transition, resolution, call.account());
        return Answer.nothing();
    }

    private void addComment(Issue issue, List<?> comments, Account actor) throws Refusal {
        for (var step : comments) {
            var text = Texts.sent(
                    world.cloud(),
                    "comment",
                    Call.inner((Map<?, ?>) step, "add").get("body"));
            if (text != null) {
                actions.comment(issue, text, List.of(), actor);
            }
        }
    }

    private static @Nullable String resolution(@Nullable Object value) {
        var map = value instanceof Map<?, ?> given ? given : Map.of();
        return Project.RESOLUTIONS.stream()
                .filter(name -> name.equals(map.get("name"))
                        || Integer.toString(10_000 + Project.RESOLUTIONS.indexOf(name))
                                .equals(map.get("id")))
                .findFirst()
                .orElse(null);
    }
}
