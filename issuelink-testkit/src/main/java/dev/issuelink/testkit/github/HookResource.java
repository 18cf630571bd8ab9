package dev.issuelink.testkit.github;

import dev.issuelink.testkit.internal.Json;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A repository's webhooks. Loopback addresses are taken, which github.com refuses. */
final class HookResource {

    private static final int MOST_PER_EVENT = 20;

    private final Api api;

    HookResource(Api api) {
        this.api = api;
    }

    List<Route> routes() {
        String one = "R/hooks/{id}";
        return List.of(
                Route.of("GET", "R/hooks", Access.HOOKS_READ, this::list),
                Route.of("POST", "R/hooks", Access.HOOKS_WRITE, this::create),
                Route.of("GET", one, Access.HOOKS_READ, call -> Reply.ok(HookView.of(api, call.repo(), find(call)))),
                Route.of("PATCH", one, Access.HOOKS_WRITE, this::update),
                Route.of("DELETE", one, Access.HOOKS_WRITE, this::delete),
                Route.of("GET", one + "/config", Access.HOOKS_READ, call -> Reply.ok(HookView.config(find(call)))),
                Route.of("PATCH", one + "/config", Access.HOOKS_WRITE, this::configure),
                Route.of("POST", one + "/pings", Access.HOOKS_READ, this::ping),
                Route.of("POST", one + "/tests", Access.HOOKS_READ, call -> tested(find(call))));
    }

    static Hook find(Call call) {
        Hook hook = call.repo().hooks.get(call.id("id"));
        if (hook == null) {
            throw ApiError.notFound();
        }
        return hook;
    }

    private Reply list(Call call) {
        List<Hook> hooks = List.copyOf(call.repo().hooks.values());
        return api.views().paging.numbered(call, hooks, hook -> HookView.of(api, call.repo(), hook));
    }

    private Reply create(Call call) {
        Fields fields = call.fields();
        Hook hook = new Hook(api.world().ids.next(), api.world().clock.seconds());
        // GitHub's own defaults, which surprise: a form, and pushes only
        hook.config.put("content_type", "form");
        hook.config.put("insecure_ssl", "0");
        merge(hook, fields.object("config"));
        hook.events.addAll(fields.has("events") ? fields.texts("events", "name") : List.of("push"));
        hook.active = fields.flag("active", true);
        check(call.repo(), hook);
        call.repo().hooks.put(hook.id, hook);
        api.events()
                .ping(
                        call.repo(),
                        hook,
                        HookView.of(api, call.repo(), hook),
                        call.caller().account());
        return Reply.created(HookView.of(api, call.repo(), hook));
    }

    /** A config that is sent replaces the old one, so that a secret that is not sent again is gone. */
    private Reply update(Call call) {
        Hook hook = find(call);
        Fields fields = call.fields();
        if (fields.has("config")) {
            hook.config.clear();
            hook.config.put("content_type", "form");
            hook.config.put("insecure_ssl", "0");
            merge(hook, fields.object("config"));
        }
        if (fields.has("events")) {
            hook.events.clear();
            hook.events.addAll(fields.texts("events", "name"));
        }
        hook.events.addAll(fields.texts("add_events", "name"));
        fields.texts("remove_events", "name").forEach(hook.events::remove);
        hook.active = fields.flag("active", hook.active);
        hook.updatedAt = api.world().clock.seconds();
        return Reply.ok(HookView.of(api, call.repo(), hook));
    }

    private Reply configure(Call call) {
        Hook hook = find(call);
        merge(hook, call.fields());
        hook.updatedAt = api.world().clock.seconds();
        return Reply.ok(HookView.config(hook));
    }

    private Reply delete(Call call) {
        call.repo().hooks.remove(find(call).id);
        return Reply.nothing();
    }

    private Reply ping(Call call) {
        Hook hook = find(call);
        api.events()
                .ping(
                        call.repo(),
                        hook,
                        HookView.of(api, call.repo(), hook),
                        call.caller().account());
        return Reply.nothing();
    }

    /** A test sends the latest push, and there are none here. */
    private static Reply tested(Hook hook) {
        return hook.active ? Reply.nothing() : Reply.error(404, "Not Found");
    }

    private static void merge(Hook hook, Fields config) {
        for (String name : List.of("url", "content_type", "secret", "insecure_ssl")) {
            String value = config.text(name);
            if (value != null) {
                hook.config.put(name, value);
            }
        }
    }

    private static void check(Repo repo, Hook hook) {
        if (!hook.url().startsWith("http://") && !hook.url().startsWith("https://")) {
            throw problem("Sorry, the URL host is not supported");
        }
        for (String event : hook.events) {
            long same = repo.hooks.values().stream()
                    .filter(h -> h.events.contains(event))
                    .count();
            if (same >= MOST_PER_EVENT) {
                throw problem("The \"" + event + "\" event cannot have more than 20 hooks");
            }
        }
        for (Hook other : repo.hooks.values()) {
            if (other.url().equals(hook.url()) && other.events.stream().anyMatch(hook.events::contains)) {
                throw problem("Hook already exists on this repository");
            }
        }
    }

    private static ApiError problem(String message) {
        Map<String, @Nullable Object> error = Json.object("resource", "Hook", "code", "custom", "message", message);
        return ApiError.validation(List.of(error));
    }
}
