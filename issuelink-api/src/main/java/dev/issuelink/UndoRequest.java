package dev.issuelink;

import java.time.Instant;
import java.util.Objects;

/**
 * Which issues a rule should not have opened.
 *
 * @param rule the rule's name
 * @param from those whose first event came at this time or later, by the engine's clock
 * @param to those whose first event came before this time
 */
public record UndoRequest(String rule, Instant from, Instant to) {
    /** Checks the components. */
    public UndoRequest {
        Objects.requireNonNull(rule, "rule");
        Objects.requireNonNull(from, "from");
        Objects.requireNonNull(to, "to");
        if (to.isBefore(from)) {
            throw new IllegalArgumentException("The end " + to + " lies before the beginning " + from);
        }
    }
}
