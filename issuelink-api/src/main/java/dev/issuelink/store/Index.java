package dev.issuelink.store;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** An ordered index: the values of each key, in their order. Keys without values take no room. */
final class Index<K, V> {
    private final Map<K, TreeSet<V>> entries = new HashMap<>();
    private final Comparator<? super V> order;

    Index(Comparator<? super V> order) {
        this.order = order;
    }

    void add(Session session, K key, V value) {
        var values = entries.get(key);
        if (values == null) {
            values = new TreeSet<>(order);
            session.put(entries, key, values);
        }
        session.add(values, value);
    }

    void remove(Session session, K key, V value) {
        var values = entries.get(key);
        if (values == null) {
            return;
        }
        session.remove(values, value);
        if (values.isEmpty()) {
            session.remove(entries, key);
        }
    }

    List<V> get(K key) {
        var values = entries.get(key);
        return values == null ? List.of() : List.copyOf(values);
    }

    /** Values behind a given one, or from the beginning. */
    List<V> after(K key, @Nullable V value, int limit) {
        var values = entries.get(key);
        if (values == null) {
            return List.of();
        }
        var behind = value == null ? values : values.tailSet(value, false);
        return behind.stream().limit(limit).toList();
    }

    List<V> first(K key, int limit) {
        var values = entries.get(key);
        return values == null ? List.of() : values.stream().limit(limit).toList();
    }
}
