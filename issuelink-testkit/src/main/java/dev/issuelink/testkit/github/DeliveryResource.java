package dev.issuelink.testkit.github;

import dev.issuelink.testkit.internal.Json;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What was delivered by a webhook, newest first, and asking for it again. */
final class DeliveryResource {

    /** GitHub forgets deliveries after three days. */
    private static final Duration KEPT = Duration.ofDays(3);

    private final Api api;

    DeliveryResource(Api api) {
        this.api = api;
    }

    List<Route> routes() {
        String all = "R/hooks/{id}/deliveries";
        return List.of(
                Route.of("GET", all, Access.HOOKS_READ, this::list),
                Route.of("GET", all + "/{delivery}", Access.HOOKS_READ, this::get),
                Route.of("POST", all + "/{delivery}/attempts", Access.HOOKS_WRITE, this::redeliver));
    }

    private Reply list(Call call) {
        List<FakeDelivery> found = new ArrayList<>();
        for (FakeDelivery delivery : known(HookResource.find(call))) {
            if (matches(call.query("status"), delivery)) {
                found.add(delivery);
            }
        }
        Collections.reverse(found);
        String cursor = call.query("cursor");
        if (cursor != null) {
            long after = cursor(cursor);
            found.removeIf(delivery -> delivery.id >= after);
        }
        int to = Math.min(found.size(), call.perPage());
        List<String> links = new ArrayList<>();
        if (to < found.size()) {
            String next = "v1_" + found.get(to - 1).id;
            links.add(api.views().paging.link(call, "next", Map.of("cursor", next)));
        }
        List<?> body = found.subList(0, to).stream().map(d -> item(call, d)).toList();
        return api.views().paging.linked(Reply.ok(body), links);
    }

    private Reply get(Call call) {
        FakeDelivery delivery = find(call);
        Map<String, @Nullable Object> view = item(call, delivery);
        view.put("url", delivery.url);
        view.put("request", Json.object("headers", delivery.headers(), "payload", delivery.payload));
        view.put("response", Json.object("headers", Map.of(), "payload", ""));
        return Reply.ok(view);
    }

    private Reply redeliver(Call call) {
        api.world().webhooks.redeliver(call.repo(), HookResource.find(call), find(call));
        return Reply.of(202, Json.object());
    }

    private FakeDelivery find(Call call) {
        long id = call.id("delivery");
        return known(HookResource.find(call)).stream()
                .filter(delivery -> delivery.id == id)
                .findFirst()
                .orElseThrow(ApiError::notFound);
    }

    private List<FakeDelivery> known(Hook hook) {
        Instant oldest = api.world().clock.instant().minus(KEPT);
        return hook.deliveries.stream()
                .filter(delivery -> delivery.status != null && delivery.at.isAfter(oldest))
                .toList();
    }

    /** Failure means an answer of 400 to 599; no answer at all is not found by it. */
    private static boolean matches(@Nullable String status, FakeDelivery delivery) {
        if (status == null) {
            return true;
        }
        boolean refused = delivery.status != null && delivery.status >= 400;
        return status.equals("success") ? delivery.succeeded() : refused;
    }

    private static Map<String, @Nullable Object> item(Call call, FakeDelivery delivery) {
        return Json.object(
                "id", delivery.id,
                "guid", delivery.guid,
                "delivered_at", delivery.at,
                "redelivery", delivery.redelivery,
                "duration", 0.03,
                "status", HookView.words(delivery),
                "status_code", delivery.status,
                "event", delivery.event,
                "action", delivery.action,
                "installation_id", null,
                "repository_id", call.repo().id,
                "throttled_at", null);
    }

    private static long cursor(String cursor) {
        try {
            return Long.parseLong(cursor.replaceFirst("^v1_", ""));
        } catch (NumberFormatException e) {
            throw ApiError.of(422, "The cursor is invalid.");
        }
    }
}
