package dev.issuelink.testkit.gitlab;

import dev.issuelink.testkit.internal.Json;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Projects and what surrounds their issues; users, tokens and the version. */
final class ProjectApi {
    private static final Pattern UPLOAD = Pattern.compile(
            "--(.+?)\\r\\n.*?filename=\"([^\"]*)\".*?\\r\\n\\r\\n(.*?)\\r\\n--\\1--\\r\\n", Pattern.DOTALL);

    private final World world;
    private final Views views;
    private final Paging paging;

    ProjectApi(World world, Views views, Paging paging) {
        this.world = world;
        this.views = views;
        this.paging = paging;
    }

    List<Route> routes() {
        return List.of(
                Route.of("GET", "projects", this::projects),
                Route.of("GET", "P", call -> Reply.ok(views.project(call.project(), call.caller()))),
                Route.of("GET", "P/labels", this::labels),
                Route.of("GET", "P/milestones", this::milestones),
                Route.of("GET", "P/milestones/{id}", this::milestone),
                Route.of("GET", "P/users", this::members),
                Route.of("GET", "P/members/all", this::members),
                Route.of("POST", "P/uploads", this::upload),
                Route.of("GET", "P/uploads/{secret}/{name}", this::download),
                Route.of("GET", "users", this::users),
                Route.of("GET", "user", this::user),
                Route.of("GET", "personal_access_tokens/self", this::token),
                Route.of("GET", "metadata", this::version),
                Route.of("GET", "version", this::version));
    }

    private Reply projects(Call call) {
        var membership = call.query("membership", "false").equals("true");
        var found = world.projects.values().stream()
                .filter(project -> project.level(call.caller()) > 0 || (!membership && !project.hidden))
                .filter(project -> !call.query("archived", "true").equals("false") || !project.archived)
                .sorted(Comparator.comparingLong(project -> project.id))
                .toList();
        return call.query("pagination", "").equals("keyset")
                ? paging.keyset(
                        call,
                        found,
                        project -> "%020d".formatted(project.id),
                        project -> views.project(project, call.caller()))
                : paging.numbered(call, found, project -> views.project(project, call.caller()));
    }

    private Reply labels(Call call) {
        return paging.numbered(call, List.copyOf(call.project().labels.values()), Views::label);
    }

    private Reply milestones(Call call) {
        var all = List.copyOf(call.project().milestones.values());
        return paging.numbered(
                call, all, milestone -> Objects.requireNonNull(views.milestone(call.project(), milestone.id())));
    }

    private Reply milestone(Call call) {
        var view = views.milestone(call.project(), call.id("id", "Milestone"));
        if (view == null) {
            throw ApiError.notFound("Milestone");
        }
        return Reply.ok(view);
    }

    private Reply members(Call call) {
        call.account();
        return paging.numbered(call, List.copyOf(call.project().members.keySet()), views::user);
    }

    private Reply users(Call call) {
        call.account();
        var known = world.knownAccount(call.query("username", "").toLowerCase(Locale.ROOT));
        return Reply.ok(known == null ? List.of() : List.of(views.user(known)));
    }

    private Reply user(Call call) {
        var view = views.user(call.account());
        view.put("bot", call.account().username().contains("_bot"));
        view.put("is_admin", false);
        return Reply.ok(view);
    }

    private Reply token(Call call) {
        var token = Objects.requireNonNull(call.token());
        return Reply.ok(Json.object(
                "id",
                1,
                "name",
                "for tests",
                "revoked",
                false,
                "created_at",
                "2026-01-01T00:00:00.000Z",
                "scopes",
                token.scopes().stream().sorted().toList(),
                "user_id",
                call.account().id(),
                "last_used_at",
                Views.time(world.now()),
                "active",
                true,
                "expires_at",
                token.expiresOn() == null ? null : token.expiresOn().toString()));
    }

    private Reply version(Call call) {
        call.account();
        return Reply.ok(Json.object("version", world.settings.version(), "revision", "fake", "enterprise", true));
    }

    private Reply upload(Call call) {
        call.requireLevel(Role.GUEST);
        var matcher = UPLOAD.matcher(call.request().body());
        if (!matcher.find()) {
            throw ApiError.parameter("file is missing");
        }
        var name = matcher.group(2).replaceAll("[^A-Za-z0-9_.-]", "_");
        var secret = "%032x".formatted(world.nextId());
        call.project().uploads.put(secret + "/" + name, matcher.group(3));
        var url = "/uploads/" + secret + "/" + name;
        Map<String, @Nullable Object> view = Json.object(
                "id",
                world.nextId(),
                "alt",
                name,
                "url",
                url,
                "full_path",
                "/-/project/" + call.project().id + url,
                "markdown",
                "[" + name + "](" + url + ")");
        return Reply.created(view);
    }

    private Reply download(Call call) {
        var content = call.project().uploads.get(call.variable("secret") + "/" + call.variable("name"));
        if (content == null) {
            throw ApiError.notFound("Upload");
        }
        return Reply.ok(content).with("Content-Type", "application/octet-stream");
    }
}
