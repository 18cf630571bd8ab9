package dev.issuelink.event;

import java.util.Objects;
import java.util.Optional;

/**
 * What an attribute of an event means.
 *
 * @param path its dotted path; {@code []} stands for each item of a list, as in {@code dependencies[].type}
 * @param kind what its value is
 * @param unit in what it is measured, such as {@code ms}; empty if it has no unit
 * @param required whether every event of the type has it
 * @param meaning one sentence
 */
public record AttributeDescription(String path, Kind kind, Optional<String> unit, boolean required, String meaning) {

    /** What the value of an attribute is, and so how it may be shown. */
    public enum Kind {
        /** A text on one line. */
        TEXT,
        /** A number. */
        NUMBER,
        /** True or false. */
        FLAG,
        /** SQL. */
        SQL,
        /** What machines wrote: logs, output, plans, stack traces. */
        CODE,
        /** What people wrote, in Markdown. */
        PROSE,
        /** Texts, or trees that are described by paths of their own. */
        LIST,
        /** A time as ISO 8601 text in UTC. */
        TIME
    }

    /** Checks the components. */
    public AttributeDescription {
        Objects.requireNonNull(path, "path");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(unit, "unit");
        Objects.requireNonNull(meaning, "meaning");
    }

    static AttributeDescription text(String path, String meaning) {
        return of(path, Kind.TEXT, meaning);
    }

    static AttributeDescription number(String path, String unit, String meaning) {
        return new AttributeDescription(
                path, Kind.NUMBER, Optional.of(unit).filter(word -> !word.isEmpty()), false, meaning);
    }

    static AttributeDescription of(String path, Kind kind, String meaning) {
        return new AttributeDescription(path, kind, Optional.empty(), false, meaning);
    }

    /** The same, but every event of the type has it. */
    AttributeDescription always() {
        return new AttributeDescription(path, kind, unit, true, meaning);
    }

    /** The same under another path. */
    AttributeDescription under(String prefix) {
        return new AttributeDescription(prefix + "." + path, kind, unit, required, meaning);
    }
}
