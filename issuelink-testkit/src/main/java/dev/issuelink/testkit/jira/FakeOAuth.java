package dev.issuelink.testkit.jira;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.issuelink.testkit.internal.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Atlassian's place where tokens are renewed: each renewal gives a new refresh token and ends the old one. */
final class FakeOAuth {

    static final String CLIENT_ID = "fake-client";
    static final String CLIENT_SECRET = "fake-client-secret";
    private static final long LIFE = 3_600;

    private final World world;
    private final Map<String, Credentials.Grant> refreshTokens = new LinkedHashMap<>();
    private final List<String> given = new ArrayList<>();

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
        return refreshToken(new Credentials.Grant(account, true, false));
    }

    /** All refresh and access tokens that were given out. */
    List<String> given() {
        return List.copyOf(given);
    }

    // As long as a real one, so that it stands nowhere by chance.
    private String refreshToken(Credentials.Grant grant) {
        var number = given.size() + 1;
        var token = "refresh-" + number + "-" + UUID.nameUUIDFromBytes(("refresh " + number).getBytes(US_ASCII));
        refreshTokens.put(token, grant);
        given.add(token);
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
        var access = world.credentials.issue(grant);
        given.add(access);
        return Answer.ok(Json.object(
                "access_token",
                access,
                "refresh_token",
                refreshToken(grant),
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
