package dev.issuelink.testkit.jira;

import dev.issuelink.testkit.internal.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What Jira tells of itself, of whoever asks, and of projects and people. */
record SiteResource(World world) {

    private static final List<String> PERMISSIONS = List.of(
            "BROWSE_PROJECTS",
            "CREATE_ISSUES",
            "EDIT_ISSUES",
            "TRANSITION_ISSUES",
            "ASSIGN_ISSUES",
            "ADD_COMMENTS",
            "CREATE_ATTACHMENTS",
            "DELETE_ISSUES",
            "ADMINISTER");
    private static final int MOST = 100;

    List<Route> routes() {
        var routes = new ArrayList<Route>(List.of(
                Route.of("GET", "serverInfo", this::info),
                Route.of("GET", "myself", call -> Answer.ok(call.account().view(world))),
                Route.of("GET", "mypermissions", this::permissions),
                Route.of("GET", "project/*", this::project),
                Route.of("GET", "user/assignable/search", this::assignable)));
        routes.add(
                0,
                world.cloud()
                        ? Route.of("GET", "project/search", this::projects)
                        : Route.of("GET", "project", this::allProjects));
        return routes;
    }

    private Answer info(Call call) {
        var numbers = world.version.split("\\.", -1);
        return Answer.ok(Json.object(
                "baseUrl",
                world.siteUrl(),
                "version",
                world.version,
                "versionNumbers",
                List.of(numbers).stream()
                        .map(number -> Long.valueOf(number.replaceAll("\\D", "")))
                        .toList(),
                "deploymentType",
                world.cloud() ? "Cloud" : "Server",
                "serverTitle",
                "Jira"));
    }

    private Answer permissions(Call call) throws Refusal {
        var project = call.query().getOrDefault("projectKey", "");
        if (!project.isEmpty() && world.project(project).isEmpty()) {
            throw Refusal.message(404, "No project could be found with key '" + project + "'.");
        }
        if (world.cloud() && call.list("permissions").isEmpty()) {
            throw Refusal.message(400, "The 'permissions' query parameter is required.");
        }
        var asked = world.cloud() ? call.list("permissions") : PERMISSIONS;
        var told = Json.object();
        for (var name : asked) {
            if (!PERMISSIONS.contains(name)) {
                throw Refusal.message(400, "Unrecognized permission: " + name);
            }
            told.put(name, Json.object("key", name, "havePermission", has(call, name)));
        }
        return Answer.ok(Json.object("permissions", told));
    }

    private static boolean has(Call call, String name) {
        var grant = call.grant();
        if (grant == null) {
            return false;
        }
        return Set.of("BROWSE_PROJECTS").contains(name)
                || (name.equals("ADMINISTER") ? grant.administers() : grant.writes());
    }

    private Answer project(Call call) throws Refusal {
        var project = call.grant() == null ? null : world.project(call.part(0)).orElse(null);
        if (project == null) {
            throw Refusal.message(404, "No project could be found with key '" + call.part(0) + "'.");
        }
        return Answer.ok(project.view(world));
    }

    private Answer projects(Call call) {
        var all = call.grant() == null ? List.<Project>of() : List.copyOf(world.projects.values());
        var start = call.number("startAt", 0);
        var most = Math.min(call.number("maxResults", 50), MOST);
        var shown = all.stream()
                .skip(start)
                .limit(most)
                .map(project -> project.view(world))
                .toList();
        var page = Actions.page(start, most, all.size());
        page.put("isLast", start + shown.size() >= all.size());
        page.put("values", shown);
        return Answer.ok(page);
    }

    private Answer allProjects(Call call) {
        return Answer.ok(
                call.grant() == null
                        ? List.of()
                        : world.projects.values().stream()
                                .map(project -> project.view(world))
                                .toList());
    }

    /** On Cloud pages are cut before those who do not fit are left out. */
    private Answer assignable(Call call) throws Refusal {
        call.account();
        if (!call.query().containsKey("project") && !call.query().containsKey("issueKey")) {
            throw Refusal.message(400, "Either 'project' or 'issueKey' must be given.");
        }
        if (world.project(call.query().getOrDefault("project", "")).isEmpty()) {
            throw Refusal.message(404, "No project could be found.");
        }
        var start = call.number("startAt", 0);
        var most = Math.min(call.number("maxResults", 50), MOST);
        return Answer.ok(world.accounts.values().stream()
                .skip(start)
                .limit(most)
                .filter(account -> isAsked(call, account))
                .map(account -> account.view(world))
                .toList());
    }

    private boolean isAsked(Call call, Account account) {
        var id = call.query().get("accountId");
        @Nullable String words = call.query().get(world.cloud() ? "query" : "username");
        if (id != null && world.cloud()) {
            return account.id().equals(id);
        }
        return words == null
                || account.name().startsWith(words)
                || account.displayName().contains(words)
                || Credentials.email(account).equals(words);
    }
}
