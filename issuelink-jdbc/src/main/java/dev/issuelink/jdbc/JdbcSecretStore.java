package dev.issuelink.jdbc;

import dev.issuelink.store.SecretStore;
import java.util.Objects;
import java.util.Optional;

/** Sealed secrets in a table. */
final class JdbcSecretStore implements SecretStore {
    private final Session session;

    JdbcSecretStore(Session session) {
        this.session = session;
    }

    // Only a look, without a lock: it is done for every text that is cleaned, in the host's own transactions as well.
    @Override
    public Optional<byte[]> find(String name) {
        return session.first(
                "SELECT sealed FROM {secret} WHERE name_key = ?", row -> row.bytes("sealed"), Key.of(name));
    }

    @Override
    public void save(String name, byte[] sealed) {
        var key = Key.of(Objects.requireNonNull(name, "name"));
        var copy = sealed.clone();
        if (!update(key, copy)) {
            session.lockPlace("secret", key);
            if (!update(key, copy)) {
                session.update(
                        "INSERT INTO {secret} (name_key, name, sealed, saves) VALUES (?, ?, ?, 1)", key, name, copy);
            }
        }
    }

    // Counting the saves changes the row in any case: some drivers count only rows that were really changed.
    private boolean update(Key key, byte[] sealed) {
        return session.update("UPDATE {secret} SET sealed = ?, saves = saves + 1 WHERE name_key = ?", sealed, key) > 0;
    }

    @Override
    public boolean remove(String name) {
        return session.update("DELETE FROM {secret} WHERE name_key = ?", Key.of(name)) > 0;
    }
}
