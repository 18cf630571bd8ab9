package dev.issuelink.core.internal.guard;

import dev.issuelink.core.internal.guard.sql.SqlSearch;
import dev.issuelink.event.DatabaseEvent;
import dev.issuelink.event.EventAttributes;
import dev.issuelink.model.ObjectReference;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** Cleans the names and values of an event. */
final class EventCleaning {
    private final TextCleaner cleaner;
    private final Predicate<String> sqlPaths;

    EventCleaning(TextCleaner cleaner, Predicate<String> sqlPaths) {
        this.cleaner = cleaner;
        this.sqlPaths = sqlPaths;
    }

    DatabaseEvent clean(DatabaseEvent event) {
        var attributes = EventAttributes.of(tree("", event.attributes().asMap(), false));
        return new DatabaseEvent(event.type(), clean(event.object()), attributes, event.occurredAt());
    }

    private ObjectReference clean(ObjectReference object) {
        return ObjectReference.builder(object.type(), cleaner.clean(object.name()))
                .database(object.database().map(cleaner::clean).orElse(null))
                .schema(object.schema().map(cleaner::clean).orElse(null))
                .qualifiedName(cleaner.clean(object.qualifiedName()))
                .versionHash(object.versionHash().map(cleaner::clean).orElse(null))
                .modifiedAt(object.modifiedAt().orElse(null))
                .build();
    }

    private Map<String, Object> tree(String path, Map<?, ?> values, boolean isHidden) {
        var clean = new LinkedHashMap<String, Object>();
        values.forEach((key, value) -> {
            var name = String.valueOf(key);
            var safe = value(path.isEmpty() ? name : path + "." + name, value, isHidden || cleaner.isHidden(name));
            clean.put(unused(cleaner.clean(name), clean), safe);
        });
        return clean;
    }

    // Two names that were hidden still are two.
    private static String unused(String name, Map<String, Object> taken) {
        var free = name;
        for (var number = 2; taken.containsKey(free); number++) {
            free = name + " " + number;
        }
        return free;
    }

    private Object value(String path, Object value, boolean isHidden) {
        if (value instanceof Map<?, ?> tree) {
            return tree(path, tree, isHidden);
        }
        if (value instanceof List<?> list) {
            return list.stream().map(item -> value(path, item, isHidden)).toList();
        }
        if (value instanceof Boolean) {
            return value;
        }
        var text = value.toString();
        if (isHidden) {
            return hidden(value, text);
        }
        if (value instanceof String) {
            return cleaner.clean(text, sqlPaths.test(path) || SqlSearch.isSql(text));
        }
        var clean = cleaner.clean(text);
        return clean.equals(text) ? value : clean;
    }

    private Object hidden(Object value, String text) {
        if (text.isBlank() || text.equals(cleaner.placeholder()) || SecretNames.isType(text)) {
            return value;
        }
        cleaner.count();
        return cleaner.placeholder();
    }
}
