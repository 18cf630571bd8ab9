package dev.issuelink.core.internal.rule;

import dev.issuelink.event.EventType;
import java.util.List;
import java.util.Optional;

/** Finds what is wrong with a rule before it is used. */
public final class RuleCheck {
    private RuleCheck() {}

    /**
     * What is wrong with a condition.
     *
     * @param text what people wrote
     * @param event for which events it is; empty if that is not known
     * @return the faults, in the order of the text; empty if it is good
     */
    public static List<ConditionFault> condition(String text, Optional<EventType> event) {
        return faults(() -> Condition.compile(text, vocabulary(event)));
    }

    /**
     * What is wrong with a fingerprint.
     *
     * @param text what people wrote
     * @param event for which events it is; empty if that is not known
     * @return the faults, in the order of the text; empty if it is good
     */
    public static List<ConditionFault> fingerprint(String text, Optional<EventType> event) {
        return faults(() -> Fingerprint.compile(text, vocabulary(event)));
    }

    private static Vocabulary vocabulary(Optional<EventType> event) {
        return event.map(Vocabulary::of).orElseGet(Vocabulary::open);
    }

    private static List<ConditionFault> faults(Runnable attempt) {
        try {
            attempt.run();
            return List.of();
        } catch (ConditionException e) {
            return e.faults();
        }
    }
}
