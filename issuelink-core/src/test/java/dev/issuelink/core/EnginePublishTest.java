package dev.issuelink.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.issuelink.Verdict;
import dev.issuelink.config.IssueBudget;
import dev.issuelink.config.ResolutionPolicy;
import dev.issuelink.error.ErrorCode;
import dev.issuelink.event.EventType;
import dev.issuelink.model.IssueChanges;
import dev.issuelink.model.Label;
import dev.issuelink.model.Priority;
import dev.issuelink.model.Resolution;
import dev.issuelink.model.TargetStatus;
import dev.issuelink.model.User;
import dev.issuelink.model.WriteLimits;
import dev.issuelink.testkit.Samples;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** From an event to its issue, and all that follows. */
class EnginePublishTest {
    @Test
    void theFirstEventOpensAnIssueAsTheRuleSays() {
        try (var fixture = new PublishFixture(rule -> rule.priority(new Priority("P1"))
                .labels(List.of("drift"))
                .assignee("@oncall")
                .condition("drift.severity == 'high'"))) {
            assertThat(fixture.drifts()).isEqualTo(Verdict.OPENED);
            fixture.settle();
            var issue = fixture.issue();
            assertThat(issue.title()).isEqualTo("orders drifted");
            assertThat(issue.body()).startsWith("It is high in production.");
            assertThat(issue.labels()).extracting(Label::name).containsExactly("drift");
            assertThat(issue.assignees()).extracting(User::username).containsExactly("alice");
            assertThat(issue.reference().priority()).contains(new Priority("P1"));
            assertThat(fixture.manager().getLinkedIssues(PublishFixture.ORDERS)).hasSize(1);
        }
    }

    @Test
    void anEventThatTheConditionDoesNotMeetOpensNothing() {
        try (var fixture = new PublishFixture(rule -> rule.condition("drift.severity == 'low'"))) {
            assertThat(fixture.drifts()).isEqualTo(Verdict.NOT_MATCHED);
            fixture.settle();
            assertThat(fixture.issues()).isEmpty();
        }
    }

    @Test
    void aConditionThatFailsOpensNothingAndSaysWhy() {
        try (var fixture = new PublishFixture(rule -> rule.condition("drift.difference_count > 1"))) {
            var report =
                    fixture.manager().publish(fixture.drift(PublishFixture.ORDERS, fixture.engine.clock.instant()));
            assertThat(PublishFixture.verdict(report)).isEqualTo(Verdict.CONDITION_FAILED);
            assertThat(report.decisions().get(0).reason()).isNotBlank();
        }
    }

    @Test
    void anEventOfATypeThatNoRuleKnowsIsAuditedAndLeftAlone() {
        try (var fixture = new PublishFixture()) {
            var event = fixture.event(new EventType("host.own"), PublishFixture.ORDERS, fixture.engine.clock.instant());
            assertThat(fixture.manager().publish(event).decisions()).isEmpty();
            assertThat(fixture.running().audit().entries(0, 10))
                    .extracting(entry -> entry.record().action())
                    .containsExactly("event.ignored");
        }
    }

    @Test
    void theSameEventAgainChangesNothing() {
        try (var fixture = new PublishFixture()) {
            var event = fixture.drift(PublishFixture.ORDERS, fixture.engine.clock.instant());
            assertThat(fixture.publish(event)).isEqualTo(Verdict.OPENED);
            assertThat(fixture.publish(event)).isEqualTo(Verdict.REPEATED);
            fixture.settle();
            assertThat(fixture.publish(event)).isEqualTo(Verdict.REPEATED);
            assertThat(fixture.issues()).hasSize(1);
        }
    }

    @Test
    void recurrencesAreToldOfInOneComment() {
        try (var fixture = new PublishFixture()) {
            fixture.drifts();
            assertThat(fixture.drifts()).as("before it is open").isEqualTo(Verdict.COUNTED);
            fixture.settle();
            for (var number = 0; number < 4; number++) {
                fixture.letPass(Duration.ofMinutes(1));
                assertThat(fixture.drifts()).isEqualTo(Verdict.COUNTED);
            }
            fixture.followUp();
            assertThat(fixture.issues()).hasSize(1);
            fixture.letPass(Duration.ofHours(2));
            fixture.followUp();
            assertThat(fixture.comments()).hasSizeBetween(1, 2);
            assertThat(fixture.comments().get(fixture.comments().size() - 1)).contains("6 times in all");
            fixture.letPass(Duration.ofHours(2));
            fixture.followUp();
            assertThat(fixture.comments()).as("told of once").hasSizeBetween(1, 2);
        }
    }

    @Test
    void differentObjectsHaveDifferentIssues() {
        try (var fixture = new PublishFixture()) {
            var now = fixture.engine.clock.instant();
            fixture.publish(fixture.drift(PublishFixture.ORDERS, now));
            fixture.publish(fixture.drift(Samples.table("customers"), now));
            fixture.settle();
            assertThat(fixture.issues()).hasSize(2);
        }
    }

    @Test
    void theEndOfAProblemClosesItsIssueWithAWord() {
        try (var fixture = new PublishFixture()) {
            fixture.drifts();
            fixture.settle();
            fixture.letPass(Duration.ofMinutes(1));
            assertThat(fixture.ends()).isEqualTo(Verdict.RESOLVED);
            fixture.settle();
            assertThat(fixture.isOpen()).isFalse();
            assertThat(fixture.issue().status().resolution()).contains(Resolution.COMPLETED);
            assertThat(fixture.comments()).hasSize(1);
            assertThat(fixture.ends()).isEqualTo(Verdict.NOTHING_OPEN);
        }
    }

    @Test
    void theEndOfAProblemWhoseIssueIsNotOpenYetClosesItAfterwards() {
        try (var fixture = new PublishFixture()) {
            fixture.engine.tracker.faults().failNext("createIssue", ErrorCode.UNAVAILABLE);
            fixture.drifts();
            fixture.letPass(Duration.ofMillis(1));
            assertThat(fixture.ends()).isEqualTo(Verdict.RESOLVED);
            fixture.settle();
            fixture.followUp();
            assertThat(fixture.issues()).hasSize(1);
            assertThat(fixture.isOpen()).isFalse();
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = ResolutionPolicy.class,
            names = {"COMMENT", "IGNORE"})
    void theRuleMayLeaveClosingToPeople(ResolutionPolicy policy) {
        try (var fixture = new PublishFixture(rule -> rule.whenResolved(policy))) {
            fixture.drifts();
            fixture.settle();
            fixture.letPass(Duration.ofMinutes(1));
            fixture.ends();
            fixture.settle();
            assertThat(fixture.isOpen()).isTrue();
            assertThat(fixture.comments()).hasSize(policy == ResolutionPolicy.COMMENT ? 1 : 0);
        }
    }

    @Test
    void anEndThatIsOlderThanTheLatestProblemClosesNothing() {
        try (var fixture = new PublishFixture()) {
            var before = fixture.engine.clock.instant();
            fixture.letPass(Duration.ofMinutes(1));
            fixture.drifts();
            fixture.settle();
            assertThat(fixture.publish(fixture.event(EventType.DRIFT_RESOLVED, PublishFixture.ORDERS, before)))
                    .isEqualTo(Verdict.STALE);
            assertThat(fixture.isOpen()).isTrue();
        }
    }

    @Test
    void aProblemThatComesBackOpensItsIssueAgainAndSaysWhy() {
        try (var fixture = new PublishFixture()) {
            fixture.drifts();
            fixture.settle();
            fixture.letPass(Duration.ofMinutes(1));
            fixture.ends();
            fixture.settle();
            fixture.letPass(Duration.ofMinutes(1));
            assertThat(fixture.drifts()).isEqualTo(Verdict.REOPENED);
            fixture.settle();
            assertThat(fixture.issues()).hasSize(1);
            assertThat(fixture.isOpen()).isTrue();
            assertThat(fixture.comments().get(1)).contains("happened again").contains("It is high in production");
        }
    }

    @Test
    void aProblemBetweenTheEndAndTheClosingIsNotLost() {
        try (var fixture = new PublishFixture()) {
            fixture.drifts();
            fixture.settle();
            fixture.letPass(Duration.ofMinutes(1));
            var end = fixture.event(EventType.DRIFT_RESOLVED, PublishFixture.ORDERS, fixture.engine.clock.instant());
            fixture.letPass(Duration.ofSeconds(1));
            var problem = fixture.drift(PublishFixture.ORDERS, fixture.engine.clock.instant());
            fixture.letPass(Duration.ofSeconds(1));
            fixture.publish(end);
            fixture.settle();
            assertThat(fixture.publish(problem))
                    .as("the tracker closed it later")
                    .isEqualTo(Verdict.REOPENED);
            fixture.settle();
            assertThat(fixture.isOpen()).isTrue();
        }
    }

    @Test
    void aProblemRightAfterAnEndThatIsNotWrittenYetLeavesTheIssueOpen() {
        try (var fixture = new PublishFixture()) {
            fixture.drifts();
            fixture.settle();
            fixture.engine.tracker.faults().failNext("addComment", ErrorCode.UNAVAILABLE);
            fixture.letPass(Duration.ofSeconds(1));
            fixture.ends();
            fixture.letPass(Duration.ofSeconds(1));
            assertThat(fixture.drifts()).isEqualTo(Verdict.REOPENED);
            fixture.settle();
            assertThat(fixture.isOpen()).isTrue();
        }
    }

    @Test
    void whatAPersonDecidedAgainstIsNeverOpenedAgain() {
        try (var fixture = new PublishFixture()) {
            fixture.drifts();
            fixture.settle();
            var changes = IssueChanges.builder()
                    .status(TargetStatus.done(Resolution.NOT_PLANNED))
                    .build();
            fixture.engine.tracker.adapter().updateIssue(fixture.issue().reference(), changes);
            fixture.manager().refresh(fixture.issue().reference());
            fixture.letPass(Duration.ofMinutes(1));
            assertThat(fixture.drifts()).isEqualTo(Verdict.DECLINED);
            fixture.settle();
            assertThat(fixture.isOpen()).isFalse();
            assertThat(fixture.comments()).isEmpty();
        }
    }

    @Test
    void whatAPersonDecidedAgainstMeanwhileIsNotOpenedAgain() {
        try (var fixture = new PublishFixture()) {
            fixture.drifts();
            fixture.settle();
            fixture.engine
                    .tracker
                    .human()
                    .closeIssue(fixture.issue().reference().displayKey());
            fixture.manager().refresh(fixture.issue().reference());
            var changes = IssueChanges.builder()
                    .status(TargetStatus.done(Resolution.NOT_PLANNED))
                    .build();
            fixture.engine
                    .tracker
                    .human()
                    .reopenIssue(fixture.issue().reference().displayKey());
            fixture.engine.tracker.adapter().updateIssue(fixture.issue().reference(), changes);
            fixture.letPass(Duration.ofMinutes(1));
            assertThat(fixture.drifts()).as("by what is known here").isEqualTo(Verdict.REOPENED);
            fixture.settle();
            assertThat(fixture.isOpen()).isFalse();
        }
    }

    @Test
    void anEventOlderThanTheClosingNeverOpensAgain() {
        try (var fixture = new PublishFixture()) {
            fixture.drifts();
            fixture.settle();
            var before = fixture.engine.clock.instant();
            fixture.letPass(Duration.ofMinutes(1));
            fixture.engine
                    .tracker
                    .human()
                    .closeIssue(fixture.issue().reference().displayKey());
            fixture.manager().refresh(fixture.issue().reference());
            fixture.letPass(Duration.ofMinutes(1));
            assertThat(fixture.publish(fixture.drift(PublishFixture.ORDERS, before)))
                    .isEqualTo(Verdict.STALE);
        }
    }

    @Test
    void longAfterTheClosingAnotherIssueIsOpenedThatNamesTheOldOne() {
        try (var fixture = new PublishFixture(rule -> rule.reopenWithin(Duration.ofDays(1)))) {
            fixture.drifts();
            fixture.settle();
            var old = fixture.issue();
            fixture.letPass(Duration.ofMinutes(1));
            fixture.ends();
            fixture.settle();
            fixture.letPass(Duration.ofDays(2));
            assertThat(fixture.drifts()).isEqualTo(Verdict.OPENED_AGAIN);
            fixture.settle();
            assertThat(fixture.issues()).hasSize(2);
            assertThat(fixture.issues().get(1).body())
                    .contains(old.reference().url().toString());
            fixture.letPass(Duration.ofMinutes(1));
            assertThat(fixture.drifts()).isEqualTo(Verdict.COUNTED);
        }
    }

    @Test
    void whatComesAndGoesIsClosedOnlyAfterAQuietTime() {
        try (var fixture = new PublishFixture()) {
            fixture.drifts();
            fixture.settle();
            for (var round = 0; round < 3; round++) {
                fixture.letPass(Duration.ofMinutes(1));
                assertThat(fixture.ends()).isEqualTo(Verdict.RESOLVED);
                fixture.settle();
                fixture.letPass(Duration.ofMinutes(1));
                assertThat(fixture.drifts()).isEqualTo(Verdict.REOPENED);
                fixture.settle();
            }
            fixture.letPass(Duration.ofMinutes(1));
            assertThat(fixture.ends()).isEqualTo(Verdict.DAMPED);
            fixture.letPass(Duration.ofMinutes(30));
            assertThat(fixture.drifts()).as("back within the quiet time").isEqualTo(Verdict.COUNTED);
            fixture.letPass(Duration.ofMinutes(1));
            assertThat(fixture.ends()).isEqualTo(Verdict.DAMPED);
            fixture.letPass(Duration.ofMinutes(31));
            fixture.followUp();
            assertThat(fixture.isOpen()).isTrue();
            fixture.letPass(Duration.ofMinutes(31));
            fixture.followUp();
            assertThat(fixture.isOpen()).isFalse();
        }
    }

    @Test
    void whatTheBudgetDoesNotAllowIsListedInOneIssue() {
        try (var fixture = new PublishFixture(rule -> rule.budget(new IssueBudget(3, Duration.ofHours(1))))) {
            var now = fixture.engine.clock.instant();
            for (var number = 0; number < 3; number++) {
                assertThat(fixture.publish(fixture.drift(Samples.table("t" + number), now)))
                        .isEqualTo(Verdict.OPENED);
            }
            for (var number = 3; number < 10; number++) {
                assertThat(fixture.publish(fixture.drift(Samples.table("t" + number), now)))
                        .isEqualTo(Verdict.ROLLED_UP);
            }
            fixture.settle();
            assertThat(fixture.issues()).hasSize(4);
            fixture.letPass(Duration.ofHours(1));
            fixture.followUp();
            var rollUp = fixture.issues().get(3);
            assertThat(rollUp.title()).contains(PublishFixture.RULE);
            assertThat(rollUp.body()).contains("t3");
            assertThat(fixture.comments(rollUp.reference()).get(0))
                    .contains("t4")
                    .contains("t9");
            var later = fixture.engine.clock.instant();
            assertThat(fixture.publish(fixture.drift(Samples.table("t3"), later)))
                    .as("the budget is there again")
                    .isEqualTo(Verdict.OPENED);
        }
    }

    @Test
    void allRulesTogetherKeepToTheTrackersBudget() {
        try (var fixture =
                new PublishFixture(rule -> rule, engine -> engine.budget = new IssueBudget(1, Duration.ofHours(1)))) {
            var now = fixture.engine.clock.instant();
            assertThat(fixture.publish(fixture.drift(Samples.table("a"), now))).isEqualTo(Verdict.OPENED);
            assertThat(fixture.publish(fixture.drift(Samples.table("b"), now))).isEqualTo(Verdict.ROLLED_UP);
        }
    }

    @Test
    void writesAreSpreadAsTheTrackerTakesThem() {
        try (var fixture = new PublishFixture(rule -> rule, engine -> engine.writeLimits = new WriteLimits(2, 1_000))) {
            for (var number = 0; number < 5; number++) {
                fixture.publish(fixture.drift(Samples.table("t" + number), fixture.engine.clock.instant()));
            }
            awaitPause(fixture);
            assertThat(fixture.issues()).hasSize(2);
            assertThat(fixture.engine.tracker.calls())
                    .as("nothing has to be looked for before it was sent")
                    .noneMatch(call -> call.operation().equals("findByMarker"));
            fixture.letPass(Duration.ofMinutes(1));
            awaitPause(fixture);
            assertThat(fixture.issues()).hasSize(4);
            fixture.letPass(Duration.ofMinutes(1));
            fixture.settle();
            assertThat(fixture.issues()).hasSize(5);
        }
    }

    private static void awaitPause(PublishFixture fixture) {
        await().until(() -> fixture.engine
                .stores
                .inTransaction(transaction -> transaction.outbox().untilNextDue())
                .filter(wait -> !wait.isZero() && wait.compareTo(Duration.ofMinutes(1)) <= 0)
                .isPresent());
    }

    @Test
    void whatAHostOpensFromAnEventItselfIsOpenedOnce() {
        try (var fixture = new PublishFixture()) {
            var event = fixture.event(new EventType("host.own"), PublishFixture.ORDERS, fixture.engine.clock.instant());
            var first = fixture.manager()
                    .autoCreateIssue(EngineFixture.TRACKER, event, PublishFixture.TEMPLATE)
                    .await(EngineFixture.SOON);
            var second = fixture.manager()
                    .autoCreateIssue(EngineFixture.TRACKER, event, PublishFixture.TEMPLATE)
                    .await(EngineFixture.SOON);
            assertThat(second.key()).isEqualTo(first.key());
            fixture.engine.stores.inTransaction(transaction ->
                    transaction.outbox().prune(fixture.engine.clock.instant().plusSeconds(1), 100));
            var longAfter = fixture.manager().autoCreateIssue(EngineFixture.TRACKER, event, PublishFixture.TEMPLATE);
            assertThat(longAfter.await(EngineFixture.SOON).key()).isEqualTo(first.key());
            assertThat(fixture.issues()).hasSize(1);
            assertThat(fixture.manager().getLinkedIssues(PublishFixture.ORDERS)).hasSize(1);
        }
    }
}
