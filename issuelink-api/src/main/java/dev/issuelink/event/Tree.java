package dev.issuelink.event;

import dev.issuelink.model.ObjectReference;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Collects facts by their dotted paths. What is null, blank or an empty list is left out. */
final class Tree {
    private static final int DECIMALS = 3;

    private final Map<String, Object> root = new LinkedHashMap<>();

    /** Checks that a name by which something is known is there. */
    static String named(String value, String what) {
        if (value.isBlank()) {
            throw new IllegalArgumentException("The " + what + " must not be blank");
        }
        return value;
    }

    /** Type and full name of an object, as they stand in lists of objects. */
    static Map<String, Object> object(ObjectReference object) {
        var entry = new LinkedHashMap<String, Object>();
        entry.put("type", object.type().name());
        entry.put("qualified_name", object.qualifiedName());
        return entry;
    }

    /** A number without the noise of floating point: rounded to three decimals, and whole where it is whole. */
    static Number number(double value) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("A number must be finite, but was " + value);
        }
        var rounded = BigDecimal.valueOf(value).setScale(DECIMALS, RoundingMode.HALF_UP);
        var whole = rounded.stripTrailingZeros().scale() <= 0 && rounded.abs().longValue() < Long.MAX_VALUE / 2;
        return whole ? (Number) rounded.longValue() : rounded.doubleValue();
    }

    Tree text(String path, @Nullable String value) {
        return value == null || value.isBlank() ? remove(path) : put(path, value);
    }

    Tree flag(String path, boolean value) {
        return put(path, value);
    }

    Tree count(String path, long value) {
        return put(path, notNegative(path, value));
    }

    Tree whole(String path, long value) {
        return put(path, value);
    }

    Tree amount(String path, double value) {
        return put(path, number(value));
    }

    Tree percentage(String path, double value) {
        if (!(value >= 0 && value <= 100)) {
            throw new IllegalArgumentException("\"" + path + "\" must be between 0 and 100, but was " + value);
        }
        return amount(path, value);
    }

    Tree millis(String path, Duration value) {
        return duration(path, value, 1e-3);
    }

    Tree seconds(String path, Duration value) {
        return duration(path, value, 1);
    }

    Tree minutes(String path, Duration value) {
        return duration(path, value, 60);
    }

    Tree time(String path, @Nullable Instant value) {
        return value == null ? remove(path) : put(path, value.toString());
    }

    Tree list(String path, List<?> values) {
        return values.isEmpty() ? remove(path) : put(path, List.copyOf(values));
    }

    Tree all(EventAttributes attributes) {
        attributes.asMap().forEach((name, value) -> merge(root, name, value));
        return this;
    }

    Tree all(String name, EventAttributes attributes) {
        merge(root, name, attributes.asMap());
        return this;
    }

    EventAttributes build() {
        return EventAttributes.of(root);
    }

    private Tree duration(String path, Duration value, double unitSeconds) {
        if (value.isNegative()) {
            throw new IllegalArgumentException("\"" + path + "\" must not be negative, but was " + value);
        }
        var seconds = value.getSeconds() + value.getNano() / 1e9;
        return amount(path, seconds / unitSeconds);
    }

    private static long notNegative(String path, long value) {
        if (value < 0) {
            throw new IllegalArgumentException("\"" + path + "\" must not be negative, but was " + value);
        }
        return value;
    }

    private Tree put(String path, Object value) {
        var tree = root;
        var names = path.split("\\.", -1);
        for (int at = 0; at < names.length - 1; at++) {
            tree = subtree(tree, names[at]);
        }
        tree.put(names[names.length - 1], value);
        return this;
    }

    private Tree remove(String path) {
        var dot = path.lastIndexOf('.');
        if (dot < 0) {
            root.remove(path);
        } else if (root.get(path.substring(0, dot)) instanceof Map<?, ?> branch) {
            branch.remove(path.substring(dot + 1));
            root.values().removeIf(value -> value instanceof Map<?, ?> left && left.isEmpty());
        }
        return this;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> subtree(Map<String, Object> tree, String name) {
        return (Map<String, Object>) tree.computeIfAbsent(name, missing -> new LinkedHashMap<String, Object>());
    }

    private static void merge(Map<String, Object> tree, String name, Object value) {
        if (value instanceof Map<?, ?> branch && !branch.isEmpty()) {
            var target = subtree(tree, name);
            branch.forEach((key, leaf) -> merge(target, (String) key, leaf));
        } else if (!(value instanceof Map<?, ?>)) {
            tree.put(name, value);
        }
    }
}
