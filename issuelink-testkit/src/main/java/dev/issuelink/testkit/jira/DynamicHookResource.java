package dev.issuelink.testkit.jira;

import dev.issuelink.testkit.internal.Json;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Webhooks of OAuth apps, which end after 30 days unless they are renewed. */
record DynamicHookResource(World world) {

    private static final Duration LIFE = Duration.ofDays(30);

    List<Route> routes() {
        return List.of(
                Route.of("GET", "webhook", this::list),
                Route.of("POST", "webhook", this::create),
                Route.of("PUT", "webhook/refresh", this::refresh),
                Route.of("DELETE", "webhook", this::delete));
    }

    private static void mustBeApp(Call call) throws Refusal {
        call.account();
        if (!call.request().path().startsWith("/ex/jira/")) {
            throw Refusal.message(403, "Only Connect and OAuth 2.0 apps can use this operation.");
        }
    }

    private Answer list(Call call) throws Refusal {
        mustBeApp(call);
        var hooks = world.webhooks.hooks.stream()
                .filter(hook -> hook.expires != null)
                .map(this::view)
                .toList();
        var page = Actions.page(0, 100, hooks.size());
        page.put("isLast", true);
        page.put("values", hooks);
        return Answer.ok(page);
    }

    private Map<String, @Nullable Object> view(Hook hook) {
        return Json.object(
                "id",
                hook.id,
                "jqlFilter",
                hook.jql,
                "events",
                hook.events,
                "expirationDate",
                hook.expires == null ? null : World.time(hook.expires));
    }

    private Answer create(Call call) throws Refusal {
        mustBeApp(call);
        var body = call.body();
        var results = new ArrayList<Map<String, @Nullable Object>>();
        for (var one : Call.items(body, "webhooks")) {
            var wanted = (Map<?, ?>) one;
            if (Call.text(wanted, "jqlFilter").isEmpty()) {
                results.add(Json.object("errors", List.of("The clause jqlFilter is required")));
                continue;
            }
            var hook = new Hook(world.nextId(), Call.text(body, "url"), Call.texts(wanted, "events"));
            hook.jql = Call.text(wanted, "jqlFilter");
            hook.expires = world.now().plus(LIFE);
            world.webhooks.hooks.add(hook);
            results.add(Json.object("createdWebhookId", hook.id));
        }
        return Answer.ok(Json.object("webhookRegistrationResult", results));
    }

    private Answer refresh(Call call) throws Refusal {
        mustBeApp(call);
        var ids = Call.texts(call.body(), "webhookIds");
        var end = world.now().plus(LIFE);
        world.webhooks.hooks.stream()
                .filter(hook -> ids.contains(Long.toString(hook.id)))
                .forEach(hook -> hook.expires = end);
        return Answer.ok(Json.object("expirationDate", World.time(end)));
    }

    private Answer delete(Call call) throws Refusal {
        mustBeApp(call);
        var ids = Call.texts(call.body(), "webhookIds");
        world.webhooks.hooks.removeIf(hook -> hook.expires != null && ids.contains(Long.toString(hook.id)));
        return new Answer(202, Json.object());
    }
}
