package dev.issuelink.testkit.jira;

import dev.issuelink.testkit.internal.Json;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** Atlassian's place where tokens are renewed: each renewal gives a new refresh token and ends the old one. */
final class FakeOAuth {

    static final String CLIENT_ID = "fake-client";
    static final String CLIENT_SECRET = "fake-client-secret";
    private static final long LIFE = 3_600;

    private final World world;
    private final Map<String, Credentials.Grant> refreshTokens = new LinkedHashMap<>();
    private final AtomicInteger issued = new AtomicInteger();

    FakeOAuth(World world) {
        this.world = world;
    }

    List<Route> routes() {
        return List.of(
                Route.of("POST", "oauth/token", this::renew),
                Route.of("GET", "oauth/token/accessible-resources", this::sites),
                Route.of("GET", "_edge/tenant_info", call -> Answer.ok(Json.object("cloudId", World.CLOUD_ID))));
    }

    String consent(Account account) {
        var token = "refresh-" + issued.incrementAndGet();
        refreshTokens.put(token, new Credentials.Grant(account, true, false));
        return token;
    }

    private Answer renew(Call call) throws Refusal {
        var body = call.body();
        var ours = CLIENT_ID.equals(body.get("client_id")) && CLIENT_SECRET.equals(body.get("client_secret"));
        var grant = ours ? refreshTokens.remove(Call.text(body, "refresh_token")) : null;
        if (grant == null) {
            return new Answer(
                    403,
                    Json.object("error", "invalid_grant", "error_description", "Unknown or invalid refresh token."));
        }
        var next = "refresh-" + issued.incrementAndGet();
        refreshTokens.put(next, grant);
        return Answer.ok(Json.object(
                "access_token",
                world.credentials.issue(grant),
                "refresh_token",
                next,
                "expires_in",
                LIFE,
                "token_type",
                "Bearer"));
    }

    private Answer sites(Call call) throws Refusal {
        call.account();
        return Answer.ok(List.of(Json.object("id", World.CLOUD_ID, "url", world.siteUrl(), "name", "fake")));
    }
}
