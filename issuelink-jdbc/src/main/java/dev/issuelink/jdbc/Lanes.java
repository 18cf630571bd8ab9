package dev.issuelink.jdbc;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;

/**
 * Whose turn it is: entries wait in lanes, one at a time of each, in order. A table of lanes holds a row for each lane
 * with entries that are pending or claimed: its head, and from when on that may be claimed. Whoever changes an entry
 * locks the row of its lane first, so that the order of a lane holds across all nodes.
 */
final class Lanes {
    private record Lane(Key key, long head, long wakeAt) {}

    private record Waiting(long sequence, long dueAt) {}

    private static final int CANDIDATES = 32;
    private static final long NO_HEAD = Long.MAX_VALUE;

    private final Session session;
    private final String entries;
    private final String lanes;

    /** Lanes in that table, of entries in that other; both names in braces. */
    Lanes(Session session, String entries, String lanes) {
        this.session = session;
        this.entries = entries;
        this.lanes = lanes;
    }

    /** Locks a lane until the transaction ends; it is made if it has no entries. */
    void lock(Key lane) {
        lockOrMake(lane);
    }

    private Lane lockOrMake(Key lane) {
        var found = read(lane);
        while (found.isEmpty()) {
            session.insertIfAbsent(
                    "INSERT INTO " + lanes + " (lane_key, head, wake_at) VALUES (?, ?, 0)", lane, NO_HEAD);
            found = read(lane);
        }
        return found.get();
    }

    private Optional<Lane> read(Key lane) {
        return session.first(
                "SELECT lane_key, head, wake_at FROM " + lanes + " WHERE lane_key = ? {for update}", Lanes::lane, lane);
    }

    private static Lane lane(Row row) throws SQLException {
        return new Lane(row.key("lane_key"), row.number("head"), row.number("wake_at"));
    }

    /** Puts an entry at the end of its lane, by an insert that changes nothing if the entry is there. */
    boolean append(Key lane, Key entry, BooleanSupplier insert) {
        var before = lockOrMake(lane);
        if (!insert.getAsBoolean()) {
            refresh(lane);
            return false;
        }
        if (before.head == NO_HEAD) {
            session.update(
                    "UPDATE " + lanes + " SET head = (SELECT sequence FROM " + entries
                            + " WHERE entry_key = ?) WHERE lane_key = ?",
                    entry,
                    lane);
        }
        return true;
    }

    /** Finds anew who is at the head of a locked lane, after any change of its entries. */
    void refresh(Key lane) {
        var claimed = waiting(lane, "'CLAIMED' ORDER BY sequence");
        var pending = waiting(lane, "'PENDING' ORDER BY sequence LIMIT 1");
        if (claimed.isEmpty() && pending.isEmpty()) {
            session.update("DELETE FROM " + lanes + " WHERE lane_key = ?", lane);
            return;
        }
        var head = head(claimed, pending);
        var lastLease = claimed.stream().mapToLong(Waiting::dueAt).max().orElse(Long.MIN_VALUE);
        session.update(
                "UPDATE " + lanes + " SET head = ?, wake_at = ? WHERE lane_key = ?",
                head.sequence,
                Math.max(head.dueAt, lastLease),
                lane);
    }

    private List<Waiting> waiting(Key lane, String state) {
        return session.list(
                "SELECT sequence, due_at FROM " + entries + " WHERE lane_key = ? AND state = " + state
                        + " {for update}",
                row -> new Waiting(row.number("sequence"), row.number("due_at")),
                lane);
    }

    private static Waiting head(List<Waiting> claimed, List<Waiting> pending) {
        if (claimed.isEmpty()) {
            return pending.get(0);
        }
        return pending.isEmpty() || claimed.get(0).sequence < pending.get(0).sequence ? claimed.get(0) : pending.get(0);
    }

    /**
     * Claims the oldest entry that is due and has its turn: counts the attempt, raises the fence and sets the lease.
     * Lanes that others hold at the moment are passed over; so is, for now, a lane whose turn came while looking.
     *
     * @return the place of the entry in the order of appending
     */
    Optional<Long> claim(Duration lease) {
        var now = session.now();
        var after = Long.MIN_VALUE;
        List<Lane> candidates;
        do {
            candidates = candidates(now, after);
            for (var candidate : candidates) {
                var free = lockIfFree(candidate, now);
                if (free.isPresent()) {
                    return Optional.of(claim(free.get(), Times.plus(now, lease)));
                }
                after = candidate.head;
            }
        } while (candidates.size() == CANDIDATES);
        return Optional.empty();
    }

    // Those that wait for nothing are read in the order of their heads, so that no more are read than are wanted; those
    // whose lease or delay has ended since are few.
    private List<Lane> candidates(long now, long afterHead) {
        var lane = "SELECT lane_key, head, wake_at FROM " + lanes + " WHERE ";
        return session.list(
                "SELECT * FROM (" + lane
                        + "wake_at = 0 AND head > ? ORDER BY head LIMIT ?) awake UNION ALL SELECT * FROM ("
                        + lane + "wake_at > 0 AND wake_at <= ? AND head > ? ORDER BY head LIMIT ?) woken"
                        + " ORDER BY head LIMIT ?",
                Lanes::lane,
                afterHead,
                CANDIDATES,
                now,
                afterHead,
                CANDIDATES,
                CANDIDATES);
    }

    private Optional<Lane> lockIfFree(Lane candidate, long now) {
        return session.first(
                "SELECT lane_key, head, wake_at FROM " + lanes + " WHERE lane_key = ? AND wake_at <= ? {skip locked}",
                Lanes::lane,
                candidate.key,
                now);
    }

    private long claim(Lane lane, long leaseEnd) {
        session.update(
                "UPDATE " + entries + " SET state = 'CLAIMED', attempts = attempts + 1, fence = fence + 1, due_at = ?"
                        + " WHERE sequence = ?",
                leaseEnd,
                lane.head);
        session.update("UPDATE " + lanes + " SET wake_at = ? WHERE lane_key = ?", leaseEnd, lane.key);
        return lane.head;
    }

    /** How long until something may be claimed; empty if nothing waits. */
    Optional<Duration> untilNextDue() {
        return session.first("SELECT wake_at FROM " + lanes + " ORDER BY wake_at LIMIT 1", row -> row.number("wake_at"))
                .map(wakeAt -> wakeAt == 0 ? Duration.ZERO : Times.between(session.now(), wakeAt));
    }

    /** Forgets the oldest entries that are done. */
    int prune(String age, long before, int limit) {
        var old = session.list(
                "SELECT sequence FROM " + entries + " WHERE state = 'DONE' AND " + age + " < ? ORDER BY " + age
                        + ", sequence LIMIT ?",
                row -> row.number("sequence"),
                before,
                limit);
        var forgotten = new AtomicInteger();
        Groups.of(
                old,
                group -> forgotten.addAndGet(
                        session.update("DELETE FROM " + entries + " WHERE sequence IN " + Groups.PLACES, group)));
        return forgotten.get();
    }
}
