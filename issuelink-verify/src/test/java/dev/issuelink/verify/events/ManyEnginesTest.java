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
import dev.issuelink.testkit.SimulatedCrash;
import dev.issuelink.verify.events.MortalStores.Step;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Four engines share a store; they die at every step, the tracker fails, and events come twice. */
class ManyEnginesTest {
    private static final int ENGINES = 4;
    private static final int EVENTS = 10_000;
    private static final int PROBLEMS = 100;
    private static final int ROUNDS = 20;
    private static final int DEATHS = 2 * Step.values().length + 2;
    private static final AutoIssueRule RULE = AutoIssueRule.builder(
                    "Drift", EventType.DRIFT_DETECTED, Fleet.TEMPLATE.name(), List.of(Fleet.TRACKER))
            .budget(IssueBudget.perHour(PROBLEMS))
            .build();

    private Thread.UncaughtExceptionHandler handler = (thread, failure) -> {};

    @BeforeEach
    void expectCrashes() {
        handler = Thread.getDefaultUncaughtExceptionHandler();
        Thread.setDefaultUncaughtExceptionHandler((thread, failure) -> {
            if (!(failure instanceof SimulatedCrash)) {
                throw new AssertionError(failure);
            }
        });
    }

    @AfterEach
    void expectCrashesNoLonger() {
        Thread.setDefaultUncaughtExceptionHandler(handler);
    }

    /** From no lag of markers to a long one. */
    @ParameterizedTest
    @ValueSource(ints = {0, 30, 90, 1800})
    void everyProblemHasOneIssueAndOneLink(int horizonSeconds) throws Exception {
        try (var fleet = new Fleet(ENGINES, Duration.ofSeconds(horizonSeconds), List.of(RULE))) {
            fleet.tracker.faults().failRandomly(new Random(horizonSeconds), 0.3);
            var deaths = publishAll(fleet);
            fleet.finish();
            fleet.tracker.faults().heal();

            var issues = fleet.tracker.issues();
            assertThat(issues)
                    .extracting(issue -> issue.title())
                    .doesNotHaveDuplicates()
                    .hasSize(PROBLEMS);
            var links = fleet.stores.inTransaction(
                    transaction -> transaction.links().findAfter(null, 1_000));
            assertThat(links)
                    .extracting(link -> link.object().key())
                    .doesNotHaveDuplicates()
                    .hasSize(PROBLEMS);
            assertThat(links).extracting(link -> link.issue()).doesNotHaveDuplicates();
            var manager = fleet.node(0).engine().manager();
            var orphans = issues.stream()
                    .filter(issue -> manager.getLinkedObjects(issue.reference()).isEmpty())
                    .count();
            assertThat(orphans).isZero();
            assertThat(deaths).as("the steps at which somebody died").hasSize(DEATHS);
            assertThat(fleet.node(0).engine().audit().verify().intact()).isTrue();
            System.out.printf(
                    "figure many_engines_lag_%d_s issues=%d links=%d orphans=%d steps_died_at=%d%n",
                    horizonSeconds, issues.size(), links.size(), orphans, deaths.size());
        }
    }

    /** The names of the steps at which somebody died. */
    private static Set<String> publishAll(Fleet fleet) throws Exception {
        var random = new Random(7);
        var deaths = new TreeSet<String>();
        for (var round = 0; round < ROUNDS; round++) {
            var step = orderDeath(fleet, round);
            var first = round * EVENTS / ROUNDS;
            var seed = random.nextLong();
            inThreads(thread -> {
                publishSome(
                        fleet, first + thread * EVENTS / ROUNDS / ENGINES, EVENTS / ROUNDS / ENGINES, seed + thread);
                return true;
            });
            if (fleet.awaitDeath()) {
                deaths.add(step);
            }
            fleet.replaceDead();
        }
        return deaths;
    }

    // Every step of the way, before and after its transaction is committed, and around the call to the tracker.
    private static String orderDeath(Fleet fleet, int round) {
        var steps = Step.values();
        var number = round % DEATHS;
        if (number < 2 * steps.length) {
            var step = steps[number / 2];
            var isAfter = number % 2 == 1;
            fleet.dieAt(step, isAfter);
            return (isAfter ? "after " : "before ") + step;
        }
        if (number == 2 * steps.length) {
            fleet.tracker.faults().crashBeforeNext("createIssue");
            return "before the call";
        }
        fleet.tracker.faults().crashAfterNext("createIssue");
        return "after the call";
    }

    private static void publishSome(Fleet fleet, int from, int count, long seed) {
        var random = new Random(seed);
        for (var number = from; number < from + count; number++) {
            var event = event(fleet, number);
            publish(fleet, random.nextInt(ENGINES), event);
            if (random.nextInt(4) == 0) {
                publish(fleet, random.nextInt(ENGINES), event);
            }
        }
    }

    // A host whose process dies before it knows what became of an event tells of it again.
    private static void publish(Fleet fleet, int node, DatabaseEvent event) {
        for (var number = node; number < node + 2 * ENGINES; number++) {
            try {
                var report = fleet.node(number).engine().manager().publish(event);
                assertThat(report.decisions())
                        .singleElement()
                        .satisfies(decision ->
                                assertThat(decision.verdict()).isIn(Verdict.OPENED, Verdict.COUNTED, Verdict.REPEATED));
                return;
            } catch (SimulatedCrash dead) {
                assertThat(fleet.node(number).stores().isDead()).isTrue();
            }
        }
        throw new AssertionError("All engines are dead");
    }

    private static DatabaseEvent event(Fleet fleet, int number) {
        // In each round there are some that nobody has seen before.
        var seen = (number * ROUNDS / EVENTS + 1) * PROBLEMS / ROUNDS;
        var object = ObjectReference.of(ObjectType.TABLE, "table_" + number % seen);
        var attributes = EventAttributes.of(Map.of("environment", Map.of("name", "production"), "number", number));
        return new DatabaseEvent(EventType.DRIFT_DETECTED, object, attributes, fleet.clock.instant());
    }

    private interface Work {
        boolean run(int thread) throws Exception;
    }

    private static void inThreads(Work work) throws Exception {
        var pool = Executors.newFixedThreadPool(ENGINES);
        try {
            var tasks = IntStream.range(0, ENGINES)
                    .mapToObj(thread -> (Callable<Boolean>) () -> work.run(thread))
                    .toList();
            for (var done : pool.invokeAll(tasks)) {
                assertThat(done.get()).isTrue();
            }
        } finally {
            pool.shutdownNow();
        }
    }
}
