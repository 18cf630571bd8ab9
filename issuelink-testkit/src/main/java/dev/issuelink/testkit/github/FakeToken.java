package dev.issuelink.testkit.github;

import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a personal or OAuth token may do; hand it to {@link FakeGitHub#token(FakeToken)} to get the secret itself.
 * Immutable. Installation tokens are minted over HTTP, see {@link FakeApp}.
 */
public final class FakeToken {

    final Kind kind;
    final String login;
    final Set<String> scopes;
    final Map<String, String> permissions;
    final Set<String> repositories;
    final @Nullable Instant expires;
    final boolean sso;

    private FakeToken(
            Kind kind,
            String login,
            Set<String> scopes,
            Map<String, String> permissions,
            Set<String> repositories,
            @Nullable Instant expires,
            boolean sso) {
        this.kind = kind;
        this.login = login;
        this.scopes = scopes;
        this.permissions = permissions;
        this.repositories = repositories;
        this.expires = expires;
        this.sso = sso;
    }

    /**
     * A classic personal access token ({@code ghp_...}).
     *
     * @param login whose token it is
     * @param scopes such as {@code repo}, {@code public_repo}, {@code admin:repo_hook}; none may be given
     * @return the description
     */
    public static FakeToken classic(String login, String... scopes) {
        return new FakeToken(Kind.CLASSIC, login, Set.of(scopes), Map.of(), Set.of(), null, false);
    }

    /**
     * A user's token of an OAuth application ({@code gho_...}), with scopes as a classic one.
     *
     * @param login whose token it is
     * @param scopes the granted scopes
     * @return the description
     */
    public static FakeToken oauth(String login, String... scopes) {
        return new FakeToken(Kind.OAUTH, login, Set.of(scopes), Map.of(), Set.of(), null, false);
    }

    /**
     * A fine-grained personal access token ({@code github_pat_...}).
     *
     * @param login whose token it is
     * @param permissions {@code read} or {@code write} by name: {@code issues}, {@code pull_requests},
     *     {@code repository_hooks}, {@code vulnerability_alerts}; {@code metadata: read} is always there
     * @return the description; it holds for every repository that the user sees
     */
    public static FakeToken fineGrained(String login, Map<String, String> permissions) {
        return new FakeToken(Kind.FINE_GRAINED, login, Set.of(), Map.copyOf(permissions), Set.of(), null, false);
    }

    /**
     * Confines the token to some repositories; all others look as if they were not there.
     *
     * @param fullNames {@code owner/name} of each
     * @return the narrower description
     */
    public FakeToken onlyFor(Collection<String> fullNames) {
        return new FakeToken(kind, login, scopes, permissions, Set.copyOf(fullNames), expires, sso);
    }

    /**
     * Gives the token an end; answers then carry {@code github-authentication-token-expiration}.
     *
     * @param end first moment by the fake's clock at which the token is refused
     * @return the limited description
     */
    public FakeToken expiring(Instant end) {
        return new FakeToken(kind, login, scopes, permissions, repositories, end, sso);
    }

    /**
     * Makes every repository refuse the token until it is authorized for single sign-on: 403 with
     * {@code X-GitHub-SSO}.
     *
     * @return the blocked description
     */
    public FakeToken awaitingSingleSignOn() {
        return new FakeToken(kind, login, scopes, permissions, repositories, expires, true);
    }

    /** The token's kind and owner; never the secret, which is not held here. */
    @Override
    public String toString() {
        return kind + " token of " + login;
    }

    enum Kind {
        CLASSIC("ghp_"),
        OAUTH("gho_"),
        FINE_GRAINED("github_pat_"),
        INSTALLATION("ghs_"),
        APP("");

        final String prefix;

        Kind(String prefix) {
            this.prefix = prefix;
        }
    }
}
