package dev.issuelink.testkit.jira;

import dev.issuelink.testkit.internal.Json;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** Reading, changing and deleting one issue. */
record IssueResource(World world, Actions actions) {

    private static final Pattern FILE = Pattern.compile("name=\"file\"; filename=\"([^\"]*)\"");

    List<Route> routes() {
        return List.of(
                Route.of("GET", "issue/*", this::read),
                Route.of("PUT", "issue/*", this::edit),
                Route.of("DELETE", "issue/*", this::delete),
                Route.of("GET", "issue/*/editmeta", this::screen),
                Route.of("PUT", "issue/*/assignee", this::assign),
                Route.of("PUT", "issue/*/properties/*", this::property),
                Route.of("POST", "issue/*/attachments", this::attach));
    }

    static Issue issue(World world, Call call) throws Refusal {
        if (call.grant() == null) {
            throw Refusal.notFound();
        }
        return world.issue(call.part(0)).orElseThrow(Refusal::notFound);
    }

    private Answer read(Call call) throws Refusal {
        var issue = issue(world, call);
        return Answer.ok(new Views(world).issue(issue, call.list("fields"), call.list("properties")));
    }

    private Answer edit(Call call) throws Refusal {
        var issue = issue(world, call);
        call.mustWrite();
        var body = call.body();
        var fields = Call.inner(body, "fields");
        var operations = Call.inner(body, "update");
        if (fields.isEmpty() && operations.isEmpty()) {
            throw Refusal.message(400, "one of 'fields' or 'update' required");
        }
        actions.edited(issue, call.account(), new FieldWrites(world, issue).write(fields, operations));
        return Answer.nothing();
    }

    private Answer delete(Call call) throws Refusal {
        var issue = issue(world, call);
        call.mustWrite();
        actions.delete(issue, call.account());
        return Answer.nothing();
    }

    private Answer screen(Call call) throws Refusal {
        var fields = Json.object();
        issue(world, call).project.screen().forEach(field -> fields.put(field.id(), field.view(world.cloud())));
        return Answer.ok(Json.object("fields", fields));
    }

    private Answer assign(Call call) throws Refusal {
        var issue = issue(world, call);
        call.mustWrite();
        var name = call.body().get(world.cloud() ? "accountId" : "name");
        var account = world.named(name);
        if (name != null && account.isEmpty()) {
            throw Refusal.field("assignee", "User '" + name + "' cannot be assigned issues.");
        }
        actions.assign(issue, account.orElse(null), call.account());
        return Answer.nothing();
    }

    /** Properties stand beside an issue: writing one does not count as a change of it. */
    private Answer property(Call call) throws Refusal {
        var issue = issue(world, call);
        call.mustWrite();
        var isNew = issue.properties.put(call.part(1), call.body()) == null;
        world.index.changed(issue);
        return isNew ? Answer.created(Map.of()) : Answer.ok(Map.of());
    }

    private Answer attach(Call call) throws Refusal {
        var issue = issue(world, call);
        call.mustWrite();
        var type = call.request().header("content-type", "").toLowerCase(Locale.ROOT);
        var token = call.request().header("x-atlassian-token", "");
        if (!type.startsWith("multipart/form-data") || !token.equals("no-check")) {
            throw Refusal.message(403, "XSRF check failed");
        }
        var file = FILE.matcher(call.request().body());
        if (!file.find()) {
            throw Refusal.message(400, "No file was attached.");
        }
        var content = call.request().body().split("\r\n\r\n", 2)[1].replaceFirst("\r\n--[^\r]*--\r\n$", "");
        var id = Long.toString(world.nextId());
        world.touch(issue);
        return Answer.ok(List.of(Json.object(
                "id",
                id,
                "filename",
                file.group(1),
                "size",
                content.length(),
                "author",
                call.account().view(world),
                "created",
                World.time(world.now()),
                "content",
                world.siteUrl() + "/rest/api/3/attachment/content/" + id)));
    }
}
