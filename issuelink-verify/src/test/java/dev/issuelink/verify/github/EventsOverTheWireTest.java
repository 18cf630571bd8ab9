package dev.issuelink.verify.github;

import static org.assertj.core.api.Assertions.assertThat;

import dev.issuelink.core.IssueLinkEngine;
import dev.issuelink.event.DatabaseEvent;
import dev.issuelink.event.EventAttributes;
import dev.issuelink.event.EventType;
import dev.issuelink.model.ObjectReference;
import dev.issuelink.model.ObjectType;
import dev.issuelink.testkit.github.FakeFault;
import dev.issuelink.testkit.github.FakeFault.LimitStyle;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Four engines on one store tell GitHub of the same problems over a bad network: each problem has one issue. */
class EventsOverTheWireTest {
    private static final int ENGINES = 4;
    private static final int EVENTS = 1_000;
    private static final int PROBLEMS = 50;
    private static final double CHANCE = 0.05;

    private final Site site = new Site();

    @AfterEach
    void close() throws Exception {
        site.close();
    }

    @Test
    void everyProblemHasOneIssue() {
        orderFaults();
        var engines = new ArrayList<IssueLinkEngine>();
        for (var number = 0; number < ENGINES; number++) {
            engines.add(site.engine(configuration()));
        }
        for (var number = 0; number < EVENTS; number++) {
            engines.get(number % ENGINES).manager().publish(event(number));
        }
        Site.patiently().until(() -> {
            site.pass();
            return site.stores
                    .inTransaction(transaction -> transaction.outbox().untilNextDue())
                    .isEmpty();
        });
        site.github.clearFaults();

        var titles = site.repository.issues().stream()
                .map(issue -> issue.now().title())
                .toList();
        assertThat(titles).doesNotHaveDuplicates().hasSize(PROBLEMS);
        var links = site.stores.inTransaction(transaction -> transaction.links().findAfter(null, 1_000));
        assertThat(links)
                .extracting(link -> link.object().key())
                .doesNotHaveDuplicates()
                .hasSize(PROBLEMS);
        var failed = site.github.requests().stream()
                .filter(request -> request.status() >= 400)
                .count();
        System.out.printf(
                "figure events_over_the_wire %d issues=%d links=%d requests=%d refused=%d%n",
                EVENTS, titles.size(), links.size(), site.github.requests().size(), failed);
    }

    // Together they hit more than every fourth write.
    private void orderFaults() {
        var faults = List.of(
                FakeFault.responseLost(),
                FakeFault.reset(),
                FakeFault.htmlPage(502),
                FakeFault.htmlPage(503).afterTheWrite(),
                FakeFault.truncatedBody(),
                FakeFault.secondaryLimit(429, LimitStyle.BODY_ONLY, Duration.ofSeconds(60)));
        for (var at = 0; at < faults.size(); at++) {
            site.github.fail(faults.get(at).onWrites().times(1_000).withChance(CHANCE, 100 + at));
        }
    }

    private String configuration() {
        var rules = """
                , "write_limits": {"per_minute": 100000, "per_hour": 100000}}],
                "auto_issue_rules": [{"standard": "drift_detected", "tracker": "%s",
                  "budget": {"issues": 1000, "minutes": 60}}]}
                """.formatted(Site.TRACKER);
        var text = site.configuration("", "").strip();
        return text.substring(0, text.length() - "}]}".length()) + rules;
    }

    private DatabaseEvent event(int number) {
        var object = ObjectReference.of(ObjectType.TABLE, "table_" + number % PROBLEMS);
        var attributes = Map.of(
                "drift", Map.of("severity", "high"), "environment", Map.of("name", "production"), "number", number);
        return new DatabaseEvent(
                EventType.DRIFT_DETECTED, object, EventAttributes.of(attributes), site.clock.instant());
    }
}
