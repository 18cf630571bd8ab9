package dev.issuelink.core.internal.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.issuelink.config.AutoIssueRule;
import dev.issuelink.config.IssueLinkConfiguration;
import dev.issuelink.config.StandardRules;
import dev.issuelink.core.ConfigurationReader;
import dev.issuelink.core.RequirementExample;
import dev.issuelink.error.ConfigurationException;
import dev.issuelink.error.ConfigurationFault;
import dev.issuelink.event.EventType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RuleBookTest {
    private static final EventType OWN = new EventType("host.own");

    @Test
    void theRulesOfTheRequirementAreInForceAsTheyAre() {
        var book = RuleBook.of(ConfigurationReader.forProviders(List.of()).read(RequirementExample.RULES));

        assertMet(book, EventType.DRIFT_DETECTED, Map.of("drift", Map.of("severity", "high")), "Schema Drift Alert");
        assertMet(book, EventType.DRIFT_DETECTED, Map.of("drift", Map.of("severity", "low")));
        assertMet(
                book,
                EventType.PERFORMANCE_REGRESSION,
                Map.of("regression", Map.of("percentage", 20.01)),
                "Performance Regression");
        assertMet(book, EventType.PERFORMANCE_REGRESSION, Map.of("regression", Map.of("percentage", 20)));
        assertMet(
                book,
                EventType.MIGRATION_PROPOSED,
                Map.of("impact", Map.of("downtime_minutes", 1)),
                "Migration Approval");
        assertMet(book, EventType.MIGRATION_PROPOSED, Map.of("impact", Map.of("downtime_minutes", 0.0)));
        assertThat(book.matching(EventType.BACKUP_FAILED)).isEmpty();
    }

    @Test
    void theRulesOfATypeComeInTheOrderOfTheConfigurationAndWithoutTheDisabled() {
        var book = book(
                rule("one", OWN).build(),
                rule("two", EventType.BACKUP_FAILED).build(),
                rule("three", OWN).enabled(false).build(),
                rule("four", OWN).build());

        assertThat(book.matching(OWN))
                .extracting(compiled -> compiled.rule().name())
                .containsExactly("one", "four");
        assertThat(book.find("two")).isPresent();
        assertThat(book.find("three")).isEmpty();
        assertThat(book.find("five")).isEmpty();
    }

    @Test
    void aRuleWithoutAConditionIsForEveryEvent() {
        assertThat(book(rule("one", OWN).build())
                        .matching(OWN)
                        .get(0)
                        .condition()
                        .test(Map.of())
                        .met())
                .isTrue();
    }

    @Test
    void problemsAreToldApartByTheRuleOrElseByTheTypeOfTheEvent() {
        var facts = Map.of("backup", Map.of("name", "nightly"), "environment", Map.of("name", "production"));
        var book = book(
                rule("one", EventType.BACKUP_FAILED).build(),
                rule("two", EventType.BACKUP_FAILED)
                        .fingerprint("{{environment.name}}")
                        .build());

        assertThat(book.matching(EventType.BACKUP_FAILED))
                .extracting(compiled -> compiled.discriminator(facts))
                .containsExactly("backup.name={nightly} environment.name={production}", "{production}");
    }

    @Test
    void everyStandardRuleIsGood() {
        var rules = StandardRules.names().stream()
                .map(name -> StandardRules.rule(name, List.of("t")))
                .toList();

        assertThat(book(rules.toArray(AutoIssueRule[]::new)).find("drift_detected"))
                .isPresent();
    }

    @Test
    void allFaultsOfRulesMadeByHandAreReportedWithTheNameOfTheRule() {
        var faults = catchThrowableOfType(
                        ConfigurationException.class,
                        () -> book(
                                rule("Good", OWN).condition("a == 1").build(),
                                rule("Bad", EventType.DRIFT_DETECTED)
                                        .condition("drift.sevrity == 'high' && drift.nothing")
                                        .fingerprint("{{")
                                        .build(),
                                rule("Off", OWN)
                                        .enabled(false)
                                        .condition("a = 1")
                                        .build()))
                .faults();

        assertThat(faults)
                .extracting(ConfigurationFault::toString)
                .containsExactly(
                        "/auto_issue_rules/1/condition: of the rule \"Bad\" has a fault at line 1, column 1: no attribute"
                                + " of drift.detected has this name. Did you mean \"drift.severity\"?",
                        "/auto_issue_rules/1/condition: of the rule \"Bad\" has a fault at line 1, column 28: no"
                                + " attribute of drift.detected has this name.",
                        "/auto_issue_rules/1/fingerprint: of the rule \"Bad\" has a fault at line 1, column 1: {{ is not"
                                + " closed by }}.",
                        "/auto_issue_rules/2/condition: of the rule \"Off\" has a fault at line 1, column 3: = is not"
                                + " allowed: a condition changes nothing; to compare, write ==.");
    }

    @Test
    void twentyRulesAreAskedAboutAHundredThousandEventsInNoTime() {
        var conditions = List.of(
                "drift.severity == 'high'",
                "regression.percentage > 20 && environment.name =~ ['production', 'staging']",
                "impact.downtime_minutes > 0 || impact.table_count >= 10",
                "!empty(drift.tables) && size(drift.tables) > 3",
                "(severity ?? 'low') == 'critical'",
                "object.name =^ 'tmp_' || object.name =~ '.*_(old|bak)[0-9]*'",
                "before.ms * 1.2 < after.ms");
        var rules = IntStream.range(0, 20)
                .mapToObj(number -> rule("r" + number, OWN)
                        .condition(conditions.get(number % conditions.size()))
                        .build())
                .toArray(AutoIssueRule[]::new);
        var book = book(rules);
        var events = events();

        ask(book, events, 20_000);
        var begin = System.nanoTime();
        var met = ask(book, events, 100_000);
        var seconds = (System.nanoTime() - begin) / 1e9;
        System.out.printf("figure condition_evaluations_per_second %.0f%n", 20 * 100_000 / seconds);

        assertThat(met).isPositive();
        assertThat(seconds).isLessThan(20);
    }

    private static long ask(RuleBook book, List<Map<String, Object>> events, int times) {
        long met = 0;
        for (int event = 0; event < times; event++) {
            for (var rule : book.matching(OWN)) {
                met += rule.condition().test(events.get(event % events.size())).met() ? 1 : 0;
            }
        }
        return met;
    }

    private static List<Map<String, Object>> events() {
        var events = new ArrayList<Map<String, Object>>();
        for (int number = 0; number < 100; number++) {
            events.add(Map.of(
                    "drift",
                            Map.of("severity", number % 2 == 0 ? "high" : "low", "tables", List.of("a", "b", "c", "d")),
                    "regression", Map.of("percentage", number * 0.7),
                    "environment", Map.of("name", number % 3 == 0 ? "production" : "test"),
                    "impact", Map.of("downtime_minutes", number % 5, "table_count", number),
                    "object", Map.of("name", "orders_" + number),
                    "before", Map.of("ms", 100.5),
                    "after", Map.of("ms", 90 + number)));
        }
        return events;
    }

    private static void assertMet(RuleBook book, EventType type, Map<String, Object> facts, String... names) {
        assertThat(book.matching(type).stream()
                        .filter(compiled -> compiled.condition().test(facts).met())
                        .map(compiled -> compiled.rule().name()))
                .containsExactly(names);
    }

    private static AutoIssueRule.Builder rule(String name, EventType event) {
        return AutoIssueRule.builder(name, event, "drift_detection", List.of("t"));
    }

    private static RuleBook book(AutoIssueRule... rules) {
        return RuleBook.of(new IssueLinkConfiguration(List.of(), List.of(rules), List.of()));
    }
}
