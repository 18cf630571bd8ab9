package dev.issuelink.testkit.jira;

import dev.issuelink.testkit.internal.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Webhooks of administrators: at one address on Cloud, at another on Data Center since version 10. */
record HookResource(World world) {

    private static final String SECTION = "issue-related-events-section";

    List<Route> routes() {
        var place = world.cloud() ? "rest/webhooks/1.0/webhook" : "rest/jira-webhook/1.0/webhooks";
        var routes = new ArrayList<>(List.of(
                Route.of("GET", place, this::list),
                Route.of("POST", place, this::create),
                Route.of("PUT", place + "/*", this::change),
                Route.of("DELETE", place + "/*", this::delete)));
        return routes;
    }

    private Answer list(Call call) throws Refusal {
        call.mustAdminister();
        return Answer.ok(world.webhooks.hooks.stream()
                .filter(hook -> hook.expires == null)
                .map(this::view)
                .toList());
    }

    private Answer create(Call call) throws Refusal {
        call.mustAdminister();
        var body = call.body();
        var hook = new Hook(world.nextId(), Call.text(body, "url"), Call.texts(body, "events"));
        fill(hook, body);
        world.webhooks.hooks.add(hook);
        return Answer.created(view(hook));
    }

    private Answer change(Call call) throws Refusal {
        call.mustAdminister();
        var hook = hook(call);
        fill(hook, call.body());
        return Answer.ok(view(hook));
    }

    private Answer delete(Call call) throws Refusal {
        call.mustAdminister();
        world.webhooks.hooks.remove(hook(call));
        return Answer.nothing();
    }

    private Hook hook(Call call) throws Refusal {
        return world.webhooks.hooks.stream()
                .filter(hook -> Long.toString(hook.id).equals(call.part(0)))
                .findFirst()
                .orElseThrow(() -> Refusal.message(404, "The webhook does not exist."));
    }

    private void fill(Hook hook, Map<?, ?> body) {
        hook.name = Call.text(body, "name");
        hook.url = Call.text(body, "url");
        hook.events = Call.texts(body, "events");
        hook.jql = Call.text(Call.inner(body, "filters"), SECTION);
        hook.enabled = !Boolean.FALSE.equals(body.get(world.cloud() ? "enabled" : "active"));
        var secret = world.cloud() ? Call.text(body, "secret") : Call.text(Call.inner(body, "configuration"), "SECRET");
        if (!secret.isEmpty()) {
            hook.secret = secret;
        }
    }

    /** The secret is never told again. */
    private Map<String, @Nullable Object> view(Hook hook) {
        var view = Json.object(
                "name",
                hook.name,
                "url",
                hook.url,
                "events",
                hook.events,
                "filters",
                Json.object(SECTION, hook.jql),
                "excludeBody",
                false);
        if (world.cloud()) {
            view.put("enabled", hook.enabled);
            view.put("isSigned", !hook.secret.isEmpty());
            view.put("self", world.siteUrl() + "/rest/webhooks/1.0/webhook/" + hook.id);
        } else {
            view.put("id", hook.id);
            view.put("active", hook.enabled);
        }
        return view;
    }
}
