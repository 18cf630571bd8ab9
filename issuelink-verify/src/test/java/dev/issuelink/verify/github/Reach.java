package dev.issuelink.verify.github;

import java.lang.reflect.Array;
import java.lang.reflect.Modifier;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Walks over everything that can be reached from an object through the project's own types and the JDK's containers. */
final class Reach {
    private final Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Deque<Object> open = new ArrayDeque<>();
    private final Consumer<Object> visitor;

    private Reach(Consumer<Object> visitor) {
        this.visitor = visitor;
    }

    /** Visits the object and everything behind it once, texts and byte arrays too. */
    static void from(Object root, Consumer<Object> visitor) {
        var reach = new Reach(visitor);
        reach.add(root);
        while (!reach.open.isEmpty()) {
            reach.visit(reach.open.remove());
        }
    }

    private void visit(Object object) {
        visitor.accept(object);
        if (object instanceof Map<?, ?> map) {
            Map.copyOf(nonNull(map)).forEach((key, value) -> {
                add(key);
                add(value);
            });
        } else if (object instanceof Collection<?> collection) {
            for (var item : collection.toArray()) {
                add(item);
            }
        } else if (object instanceof Optional<?> optional) {
            optional.ifPresent(this::add);
        } else if (object instanceof AtomicReference<?> reference) {
            add(reference.get());
        } else if (object instanceof Object[] array) {
            for (var at = 0; at < Array.getLength(array); at++) {
                add(array[at]);
            }
        } else if (isOurs(object.getClass())) {
            fields(object);
        }
    }

    private void fields(Object object) {
        for (Class<?> type = object.getClass(); type != null && isOurs(type); type = type.getSuperclass()) {
            for (var field : type.getDeclaredFields()) {
                if (!Modifier.isStatic(field.getModifiers()) && !field.getType().isPrimitive()) {
                    try {
                        field.setAccessible(true);
                        add(field.get(object));
                    } catch (IllegalAccessException e) {
                        throw new IllegalStateException(e);
                    }
                }
            }
        }
    }

    private void add(@Nullable Object object) {
        if (object != null && seen.add(object)) {
            open.add(object);
        }
    }

    private static Map<Object, Object> nonNull(Map<?, ?> map) {
        var copy = new IdentityHashMap<Object, Object>();
        map.forEach((key, value) -> {
            if (key != null && value != null) {
                copy.put(key, value);
            }
        });
        return copy;
    }

    static boolean isOurs(Class<?> type) {
        var name = type.getName();
        return name.startsWith("dev.issuelink.")
                && !name.startsWith("dev.issuelink.testkit.")
                && !name.startsWith("dev.issuelink.verify.");
    }
}
