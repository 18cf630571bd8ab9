package dev.issuelink.core.internal.compose;

import dev.issuelink.core.internal.template.Fragment;
import dev.issuelink.core.internal.template.Markdown;
import dev.issuelink.event.AttributeDescription;
import dev.issuelink.event.AttributeDescription.Kind;
import dev.issuelink.event.DatabaseEvent;
import dev.issuelink.event.EventCatalogue;
import dev.issuelink.event.EventDescription;
import dev.issuelink.model.ObjectReference;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Makes what templates are filled with out of an event's attributes. Each keeps its path; code and prose become fragments,
 * and times are cut to the second.
 */
final class EventContext {
    private final Map<String, AttributeDescription> described;

    private EventContext(Map<String, AttributeDescription> described) {
        this.described = described;
    }

    /** The attributes of an event, without its object and time. */
    static Map<String, Object> attributes(DatabaseEvent event) {
        var described = EventCatalogue.find(event.type()).map(EventDescription::attributes).orElse(List.of()).stream()
                .collect(Collectors.toMap(AttributeDescription::path, Function.identity()));
        return new EventContext(described).tree("", event.attributes().asMap());
    }

    /** The object of an event. */
    static Map<String, Object> object(ObjectReference object) {
        var tree = new LinkedHashMap<String, Object>();
        tree.put("type", object.type().name());
        object.database().ifPresent(value -> tree.put("database", value));
        object.schema().ifPresent(value -> tree.put("schema", value));
        tree.put("name", object.name());
        tree.put("qualified_name", object.qualifiedName());
        object.versionHash().ifPresent(value -> tree.put("version_hash", value));
        object.modifiedAt().ifPresent(value -> tree.put("modified_at", time(value)));
        return tree;
    }

    /** A time to the second, as ISO 8601 in UTC. */
    static String time(Instant time) {
        return time.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    private static String time(String text) {
        try {
            return time(Instant.parse(text));
        } catch (DateTimeException e) {
            return text;
        }
    }

    private Map<String, Object> tree(String path, Map<?, ?> source) {
        var tree = new LinkedHashMap<String, Object>();
        source.forEach((name, value) -> put(tree, path, (String) name, value));
        return tree;
    }

    private void put(Map<String, Object> tree, String parent, String name, Object value) {
        var path = parent.isEmpty() ? name : parent + "." + name;
        if (value instanceof String text && text.isBlank()) {
            return;
        }
        tree.put(name, value(path, value));
    }

    private Object value(String path, Object value) {
        if (value instanceof Map<?, ?> branch) {
            return tree(path, branch);
        }
        if (value instanceof List<?> list) {
            var items = new ArrayList<Object>();
            list.forEach(item -> items.add(value(path + "[]", item)));
            return items;
        }
        return value instanceof String text ? text(path, text) : value;
    }

    private Object text(String path, String text) {
        return switch (kind(path)) {
            case SQL -> new Fragment.Code(text, "sql");
            case CODE -> new Fragment.Code(text, "");
            case PROSE -> Markdown.plain(text);
            case TIME -> time(text);
            default -> text;
        };
    }

    private Kind kind(String path) {
        var description = described.get(path);
        return description == null ? Kind.TEXT : description.kind();
    }
}
