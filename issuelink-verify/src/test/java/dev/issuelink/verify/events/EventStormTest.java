package dev.issuelink.verify.events;

import static org.assertj.core.api.Assertions.assertThat;

import dev.issuelink.Verdict;
import dev.issuelink.config.AutoIssueRule;
import dev.issuelink.config.IssueBudget;
import dev.issuelink.event.DatabaseEvent;
import dev.issuelink.event.EventAttributes;
import dev.issuelink.event.EventType;
import dev.issuelink.model.ObjectReference;
import dev.issuelink.model.ObjectType;
import dev.issuelink.store.AuditEntry;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A minute in which everything breaks at once: the tracker is not flooded, and nothing is forgotten. */
class EventStormTest {
    private static final int EVENTS = 100_000;
    private static final int RULES = 20;
    private static final int BUDGET = 10;

    @Test
    void aStormOpensWhatTheBudgetsAllowAndOneRollUpARule() {
        try (var fleet = new Fleet(1, Duration.ZERO, rules())) {
            var manager = fleet.node(0).engine().manager();
            var nanos = new long[EVENTS];
            var verdicts = new EnumMap<Verdict, Integer>(Verdict.class);
            for (var number = 0; number < EVENTS; number++) {
                if (number % (EVENTS / 60) == 0) {
                    fleet.clock.advance(Duration.ofSeconds(1));
                }
                var event = event(fleet, number);
                var begin = System.nanoTime();
                var report = manager.publish(event);
                nanos[number] = System.nanoTime() - begin;
                report.decisions().stream()
                        .filter(decision -> decision.verdict() != Verdict.NOT_MATCHED)
                        .forEach(decision -> verdicts.merge(decision.verdict(), 1, Integer::sum));
            }
            fleet.finish();

            var issues = fleet.tracker.issues().size();
            assertThat(issues).isEqualTo(RULES * (BUDGET + 1));
            assertThat(verdicts.values().stream().mapToInt(count -> count).sum())
                    .isEqualTo(EVENTS);
            assertThat(audited(fleet)).isEqualTo(EVENTS);
            report(nanos, issues, verdicts);
        }
    }

    private static void report(long[] nanos, int issues, Map<Verdict, Integer> verdicts) {
        // The first ones warm the machine up.
        var warm = Arrays.copyOfRange(nanos, EVENTS / 10, EVENTS);
        Arrays.sort(warm);
        System.out.printf(
                "figure storm_events %d issues=%d rules=%d budget=%d %s%n", EVENTS, issues, RULES, BUDGET, verdicts);
        System.out.printf(
                "figure publish_p99_micros %d (p50 %d)%n",
                warm[(int) (warm.length * 0.99)] / 1_000, warm[warm.length / 2] / 1_000);
        System.out.printf("figure storm_seconds %.1f%n", Arrays.stream(nanos).sum() / 1e9);
    }

    private static long audited(Fleet fleet) {
        var audit = fleet.node(0).engine().audit();
        var count = 0L;
        var page = audit.entries(0, 10_000);
        while (!page.isEmpty()) {
            count += page.stream()
                    .map(AuditEntry::record)
                    .filter(record -> record.action().equals("event.decided"))
                    .count();
            page = audit.entries(page.get(page.size() - 1).sequence(), 10_000);
        }
        return count;
    }

    private static List<AutoIssueRule> rules() {
        return IntStream.range(0, RULES)
                .mapToObj(number -> AutoIssueRule.builder(
                                "Rule " + number,
                                EventType.DRIFT_DETECTED,
                                Fleet.TEMPLATE.name(),
                                List.of(Fleet.TRACKER))
                        .condition("environment.name == 'env" + number + "'")
                        .budget(IssueBudget.perHour(BUDGET))
                        .build())
                .toList();
    }

    private static DatabaseEvent event(Fleet fleet, int number) {
        var object = ObjectReference.of(ObjectType.TABLE, "table_" + number % 997);
        var environment = Map.of("name", "env" + number % RULES);
        var attributes = EventAttributes.of(Map.of("environment", environment, "number", number));
        return new DatabaseEvent(EventType.DRIFT_DETECTED, object, attributes, fleet.clock.instant());
    }
}
