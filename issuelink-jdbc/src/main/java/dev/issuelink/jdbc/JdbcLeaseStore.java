package dev.issuelink.jdbc;

import dev.issuelink.store.Lease;
import dev.issuelink.store.LeaseStore;
import java.time.Duration;
import java.util.Optional;

/** Leases in a table. The row of a lease stays when it is given back, so that its fence goes on rising. */
final class JdbcLeaseStore implements LeaseStore {
    private record Held(Lease lease, long endsAt, boolean isHeld) {}

    private final Session session;

    JdbcLeaseStore(Session session) {
        this.session = session;
    }

    @Override
    public Optional<Lease> tryAcquire(String name, String owner, Duration duration) {
        Limits.check(duration);
        session.check();
        var key = Key.of(name);
        var before = lock(key, name);
        var now = session.now();
        var isLive = before.isHeld && now < before.endsAt;
        if (isLive && !before.lease.owner().equals(owner)) {
            return Optional.empty();
        }
        var lease = isLive ? before.lease : new Lease(name, owner, before.lease.fence() + 1);
        session.update(
                "UPDATE {lease} SET owner = ?, fence = ?, ends_at = ?, held = ? WHERE name_key = ?",
                owner,
                lease.fence(),
                Times.plus(now, duration),
                true,
                key);
        return Optional.of(lease);
    }

    private Held lock(Key key, String name) {
        var found = read(key);
        while (found.isEmpty()) {
            session.insertIfAbsent(
                    "INSERT INTO {lease} (name_key, name, owner, fence, ends_at, held) VALUES (?, ?, '', 0, 0, ?)",
                    key,
                    name,
                    false);
            found = read(key);
        }
        return found.get();
    }

    private Optional<Held> read(Key key) {
        return session.first(
                "SELECT name, owner, fence, ends_at, held FROM {lease} WHERE name_key = ? {for update}",
                row -> new Held(
                        new Lease(row.text("name"), row.text("owner"), row.number("fence")),
                        row.number("ends_at"),
                        row.truth("held")),
                key);
    }

    @Override
    public boolean release(Lease lease) {
        var key = Key.of(lease.name());
        var held = read(key).filter(row -> row.isHeld && row.lease.equals(lease));
        held.ifPresent(row -> session.update("UPDATE {lease} SET held = ? WHERE name_key = ?", false, key));
        return held.isPresent();
    }
}
