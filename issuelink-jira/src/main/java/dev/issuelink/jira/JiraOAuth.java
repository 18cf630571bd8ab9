package dev.issuelink.jira;

import dev.issuelink.config.AuthConfig;
import dev.issuelink.config.SecretReference;
import dev.issuelink.error.ErrorCode;
import dev.issuelink.error.TrackerException;
import dev.issuelink.host.Secret;
import dev.issuelink.http.Authenticator;
import dev.issuelink.http.Credential;
import dev.issuelink.http.HttpCall;
import dev.issuelink.http.TrackerHttp;
import dev.issuelink.spi.TrackerContext;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Signs calls by OAuth 2.0. The access token lasts an hour and is renewed by a refresh token that lasts for one renewal:
 * the next one is kept before anything is done with it. One renewal runs at a time, on all nodes, and each begins with
 * the newest refresh token; access tokens are each node's own.
 */
final class JiraOAuth implements Authenticator {
    private static final String OPERATION = "authenticate";
    private static final Duration EARLY = Duration.ofMinutes(1);
    private static final long SHORTEST_LIFE = 120;

    private record Access(Secret token, Instant until) {}

    private final JiraSettings settings;
    private final AuthConfig auth;
    private final TrackerContext context;
    private final TrackerHttp http;
    private final SecretReference refreshToken;
    private @Nullable Access access;

    JiraOAuth(JiraSettings settings, AuthConfig auth, TrackerContext context, TrackerHttp http) {
        this.settings = settings;
        this.auth = auth;
        this.context = context;
        this.http = http;
        this.refreshToken = JiraAuth.secret(auth, "refresh_token", settings);
    }

    @Override
    public synchronized Credential authenticate(HttpCall call) {
        var now = context.clock().instant();
        if (access == null || !now.isBefore(access.until)) {
            access = context.exclusively(refreshToken, () -> renew(context.secret(refreshToken), true));
        }
        return Credential.bearer(access.token);
    }

    @Override
    public synchronized boolean refresh(HttpCall call, Credential refused) {
        if (access != null && access.token.reveal().equals(refused.secret().reveal())) {
            access = null;
        }
        return true;
    }

    private Access renew(Secret token, boolean first) {
        // Asked with the value it has: a host that keeps nothing would lose the next token, and the connection with it.
        if (!context.keepSecret(refreshToken, token)) {
            throw refused("Nobody keeps exchanged secrets, and Jira exchanges " + refreshToken
                    + " with every renewal: give the engine a Cipher by IssueLinkEngine.Builder.cipher(), so that it keeps"
                    + " them sealed in its store, or a SecretResolver whose keep() stores them.");
        }
        try {
            return accepted(send(token));
        } catch (TrackerException dead) {
            // A process that shares the host's secrets but not our store may have exchanged it a moment ago.
            var newer = context.secret(refreshToken);
            if (first && isRefusal(dead) && !newer.reveal().equals(token.reveal())) {
                return renew(newer, false);
            }
            throw isRefusal(dead) ? refused(consent(dead)) : dead;
        }
    }

    private JsonNode send(Secret token) {
        var call = HttpCall.post(OPERATION)
                .path("oauth", "token")
                .json(Map.of(
                        "grant_type",
                        "refresh_token",
                        "client_id",
                        JiraAuth.text(auth, "client_id", settings),
                        "client_secret",
                        context.secret(JiraAuth.secret(auth, "client_secret", settings))
                                .reveal(),
                        "refresh_token",
                        token.reveal()))
                .build();
        return http.send(call, JsonNode.class).body().orElseThrow(() -> refused("Jira gave no token."));
    }

    private Access accepted(JsonNode told) {
        var token = JiraJson.word(told, "access_token").orElseThrow(() -> refused("Jira gave no access token."));
        JiraJson.word(told, "refresh_token").map(Secret::of).ifPresent(this::keep);
        var seconds = JiraJson.text(told, "expires_in")
                .filter(text -> text.matches("\\d{1,9}"))
                .map(Long::valueOf)
                .orElse(SHORTEST_LIFE);
        var until = context.clock()
                .instant()
                .plusSeconds(Math.max(seconds, SHORTEST_LIFE))
                .minus(EARLY);
        return new Access(Secret.of(token), until);
    }

    private void keep(Secret next) {
        if (!context.keepSecret(refreshToken, next)) {
            throw refused("The host could not keep the next value of " + refreshToken
                    + "; unless the renewal is repeated within ten minutes, the user must consent again.");
        }
    }

    private static boolean isRefusal(TrackerException failure) {
        return switch (failure.code()) {
            case AUTHENTICATION, PERMISSION, VALIDATION -> true;
            default -> false;
        };
    }

    private static String consent(TrackerException dead) {
        var said = dead.trackerMessage().map(words -> " (\"" + words + "\")").orElse("");
        return "Jira does not accept the refresh token any more" + said
                + ": after 90 days without use, or a year, the user must consent again.";
    }

    private TrackerException refused(String message) {
        return TrackerException.of(ErrorCode.AUTHENTICATION, settings.tracker(), OPERATION)
                .message(message)
                .build();
    }
}
