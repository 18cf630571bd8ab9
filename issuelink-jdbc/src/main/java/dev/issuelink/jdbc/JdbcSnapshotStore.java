package dev.issuelink.jdbc;

import dev.issuelink.model.IssueKey;
import dev.issuelink.store.IssueSnapshot;
import dev.issuelink.store.SnapshotStore;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Snapshots and aliases in tables. A snapshot that is read is mostly weighed against another and saved, so it is locked,
 * or its place is if there is none. Where there is an alias there is no snapshot.
 */
final class JdbcSnapshotStore implements SnapshotStore {
    private static final String PLACE = "snapshot";
    private static final String ALIASES = "alias";

    private final Session session;
    private final SnapshotRows rows;

    JdbcSnapshotStore(Session session) {
        this.session = session;
        this.rows = new SnapshotRows(session);
    }

    @Override
    public void save(IssueSnapshot snapshot) {
        var issue = snapshot.reference().key();
        if (rows.update(snapshot)) {
            return;
        }
        session.lockPlace(PLACE, Key.of(issue));
        if (next(issue).isEmpty() && !rows.update(snapshot)) {
            rows.insert(snapshot);
        }
    }

    @Override
    public Optional<IssueSnapshot> find(IssueKey issue) {
        var found = rows.find(issue);
        if (found.isPresent()) {
            return found;
        }
        var present = resolve(issue);
        session.lockPlace(PLACE, Key.of(present));
        return rows.find(present);
    }

    @Override
    public Map<IssueKey, IssueSnapshot> findAll(Collection<IssueKey> issues) {
        session.check();
        var found = new HashMap<IssueKey, IssueSnapshot>();
        var present = new HashMap<IssueKey, IssueKey>();
        Set<IssueKey> open = new HashSet<>(issues);
        while (!open.isEmpty()) {
            readAll(open, rows::findAll)
                    .forEach(each -> found.put(each.reference().key(), each));
            open.removeAll(found.keySet());
            var moves = new HashMap<IssueKey, IssueKey>();
            readAll(open, this::moves).forEach(move -> moves.put(move.from, move.to));
            present.putAll(moves);
            open = new HashSet<>(moves.values());
            open.removeAll(found.keySet());
        }
        return inOrder(issues, found, present);
    }

    private static Map<IssueKey, IssueSnapshot> inOrder(
            Collection<IssueKey> issues, Map<IssueKey, IssueSnapshot> found, Map<IssueKey, IssueKey> present) {
        var answer = new LinkedHashMap<IssueKey, IssueSnapshot>();
        for (var issue : issues) {
            var at = issue;
            for (var next = present.get(at); next != null; next = present.get(at)) {
                at = next;
            }
            var snapshot = found.get(at);
            if (snapshot != null) {
                answer.put(issue, snapshot);
            }
        }
        return Collections.unmodifiableMap(answer);
    }

    private record Move(IssueKey from, IssueKey to) {}

    private static <T> List<T> readAll(Collection<IssueKey> issues, Function<Object[], List<T>> read) {
        var all = new ArrayList<T>();
        Groups.of(issues.stream().map(Key::of).toList(), keys -> all.addAll(read.apply(keys)));
        return all;
    }

    private List<Move> moves(Object[] keys) {
        return session.list(
                "SELECT from_tracker, from_id, to_tracker, to_id FROM {alias} WHERE from_key IN " + Groups.PLACES,
                row -> new Move(
                        new IssueKey(row.text("from_tracker"), row.text("from_id")),
                        new IssueKey(row.text("to_tracker"), row.text("to_id"))),
                keys);
    }

    // All new aliases one after another: two that are added at once could close a circle.
    @Override
    public void addAlias(IssueKey from, IssueKey to) {
        session.check();
        session.lockPlace(ALIASES, Key.of(ALIASES));
        if (leadsTo(to, from)) {
            throw new IllegalArgumentException("%s leads back to %s".formatted(to, from));
        }
        session.lockPlace(PLACE, Key.of(from));
        rows.delete(from);
        session.update("DELETE FROM {alias} WHERE from_key = ?", Key.of(from));
        session.update(
                "INSERT INTO {alias} (from_key, from_tracker, from_id, to_key, to_tracker, to_id)"
                        + " VALUES (?, ?, ?, ?, ?, ?)",
                Key.of(from),
                from.tracker(),
                from.id(),
                Key.of(to),
                to.tracker(),
                to.id());
    }

    private boolean leadsTo(IssueKey start, IssueKey goal) {
        var at = Optional.of(start);
        while (at.isPresent() && !at.get().equals(goal)) {
            at = next(at.get());
        }
        return at.isPresent();
    }

    @Override
    public IssueKey resolve(IssueKey issue) {
        var at = issue;
        for (var next = next(at); next.isPresent(); next = next(at)) {
            at = next.get();
        }
        return at;
    }

    private Optional<IssueKey> next(IssueKey issue) {
        return session.first(
                "SELECT to_tracker, to_id FROM {alias} WHERE from_key = ?",
                row -> new IssueKey(row.text("to_tracker"), row.text("to_id")),
                Key.of(issue));
    }
}
