package dev.issuelink.event;

import dev.issuelink.event.AttributeDescription.Kind;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The types of events that IssueLink knows, with their attributes, and how they belong together. */
public final class EventCatalogue {
    private static final List<AttributeDescription> COMMON = List.of(
            AttributeDescription.text("event.type", "What kind of thing happened")
                    .always(),
            AttributeDescription.of("timestamp", Kind.TIME, "When it happened").always(),
            AttributeDescription.text("object.type", "Of what type the object is")
                    .always(),
            AttributeDescription.text("object.database", "The database of the object"),
            AttributeDescription.text("object.schema", "The schema of the object"),
            AttributeDescription.text("object.name", "The name of the object").always(),
            AttributeDescription.text("object.qualified_name", "The full name of the object")
                    .always());

    private static final Map<EventType, EventDescription> ALL = index();

    private EventCatalogue() {}

    /**
     * What is known of a type.
     *
     * @param type any type
     * @return its description, or empty if it is the host's own
     */
    public static Optional<EventDescription> find(EventType type) {
        return Optional.ofNullable(ALL.get(type));
    }

    /**
     * All types that are known.
     *
     * @return their descriptions, family by family
     */
    public static List<EventDescription> all() {
        return List.copyOf(ALL.values());
    }

    /**
     * What every event has, the host's own as well: rules and templates find it beside the attributes.
     *
     * @return the attributes
     */
    public static List<AttributeDescription> common() {
        return COMMON;
    }

    private static Map<EventType, EventDescription> index() {
        var index = new LinkedHashMap<EventType, EventDescription>();
        Stream.of(ChangeDescriptions.all(), OperationsDescriptions.all(), WorkDescriptions.all())
                .flatMap(List::stream)
                .forEach(description -> index.put(description.type(), description));
        return index;
    }
}
