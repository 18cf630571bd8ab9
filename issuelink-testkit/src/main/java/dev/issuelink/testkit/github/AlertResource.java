package dev.issuelink.testkit.github;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Dependabot alerts: listed by cursor only. */
final class AlertResource {

    private static final Set<String> REASONS =
            Set.of("fix_started", "inaccurate", "no_bandwidth", "not_used", "tolerable_risk");

    private final Api api;

    AlertResource(Api api) {
        this.api = api;
    }

    List<Route> routes() {
        String all = "R/dependabot/alerts";
        return List.of(
                Route.of("GET", all, Access.ALERTS_READ, this::list),
                Route.of("GET", all + "/{n}", Access.ALERTS_READ, call -> Reply.ok(view(call, find(call)))),
                Route.of("PATCH", all + "/{n}", Access.ALERTS_WRITE, this::update));
    }

    private Reply list(Call call) {
        checkEnabled(call);
        if (call.query("page") != null) {
            throw ApiError.of(422, "Pagination using the `page` parameter is not supported.");
        }
        List<Alert> found = new ArrayList<>();
        for (Alert alert : call.repo().alerts.values()) {
            if (matches(call, alert)) {
                found.add(alert);
            }
        }
        found.sort((a, b) -> "asc".equals(call.query("direction"))
                ? Integer.compare(a.number(), b.number())
                : Integer.compare(b.number(), a.number()));
        int from = from(call, found);
        int to = Math.min(found.size(), from + call.perPage());
        List<Alert> page = found.subList(Math.min(from, to), to);
        List<String> links = new ArrayList<>();
        if (to < found.size()) {
            links.add(api.views().paging.link(call, "next", Map.of("after", cursor(found.get(to - 1)))));
        }
        if (from > 0 && !page.isEmpty()) {
            links.add(api.views().paging.link(call, "prev", Map.of("before", cursor(page.get(0)))));
        }
        return api.views()
                .paging
                .linked(Reply.ok(page.stream().map(a -> view(call, a)).toList()), links);
    }

    private Reply update(Call call) {
        Alert alert = find(call);
        Fields fields = call.fields();
        String state = fields.text("state");
        String reason = fields.text("dismissed_reason");
        boolean dismissed = "dismissed".equals(state);
        boolean reasoned = reason != null && REASONS.contains(reason);
        if (state == null || (dismissed ? !reasoned : !state.equals("open"))) {
            throw ApiError.of(422, "Invalid request.");
        }
        Account by = call.caller().account();
        Alert changed = alert.with(
                state,
                dismissed ? by : null,
                dismissed ? reason : null,
                dismissed ? fields.text("dismissed_comment") : null,
                api.world().clock.seconds());
        call.repo().alerts.put(changed.number(), changed);
        String action = dismissed ? "dismissed" : "reopened";
        api.events().other(call.repo(), "dependabot_alert", by, action, "alert", view(call, changed));
        return Reply.ok(view(call, changed));
    }

    private static Alert find(Call call) {
        checkEnabled(call);
        Alert alert = call.repo().alerts.get(call.number());
        if (alert == null) {
            throw ApiError.notFound();
        }
        return alert;
    }

    private static void checkEnabled(Call call) {
        if (!call.caller().pushes(call.repo()) && call.caller().required().user()) {
            throw ApiError.forbidden("You are not authorized to perform this operation.");
        }
        if (!call.repo().alertsEnabled) {
            throw ApiError.forbidden("Dependabot alerts are disabled for this repository.");
        }
    }

    private static boolean matches(Call call, Alert alert) {
        return oneOf(call.query("state"), alert.state())
                && oneOf(call.query("severity"), alert.severity())
                && oneOf(call.query("ecosystem"), alert.ecosystem())
                && oneOf(call.query("package"), alert.packageName());
    }

    private static boolean oneOf(@Nullable String wanted, String value) {
        return wanted == null || List.of(wanted.split(",", -1)).contains(value);
    }

    private static int from(Call call, List<Alert> found) {
        String after = call.query("after");
        String before = call.query("before");
        if (after != null) {
            return position(found, after) + 1;
        }
        return before == null ? 0 : Math.max(0, position(found, before) - call.perPage());
    }

    private static int position(List<Alert> found, String cursor) {
        for (int i = 0; i < found.size(); i++) {
            if (cursor(found.get(i)).equals(cursor)) {
                return i;
            }
        }
        throw ApiError.of(422, "The cursor is invalid.");
    }

    private static String cursor(Alert alert) {
        byte[] plain = ("alert:" + alert.number()).getBytes(StandardCharsets.UTF_8);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(plain);
    }

    private Map<String, @Nullable Object> view(Call call, Alert alert) {
        return AlertView.of(api, call, alert);
    }
}
