package dev.issuelink.testkit.github;

import dev.issuelink.testkit.internal.Json;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** GitHub Apps: who they are, where they are installed, and their short-lived tokens. */
final class AppResource {

    private final Api api;

    AppResource(Api api) {
        this.api = api;
    }

    List<Route> routes() {
        String one = "app/installations/{id}";
        return List.of(
                Route.of("GET", "app", Access.APP, this::app),
                Route.of("GET", "app/installations", Access.APP, this::list),
                Route.of("GET", one, Access.APP, call -> Reply.ok(view(find(call)))),
                Route.of("POST", one + "/access_tokens", Access.APP, this::mint),
                Route.of("GET", "R/installation", Access.APP, this::ofRepository),
                Route.of("GET", "installation/repositories", Access.ANY, this::repositories),
                Route.of("DELETE", "installation/token", Access.ANY, this::revoke));
    }

    private Reply app(Call call) {
        FakeApp app = known(call);
        return Reply.ok(Json.object(
                "id",
                app.id,
                "slug",
                app.slug,
                "client_id",
                app.clientId(),
                "node_id",
                Ids.node("A", app.id),
                "owner",
                api.views().users.show(api.world().account("apps-owner")),
                "name",
                app.slug,
                "description",
                null,
                "external_url",
                api.world().urls.web(),
                "html_url",
                api.world().urls.web() + "/apps/" + app.slug,
                "created_at",
                FakeClock.START,
                "updated_at",
                FakeClock.START,
                "permissions",
                Json.object("issues", "write", "metadata", "read"),
                "events",
                List.of("issues", "issue_comment"),
                "installations_count",
                app.installations.size()));
    }

    private Reply list(Call call) {
        return api.views().paging.numbered(call, List.copyOf(known(call).installations), this::view);
    }

    private Reply ofRepository(Call call) {
        return Reply.ok(view(known(call).installations.stream()
                .filter(installation -> installation.covers(call.repo()))
                .findFirst()
                .orElseThrow(ApiError::notFound)));
    }

    private Reply mint(Call call) {
        Installation installation = find(call);
        Fields fields = call.fields();
        Map<String, String> permissions = permissions(installation, fields);
        Set<Long> only = confined(installation, fields);
        Tokens.Minted minted = api.world().tokens.mint(installation, permissions, only);
        Map<String, @Nullable Object> body = Json.object(
                "token",
                minted.secret(),
                "expires_at",
                minted.expires(),
                "permissions",
                permissions,
                "repository_selection",
                only.isEmpty() ? "all" : "selected");
        if (!only.isEmpty()) {
            body.put("repositories", only.stream().map(this::repository).toList());
        }
        return Reply.of(201, body);
    }

    private Reply repositories(Call call) {
        Grant grant = call.caller().required();
        if (grant.installation() == null) {
            throw ApiError.forbidden("You must authenticate with an installation access token in order to list "
                    + "repositories for an installation.");
        }
        List<Repo> mine =
                api.world().repos.values().stream().filter(call.caller()::sees).toList();
        return api.views()
                .paging
                .numbered(
                        call,
                        mine,
                        page -> Json.object(
                                "total_count",
                                mine.size(),
                                "repository_selection",
                                grant.repositories().isEmpty() ? "all" : "selected",
                                "repositories",
                                page.stream()
                                        .map(repo -> api.views().repositories.show(repo, call.caller()))
                                        .toList()),
                        call.page());
    }

    private Reply revoke(Call call) {
        if (call.caller().required().installation() == null) {
            throw ApiError.forbidden("Resource not accessible by personal access token");
        }
        api.world().tokens.revoke(call.caller().required());
        return Reply.nothing();
    }

    private static FakeApp known(Call call) {
        return Objects.requireNonNull(call.caller().required().app());
    }

    private static Installation find(Call call) {
        long id = call.id("id");
        return known(call).installations.stream()
                .filter(installation -> installation.id() == id)
                .findFirst()
                .orElseThrow(ApiError::notFound);
    }

    private static Map<String, String> permissions(Installation installation, Fields fields) {
        Map<String, String> permissions = new LinkedHashMap<>();
        Map<?, ?> asked = fields.object("permissions").values();
        installation.permissions().forEach((name, level) -> {
            if (asked.isEmpty() || asked.containsKey(name)) {
                permissions.put(name, asked.isEmpty() ? level : String.valueOf(asked.get(name)));
            }
        });
        for (Object name : asked.keySet()) {
            String granted = installation.permissions().get(String.valueOf(name));
            boolean more = "write".equals(asked.get(name)) && "read".equals(granted);
            if (!"metadata".equals(name) && (granted == null || more)) {
                throw ApiError.of(422, "The permissions requested are not granted to this installation.");
            }
        }
        permissions.put("metadata", "read");
        return permissions;
    }

    private Set<Long> confined(Installation installation, Fields fields) {
        Set<Long> only = new LinkedHashSet<>();
        List<String> names = fields.texts("repositories", "name");
        List<String> ids = fields.texts("repository_ids", "id");
        for (Repo repo : api.world().repos.values()) {
            boolean asked = names.contains(repo.name) || ids.contains(Long.toString(repo.id));
            if (asked && installation.covers(repo)) {
                only.add(repo.id);
            }
        }
        if (only.size() < names.size() + ids.size()) {
            throw ApiError.of(
                    422,
                    "There is at least one repository that does not exist or is not accessible to the parent "
                            + "installation.");
        }
        return only.isEmpty() ? installation.repositories() : only;
    }

    private Object repository(Long id) {
        return api.views()
                .repositories
                .show(Objects.requireNonNull(api.world().repos.get(id)));
    }

    private Map<String, @Nullable Object> view(Installation installation) {
        String url = api.world().urls.api() + "/app/installations/" + installation.id();
        return Json.object(
                "id",
                installation.id(),
                "account",
                api.views().users.show(installation.account()),
                "access_tokens_url",
                url + "/access_tokens",
                "repositories_url",
                api.world().urls.api() + "/installation/repositories",
                "html_url",
                api.world().urls.web() + "/settings/installations/" + installation.id(),
                "app_id",
                installation.app().id,
                "client_id",
                installation.app().clientId(),
                "target_id",
                installation.account().id(),
                "target_type",
                installation.account().type(),
                "permissions",
                installation.permissions(),
                "events",
                List.of("issues", "issue_comment"),
                "single_file_name",
                null,
                "repository_selection",
                installation.repositories().isEmpty() ? "all" : "selected",
                "created_at",
                installation.createdAt(),
                "updated_at",
                installation.createdAt(),
                "app_slug",
                installation.app().slug,
                "suspended_at",
                null,
                "suspended_by",
                null);
    }
}
