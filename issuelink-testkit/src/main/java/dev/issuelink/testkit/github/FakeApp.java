package dev.issuelink.testkit.github;

import java.security.PublicKey;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A GitHub App known to the fake. Its JSON Web Tokens are checked against its public key; installation tokens are
 * minted over HTTP and live one hour of the fake's clock. Safe for use by several threads.
 */
public final class FakeApp {

    final long id;
    final String slug;
    final PublicKey publicKey;
    final List<Installation> installations = new ArrayList<>();
    private final World world;

    FakeApp(World world, long id, String slug, PublicKey publicKey) {
        this.world = world;
        this.id = id;
        this.slug = slug;
        this.publicKey = publicKey;
    }

    /**
     * The numeric id, one of the two accepted {@code iss} claims.
     *
     * @return the App's id
     */
    public long id() {
        return id;
    }

    /**
     * The client id, the recommended {@code iss} claim.
     *
     * @return {@code Iv23...}
     */
    public String clientId() {
        return "Iv23" + Ids.digest("client" + id).substring(0, 16);
    }

    /**
     * Who the App's writes are by.
     *
     * @return {@code slug[bot]}
     */
    public String login() {
        return slug + "[bot]";
    }

    /**
     * Installs the App on an account.
     *
     * @param owner login of the user or organization
     * @param permissions {@code read} or {@code write} by permission name
     * @param repositories the only ones it may reach; none given means all of that account
     * @return the installation's id
     */
    public long install(String owner, Map<String, String> permissions, FakeRepository... repositories) {
        return world.locked(() -> {
            Set<Long> only = new LinkedHashSet<>();
            for (FakeRepository repository : repositories) {
                only.add(repository.repo.id);
            }
            Installation installation = new Installation(
                    world.ids.next(),
                    this,
                    world.account(owner),
                    Map.copyOf(permissions),
                    Set.copyOf(only),
                    world.clock.seconds());
            installations.add(installation);
            return installation.id();
        });
    }

    /** The slug; no key. */
    @Override
    public String toString() {
        return "GitHub App " + slug;
    }
}
