package dev.issuelink.jdbc;

import dev.issuelink.model.Marker;
import dev.issuelink.store.OutboxEntry;
import dev.issuelink.store.OutboxStore;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The outbox in a table, with a lane for each target. */
final class JdbcOutboxStore implements OutboxStore {
    private static final String ENTRY = """
            SELECT id, tracker, target, operation, marker, payload, actor, created_at, state, attempts, fence, outcome
            FROM {outbox}\s""";

    private final Session session;
    private final Lanes lanes;

    JdbcOutboxStore(Session session) {
        this.session = session;
        this.lanes = new Lanes(session, "{outbox}", "{outbox_lane}");
    }

    @Override
    public void append(OutboxEntry entry) {
        session.check();
        if (entry.state() != OutboxEntry.State.PENDING) {
            throw new IllegalArgumentException("A new write must be pending: " + entry);
        }
        if (!lanes.append(Key.of(entry.target()), Key.of(entry.id()), () -> insert(entry))) {
            throw new IllegalArgumentException("There is a write with the id " + entry.id() + " already");
        }
    }

    private boolean insert(OutboxEntry entry) {
        return session.insertIfAbsent(
                """
                INSERT INTO {outbox} (entry_key, lane_key, id, tracker, target, operation, marker, payload, actor,
                  created_at, state, attempts, fence, outcome, due_at)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0)""",
                Key.of(entry.id()),
                Key.of(entry.target()),
                entry.id(),
                entry.tracker(),
                entry.target(),
                entry.operation(),
                entry.marker().value(),
                entry.payload(),
                entry.actor(),
                entry.createdAt(),
                entry.state().name(),
                entry.attempts(),
                entry.fence(),
                entry.outcome().orElse(null));
    }

    @Override
    public Optional<OutboxEntry> claimNext(Duration lease) {
        session.check();
        return lanes.claim(Limits.check(lease))
                .flatMap(sequence -> session.first(ENTRY + "WHERE sequence = ?", JdbcOutboxStore::entry, sequence));
    }

    @Override
    public boolean complete(String id, long fence, String outcome) {
        return finish(id, fence, OutboxEntry.State.DONE, outcome, 0);
    }

    @Override
    public boolean fail(String id, long fence, String problem) {
        return finish(id, fence, OutboxEntry.State.FAILED, problem, 0);
    }

    @Override
    public boolean retryLater(String id, long fence, Duration delay, String problem) {
        Limits.check(delay);
        session.check();
        var due = delay.isZero() ? 0 : Times.plus(session.now(), delay);
        return finish(id, fence, OutboxEntry.State.PENDING, problem, due);
    }

    @Override
    public boolean putBack(String id, long fence, Duration delay) {
        Limits.check(delay);
        session.check();
        return change(
                id,
                "UPDATE {outbox} SET state = 'PENDING', attempts = attempts - 1, due_at = ?"
                        + " WHERE entry_key = ? AND state = 'CLAIMED' AND fence = ?",
                delay.isZero() ? 0 : Times.plus(session.now(), delay),
                Key.of(id),
                fence);
    }

    private boolean finish(String id, long fence, OutboxEntry.State state, String outcome, long due) {
        return change(
                id,
                "UPDATE {outbox} SET state = ?, outcome = ?, due_at = ?"
                        + " WHERE entry_key = ? AND state = 'CLAIMED' AND fence = ?",
                state.name(),
                outcome,
                due,
                Key.of(id),
                fence);
    }

    @Override
    public boolean requeue(String id) {
        return change(
                id,
                "UPDATE {outbox} SET state = 'PENDING', outcome = COALESCE(outcome, ''), due_at = 0"
                        + " WHERE entry_key = ? AND state = 'FAILED'",
                Key.of(id));
    }

    // The lane of an entry never changes, so it may be read before it is locked.
    private boolean change(String id, String update, Object... arguments) {
        var target =
                session.first("SELECT target FROM {outbox} WHERE entry_key = ?", row -> row.text("target"), Key.of(id));
        if (target.isEmpty()) {
            return false;
        }
        var lane = Key.of(target.get());
        lanes.lock(lane);
        var changed = session.update(update, arguments) > 0;
        lanes.refresh(lane);
        return changed;
    }

    @Override
    public Optional<OutboxEntry> find(String id) {
        return session.first(ENTRY + "WHERE entry_key = ?", JdbcOutboxStore::entry, Key.of(id));
    }

    @Override
    public List<OutboxEntry> findOpen(String target) {
        return session.list(
                ENTRY + "WHERE lane_key = ? AND state IN ('PENDING', 'CLAIMED', 'FAILED') ORDER BY sequence",
                JdbcOutboxStore::entry,
                Key.of(target));
    }

    @Override
    public List<OutboxEntry> findByState(OutboxEntry.State state, int limit) {
        session.check();
        return session.list(
                ENTRY + "WHERE state = ? ORDER BY sequence LIMIT ?",
                JdbcOutboxStore::entry,
                state.name(),
                Limits.check(limit));
    }

    @Override
    public Optional<Duration> untilNextDue() {
        return lanes.untilNextDue();
    }

    @Override
    public int prune(Instant createdBefore, int limit) {
        session.check();
        return lanes.prune("created_at", Times.bound(createdBefore), Limits.check(limit));
    }

    private static OutboxEntry entry(Row row) throws SQLException {
        return OutboxEntry.pending(
                        row.text("id"),
                        row.text("tracker"),
                        row.text("target"),
                        row.text("operation"),
                        new Marker(row.text("marker")),
                        row.text("payload"),
                        row.text("actor"),
                        row.time("created_at"))
                .with(
                        OutboxEntry.State.valueOf(row.text("state")),
                        row.count("attempts"),
                        row.number("fence"),
                        row.textOrNull("outcome"));
    }
}
