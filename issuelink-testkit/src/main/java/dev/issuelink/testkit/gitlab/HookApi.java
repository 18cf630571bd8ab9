package dev.issuelink.testkit.gitlab;

import dev.issuelink.testkit.internal.Json;
import dev.issuelink.testkit.internal.Json.JsonException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Webhooks of a project, their attempts, and asking for one again. For maintainers. */
final class HookApi {
    private static final Duration KEPT = Duration.ofDays(7);
    private static final int KEY_BYTES = 32;

    private final World world;
    private final Views views;
    private final Events events;
    private final Webhooks webhooks;
    private final Paging paging;

    HookApi(World world, Views views, Events events, Webhooks webhooks, Paging paging) {
        this.world = world;
        this.views = views;
        this.events = events;
        this.webhooks = webhooks;
        this.paging = paging;
    }

    List<Route> routes() {
        var one = "P/hooks/{hook}";
        return List.of(
                Route.of("GET", "P/hooks", this::list),
                Route.of("POST", "P/hooks", this::create),
                Route.of("GET", one, call -> Reply.ok(views.hook(call.project(), find(call)))),
                Route.of("PUT", one, this::update),
                Route.of("DELETE", one, this::delete),
                Route.of("GET", one + "/events", this::attempts),
                Route.of("POST", one + "/events/{event}/resend", this::resend),
                Route.of("POST", one + "/test/{trigger}", this::test));
    }

    private static Hook find(Call call) {
        call.requireLevel(Role.MAINTAINER);
        var hook = call.project().hooks.get(call.id("hook", "Project Hook"));
        if (hook == null) {
            throw ApiError.notFound("Project Hook");
        }
        return hook;
    }

    private Reply list(Call call) {
        call.requireLevel(Role.MAINTAINER);
        var all = List.copyOf(call.project().hooks.values());
        return paging.numbered(call, all, hook -> views.hook(call.project(), hook));
    }

    private Reply create(Call call) {
        call.requireLevel(Role.MAINTAINER);
        var hook = new Hook(world.nextId(), world.uuid(), world.now());
        merge(hook, call.fields());
        call.project().hooks.put(hook.id, hook);
        return Reply.created(views.hook(call.project(), hook));
    }

    private Reply update(Call call) {
        var hook = find(call);
        merge(hook, call.fields());
        return Reply.ok(views.hook(call.project(), hook));
    }

    /** Before 19.0 a signing token is ignored without a word. Another address takes the secret away. */
    private void merge(Hook hook, Fields fields) {
        var url = fields.text("url", hook.url());
        if (!url.startsWith("http://") && !url.startsWith("https://")) {
            throw new ApiError(Reply.message(
                    422, Json.object("url", List.of("is blocked: Only allowed schemes are http, https"))));
        }
        if (!url.equals(hook.url())) {
            hook.config.clear();
        }
        hook.config.put("url", url);
        hook.config.put("token", fields.text("token", hook.token()));
        if (world.settings.atLeast(19, 0)) {
            hook.config.put("signing_token", signingToken(fields.text("signing_token", hook.signingToken())));
        }
        Hook.SWITCHES.forEach(name -> hook.switches.put(name, fields.flag(name, hook.wants(name))));
    }

    private static String signingToken(String token) {
        try {
            if (token.isEmpty()
                    || (token.startsWith("whsec_")
                            && Base64.getDecoder().decode(token.substring("whsec_".length())).length == KEY_BYTES)) {
                return token;
            }
        } catch (IllegalArgumentException e) {
            // refused below
        }
        throw new ApiError(Reply.message(422, Json.object("signing_token", List.of("must be whsec_ and 32 bytes"))));
    }

    private Reply delete(Call call) {
        call.project().hooks.remove(find(call).id);
        return Reply.nothing();
    }

    private List<FakeGitLabDelivery> known(Call call) {
        if (!world.settings.atLeast(17, 3)) {
            throw ApiError.notFound("");
        }
        var oldest = world.now().minus(KEPT);
        var known = new ArrayList<>(find(call).log);
        known.removeIf(delivery -> delivery.at.isBefore(oldest));
        Collections.reverse(known);
        return known;
    }

    private Reply attempts(Call call) {
        if (call.number("per_page", 20) > 20) {
            throw ApiError.parameter("per_page does not have a valid value");
        }
        var status = call.query("status", "");
        var found = known(call).stream()
                .filter(delivery -> status.isEmpty() || status.equals(String.valueOf(delivery.status)))
                .toList();
        return paging.numbered(call, found, HookApi::view);
    }

    private static Object view(FakeGitLabDelivery delivery) {
        var headers = new LinkedHashMap<String, @Nullable Object>(delivery.headers());
        headers.computeIfPresent("X-Gitlab-Token", (name, value) -> "[REDACTED]");
        headers.computeIfPresent("webhook-signature", (name, value) -> "[REDACTED]");
        return Json.object(
                "id",
                delivery.id,
                "url",
                delivery.url,
                "trigger",
                delivery.trigger,
                "request_headers",
                headers,
                "request_data",
                data(delivery),
                "response_headers",
                Map.of(),
                "response_body",
                "",
                "execution_duration",
                0.03,
                "response_status",
                delivery.status == 0 ? "internal error" : String.valueOf(delivery.status));
    }

    private static @Nullable Object data(FakeGitLabDelivery delivery) {
        try {
            return Json.read(delivery.text());
        } catch (JsonException e) {
            return delivery.text();
        }
    }

    private Reply resend(Call call) {
        if (!world.settings.atLeast(17, 4)) {
            throw ApiError.notFound("");
        }
        var id = call.id("event", "Project Hook Event");
        var old = known(call).stream()
                .filter(delivery -> delivery.id == id)
                .findFirst()
                .orElseThrow(() -> ApiError.notFound("Project Hook Event"));
        var hook = find(call);
        if (!hook.url().equals(old.url)) {
            throw new ApiError(Reply.message(422, "The hook URL has changed. This log entry cannot be retried."));
        }
        return answer(webhooks.resend(hook, old), Json.object("response_status", 200));
    }

    private Reply test(Call call) {
        var hook = find(call);
        var issue = call.project().issues.values().stream().findFirst();
        if (issue.isEmpty()) {
            throw new ApiError(Reply.message(422, "Ensure the project has issues."));
        }
        return answer(events.test(call.project(), hook, issue.get()), Json.object("message", "201 Created"));
    }

    private static Reply answer(int status, Map<String, @Nullable Object> body) {
        return status >= 200 && status < 300
                ? Reply.created(body)
                : Reply.message(422, "Hook execution failed with status " + status);
    }
}
