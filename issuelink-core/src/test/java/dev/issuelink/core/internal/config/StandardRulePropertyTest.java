package dev.issuelink.core.internal.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.issuelink.config.AutoIssueRule;
import dev.issuelink.config.IssueBudget;
import dev.issuelink.config.StandardRules;
import dev.issuelink.error.ConfigurationException;
import dev.issuelink.error.ConfigurationFault;
import dev.issuelink.event.EventType;
import dev.issuelink.model.Priority;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StandardRulePropertyTest {
    private final DocumentReader reader = new DocumentReader(new ProviderCatalog(Map.of(), List.of()));

    @Test
    void aStandardRuleNeedsNothingButATracker() {
        assertThat(rule("'standard': 'drift_detected', 'tracker': 'Jira'"))
                .isEqualTo(StandardRules.rule("drift_detected", List.of("Jira")));
    }

    @Test
    void whatARuleSaysBesidesTakesThePlaceOfTheStandard() {
        var rule = rule("'standard': 'drift_detected', 'trackers': ['a', 'b'], 'name': 'Mine', 'event': 'drift.found',"
                + " 'template': 'schema_change', 'condition': 'true', 'priority': 'P3', 'labels': [],"
                + " 'enabled': false, 'fingerprint': 'x', 'when_resolved': 'close', 'reopen_within_days': 1,"
                + " 'comment_every_minutes': 5, 'budget': {'issues': 1, 'minutes': 1}, 'assignee': 'bob'");

        assertThat(rule)
                .isEqualTo(
                        AutoIssueRule.builder("Mine", new EventType("drift.found"), "schema_change", List.of("a", "b"))
                                .condition("true")
                                .priority(new Priority("P3"))
                                .enabled(false)
                                .fingerprint("x")
                                .reopenWithin(Duration.ofDays(1))
                                .commentEvery(Duration.ofMinutes(5))
                                .budget(new IssueBudget(1, Duration.ofMinutes(1)))
                                .assignee("bob")
                                .build());
    }

    @Test
    void anUnknownStandardIsTheOnlyFaultOfARuleThatIsRightOtherwise() {
        assertThat(faults("{'standard': 'drift_detcted', 'tracker': 'Jira'}"))
                .extracting(ConfigurationFault::toString)
                .containsExactly("/auto_issue_rules/0/standard: must be one of "
                        + String.join(", ", StandardRules.names()) + ". Did you mean \"drift_detected\"?");
    }

    @Test
    void everyStandardRuleIsAGoodRule() {
        for (var name : StandardRules.names()) {
            assertThat(rule("'standard': '" + name + "', 'tracker': 'Jira'"))
                    .isEqualTo(StandardRules.rule(name, List.of("Jira")));
        }
    }

    @Test
    void theConditionOfAStandardMustFitTheEventThatIsPutInItsPlace() {
        assertThat(faults("{'standard': 'drift_detected', 'event': 'backup.failed', 'tracker': 'Jira'}"))
                .extracting(ConfigurationFault::toString)
                .containsExactly("/auto_issue_rules/0/standard: has a fault at line 1, column 1: no attribute of"
                        + " backup.failed has this name.");
    }

    @Test
    void theNamesOfStandardRulesAreUniqueLikeAllOthers() {
        assertThat(
                        faults(
                                "{'standard': 'drift_detected', 'tracker': 'Jira'}, {'standard': 'drift_detected', 'tracker': 'GitHub'}"))
                .extracting(ConfigurationFault::toString)
                .containsExactly(
                        "/auto_issue_rules/1/standard: is the name of another rule too; names must be unique.");
    }

    @Test
    void aRuleWithoutAStandardStillNeedsAll() {
        assertThat(faults("{'tracker': 'Jira'}"))
                .extracting(ConfigurationFault::problem)
                .anyMatch(problem -> problem.startsWith("needs \"name\""))
                .anyMatch(problem -> problem.startsWith("needs \"event\""))
                .anyMatch(problem -> problem.startsWith("needs \"template\""))
                .hasSize(3);
    }

    private AutoIssueRule rule(String members) {
        return reader.read(document("{" + members + "}")).rules().get(0);
    }

    private List<ConfigurationFault> faults(String rules) {
        return catchThrowableOfType(ConfigurationException.class, () -> reader.read(document(rules)))
                .faults();
    }

    private static String document(String rules) {
        return ("{'auto_issue_rules': [" + rules + "]}").replace('\'', '"');
    }
}
