package dev.issuelink;

import java.util.List;
import java.util.Objects;

/**
 * What became of an event that was published.
 *
 * @param eventId by which the audit trail names the event
 * @param decisions one for each rule and tracker that the event concerns, in the order of the configuration; empty if no
 *     rule knows its type
 */
public record PublishReport(String eventId, List<Decision> decisions) {
    /** Checks and copies the components. */
    public PublishReport {
        Objects.requireNonNull(eventId, "eventId");
        decisions = List.copyOf(decisions);
    }
}
