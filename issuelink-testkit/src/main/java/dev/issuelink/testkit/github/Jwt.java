package dev.issuelink.testkit.github;

import dev.issuelink.testkit.github.FakeToken.Kind;
import dev.issuelink.testkit.internal.Json;
import dev.issuelink.testkit.internal.Json.JsonException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Checks an App's JSON Web Token as GitHub does: RS256, whole seconds, ten minutes at most. */
final class Jwt {

    private static final long LONGEST_SECONDS = 600;

    private Jwt() {}

    /** The App's grant, or null when the text has not the form of such a token. */
    static @Nullable Grant verify(String token, Iterable<FakeApp> apps, World world) {
        String[] parts = token.split("\\.", -1);
        if (parts.length != 3 || !token.startsWith("ey")) {
            return null;
        }
        Map<?, ?> header = decode(parts[0]);
        Map<?, ?> claims = decode(parts[1]);
        if (!"RS256".equals(header.get("alg"))) {
            throw refused();
        }
        checkTimes(claims, world.clock.instant());
        FakeApp app = issuer(String.valueOf(claims.get("iss")), apps);
        if (!signed(app, parts)) {
            throw refused();
        }
        return new Grant(
                "app-" + app.id,
                Kind.APP,
                world.account(app.login()),
                Set.of(),
                Map.of(),
                Set.of(),
                null,
                false,
                null,
                app);
    }

    private static void checkTimes(Map<?, ?> claims, Instant now) {
        if (!(claims.get("iat") instanceof Long issued) || !(claims.get("exp") instanceof Long expires)) {
            throw ApiError.of(401, "'Expiration time' claim ('exp') and 'Issued at' claim ('iat') must be numeric");
        }
        if (issued > now.getEpochSecond()) {
            throw ApiError.of(
                    401,
                    "'Issued at' claim ('iat') must be an Integer representing the time that the "
                            + "assertion was issued");
        }
        if (expires <= now.getEpochSecond()) {
            throw ApiError.of(
                    401,
                    "'Expiration time' claim ('exp') must be a numeric value representing the future "
                            + "time at which the assertion expires");
        }
        if (expires > now.getEpochSecond() + LONGEST_SECONDS) {
            throw ApiError.of(401, "'Expiration time' claim ('exp') is too far in the future");
        }
    }

    private static FakeApp issuer(String issuer, Iterable<FakeApp> apps) {
        for (FakeApp app : apps) {
            if (issuer.equals(app.clientId()) || issuer.equals(Long.toString(app.id))) {
                return app;
            }
        }
        throw ApiError.of(401, "Integration not found");
    }

    private static boolean signed(FakeApp app, String[] parts) {
        try {
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initVerify(app.publicKey);
            signature.update((parts[0] + "." + parts[1]).getBytes(StandardCharsets.US_ASCII));
            return signature.verify(Base64.getUrlDecoder().decode(parts[2]));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return false;
        }
    }

    private static Map<?, ?> decode(String part) {
        try {
            String text = new String(Base64.getUrlDecoder().decode(part), StandardCharsets.UTF_8);
            if (Json.read(text) instanceof Map<?, ?> map) {
                return map;
            }
            throw refused();
        } catch (JsonException | IllegalArgumentException e) {
            throw refused();
        }
    }

    private static ApiError refused() {
        return ApiError.of(401, "A JSON web token could not be decoded");
    }
}
