package dev.issuelink.store;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The outbox in memory. */
final class InMemoryOutboxStore implements OutboxStore {
    private record Row(long sequence, OutboxEntry entry) {
        boolean heldUnder(long fence) {
            return entry.state() == OutboxEntry.State.CLAIMED && entry.fence() == fence;
        }
    }

    static final class Rows {
        private final Map<String, Row> byId = new HashMap<>();
        private final Map<Long, String> idBySequence = new HashMap<>();
        private final Index<String, Long> open = new Index<>(Comparator.<Long>naturalOrder());
        private final Index<OutboxEntry.State, Long> byState = new Index<>(Comparator.<Long>naturalOrder());
        private final TreeSet<Row> done = new TreeSet<>(
                Comparator.comparing((Row row) -> row.entry.createdAt()).thenComparing(Row::sequence));
        private final TurnQueue turns = new TurnQueue();
        private long sequence;
    }

    private final Session session;
    private final Rows rows;

    InMemoryOutboxStore(Session session, Rows rows) {
        this.session = session;
        this.rows = rows;
    }

    @Override
    public void append(OutboxEntry entry) {
        session.check();
        if (rows.byId.containsKey(entry.id())) {
            throw new IllegalArgumentException("There is a write with the id " + entry.id() + " already");
        }
        if (entry.state() != OutboxEntry.State.PENDING) {
            throw new IllegalArgumentException("A new write must be pending: " + entry);
        }
        var sequence = ++rows.sequence;
        session.put(rows.idBySequence, sequence, entry.id());
        session.put(rows.byId, entry.id(), new Row(sequence, entry));
        rows.byState.add(session, entry.state(), sequence);
        rows.open.add(session, entry.target(), sequence);
        rows.turns.await(session, entry.target(), sequence, session.now());
    }

    @Override
    public Optional<OutboxEntry> claimNext(Duration lease) {
        session.check();
        var now = session.now();
        return rows.turns.claim(session, now, now.plus(Limits.check(lease))).map(sequence -> claim(row(sequence)));
    }

    private OutboxEntry claim(Row row) {
        var entry = row.entry;
        return replace(
                row,
                entry.with(
                        OutboxEntry.State.CLAIMED,
                        entry.attempts() + 1,
                        entry.fence() + 1,
                        entry.outcome().orElse(null)));
    }

    @Override
    public boolean complete(String id, long fence, String outcome) {
        return end(id, fence, OutboxEntry.State.DONE, outcome);
    }

    @Override
    public boolean fail(String id, long fence, String problem) {
        return end(id, fence, OutboxEntry.State.FAILED, problem);
    }

    private boolean end(String id, long fence, OutboxEntry.State state, String outcome) {
        session.check();
        var row = rows.byId.get(id);
        if (row == null || !row.heldUnder(fence)) {
            return false;
        }
        rows.turns.remove(session, row.entry.target(), row.sequence);
        replace(row, row.entry.with(state, row.entry.attempts(), fence, outcome));
        return true;
    }

    @Override
    public boolean retryLater(String id, long fence, Duration delay, String problem) {
        session.check();
        Limits.check(delay);
        var row = rows.byId.get(id);
        if (row == null || !row.heldUnder(fence)) {
            return false;
        }
        await(row, row.entry.attempts(), problem, session.now().plus(delay));
        return true;
    }

    @Override
    public boolean putBack(String id, long fence, Duration delay) {
        session.check();
        Limits.check(delay);
        var row = rows.byId.get(id);
        if (row == null || !row.heldUnder(fence)) {
            return false;
        }
        await(
                row,
                row.entry.attempts() - 1,
                row.entry.outcome().orElse(null),
                session.now().plus(delay));
        return true;
    }

    @Override
    public boolean requeue(String id) {
        session.check();
        var row = rows.byId.get(id);
        if (row == null || row.entry.state() != OutboxEntry.State.FAILED) {
            return false;
        }
        await(row, row.entry.attempts(), row.entry.outcome().orElse(""), session.now());
        return true;
    }

    private void await(Row row, int attempts, @Nullable String problem, Instant due) {
        var entry = row.entry;
        rows.turns.await(session, entry.target(), row.sequence, due);
        replace(row, entry.with(OutboxEntry.State.PENDING, attempts, entry.fence(), problem));
    }

    @Override
    public Optional<OutboxEntry> find(String id) {
        session.check();
        return Optional.ofNullable(rows.byId.get(id)).map(Row::entry);
    }

    @Override
    public List<OutboxEntry> findOpen(String target) {
        session.check();
        return rows.open.get(target).stream().map(this::row).map(Row::entry).toList();
    }

    @Override
    public List<OutboxEntry> findByState(OutboxEntry.State state, int limit) {
        session.check();
        Limits.check(limit);
        return rows.byState.first(state, limit).stream()
                .map(this::row)
                .map(Row::entry)
                .toList();
    }

    @Override
    public Optional<Duration> untilNextDue() {
        session.check();
        return rows.turns.untilNextDue(session.now());
    }

    @Override
    public int prune(Instant createdBefore, int limit) {
        session.check();
        Limits.check(limit);
        var old = rows.done.stream()
                .takeWhile(row -> row.entry.createdAt().isBefore(createdBefore))
                .limit(limit)
                .toList();
        old.forEach(this::forget);
        return old.size();
    }

    private void forget(Row row) {
        session.remove(rows.done, row);
        session.remove(rows.byId, row.entry.id());
        session.remove(rows.idBySequence, row.sequence);
        rows.byState.remove(session, row.entry.state(), row.sequence);
    }

    private OutboxEntry replace(Row row, OutboxEntry entry) {
        rows.byState.remove(session, row.entry.state(), row.sequence);
        rows.byState.add(session, entry.state(), row.sequence);
        var next = new Row(row.sequence, entry);
        if (entry.state() == OutboxEntry.State.DONE) {
            rows.open.remove(session, entry.target(), row.sequence);
            session.add(rows.done, next);
        }
        session.put(rows.byId, entry.id(), next);
        return entry;
    }

    private Row row(long sequence) {
        var id = rows.idBySequence.get(sequence);
        var row = id == null ? null : rows.byId.get(id);
        if (row == null) {
            throw new IllegalStateException("An index names a write that is not there");
        }
        return row;
    }
}
