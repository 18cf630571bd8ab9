package dev.issuelink.testkit.github;

import dev.issuelink.testkit.github.RateLimits.Bucket;
import dev.issuelink.testkit.internal.Json;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code GET /rate_limit}, which costs nothing. */
final class RateLimitResource {

    private final RateLimits limits;

    RateLimitResource(RateLimits limits) {
        this.limits = limits;
    }

    List<Route> routes() {
        return List.of(Route.of("GET", "rate_limit", Access.ANY, this::get));
    }

    private Reply get(Call call) {
        Map<String, @Nullable Object> resources = Json.object();
        for (String resource : List.of("core", "search", "graphql")) {
            resources.put(resource, view(limits.bucket(call.caller(), resource)));
        }
        Map<String, @Nullable Object> body = Json.object("resources", resources);
        if (call.oldVersion()) {
            body.put("rate", resources.get("core"));
        }
        return Reply.ok(body);
    }

    private static Map<String, @Nullable Object> view(Bucket bucket) {
        return Json.object(
                "limit",
                bucket.limit,
                "used",
                bucket.used,
                "remaining",
                bucket.remaining(),
                "reset",
                bucket.reset.getEpochSecond());
    }
}
