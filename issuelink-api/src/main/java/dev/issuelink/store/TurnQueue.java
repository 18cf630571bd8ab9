package dev.issuelink.store;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Whose turn it is: lanes of entries that are pending or claimed, one at a time of each lane, in order. Of each lane
 * only the head is scheduled: among those asleep until it is due, then among those awake, from where the oldest is
 * taken. Everything is logarithmic in the number of entries.
 */
final class TurnQueue {
    /** An entry, due when its delay is over or, if it is claimed, when its lease has ended. */
    private record Turn(long sequence, Instant due) {}

    private record Wake(long sequence, String lane, Instant at) {}

    private static final class Lane {
        private final NavigableMap<Long, Turn> turns = new TreeMap<>();
        private final Map<Long, Turn> claimed = new HashMap<>();

        // A requeued entry may come before one that somebody still holds; then it waits for that lease to end.
        Wake wake(String name) {
            var head = turns.firstEntry().getValue();
            var at = claimed.isEmpty() ? head.due : Collections.max(claimed.values(), BY_DUE).due;
            return new Wake(head.sequence, name, at.isBefore(head.due) ? head.due : at);
        }
    }

    private static final Comparator<Turn> BY_DUE = Comparator.comparing(Turn::due);

    private final Map<String, Lane> lanes = new HashMap<>();
    private final Map<String, Wake> scheduled = new HashMap<>();
    private final TreeSet<Wake> asleep =
            new TreeSet<>(Comparator.comparing(Wake::at).thenComparing(Wake::sequence));
    private final TreeSet<Wake> awake = new TreeSet<>(Comparator.comparing(Wake::sequence));

    /** Adds an entry, or gives a claimed one back; it is due at that time. */
    void await(Session session, String name, long sequence, Instant due) {
        var lane = lanes.get(name);
        if (lane == null) {
            lane = new Lane();
            session.put(lanes, name, lane);
        }
        session.put(lane.turns, sequence, new Turn(sequence, due));
        session.remove(lane.claimed, sequence);
        schedule(session, name, lane);
    }

    /** Takes an entry out for good. */
    void remove(Session session, String name, long sequence) {
        var lane = lanes.get(name);
        if (lane == null) {
            return;
        }
        session.remove(lane.turns, sequence);
        session.remove(lane.claimed, sequence);
        schedule(session, name, lane);
        if (lane.turns.isEmpty()) {
            session.remove(lanes, name);
        }
    }

    /** Claims the oldest entry that is due and has its turn. */
    Optional<Long> claim(Session session, Instant now, Instant leaseEnd) {
        wakeUp(session, now);
        if (awake.isEmpty()) {
            return Optional.empty();
        }
        var next = awake.first();
        var lane = lanes.get(next.lane);
        if (lane == null) {
            throw new IllegalStateException("An entry without a lane is scheduled");
        }
        var turn = new Turn(next.sequence, leaseEnd);
        session.put(lane.turns, next.sequence, turn);
        session.put(lane.claimed, next.sequence, turn);
        schedule(session, next.lane, lane);
        return Optional.of(next.sequence);
    }

    /** How long until something is due. */
    Optional<Duration> untilNextDue(Instant now) {
        if (!awake.isEmpty()) {
            return Optional.of(Duration.ZERO);
        }
        return asleep.isEmpty() ? Optional.empty() : Optional.of(between(now, asleep.first().at));
    }

    private static Duration between(Instant now, Instant due) {
        return due.isBefore(now) ? Duration.ZERO : Duration.between(now, due);
    }

    private void wakeUp(Session session, Instant now) {
        while (!asleep.isEmpty() && !asleep.first().at.isAfter(now)) {
            var wake = asleep.first();
            session.remove(asleep, wake);
            session.add(awake, wake);
        }
    }

    private void schedule(Session session, String name, Lane lane) {
        var before = session.remove(scheduled, name);
        if (before != null) {
            session.remove(asleep, before);
            session.remove(awake, before);
        }
        if (!lane.turns.isEmpty()) {
            var wake = lane.wake(name);
            session.put(scheduled, name, wake);
            session.add(asleep, wake);
        }
    }
}
