package dev.issuelink.store;

import dev.issuelink.model.IssueKey;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Snapshots and aliases in memory. */
final class InMemorySnapshotStore implements SnapshotStore {
    static final class Rows {
        private final Map<IssueKey, IssueSnapshot> snapshots = new HashMap<>();
        private final Map<IssueKey, IssueKey> aliases = new HashMap<>();
    }

    private final Session session;
    private final Rows rows;

    InMemorySnapshotStore(Session session, Rows rows) {
        this.session = session;
        this.rows = rows;
    }

    @Override
    public void save(IssueSnapshot snapshot) {
        session.check();
        var key = snapshot.reference().key();
        if (!rows.aliases.containsKey(key)) {
            session.put(rows.snapshots, key, snapshot);
        }
    }

    @Override
    public Optional<IssueSnapshot> find(IssueKey issue) {
        return Optional.ofNullable(rows.snapshots.get(resolve(issue)));
    }

    @Override
    public Map<IssueKey, IssueSnapshot> findAll(Collection<IssueKey> issues) {
        var found = new LinkedHashMap<IssueKey, IssueSnapshot>();
        for (var issue : issues) {
            find(issue).ifPresent(snapshot -> found.put(issue, snapshot));
        }
        return Collections.unmodifiableMap(found);
    }

    @Override
    public void addAlias(IssueKey from, IssueKey to) {
        session.check();
        if (leadsTo(to, from)) {
            throw new IllegalArgumentException("%s leads back to %s".formatted(to, from));
        }
        session.put(rows.aliases, from, to);
        session.remove(rows.snapshots, from);
    }

    private boolean leadsTo(IssueKey start, IssueKey goal) {
        for (var at = start; at != null; at = rows.aliases.get(at)) {
            if (at.equals(goal)) {
                return true;
            }
        }
        return false;
    }

    @Override
    public IssueKey resolve(IssueKey issue) {
        session.check();
        var at = issue;
        for (var next = rows.aliases.get(at); next != null; next = rows.aliases.get(at)) {
            at = next;
        }
        return at;
    }
}
