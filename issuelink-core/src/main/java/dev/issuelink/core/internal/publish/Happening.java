package dev.issuelink.core.internal.publish;

import dev.issuelink.core.internal.claim.Fingerprints;
import dev.issuelink.event.DatabaseEvent;
import dev.issuelink.model.ObjectReference;
import java.time.Instant;

/**
 * An event on its way through the rules.
 *
 * @param id by which the audit trail names it
 * @param digest what tells it from every other event
 * @param event what happened, as the host told it
 * @param object what it happened to, without secrets
 * @param actor who told of it
 * @param now when it was told of, by the engine's clock
 */
record Happening(String id, String digest, DatabaseEvent event, ObjectReference object, String actor, Instant now) {
    static Happening of(String id, DatabaseEvent event, ObjectReference object, String actor, Instant now) {
        return new Happening(id, Fingerprints.ofEvent(event), event, object, actor, now);
    }

    Instant occurredAt() {
        return event.occurredAt();
    }
}
