package dev.issuelink;

import dev.issuelink.model.IssueKey;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What an event comes to under one rule in one tracker.
 *
 * @param rule the rule's name
 * @param tracker the configured name of the tracker
 * @param verdict what it comes to
 * @param reason why, in words without anything of the event's texts
 * @param issue the issue that stands for the event already, if there is one
 * @param writes the ids of the writes that were put into the outbox for it, in order; none in a preview
 */
public record Decision(
        String rule, String tracker, Verdict verdict, String reason, Optional<IssueKey> issue, List<String> writes) {
    /** Checks and copies the components. */
    public Decision {
        Objects.requireNonNull(rule, "rule");
        Objects.requireNonNull(tracker, "tracker");
        Objects.requireNonNull(verdict, "verdict");
        Objects.requireNonNull(reason, "reason");
        Objects.requireNonNull(issue, "issue");
        writes = List.copyOf(writes);
    }
}
