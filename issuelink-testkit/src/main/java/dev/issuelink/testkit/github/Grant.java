package dev.issuelink.testkit.github;

import dev.issuelink.testkit.github.FakeToken.Kind;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A credential that was accepted: who it stands for and what it allows. */
record Grant(
        String key,
        Kind kind,
        Account account,
        Set<String> scopes,
        Map<String, String> permissions,
        Set<Long> repositories,
        @Nullable Instant expires,
        boolean sso,
        @Nullable Installation installation,
        @Nullable FakeApp app) {

    boolean scoped() {
        return kind == Kind.CLASSIC || kind == Kind.OAUTH;
    }

    boolean user() {
        return scoped() || kind == Kind.FINE_GRAINED;
    }

    /** Whether a fine-grained or installation token has this permission. */
    boolean permits(String permission, boolean write) {
        String level = permission.equals("metadata") ? "read" : permissions.get(permission);
        return level != null && (!write || !level.equals("read"));
    }

    boolean reaches(Repo repo) {
        return repositories.isEmpty() || repositories.contains(repo.id);
    }
}
