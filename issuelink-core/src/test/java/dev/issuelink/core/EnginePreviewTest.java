package dev.issuelink.core;

import static org.assertj.core.api.Assertions.assertThat;

import dev.issuelink.Decision;
import dev.issuelink.PublishPreview;
import dev.issuelink.Verdict;
import dev.issuelink.config.IssueBudget;
import dev.issuelink.core.internal.codec.StoreCodec;
import dev.issuelink.core.internal.codec.Write;
import dev.issuelink.error.ErrorCode;
import dev.issuelink.event.EventType;
import dev.issuelink.model.IssueChanges;
import dev.issuelink.model.Resolution;
import dev.issuelink.model.TargetStatus;
import dev.issuelink.testkit.Samples;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What the preview says is what is written, in whatever state things are. */
class EnginePreviewTest {
    private static final int STORIES = 25;
    private static final int DEEDS = 40;

    private final StoreCodec codec = new StoreCodec();
    private final Map<Verdict, Integer> seen = new EnumMap<>(Verdict.class);

    @Test
    void thePreviewEqualsTheWrite() {
        for (var story = 0; story < STORIES; story++) {
            tell(new Random(story));
        }
        System.out.println("figure preview_cases " + STORIES * DEEDS + " " + seen);
        assertThat(seen)
                .containsKeys(
                        Verdict.OPENED,
                        Verdict.OPENED_AGAIN,
                        Verdict.REOPENED,
                        Verdict.COUNTED,
                        Verdict.ROLLED_UP,
                        Verdict.RESOLVED,
                        Verdict.DECLINED,
                        Verdict.STALE,
                        Verdict.NOTHING_OPEN);
    }

    @Test
    void aPreviewLeavesNoTrace() {
        try (var fixture = new PublishFixture()) {
            var event = fixture.drift(PublishFixture.ORDERS, fixture.engine.clock.instant());
            fixture.manager().autoIssues().preview(event);
            fixture.settle();
            assertThat(fixture.issues()).isEmpty();
            assertThat(fixture.running().audit().entries(0, 10)).isEmpty();
            assertThat(fixture.publish(event)).isEqualTo(Verdict.OPENED);
        }
    }

    private void tell(Random random) {
        try (var fixture = new PublishFixture(
                rule -> rule.budget(new IssueBudget(2, Duration.ofHours(3))).reopenWithin(Duration.ofDays(1)))) {
            for (var deed = 0; deed < DEEDS; deed++) {
                live(fixture, random);
                compare(fixture, random);
            }
        }
    }

    // While preview and publication are compared the tracker is away, so that nothing happens between them.
    private static void live(PublishFixture fixture, Random random) {
        fixture.letPass(Duration.ofMinutes(random.nextInt(100)));
        if (random.nextInt(3) > 0) {
            fixture.engine.tracker.faults().heal();
            fixture.settle();
            if (random.nextInt(8) == 0) {
                fixture.letPass(Duration.ofDays(2));
            }
            if (!fixture.issues().isEmpty() && random.nextInt(4) == 0) {
                close(fixture, random);
            }
            fixture.followUp();
        }
        fixture.engine.tracker.faults().failAll(ErrorCode.UNAVAILABLE);
    }

    private static void close(PublishFixture fixture, Random random) {
        var issue =
                fixture.issues().get(random.nextInt(fixture.issues().size())).reference();
        var reason = random.nextBoolean() ? Resolution.COMPLETED : Resolution.NOT_PLANNED;
        var changes = IssueChanges.builder().status(TargetStatus.done(reason)).build();
        fixture.engine.tracker.adapter().updateIssue(issue, changes);
        fixture.manager().refresh(issue);
    }

    private void compare(PublishFixture fixture, Random random) {
        var type = random.nextInt(3) == 0 ? EventType.DRIFT_RESOLVED : EventType.DRIFT_DETECTED;
        var object = Samples.table("t" + random.nextInt(4));
        var at = fixture.engine.clock.instant().minus(Duration.ofMinutes(random.nextInt(3) == 0 ? 200 : 0));
        var event = fixture.event(type, object, at);

        var plan = fixture.manager().autoIssues().preview(event).plans().get(0);
        var decision = fixture.manager().publish(event).decisions().get(0);

        seen.merge(decision.verdict(), 1, Integer::sum);
        var expected = plan.decision();
        assertThat(new Decision(
                        decision.rule(),
                        decision.tracker(),
                        decision.verdict(),
                        decision.reason(),
                        decision.issue(),
                        List.of()))
                .isEqualTo(expected);
        assertThat(written(fixture, decision)).isEqualTo(plan);
    }

    /** The plan that one would have to make to announce what was written. */
    private PublishPreview.Plan written(PublishFixture fixture, Decision decision) {
        var announced = new Decision(
                decision.rule(),
                decision.tracker(),
                decision.verdict(),
                decision.reason(),
                decision.issue(),
                List.of());
        var plan = new PublishPreview.Plan(announced, Optional.empty(), Optional.empty(), Optional.empty());
        for (var id : decision.writes()) {
            var write = codec.decodeWrite(fixture.engine.write(id).payload());
            if (write instanceof Write.CreateIssue create) {
                plan = new PublishPreview.Plan(announced, Optional.of(create.draft()), plan.changes(), plan.comment());
            } else if (write instanceof Write.UpdateIssue update) {
                plan = new PublishPreview.Plan(announced, plan.draft(), Optional.of(update.changes()), plan.comment());
            } else {
                var text = ((Write.AddComment) write).text();
                plan = new PublishPreview.Plan(announced, plan.draft(), plan.changes(), Optional.of(text));
            }
        }
        return plan;
    }
}
