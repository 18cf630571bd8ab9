package dev.issuelink.core;

import static org.assertj.core.api.Assertions.assertThat;

import dev.issuelink.UndoReport.UndoneIssue;
import dev.issuelink.UndoRequest;
import dev.issuelink.Verdict;
import dev.issuelink.model.Resolution;
import dev.issuelink.testkit.Samples;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** A wrong rule is undone, an issue is explained, and what people touched is theirs. */
class EngineUndoTest {
    private static UndoRequest everything() {
        return new UndoRequest(PublishFixture.RULE, Instant.EPOCH, Instant.parse("2100-01-01T00:00:00Z"));
    }

    private static PublishFixture drifted(int count) {
        var fixture = new PublishFixture();
        for (var number = 0; number < count; number++) {
            fixture.publish(fixture.drift(Samples.table("t" + number), fixture.engine.clock.instant()));
        }
        fixture.settle();
        return fixture;
    }

    @Test
    void whatNobodyTouchedIsClosedAndUnlinked() {
        try (var fixture = drifted(2)) {
            var report = fixture.manager().autoIssues().undo(everything());
            fixture.settle();
            assertThat(report.issues()).hasSize(2).allMatch(UndoneIssue::undone);
            assertThat(fixture.issues())
                    .allSatisfy(issue -> assertThat(issue.status().resolution()).contains(Resolution.NOT_PLANNED));
            assertThat(fixture.manager().getLinkedIssues(Samples.table("t0"))).isEmpty();
            assertThat(fixture.manager().autoIssues().undo(everything()).issues())
                    .isEmpty();
        }
    }

    @Test
    void theSameEventsOpenIssuesAgainAfterwards() {
        try (var fixture = drifted(1)) {
            fixture.manager().autoIssues().undo(everything());
            fixture.settle();
            fixture.letPass(Duration.ofMinutes(1));
            assertThat(fixture.publish(fixture.drift(Samples.table("t0"), fixture.engine.clock.instant())))
                    .isEqualTo(Verdict.OPENED);
        }
    }

    @Test
    void whatPeopleTouchedIsSparedAndListed() {
        try (var fixture = drifted(5)) {
            var people = fixture.engine.tracker.human();
            var issues = fixture.issues();
            fixture.letPass(Duration.ofMinutes(1));
            people.comment(issues.get(0).reference().displayKey(), "I look into this.");
            people.editIssue(issues.get(1).reference().displayKey(), "Another title", "Another text");
            people.closeIssue(issues.get(2).reference().displayKey());
            people.addLabel(issues.get(3).reference().displayKey(), "important");

            var report = fixture.manager().autoIssues().undo(everything());
            fixture.settle();
            assertThat(report.issues()).hasSize(5);
            assertThat(report.issues().stream().filter(UndoneIssue::undone))
                    .singleElement()
                    .satisfies(undone -> assertThat(undone.issue().key())
                            .isEqualTo(issues.get(4).key()));
            assertThat(report.issues().stream().filter(issue -> !issue.undone()))
                    .allSatisfy(spared -> assertThat(spared.reason()).isNotBlank());
            assertThat(fixture.manager().getLinkedIssues(Samples.table("t0"))).hasSize(1);
        }
    }

    @Test
    void ourOwnCommentsAreNoTouch() {
        try (var fixture = drifted(1)) {
            fixture.letPass(Duration.ofMinutes(1));
            fixture.publish(fixture.drift(Samples.table("t0"), fixture.engine.clock.instant()));
            fixture.letPass(Duration.ofHours(2));
            fixture.followUp();
            assertThat(fixture.comments()).isNotEmpty();
            assertThat(fixture.manager().autoIssues().undo(everything()).issues())
                    .singleElement()
                    .matches(UndoneIssue::undone);
        }
    }

    @Test
    void onlyTheTimeThatIsMeantIsUndone() {
        try (var fixture = drifted(1)) {
            var later = fixture.engine.clock.advance(Duration.ofHours(1));
            fixture.publish(fixture.drift(Samples.table("later"), later));
            fixture.settle();
            var request = new UndoRequest(PublishFixture.RULE, later, later.plusSeconds(1));
            assertThat(fixture.manager().autoIssues().undo(request).issues())
                    .singleElement()
                    .satisfies(undone -> assertThat(undone.issue().title()).contains("later drifted"));
        }
    }

    @Test
    void anIssueIsExplainedByAllThatWasDecidedAndDone() {
        try (var fixture = drifted(1)) {
            fixture.letPass(Duration.ofMinutes(1));
            fixture.publish(fixture.drift(Samples.table("t0"), fixture.engine.clock.instant()));
            var entries = fixture.manager().autoIssues().explain(fixture.issue().reference());
            assertThat(entries)
                    .extracting(entry -> entry.record().action())
                    .containsExactly("event.decided", "issue.created", "event.decided");
            assertThat(entries.get(0).record().details())
                    .containsEntry("rule", PublishFixture.RULE)
                    .containsEntry("verdict", "OPENED")
                    .containsKeys("reason", "object", "type", "event", "occurred_at");
            assertThat(entries.get(2).record().details()).containsEntry("verdict", "COUNTED");
        }
    }

    @Test
    void anIssueThatNoRuleOpenedHasNoExplanation() {
        try (var fixture = drifted(1)) {
            fixture.engine.tracker.human().openIssue("By hand", "");
            var byHand = fixture.issues().get(1).reference();
            assertThat(fixture.manager().autoIssues().explain(byHand)).isEmpty();
        }
    }
}
