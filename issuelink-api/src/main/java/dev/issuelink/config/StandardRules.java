package dev.issuelink.config;

import dev.issuelink.event.EventCatalogue;
import dev.issuelink.event.EventDescription;
import dev.issuelink.model.Priority;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The rules that IssueLink brings along: one for each type of event that opens an issue. None is in force until a host puts
 * it into its configuration.
 */
public final class StandardRules {
    private record Traits(Optional<String> condition, Optional<String> priority, List<String> labels) {}

    private static final Map<String, Traits> TRAITS = Map.ofEntries(
            Map.entry("schema_change_proposed", always("", "schema-change", "approval-required")),
            Map.entry("migration_proposed", always("", "migration", "approval-required")),
            Map.entry("migration_failed", always("P1", "migration", "failure")),
            Map.entry("migration_rolled_back", always("P1", "migration", "incident")),
            Map.entry("drift_detected", when("drift.severity == 'high'", "P1", "schema-drift")),
            Map.entry("performance_regression", when("regression.percentage > 20", "P2", "performance", "regression")),
            Map.entry("health_check_failed", always("P2", "health-check")),
            Map.entry("backup_failed", always("P1", "backup")),
            Map.entry(
                    "replication_lag",
                    when("replication.lag_seconds > replication.threshold_seconds", "P2", "replication")),
            Map.entry("connection_pool_exhausted", always("P1", "connection-pool")),
            Map.entry("test_failed", always("P2", "test-failure")),
            Map.entry("test_flaky", always("P3", "flaky-test")),
            Map.entry("coverage_dropped", when("coverage.drop_points > 0", "P3", "coverage")),
            Map.entry("design_review_requested", always("", "design-review", "approval-required")),
            Map.entry("note_converted", always("", "whiteboard")),
            Map.entry("architecture_decision_recorded", always("", "architecture-decision")));

    private StandardRules() {}

    /**
     * The names of all standard rules.
     *
     * @return the names, in the order of the catalogue of events
     */
    public static List<String> names() {
        return EventCatalogue.all().stream()
                .flatMap(description -> description.rule().stream())
                .collect(Collectors.toUnmodifiableList());
    }

    /**
     * A standard rule.
     *
     * @param name one of {@link #names()}
     * @param trackers the names of the trackers in which issues are opened, at least one
     * @return the rule, with that name
     * @throws IllegalArgumentException if there is no such rule, or no tracker
     */
    public static AutoIssueRule rule(String name, List<String> trackers) {
        var description = EventCatalogue.all().stream()
                .filter(candidate -> candidate.rule().filter(name::equals).isPresent())
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "There is no standard rule \"" + name + "\"; there are " + String.join(", ", names())));
        return rule(name, description, trackers);
    }

    private static AutoIssueRule rule(String name, EventDescription description, List<String> trackers) {
        var traits = TRAITS.getOrDefault(name, always(""));
        return AutoIssueRule.builder(name, description.type(), description.template(), trackers)
                .condition(traits.condition.orElse(null))
                .priority(traits.priority.map(Priority::new).orElse(null))
                .labels(traits.labels)
                .build();
    }

    private static Traits always(String priority, String... labels) {
        return when("", priority, labels);
    }

    private static Traits when(String condition, String priority, String... labels) {
        return new Traits(
                Optional.of(condition).filter(text -> !text.isEmpty()),
                Optional.of(priority).filter(text -> !text.isEmpty()),
                List.of(labels));
    }
}
