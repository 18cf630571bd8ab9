package dev.issuelink.testkit.github;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The headers in which GitHub says what the credential can do and what the call would have needed. */
final class Credentials {

    /** Not ISO 8601. */
    private static final DateTimeFormatter EXPIRY = DateTimeFormatter.ofPattern(
                    "yyyy-MM-dd HH:mm:ss 'UTC'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private Credentials() {}

    static void describe(Caller caller, @Nullable Access access, Map<String, String> headers) {
        Grant grant = caller.grant();
        if (grant == null) {
            return;
        }
        if (grant.scoped()) {
            headers.put(
                    "X-OAuth-Scopes",
                    String.join(", ", grant.scopes().stream().sorted().toList()));
            headers.put("X-Accepted-OAuth-Scopes", access == null ? "" : access.acceptedScopes());
        } else if (access != null && !access.permissions().isEmpty()) {
            headers.put("X-Accepted-GitHub-Permissions", access.acceptedPermissions());
        }
        Instant expires = grant.expires();
        if (expires != null && grant.user()) {
            headers.put("github-authentication-token-expiration", EXPIRY.format(expires));
        }
    }
}
