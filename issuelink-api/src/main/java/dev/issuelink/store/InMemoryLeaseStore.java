package dev.issuelink.store;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Leases in memory. The row of a lease stays when it is given back, so that its fence goes on rising. */
final class InMemoryLeaseStore implements LeaseStore {
    private record Row(Lease lease, Instant endsAt, boolean held) {
        boolean liveAt(Instant now) {
            return held && now.isBefore(endsAt);
        }
    }

    static final class Rows {
        private final Map<String, Row> leases = new HashMap<>();
    }

    private final Session session;
    private final Rows rows;

    InMemoryLeaseStore(Session session, Rows rows) {
        this.session = session;
        this.rows = rows;
    }

    @Override
    public Optional<Lease> tryAcquire(String name, String owner, Duration duration) {
        session.check();
        Limits.check(duration);
        var now = session.now();
        var row = rows.leases.get(name);
        if (row == null) {
            return hold(new Lease(name, owner, 1), now.plus(duration));
        }
        if (!row.liveAt(now)) {
            return hold(new Lease(name, owner, row.lease.fence() + 1), now.plus(duration));
        }
        return row.lease.owner().equals(owner) ? hold(row.lease, now.plus(duration)) : Optional.empty();
    }

    private Optional<Lease> hold(Lease lease, Instant endsAt) {
        session.put(rows.leases, lease.name(), new Row(lease, endsAt, true));
        return Optional.of(lease);
    }

    @Override
    public boolean release(Lease lease) {
        session.check();
        var row = rows.leases.get(lease.name());
        if (row == null || !row.held || !row.lease.equals(lease)) {
            return false;
        }
        session.put(rows.leases, lease.name(), new Row(lease, row.endsAt, false));
        return true;
    }
}
