package dev.issuelink.testkit.github;

import dev.issuelink.testkit.internal.Json;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The two mutations that only GraphQL has: deleting and transferring an issue. Errors come with status 200. */
final class GraphQlResource {

    private static final Pattern MUTATION =
            Pattern.compile("(deleteIssue|transferIssue)\\s*\\(\\s*input\\s*:\\s*(\\$\\w+|\\{[^}]*})");
    private static final Pattern FIELD = Pattern.compile("(\\w+)\\s*:\\s*(\"[^\"]*\"|\\$\\w+|true|false)");

    private final Api api;

    GraphQlResource(Api api) {
        this.api = api;
    }

    List<Route> routes() {
        return List.of(Route.of("POST", "graphql", Access.ANY, this::execute));
    }

    private Reply execute(Call call) {
        call.caller().required();
        Fields fields = call.fields();
        String query = String.valueOf(fields.text("query"));
        Matcher matcher = MUTATION.matcher(query);
        if (!matcher.find()) {
            return query.contains("viewer")
                    ? data(
                            "viewer",
                            Json.object("login", call.caller().account().login()))
                    : failed("undefinedField", "The fake knows deleteIssue, transferIssue and viewer only.", "query");
        }
        String mutation = matcher.group(1);
        Map<String, Object> input =
                input(matcher.group(2), fields.object("variables").values());
        return mutate(call, mutation, input);
    }

    private Reply mutate(Call call, String mutation, Map<String, Object> input) {
        String id = String.valueOf(input.get("issueId"));
        for (Repo repo : api.world().repos.values()) {
            for (Issue issue : List.copyOf(repo.issues.values())) {
                if (issue.nodeId().equals(id) && call.caller().sees(repo)) {
                    return mutation.equals("deleteIssue")
                            ? delete(call, repo, issue)
                            : transfer(call, repo, issue, input);
                }
            }
        }
        return unknown(mutation, id);
    }

    private Reply delete(Call call, Repo repo, Issue issue) {
        if (!call.caller().administers(repo) || !writes(call)) {
            return forbidden(call, "deleteIssue");
        }
        api.issues().delete(repo, issue, call.caller().account());
        return data(
                "deleteIssue",
                Json.object(
                        "clientMutationId",
                        null,
                        "repository",
                        Json.object("id", Ids.node("R", repo.id), "nameWithOwner", repo.fullName())));
    }

    private Reply transfer(Call call, Repo repo, Issue issue, Map<String, Object> input) {
        String wanted = String.valueOf(input.get("repositoryId"));
        for (Repo target : api.world().repos.values()) {
            if (Ids.node("R", target.id).equals(wanted) && call.caller().sees(target)) {
                if (!call.caller().pushes(repo) || !call.caller().pushes(target) || !writes(call)) {
                    return forbidden(call, "transferIssue");
                }
                boolean labels = Boolean.TRUE.equals(input.get("createLabelsIfMissing"));
                Issue moved = api.issues().transfer(repo, issue, call.caller().account(), target, labels);
                return data("transferIssue", Json.object("clientMutationId", null, "issue", view(target, moved)));
            }
        }
        return unknown("transferIssue", wanted);
    }

    private static boolean writes(Call call) {
        Grant grant = call.caller().required();
        return grant.scoped()
                ? grant.scopes().contains("repo") || grant.scopes().contains("public_repo")
                : grant.permits("issues", true);
    }

    private Map<String, @Nullable Object> view(Repo repo, Issue issue) {
        return Json.object(
                "id",
                issue.nodeId(),
                "databaseId",
                null,
                "fullDatabaseId",
                Long.toString(issue.id),
                "number",
                issue.number,
                "url",
                api.world().urls.webRepo(repo) + "/issues/" + issue.number,
                "title",
                issue.title,
                "repository",
                Json.object("id", Ids.node("R", repo.id), "nameWithOwner", repo.fullName()));
    }

    /** The input, inline or from variables. */
    private static Map<String, Object> input(String text, Map<?, ?> variables) {
        Map<String, Object> input = new LinkedHashMap<>();
        if (text.startsWith("$")) {
            if (variables.get(text.substring(1)) instanceof Map<?, ?> map) {
                map.forEach((name, value) -> input.put(String.valueOf(name), Objects.requireNonNull(value)));
            }
            return input;
        }
        Matcher fields = FIELD.matcher(text);
        while (fields.find()) {
            String value = fields.group(2);
            Object resolved = value.startsWith("$") ? variables.get(value.substring(1)) : value.replace("\"", "");
            if (resolved != null) {
                input.put(fields.group(1), resolved.equals("true") ? (Object) true : resolved);
            }
        }
        return input;
    }

    private static Reply data(String name, Object value) {
        return Reply.ok(Json.object("data", Json.object(name, value)));
    }

    private static Reply unknown(String mutation, String id) {
        return failed("NOT_FOUND", "Could not resolve to a node with the global id of '" + id + "'", mutation);
    }

    private static Reply forbidden(Call call, String mutation) {
        String login = call.caller().account().login();
        return failed(
                "FORBIDDEN", login + " does not have the correct permissions to execute `" + mutation + "`", mutation);
    }

    private static Reply failed(String type, String message, String path) {
        Map<String, @Nullable Object> error = Json.object("type", type, "path", List.of(path), "message", message);
        return Reply.ok(Json.object("data", Json.object(path, null), "errors", List.of(error)));
    }
}
