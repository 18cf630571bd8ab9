package dev.issuelink.core.internal.publish;

import dev.issuelink.event.DatabaseEvent;
import java.util.LinkedHashMap;
import java.util.Map;

/** What conditions and fingerprints may read of an event: its attributes, and what every event has. */
final class EventFacts {
    private EventFacts() {}

    static Map<String, Object> of(DatabaseEvent event) {
        var facts = new LinkedHashMap<>(event.attributes().asMap());
        facts.put("event", Map.of("type", event.type().name()));
        facts.put("timestamp", event.occurredAt().toString());
        var object = new LinkedHashMap<String, Object>();
        object.put("type", event.object().type().name());
        event.object().database().ifPresent(database -> object.put("database", database));
        event.object().schema().ifPresent(schema -> object.put("schema", schema));
        object.put("name", event.object().name());
        object.put("qualified_name", event.object().qualifiedName());
        facts.put("object", object);
        return facts;
    }
}
