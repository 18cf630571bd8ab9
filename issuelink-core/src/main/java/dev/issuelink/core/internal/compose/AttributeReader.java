package dev.issuelink.core.internal.compose;

import dev.issuelink.event.EventAttributes;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * Reads attributes leniently: a host may have made the event by hand, so what is missing or of another type counts as not
 * there.
 */
record AttributeReader(EventAttributes attributes) {
    /** The text at a path; empty if there is none. */
    String text(String path) {
        return attributes
                .find(path)
                .filter(String.class::isInstance)
                .map(String.class::cast)
                .orElse("");
    }

    /** The number at a path. */
    OptionalDouble number(String path) {
        return attributes
                .find(path)
                .filter(Number.class::isInstance)
                .map(value -> OptionalDouble.of(((Number) value).doubleValue()))
                .orElse(OptionalDouble.empty());
    }

    /** The number at a path; a value that compares with nothing if there is none. */
    double numberOrNaN(String path) {
        return number(path).orElse(Double.NaN);
    }

    /** Whether the value at a path is that flag. */
    boolean is(String path, boolean value) {
        return attributes.find(path).filter(Boolean.valueOf(value)::equals).isPresent();
    }

    /** The texts at a path. */
    List<String> texts(String path) {
        return list(path).stream()
                .filter(String.class::isInstance)
                .map(String.class::cast)
                .toList();
    }

    /** The trees at a path. */
    List<AttributeReader> trees(String path) {
        return list(path).stream()
                .filter(Map.class::isInstance)
                .map(AttributeReader::tree)
                .toList();
    }

    private List<?> list(String path) {
        return attributes
                .find(path)
                .filter(List.class::isInstance)
                .map(value -> (List<?>) value)
                .orElse(List.of());
    }

    @SuppressWarnings("unchecked")
    private static AttributeReader tree(Object map) {
        return new AttributeReader(EventAttributes.of((Map<String, Object>) map));
    }
}
