package dev.issuelink.testkit.jira;

import dev.issuelink.testkit.internal.Json;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What screens want, and opening issues. Cloud and Data Center page the former under other names. */
record CreationResource(World world, Actions actions) {

    private static final int MOST = 200;

    List<Route> routes() {
        return List.of(
                Route.of("GET", "issue/createmeta/*/issuetypes", this::types),
                Route.of("GET", "issue/createmeta/*/issuetypes/*", this::fields),
                Route.of("POST", "issue", this::create));
    }

    private Project project(Call call) throws Refusal {
        var project = call.grant() == null ? null : world.project(call.part(0)).orElse(null);
        if (project == null) {
            throw Refusal.message(404, "No project could be found with id or key '" + call.part(0) + "'.");
        }
        return project;
    }

    private Answer types(Call call) throws Refusal {
        project(call);
        var grant = call.grant();
        var may = grant != null && grant.writes();
        var types = may ? Project.TYPES : List.<String>of();
        return page(
                call,
                "issueTypes",
                types.stream()
                        .map(type -> Json.object(
                                "id", Project.typeId(type), "name", type, "untranslatedName", type, "subtask", false))
                        .toList());
    }

    private Answer fields(Call call) throws Refusal {
        var project = project(call);
        var fields = project.screen().stream()
                .map(field -> field.view(world.cloud()))
                .toList();
        return page(call, "fields", fields);
    }

    private Answer page(Call call, String name, List<Map<String, @Nullable Object>> all) {
        var start = call.number("startAt", 0);
        var most = Math.min(call.number("maxResults", 50), MOST);
        var shown = all.stream().skip(start).limit(most).toList();
        var page = Actions.page(start, most, all.size());
        if (!world.cloud()) {
            page.put("isLast", start + shown.size() >= all.size());
        }
        page.put(world.cloud() ? name : "values", shown);
        return Answer.ok(page);
    }

    private Answer create(Call call) throws Refusal {
        call.mustWrite();
        var body = call.body();
        var fields = new LinkedHashMap<Object, @Nullable Object>(Call.inner(body, "fields"));
        var place = Call.inner(fields, "project");
        var project = Optional.ofNullable(place.get("key"))
                .or(() -> Optional.ofNullable(place.get("id")))
                .flatMap(name -> world.project(String.valueOf(name)))
                .orElseThrow(() -> Refusal.field("project", "valid project is required"));
        var type = type(Call.inner(fields, "issuetype"));
        for (var field : project.screen()) {
            if (field.required() && !fields.containsKey(field.id())) {
                throw Refusal.field(field.id(), field.name() + " is required.");
            }
        }
        var draft = new Issue(0, project, project.key + "-0", type, "", call.account(), world.now());
        new FieldWrites(world, draft).write(fields, Call.inner(body, "update"));
        var issue = world.open(project, type, draft.summary, call.account());
        new FieldWrites(world, issue).write(fields, Call.inner(body, "update"));
        for (var one : Call.items(body, "properties")) {
            var property = (Map<?, ?>) one;
            issue.properties.put(Call.text(property, "key"), property.get("value"));
        }
        actions.opened(issue);
        return Answer.created(new Views(world).bare(issue));
    }

    private static String type(Map<?, ?> wanted) throws Refusal {
        return Project.TYPES.stream()
                .filter(type ->
                        type.equals(wanted.get("name")) || Project.typeId(type).equals(wanted.get("id")))
                .findFirst()
                .orElseThrow(() -> Refusal.field("issuetype", "Specify an issue type"));
    }
}
