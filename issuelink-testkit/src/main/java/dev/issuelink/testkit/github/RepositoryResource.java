package dev.issuelink.testkit.github;

import dev.issuelink.testkit.internal.Json;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Users, repositories and the people in them. */
final class RepositoryResource {

    private final Api api;
    private final Assignable assignable;

    RepositoryResource(Api api) {
        this.api = api;
        this.assignable = new Assignable(api.world());
    }

    List<Route> routes() {
        return List.of(
                Route.of("GET", "R", Access.METADATA, this::get),
                Route.of("GET", "user", Access.ANY, this::user),
                Route.of("GET", "user/repos", Access.ANY, this::repositories),
                Route.of("GET", "R/assignees", Access.TALK_READ, this::assignees),
                Route.of("GET", "R/assignees/{login}", Access.TALK_READ, this::assignee),
                Route.of("GET", "R/collaborators", Access.METADATA, this::collaborators),
                Route.of("GET", "versions", Access.ANY, call -> Reply.ok(List.of(Versions.NEWEST, Versions.OLDEST))));
    }

    private Reply get(Call call) {
        return Reply.ok(api.views().repositories.show(call.repo(), call.caller()));
    }

    private Reply user(Call call) {
        if (!call.caller().required().user()) {
            throw ApiError.forbidden("Resource not accessible by integration");
        }
        return Reply.ok(Profile.of(api.views().users.show(call.caller().account())));
    }

    private Reply repositories(Call call) {
        Grant grant = call.caller().required();
        if (!grant.user()) {
            throw ApiError.forbidden("Resource not accessible by integration");
        }
        if (call.query("type") != null && (call.query("visibility") != null || call.query("affiliation") != null)) {
            throw ApiError.of(422, "If you specify visibility or affiliation, you cannot specify type.");
        }
        List<Repo> mine = api.world().repos.values().stream()
                .filter(repo ->
                        repo.role(grant.account()) != null && call.caller().sees(repo))
                .toList();
        return api.views()
                .paging
                .numbered(call, mine, repo -> api.views().repositories.show(repo, call.caller()));
    }

    private Reply assignees(Call call) {
        return api.views().paging.numbered(call, assignable.all(call.repo()), api.views().users::show);
    }

    private Reply assignee(Call call) {
        if (assignable.find(call.repo(), call.variable("login")) == null) {
            throw ApiError.notFound();
        }
        return Reply.nothing();
    }

    private Reply collaborators(Call call) {
        if (!call.caller().pushes(call.repo())) {
            throw ApiError.forbidden("Must have push access to view repository collaborators.");
        }
        return api.views().paging.numbered(call, assignable.all(call.repo()), person -> collaborator(call, person));
    }

    private @Nullable Map<String, @Nullable Object> collaborator(Call call, Account person) {
        String role = call.repo().role(person);
        boolean admin = "admin".equals(role);
        boolean push = admin || "write".equals(role) || "maintain".equals(role);
        Map<String, @Nullable Object> view = api.views().users.show(person);
        if (view != null) {
            view.put("role_name", role);
            view.put(
                    "permissions",
                    Json.object("pull", true, "triage", push, "push", push, "maintain", admin, "admin", admin));
        }
        return view;
    }
}
