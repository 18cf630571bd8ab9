package dev.issuelink.core.internal.publish;

import dev.issuelink.Decision;
import dev.issuelink.Verdict;
import dev.issuelink.core.internal.claim.Fingerprints;
import dev.issuelink.core.internal.rule.CompiledRule;
import dev.issuelink.core.internal.rule.Outcome;
import dev.issuelink.core.internal.rule.RuleBook;
import dev.issuelink.event.DatabaseEvent;
import dev.issuelink.event.EventCatalogue;
import dev.issuelink.event.EventDescription;
import dev.issuelink.event.EventType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Finds the rules that an event concerns: those that open issues for it, and those whose issues it may end. */
final class Matcher {
    private final RuleBook rules;
    private final Set<String> trackers;

    /**
     * Creates the matcher.
     *
     * @param trackers those that are enabled; rules leave the others alone
     */
    Matcher(RuleBook rules, Set<String> trackers) {
        this.rules = rules;
        this.trackers = Set.copyOf(trackers);
    }

    Matches match(DatabaseEvent event) {
        var search = new Search(event, EventCatalogue.find(event.type()));
        rules.matching(event.type()).forEach(search::problem);
        search.types(EventDescription::resolves)
                .forEach(type -> rules.matching(type).forEach(search::end));
        return new Matches(search.concerns, search.refused);
    }

    private final class Search {
        private final DatabaseEvent event;
        private final Map<String, Object> facts;
        private final Optional<EventDescription> description;
        private final List<Concern> concerns = new ArrayList<>();
        private final List<Decision> refused = new ArrayList<>();

        private Search(DatabaseEvent event, Optional<EventDescription> description) {
            this.event = event;
            this.facts = EventFacts.of(event);
            this.description = description;
        }

        private List<EventType> types(Function<EventDescription, List<EventType>> which) {
            return description.map(which).orElse(List.of());
        }

        private void problem(CompiledRule rule) {
            var outcome = rule.condition().test(facts);
            for (var tracker : enabled(rule)) {
                if (outcome.met()) {
                    concerns.add(concern(rule, tracker, Concern.Kind.PROBLEM, related(tracker)));
                } else {
                    refused.add(refusal(rule, tracker, outcome));
                }
            }
        }

        private void end(CompiledRule rule) {
            enabled(rule).forEach(tracker -> concerns.add(concern(rule, tracker, Concern.Kind.END, List.of())));
        }

        private List<String> enabled(CompiledRule rule) {
            return rule.rule().trackers().stream().filter(trackers::contains).toList();
        }

        private Concern concern(CompiledRule rule, String tracker, Concern.Kind kind, List<String> related) {
            return new Concern(rule.rule(), tracker, fingerprint(rule, tracker), kind, related);
        }

        private String fingerprint(CompiledRule rule, String tracker) {
            return Fingerprints.ofProblem(
                    rule.rule().name(), tracker, event.object().key(), rule.discriminator(facts));
        }

        // Only of the same tracker: elsewhere its address says nothing, or too much.
        private List<String> related(String tracker) {
            return types(EventDescription::relatesTo).stream()
                    .flatMap(type -> rules.matching(type).stream())
                    .filter(rule -> rule.rule().trackers().contains(tracker))
                    .map(rule -> fingerprint(rule, tracker))
                    .toList();
        }

        private static Decision refusal(CompiledRule rule, String tracker, Outcome outcome) {
            return new Decision(
                    rule.rule().name(),
                    tracker,
                    outcome.failed() ? Verdict.CONDITION_FAILED : Verdict.NOT_MATCHED,
                    outcome.failed() ? outcome.reason() : "the condition does not hold",
                    Optional.empty(),
                    List.of());
        }
    }
}
