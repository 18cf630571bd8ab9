package dev.issuelink.store;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Sealed secrets in memory. */
final class InMemorySecretStore implements SecretStore {
    static final class Rows {
        private final Map<String, byte[]> secrets = new HashMap<>();
    }

    private final Session session;
    private final Rows rows;

    InMemorySecretStore(Session session, Rows rows) {
        this.session = session;
        this.rows = rows;
    }

    @Override
    public Optional<byte[]> find(String name) {
        session.check();
        return Optional.ofNullable(rows.secrets.get(name)).map(byte[]::clone);
    }

    @Override
    public void save(String name, byte[] sealed) {
        session.check();
        session.put(rows.secrets, Objects.requireNonNull(name, "name"), sealed.clone());
    }

    @Override
    public boolean remove(String name) {
        session.check();
        return session.remove(rows.secrets, name) != null;
    }
}
