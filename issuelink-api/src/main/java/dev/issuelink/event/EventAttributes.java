package dev.issuelink.event;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The facts of an event: an immutable tree of names and values. Values are texts, numbers, booleans, lists and further
 * trees; nothing else gets in, so an event can be stored, compared and shown.
 */
public final class EventAttributes {
    private static final EventAttributes EMPTY = new EventAttributes(Map.of());

    private final Map<String, Object> values;

    private EventAttributes(Map<String, Object> values) {
        this.values = values;
    }

    /**
     * No attributes.
     *
     * @return the empty tree
     */
    public static EventAttributes empty() {
        return EMPTY;
    }

    /**
     * A copy of a tree of maps and lists.
     *
     * @param values names and values; nulls are left out
     * @return the attributes
     * @throws IllegalArgumentException if a value is of a type that is not allowed
     */
    public static EventAttributes of(Map<String, ? extends @Nullable Object> values) {
        return new EventAttributes(copyMap("", values));
    }

    /**
     * The value at a dotted path.
     *
     * @param path for example {@code impact.downtime_minutes}
     * @return a {@link String}, {@link Number}, {@link Boolean}, {@link List} or {@link Map}, or empty
     */
    public Optional<Object> find(String path) {
        Object value = values;
        for (var name : path.split("\\.", -1)) {
            if (!(value instanceof Map<?, ?> tree) || tree.get(name) == null) {
                return Optional.empty();
            }
            value = tree.get(name);
        }
        return Optional.of(value);
    }

    /**
     * The whole tree.
     *
     * @return unmodifiable maps and lists, in the order given
     */
    public Map<String, Object> asMap() {
        return values;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof EventAttributes that && values.equals(that.values);
    }

    @Override
    public int hashCode() {
        return values.hashCode();
    }

    @Override
    public String toString() {
        return "EventAttributes" + values.keySet();
    }

    private static Map<String, Object> copyMap(String path, Map<?, ?> source) {
        var copy = new LinkedHashMap<String, Object>();
        source.forEach((name, value) -> {
            if (!(name instanceof String text)) {
                throw new IllegalArgumentException("A name under \"" + path + "\" is not a text: " + name);
            }
            if (value != null) {
                copy.put(text, copyValue(path.isEmpty() ? text : path + "." + text, value));
            }
        });
        return Collections.unmodifiableMap(copy);
    }

    private static Object copyValue(String path, Object value) {
        if (value instanceof String || value instanceof Number || value instanceof Boolean) {
            return value;
        }
        if (value instanceof Map<?, ?> tree) {
            return copyMap(path, tree);
        }
        if (value instanceof List<?> list) {
            var copy = new ArrayList<Object>(list.size());
            for (var item : list) {
                if (item != null) {
                    copy.add(copyValue(path + "[]", item));
                }
            }
            return Collections.unmodifiableList(copy);
        }
        throw new IllegalArgumentException("The attribute \"" + path + "\" is a "
                + value.getClass().getSimpleName() + "; give a text, number, boolean, list or map");
    }
}
