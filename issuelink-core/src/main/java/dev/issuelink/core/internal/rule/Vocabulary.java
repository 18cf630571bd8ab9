package dev.issuelink.core.internal.rule;

import dev.issuelink.core.internal.NearestName;
import dev.issuelink.event.AttributeDescription;
import dev.issuelink.event.EventCatalogue;
import dev.issuelink.event.EventType;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What is known of the attributes of a type of events before there is one. Of the host's own types nothing is known, so
 * every name may be right. Immutable, and safe for several threads.
 */
public final class Vocabulary {
    private static final Vocabulary OPEN = new Vocabulary("", Map.of());

    private final String type;
    private final Map<String, Kind> kinds;

    private Vocabulary(String type, Map<String, Kind> kinds) {
        this.type = type;
        this.kinds = kinds;
    }

    /** The vocabulary in which every name may be right. */
    public static Vocabulary open() {
        return OPEN;
    }

    /** What the catalogue knows of a type. */
    public static Vocabulary of(EventType type) {
        return EventCatalogue.find(type)
                .map(description -> Stream.concat(EventCatalogue.common().stream(), description.attributes().stream()))
                .map(attributes -> new Vocabulary(type.name(), kinds(attributes)))
                .orElse(OPEN);
    }

    /** The kind of what stands at a path, if it is known. */
    Kind kind(String path) {
        return kinds.getOrDefault(path, Kind.OPEN);
    }

    /**
     * Sees that all names are known.
     *
     * @throws ConditionException with every name that is not
     */
    void check(List<Name> names) {
        var faults = names.stream()
                .filter(name -> !kinds.isEmpty() && !kinds.containsKey(name.path()))
                .map(this::unknown)
                .toList();
        if (!faults.isEmpty()) {
            throw new ConditionException(faults);
        }
    }

    private ConditionFault unknown(Name name) {
        return new ConditionFault(
                name.line(),
                name.column(),
                "no attribute of " + type + " has this name",
                NearestName.of(name.path(), kinds.keySet()));
    }

    private static Map<String, Kind> kinds(Stream<AttributeDescription> attributes) {
        var kinds = new LinkedHashMap<String, Kind>();
        attributes.forEach(attribute -> {
            addAbove(attribute.path(), kinds);
            kinds.put(attribute.path(), kind(attribute.kind()));
            if (attribute.kind() == AttributeDescription.Kind.LIST) {
                kinds.put(attribute.path() + Name.ITEM, Kind.OPEN);
            }
        });
        return Collections.unmodifiableMap(kinds);
    }

    /** The trees in which an attribute stands. */
    private static void addAbove(String path, Map<String, Kind> kinds) {
        for (int dot = path.indexOf('.'); dot >= 0; dot = path.indexOf('.', dot + 1)) {
            kinds.putIfAbsent(path.substring(0, dot), Kind.OBJECT);
        }
    }

    private static Kind kind(AttributeDescription.Kind kind) {
        return switch (kind) {
            case NUMBER -> Kind.NUMBER;
            case FLAG -> Kind.TRUTH;
            case LIST -> Kind.LIST;
            case TEXT, SQL, CODE, PROSE, TIME -> Kind.TEXT;
        };
    }
}
