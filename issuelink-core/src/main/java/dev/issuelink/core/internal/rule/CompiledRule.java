package dev.issuelink.core.internal.rule;

import dev.issuelink.config.AutoIssueRule;
import java.util.Map;
import java.util.Objects;

/**
 * A rule that was found good. Immutable, and safe for several threads.
 *
 * @param rule what is configured
 * @param condition which events it is for; the one that every event meets if there is none
 * @param fingerprint what tells problems apart
 */
public record CompiledRule(AutoIssueRule rule, Condition condition, Fingerprint fingerprint) {
    /** Checks the components. */
    public CompiledRule {
        Objects.requireNonNull(rule, "rule");
        Objects.requireNonNull(condition, "condition");
        Objects.requireNonNull(fingerprint, "fingerprint");
    }

    /**
     * Compiles a rule.
     *
     * @throws ConditionException if its condition or its fingerprint cannot be used
     */
    static CompiledRule of(AutoIssueRule rule) {
        var vocabulary = Vocabulary.of(rule.event());
        return new CompiledRule(
                rule,
                rule.condition()
                        .map(text -> Condition.compile(text, vocabulary))
                        .orElseGet(Condition::always),
                rule.fingerprint()
                        .map(text -> Fingerprint.compile(text, vocabulary))
                        .orElseGet(() -> Fingerprint.standard(rule.event())));
    }

    /**
     * The text that tells the problem of an event from others of the same object and rule; for an event that ends the
     * problem as well.
     *
     * @param facts the event's attributes
     * @return the text, as long as the values are
     */
    public String discriminator(Map<String, ?> facts) {
        return fingerprint.text(facts);
    }
}
