package dev.issuelink.core.internal.publish;

import dev.issuelink.Decision;
import java.util.List;

/**
 * What an event has to do with the rules.
 *
 * @param concerns the rules that it concerns, in each of their trackers
 * @param refused the rules of its type whose condition does not hold, and why
 */
record Matches(List<Concern> concerns, List<Decision> refused) {
    Matches {
        concerns = List.copyOf(concerns);
        refused = List.copyOf(refused);
    }

    static Matches of(Concern concern) {
        return new Matches(List.of(concern), List.of());
    }
}
