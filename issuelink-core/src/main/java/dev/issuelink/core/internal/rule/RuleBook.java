package dev.issuelink.core.internal.rule;

import dev.issuelink.config.AutoIssueRule;
import dev.issuelink.config.IssueLinkConfiguration;
import dev.issuelink.error.ConfigurationException;
import dev.issuelink.error.ConfigurationFault;
import dev.issuelink.event.EventType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The rules in force, ready for events. Immutable, and safe for several threads. */
public final class RuleBook {
    private final Map<EventType, List<CompiledRule>> byType;
    private final Map<String, CompiledRule> byName;

    private RuleBook(List<CompiledRule> rules) {
        this.byType = rules.stream()
                .collect(Collectors.groupingBy(compiled -> compiled.rule().event(), Collectors.toUnmodifiableList()));
        this.byName = rules.stream()
                .collect(Collectors.toUnmodifiableMap(
                        compiled -> compiled.rule().name(), Function.identity(), (first, second) -> first));
    }

    /**
     * Compiles the rules of a configuration, the disabled ones too, of which only the faults are kept.
     *
     * @param configuration what is configured, from the reader or made by the host
     * @return the rules that are enabled
     * @throws ConfigurationException with all conditions and fingerprints that cannot be used
     */
    public static RuleBook of(IssueLinkConfiguration configuration) {
        var faults = new ArrayList<ConfigurationFault>();
        var rules = new ArrayList<CompiledRule>();
        for (int index = 0; index < configuration.rules().size(); index++) {
            var rule = configuration.rules().get(index);
            compile(rule, "/auto_issue_rules/" + index, faults)
                    .filter(compiled -> rule.enabled())
                    .ifPresent(rules::add);
        }
        if (!faults.isEmpty()) {
            throw new ConfigurationException(faults);
        }
        return new RuleBook(rules);
    }

    /**
     * The rules for a type of events.
     *
     * @param type the type
     * @return the rules, in the order of the configuration; whether an event meets them is for their conditions to say
     */
    public List<CompiledRule> matching(EventType type) {
        return byType.getOrDefault(type, List.of());
    }

    /**
     * A rule that is in force.
     *
     * @param name its name
     * @return the rule, or empty if there is none
     */
    public Optional<CompiledRule> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    private static Optional<CompiledRule> compile(AutoIssueRule rule, String pointer, List<ConfigurationFault> faults) {
        try {
            return Optional.of(CompiledRule.of(rule));
        } catch (ConditionException e) {
            var event = Optional.of(rule.event());
            rule.condition()
                    .map(text -> RuleCheck.condition(text, event))
                    .ifPresent(found -> add(found, pointer + "/condition", rule, faults));
            rule.fingerprint()
                    .map(text -> RuleCheck.fingerprint(text, event))
                    .ifPresent(found -> add(found, pointer + "/fingerprint", rule, faults));
            return Optional.empty();
        }
    }

    private static void add(
            List<ConditionFault> found, String pointer, AutoIssueRule rule, List<ConfigurationFault> faults) {
        found.forEach(fault -> faults.add(new ConfigurationFault(
                pointer, "of the rule \"" + rule.name() + "\" " + fault.sentence(), fault.nearest())));
    }
}
