package dev.issuelink.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.issuelink.event.EventType;
import dev.issuelink.model.Priority;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class AutoIssueRuleTest {
    private static final AutoIssueRule.Builder PLAIN =
            AutoIssueRule.builder("R", new EventType("drift.detected"), "drift_detection", List.of("Jira"));

    @Test
    void aRuleClosesReopensForTwoWeeksAndTellsOfRecurrencesHourly() {
        var rule = PLAIN.build();

        assertThat(rule.fingerprint()).isEmpty();
        assertThat(rule.whenResolved()).isEqualTo(ResolutionPolicy.CLOSE);
        assertThat(rule.reopenWithin()).isEqualTo(Duration.ofDays(14));
        assertThat(rule.commentEvery()).isEqualTo(Duration.ofMinutes(60));
        assertThat(rule.budget()).isEqualTo(new IssueBudget(20, Duration.ofHours(1)));
    }

    @Test
    void aCopyIsEqualInEverythingAndDiffersInWhatIsSet() {
        var rule = full();

        assertThat(rule.toBuilder().build()).isEqualTo(rule).hasSameHashCodeAs(rule);
        assertThat(rule.toBuilder()
                        .name("S")
                        .event(new EventType("a.b"))
                        .template("t")
                        .trackers(List.of("GitHub"))
                        .build())
                .isNotEqualTo(rule)
                .hasToString("AutoIssueRule[S, a.b -> [GitHub]]");
    }

    @Test
    void everySettingTellsRulesApart() {
        var rule = full();

        assertThat(List.of(
                        rule.toBuilder().enabled(true),
                        rule.toBuilder().condition(null),
                        rule.toBuilder().priority(null),
                        rule.toBuilder().assignee(null),
                        rule.toBuilder().project(null),
                        rule.toBuilder().issueType(null),
                        rule.toBuilder().labels(List.of()),
                        rule.toBuilder().fingerprint(null),
                        rule.toBuilder().whenResolved(ResolutionPolicy.COMMENT),
                        rule.toBuilder().reopenWithin(Duration.ofDays(1)),
                        rule.toBuilder().commentEvery(Duration.ofDays(1)),
                        rule.toBuilder().budget(IssueBudget.perHour(1))))
                .extracting(AutoIssueRule.Builder::build)
                .doesNotHaveDuplicates()
                .doesNotContain(rule);
    }

    @Test
    void whatMakesNoSenseIsRefusedAtOnce() {
        var rule = full().toBuilder();

        assertThatThrownBy(() -> rule.reopenWithin(Duration.ofSeconds(-1))).hasMessageContaining("reopenWithin");
        assertThatThrownBy(() -> rule.commentEvery(Duration.ZERO)).hasMessageContaining("commentEvery");
        assertThatThrownBy(() -> rule.trackers(List.of())).hasMessageContaining("at least one tracker");
        assertThatThrownBy(() -> new IssueBudget(0, Duration.ofHours(1))).hasMessageContaining("issues");
        assertThatThrownBy(() -> new IssueBudget(1, Duration.ZERO)).hasMessageContaining("per");
    }

    private static AutoIssueRule full() {
        return AutoIssueRule.builder("R", new EventType("drift.detected"), "drift_detection", List.of("Jira"))
                .enabled(false)
                .condition("a.b > 0")
                .priority(new Priority("P1"))
                .assignee("@db-oncall")
                .project("p")
                .issueType("Bug")
                .labels(List.of("x"))
                .fingerprint("{{a.b}}")
                .whenResolved(ResolutionPolicy.IGNORE)
                .reopenWithin(Duration.ZERO)
                .commentEvery(Duration.ofMinutes(5))
                .budget(IssueBudget.perHour(7))
                .build();
    }
}
