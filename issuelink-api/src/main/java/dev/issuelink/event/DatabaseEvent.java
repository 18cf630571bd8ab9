package dev.issuelink.event;

import dev.issuelink.model.ObjectReference;
import java.time.Instant;
import java.util.Objects;

/**
 * Something that happened in the host.
 *
 * @param type what kind of thing happened
 * @param object what it happened to
 * @param attributes the facts
 * @param occurredAt when it happened, by the host's clock
 */
public record DatabaseEvent(EventType type, ObjectReference object, EventAttributes attributes, Instant occurredAt) {
    /** Checks the components. */
    public DatabaseEvent {
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(object, "object");
        Objects.requireNonNull(attributes, "attributes");
        Objects.requireNonNull(occurredAt, "occurredAt");
    }

    @Override
    public String toString() {
        return type + " of " + object + " at " + occurredAt;
    }
}
