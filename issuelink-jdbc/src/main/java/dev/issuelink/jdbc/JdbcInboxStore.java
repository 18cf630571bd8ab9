package dev.issuelink.jdbc;

import dev.issuelink.store.InboxEntry;
import dev.issuelink.store.InboxStore;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** The inbox in a table, with a lane for each tracker. A payload is forgotten once it was applied. */
final class JdbcInboxStore implements InboxStore {
    private static final String ENTRY = """
            SELECT tracker, delivery_id, kind, payload, received_at, state, attempts, fence, outcome
            FROM {inbox}\s""";

    private final Session session;
    private final Lanes lanes;

    JdbcInboxStore(Session session) {
        this.session = session;
        this.lanes = new Lanes(session, "{inbox}", "{inbox_lane}");
    }

    private static Key key(InboxEntry entry) {
        return Key.of(entry.tracker(), entry.deliveryId());
    }

    private static Key lane(InboxEntry entry) {
        return Key.of(entry.tracker());
    }

    @Override
    public Optional<InboxEntry.State> receive(InboxEntry entry) {
        session.check();
        if (entry.state() != InboxEntry.State.PENDING) {
            throw new IllegalArgumentException("A new notice must be pending: " + entry);
        }
        if (lanes.append(lane(entry), key(entry), () -> insert(entry))) {
            return Optional.empty();
        }
        var before = session.first(
                "SELECT state FROM {inbox} WHERE entry_key = ? {for update}",
                row -> InboxEntry.State.valueOf(row.text("state")),
                key(entry));
        if (before.equals(Optional.of(InboxEntry.State.FAILED))) {
            session.update("UPDATE {inbox} SET state = 'PENDING', due_at = 0 WHERE entry_key = ?", key(entry));
            lanes.refresh(lane(entry));
        }
        return before;
    }

    private boolean insert(InboxEntry entry) {
        return session.insertIfAbsent(
                """
                INSERT INTO {inbox} (entry_key, lane_key, tracker, delivery_id, kind, payload, received_at, state,
                  attempts, fence, outcome, due_at)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0)""",
                key(entry),
                lane(entry),
                entry.tracker(),
                entry.deliveryId(),
                entry.kind(),
                entry.payload(),
                entry.receivedAt(),
                entry.state().name(),
                entry.attempts(),
                entry.fence(),
                entry.outcome().orElse(null));
    }

    @Override
    public Optional<InboxEntry> claimNext(Duration lease) {
        session.check();
        return lanes.claim(Limits.check(lease))
                .flatMap(sequence -> session.first(ENTRY + "WHERE sequence = ?", JdbcInboxStore::entry, sequence));
    }

    @Override
    public boolean complete(InboxEntry entry, String outcome) {
        return finish(entry, "state = 'DONE', payload = ?, outcome = ?", new byte[0], outcome);
    }

    @Override
    public boolean fail(InboxEntry entry, String problem) {
        return finish(entry, "state = 'FAILED', outcome = ?", problem);
    }

    @Override
    public boolean retryLater(InboxEntry entry, Duration delay, String problem) {
        Limits.check(delay);
        session.check();
        var due = delay.isZero() ? 0 : Times.plus(session.now(), delay);
        return finish(entry, "state = 'PENDING', due_at = ?, outcome = ?", due, problem);
    }

    private boolean finish(InboxEntry entry, String change, Object... values) {
        session.check();
        lanes.lock(lane(entry));
        var arguments = new Object[values.length + 2];
        System.arraycopy(values, 0, arguments, 0, values.length);
        arguments[values.length] = key(entry);
        arguments[values.length + 1] = entry.fence();
        var update = "UPDATE {inbox} SET " + change + " WHERE entry_key = ? AND state = 'CLAIMED' AND fence = ?";
        var changed = session.update(update, arguments) > 0;
        lanes.refresh(lane(entry));
        return changed;
    }

    @Override
    public Optional<InboxEntry> find(String tracker, String deliveryId) {
        return session.first(ENTRY + "WHERE entry_key = ?", JdbcInboxStore::entry, Key.of(tracker, deliveryId));
    }

    @Override
    public Optional<Duration> untilNextDue() {
        return lanes.untilNextDue();
    }

    @Override
    public int prune(Instant receivedBefore, int limit) {
        session.check();
        return lanes.prune("received_at", Times.bound(receivedBefore), Limits.check(limit));
    }

    private static InboxEntry entry(Row row) throws SQLException {
        return InboxEntry.pending(
                        row.text("tracker"),
                        row.text("delivery_id"),
                        row.text("kind"),
                        row.bytes("payload"),
                        row.time("received_at"))
                .with(
                        InboxEntry.State.valueOf(row.text("state")),
                        row.count("attempts"),
                        row.number("fence"),
                        row.textOrNull("outcome"));
    }
}
