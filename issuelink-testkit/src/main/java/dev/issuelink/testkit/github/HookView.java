package dev.issuelink.testkit.github;

import dev.issuelink.testkit.internal.Json;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How webhooks look in answers; a secret is masked. */
final class HookView {

    private HookView() {}

    static Map<String, @Nullable Object> of(Api api, Repo repo, Hook hook) {
        String url = api.world().urls.repo(repo) + "/hooks/" + hook.id;
        return Json.object(
                "type",
                "Repository",
                "id",
                hook.id,
                "name",
                "web",
                "active",
                hook.active,
                "events",
                List.copyOf(hook.events),
                "config",
                config(hook),
                "updated_at",
                hook.updatedAt,
                "created_at",
                hook.createdAt,
                "url",
                url,
                "test_url",
                url + "/test",
                "ping_url",
                url + "/pings",
                "deliveries_url",
                url + "/deliveries",
                "last_response",
                lastResponse(hook));
    }

    static Map<String, String> config(Hook hook) {
        Map<String, String> config = new LinkedHashMap<>(hook.config);
        config.computeIfPresent("secret", (name, secret) -> "********");
        return config;
    }

    private static Map<String, @Nullable Object> lastResponse(Hook hook) {
        FakeDelivery last = null;
        for (FakeDelivery delivery : hook.deliveries) {
            last = delivery.status == null ? last : delivery;
        }
        if (last == null) {
            return Json.object("code", null, "status", "unused", "message", null);
        }
        return Json.object(
                "code", last.status, "status", last.succeeded() ? "active" : "misconfigured", "message", words(last));
    }

    static String words(FakeDelivery delivery) {
        if (delivery.status == null) {
            return "pending";
        }
        if (delivery.status == FakeDelivery.NO_ANSWER) {
            return "failed to connect to host";
        }
        return delivery.succeeded() ? "OK" : "Invalid HTTP Response: " + delivery.status;
    }
}
