package dev.issuelink.core.internal.guard;

import dev.issuelink.event.AttributeDescription;
import dev.issuelink.event.EventCatalogue;
import dev.issuelink.event.EventDescription;
import dev.issuelink.event.EventType;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Which attributes of an event hold SQL, as far as the catalogue knows. */
final class SqlPaths {
    private SqlPaths() {}

    static Set<String> of(EventType type) {
        return EventCatalogue.find(type).map(EventDescription::attributes).orElse(List.of()).stream()
                .filter(attribute -> attribute.kind() == AttributeDescription.Kind.SQL)
                .map(AttributeDescription::path)
                .collect(Collectors.toUnmodifiableSet());
    }
}
