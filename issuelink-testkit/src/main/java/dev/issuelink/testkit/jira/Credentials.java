package dev.issuelink.testkit.jira;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Tokens, and what a request is signed with. */
final class Credentials {

    private static final String BASIC = "Basic ";
    private static final String BEARER = "Bearer ";

    /** What a token lets do. */
    record Grant(Account account, boolean writes, boolean administers) {}

    private final Map<String, Grant> grants = new LinkedHashMap<>();
    private int issued;

    String issue(Grant grant) {
        var token = "ATATT-fake-" + ++issued + "-" + Integer.toHexString(issued * 7919);
        grants.put(token, grant);
        return token;
    }

    void revoke(String token) {
        grants.remove(token);
    }

    /** Whoever a header names; null for a stranger. Cloud and old passwords are told with a name. */
    @Nullable
    Grant find(@Nullable String header) {
        if (header == null) {
            return null;
        }
        if (header.startsWith(BEARER)) {
            return grants.get(header.substring(BEARER.length()));
        }
        return header.startsWith(BASIC) ? basic(header.substring(BASIC.length())) : null;
    }

    private @Nullable Grant basic(String encoded) {
        try {
            var pair = new String(Base64.getDecoder().decode(encoded), StandardCharsets.UTF_8);
            var colon = pair.indexOf(':');
            var grant = colon < 0 ? null : grants.get(pair.substring(colon + 1));
            return grant != null && email(grant.account()).equals(pair.substring(0, Math.max(0, colon))) ? grant : null;
        } catch (IllegalArgumentException malformed) {
            return null;
        }
    }

    static String email(Account account) {
        return account.name() + "@example.com";
    }
}
