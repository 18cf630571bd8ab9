package dev.issuelink.testkit.github;

import dev.issuelink.testkit.github.FakeToken.Kind;
import java.security.PublicKey;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Every credential that the fake would accept, kept by digest. */
final class Tokens {

    private static final Duration INSTALLATION_LIFETIME = Duration.ofHours(1);

    private final World world;
    private final Map<String, Grant> grants = new LinkedHashMap<>();
    private final Map<Long, FakeApp> apps = new LinkedHashMap<>();

    Tokens(World world) {
        this.world = world;
    }

    String issue(FakeToken token) {
        String secret = token.kind.prefix + body(token.kind);
        Set<Long> only = new LinkedHashSet<>();
        for (String fullName : token.repositories) {
            String[] parts = fullName.split("/", 2);
            Repo repo = world.repo(parts[0], parts[parts.length - 1]);
            if (repo == null) {
                throw new IllegalArgumentException("There is no repository " + fullName + " to confine the token to.");
            }
            only.add(repo.id);
        }
        put(
                secret,
                new Grant(
                        Ids.digest(secret),
                        token.kind,
                        world.account(token.login),
                        token.scopes,
                        token.permissions,
                        only,
                        token.expires,
                        token.sso,
                        null,
                        null));
        return secret;
    }

    /** The long, stateless shape that installation tokens have had since 2026. */
    Minted mint(Installation installation, Map<String, String> permissions, Set<Long> repositories) {
        String claims = Ids.digest("claims" + world.ids.next());
        String secret = "ghs_" + installation.app().id + "_eyJhbGciOiJSUzI1NiJ9." + claims.repeat(4) + "."
                + body(Kind.INSTALLATION).repeat(5) + "-_";
        Instant expires = world.clock.seconds().plus(INSTALLATION_LIFETIME);
        Grant grant = new Grant(
                Ids.digest(secret),
                Kind.INSTALLATION,
                world.account(installation.app().login()),
                Set.of(),
                permissions,
                repositories,
                expires,
                false,
                installation,
                installation.app());
        put(secret, grant);
        return new Minted(secret, expires);
    }

    void revoke(String secret) {
        grants.remove(Ids.digest(secret));
    }

    void revoke(Grant grant) {
        grants.remove(grant.key());
    }

    FakeApp register(String slug, PublicKey key) {
        FakeApp app = new FakeApp(world, world.ids.next(), slug, key);
        apps.put(app.id, app);
        return app;
    }

    Iterable<FakeApp> apps() {
        return apps.values();
    }

    /** Who sent this header: null when there is none. */
    @Nullable
    Grant authenticate(@Nullable String authorization) {
        if (authorization == null) {
            return null;
        }
        String[] parts = authorization.split(" ", 2);
        boolean bearer = parts[0].equalsIgnoreCase("bearer");
        if (parts.length < 2 || (!bearer && !parts[0].equalsIgnoreCase("token"))) {
            throw ApiError.of(401, "Bad credentials");
        }
        Grant grant = grants.get(Ids.digest(parts[1]));
        if (grant == null && bearer) {
            grant = Jwt.verify(parts[1], apps.values(), world);
        }
        if (grant == null || expired(grant)) {
            throw ApiError.of(401, "Bad credentials");
        }
        return grant;
    }

    private boolean expired(Grant grant) {
        Instant expires = grant.expires();
        return expires != null && !world.clock.instant().isBefore(expires);
    }

    private void put(String secret, Grant grant) {
        grants.put(Ids.digest(secret), grant);
    }

    private String body(Kind kind) {
        String noise = Ids.digest("token" + world.ids.next());
        return kind == Kind.FINE_GRAINED ? noise + noise.substring(0, 18) : noise.substring(0, 36);
    }

    /** A fresh installation token. */
    record Minted(String secret, Instant expires) {

        @Override
        public String toString() {
            return "installation token until " + expires;
        }
    }
}
