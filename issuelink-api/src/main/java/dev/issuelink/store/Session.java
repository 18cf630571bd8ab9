package dev.issuelink.store;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/** One transaction in memory: every change goes through it and leaves its inverse, to be played back on a throw. */
final class Session {
    private final Clock clock;
    private final Thread owner = Thread.currentThread();
    private final Deque<Runnable> undo = new ArrayDeque<>();
    private boolean ended;

    Session(Clock clock) {
        this.clock = clock;
    }

    void check() {
        if (Thread.currentThread() != owner) {
            throw new IllegalStateException("A transaction belongs to the thread that runs its work");
        }
        if (ended) {
            throw new IllegalStateException("This transaction has ended; use it only within its work");
        }
    }

    Instant now() {
        return clock.instant();
    }

    <K, V> @Nullable V put(Map<K, V> map, K key, V value) {
        var before = map.put(key, value);
        undo.push(before == null ? () -> map.remove(key) : () -> map.put(key, before));
        return before;
    }

    <K, V> @Nullable V remove(Map<K, V> map, K key) {
        var before = map.remove(key);
        if (before != null) {
            undo.push(() -> map.put(key, before));
        }
        return before;
    }

    <V> void add(SortedSet<V> set, V value) {
        if (set.add(value)) {
            undo.push(() -> set.remove(value));
        }
    }

    <V> void remove(SortedSet<V> set, V value) {
        if (set.remove(value)) {
            undo.push(() -> set.add(value));
        }
    }

    void onRollback(Runnable inverse) {
        undo.push(inverse);
    }

    void end(boolean kept) {
        ended = true;
        if (!kept) {
            undo.forEach(Runnable::run);
        }
        undo.clear();
    }
}
