package dev.issuelink.store;

import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * Something that is worth remembering.
 *
 * @param at when, by the engine's clock
 * @param actor who: a user of the host, a component, or an account of a tracker
 * @param action what, in dotted lower-case words such as {@code issue.created}
 * @param subject to what: the text of an issue's, a link's or an object's key
 * @param details further facts, without secrets and without the texts of issues
 */
public record AuditRecord(Instant at, String actor, String action, String subject, Map<String, String> details) {
    /** Checks and copies the components. */
    public AuditRecord {
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(actor, "actor");
        Objects.requireNonNull(action, "action");
        Objects.requireNonNull(subject, "subject");
        details = Collections.unmodifiableMap(new TreeMap<>(details));
    }
}
