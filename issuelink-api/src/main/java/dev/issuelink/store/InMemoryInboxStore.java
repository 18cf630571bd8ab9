package dev.issuelink.store;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The inbox in memory. */
final class InMemoryInboxStore implements InboxStore {
    private static final byte[] FORGOTTEN = {};

    private record Key(String tracker, String deliveryId) {
        static Key of(InboxEntry entry) {
            return new Key(entry.tracker(), entry.deliveryId());
        }
    }

    private record Row(long sequence, InboxEntry entry) {}

    static final class Rows {
        private final Map<Key, Row> byKey = new HashMap<>();
        private final Map<Long, Key> keyBySequence = new HashMap<>();
        private final TreeSet<Row> done = new TreeSet<>(
                Comparator.comparing((Row row) -> row.entry.receivedAt()).thenComparing(Row::sequence));
        private final TurnQueue turns = new TurnQueue();
        private long sequence;
    }

    private final Session session;
    private final Rows rows;

    InMemoryInboxStore(Session session, Rows rows) {
        this.session = session;
        this.rows = rows;
    }

    @Override
    public Optional<InboxEntry.State> receive(InboxEntry entry) {
        session.check();
        if (entry.state() != InboxEntry.State.PENDING) {
            throw new IllegalArgumentException("A new notice must be pending: " + entry);
        }
        var known = rows.byKey.get(Key.of(entry));
        if (known == null) {
            keep(entry);
            return Optional.empty();
        }
        var before = known.entry.state();
        if (before == InboxEntry.State.FAILED) {
            await(known, known.entry.outcome().orElse(null), session.now());
        }
        return Optional.of(before);
    }

    private void keep(InboxEntry entry) {
        var sequence = ++rows.sequence;
        session.put(rows.keyBySequence, sequence, Key.of(entry));
        session.put(rows.byKey, Key.of(entry), new Row(sequence, entry));
        rows.turns.await(session, entry.tracker(), sequence, session.now());
    }

    @Override
    public Optional<InboxEntry> claimNext(Duration lease) {
        session.check();
        var now = session.now();
        return rows.turns.claim(session, now, now.plus(Limits.check(lease))).map(this::claim);
    }

    private InboxEntry claim(long sequence) {
        var key = rows.keyBySequence.get(sequence);
        var row = key == null ? null : rows.byKey.get(key);
        if (row == null) {
            throw new IllegalStateException("An index names a notice that is not there");
        }
        var entry = row.entry;
        var outcome = entry.outcome().orElse(null);
        return replace(row, entry.with(InboxEntry.State.CLAIMED, entry.attempts() + 1, entry.fence() + 1, outcome));
    }

    @Override
    public boolean complete(InboxEntry entry, String outcome) {
        var row = held(entry);
        if (row == null) {
            return false;
        }
        rows.turns.remove(session, entry.tracker(), row.sequence);
        session.add(rows.done, new Row(row.sequence, replace(row, done(row.entry, outcome))));
        return true;
    }

    private static InboxEntry done(InboxEntry entry, String outcome) {
        return InboxEntry.pending(entry.tracker(), entry.deliveryId(), entry.kind(), FORGOTTEN, entry.receivedAt())
                .with(InboxEntry.State.DONE, entry.attempts(), entry.fence(), outcome);
    }

    @Override
    public boolean retryLater(InboxEntry entry, Duration delay, String problem) {
        Limits.check(delay);
        var row = held(entry);
        if (row == null) {
            return false;
        }
        await(row, problem, session.now().plus(delay));
        return true;
    }

    @Override
    public boolean fail(InboxEntry entry, String problem) {
        var row = held(entry);
        if (row == null) {
            return false;
        }
        rows.turns.remove(session, entry.tracker(), row.sequence);
        replace(row, row.entry.with(InboxEntry.State.FAILED, row.entry.attempts(), row.entry.fence(), problem));
        return true;
    }

    @Override
    public Optional<InboxEntry> find(String tracker, String deliveryId) {
        session.check();
        return Optional.ofNullable(rows.byKey.get(new Key(tracker, deliveryId))).map(Row::entry);
    }

    @Override
    public Optional<Duration> untilNextDue() {
        session.check();
        return rows.turns.untilNextDue(session.now());
    }

    @Override
    public int prune(Instant receivedBefore, int limit) {
        session.check();
        Limits.check(limit);
        var old = rows.done.stream()
                .takeWhile(row -> row.entry.receivedAt().isBefore(receivedBefore))
                .limit(limit)
                .toList();
        old.forEach(this::forget);
        return old.size();
    }

    private void forget(Row row) {
        session.remove(rows.done, row);
        session.remove(rows.byKey, Key.of(row.entry));
        session.remove(rows.keyBySequence, row.sequence);
    }

    private @Nullable Row held(InboxEntry claim) {
        session.check();
        var row = rows.byKey.get(Key.of(claim));
        var held = row != null && row.entry.state() == InboxEntry.State.CLAIMED && row.entry.fence() == claim.fence();
        return held ? row : null;
    }

    private void await(Row row, @Nullable String problem, Instant due) {
        var entry = row.entry;
        rows.turns.await(session, entry.tracker(), row.sequence, due);
        replace(row, entry.with(InboxEntry.State.PENDING, entry.attempts(), entry.fence(), problem));
    }

    private InboxEntry replace(Row row, InboxEntry entry) {
        session.put(rows.byKey, Key.of(entry), new Row(row.sequence, entry));
        return entry;
    }
}
