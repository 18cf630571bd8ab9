package dev.issuelink.testkit.gitlab;

import dev.issuelink.testkit.internal.Json;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The two questions that have no place in the REST API: where an issue is, and vulnerabilities. */
final class GraphQlApi {
    private static final int PAGE = 100;

    private final World world;

    GraphQlApi(World world) {
        this.world = world;
    }

    Reply answer(Call call) {
        call.account();
        var fields = call.fields();
        var query = fields.text("query", "");
        var variables = new Fields(fields.values().get("variables") instanceof Map<?, ?> map ? map : Map.of());
        if (query.contains("issue(id:")) {
            return data("issue", issue(call, variables.text("id", "")));
        }
        if (query.contains("vulnerabilities(")) {
            return vulnerabilities(call, variables);
        }
        return error("Parse error", "parseError");
    }

    private @Nullable Object issue(Call call, String gid) {
        for (var project : world.projects.values()) {
            for (var issue : project.issues.values()) {
                if (gid.equals("gid://gitlab/Issue/" + issue.id) && sees(call, project)) {
                    return Json.object("iid", String.valueOf(issue.iid), "projectId", project.id);
                }
            }
        }
        return null;
    }

    private static boolean sees(Call call, Project project) {
        return !project.hidden || project.level(call.caller()) > 0;
    }

    private Reply vulnerabilities(Call call, Fields variables) {
        var project = world.project(variables.text("path", ""));
        if (world.settings.isFree()) {
            return error("Field 'vulnerabilities' doesn't exist on type 'Project'", "undefinedField");
        }
        if (project == null || !sees(call, project)) {
            return data("project", null);
        }
        var seen = world.settings.isUltimate() && project.level(call.caller()) >= Role.MAINTAINER - 10;
        return data(
                "project", Json.object("vulnerabilities", seen ? page(project, variables.text("after", "0")) : null));
    }

    private static Object page(Project project, String after) {
        var from = Math.min(Integer.parseInt(after), project.vulnerabilities.size());
        var to = Math.min(from + PAGE, project.vulnerabilities.size());
        return Json.object(
                "nodes",
                List.copyOf(project.vulnerabilities.subList(from, to)),
                "pageInfo",
                Json.object("hasNextPage", to < project.vulnerabilities.size(), "endCursor", String.valueOf(to)));
    }

    private static Reply data(String name, @Nullable Object value) {
        return Reply.ok(Json.object("data", Json.object(name, value)));
    }

    /** Errors come with status 200. */
    private static Reply error(String message, String code) {
        return Reply.ok(Json.object(
                "errors", List.of(Json.object("message", message, "extensions", Json.object("code", code)))));
    }
}
