package dev.issuelink.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.issuelink.model.IssueLink;
import dev.issuelink.store.LinkStore;
import dev.issuelink.store.OutboxEntry;
import dev.issuelink.store.OutboxEntry.State;
import dev.issuelink.store.OutboxStore;
import dev.issuelink.testkit.MutableClock;
import dev.issuelink.testkit.Samples;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.LongConsumer;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Random work, with rollbacks in between, against a model that is too plain to be wrong. A failure names its seed, and
 * the same seed does the same work again.
 */
public abstract class RandomWorkContract extends StoreContract {
    private static final int SEEDS = 10;
    private static final int STEPS = 300;
    private static final Duration LEASE = Duration.ofSeconds(10);

    /** For authors of stores. */
    protected RandomWorkContract() {}

    private Stream<DynamicTest> seeds(LongConsumer run) {
        return LongStream.range(0, SEEDS)
                .mapToObj(seed -> DynamicTest.dynamicTest("seed " + seed, () -> {
                    closeStores();
                    openStores();
                    run.accept(seed);
                }));
    }

    private static RandomGenerator random(long seed) {
        return RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    }

    @TestFactory
    Stream<DynamicTest> outboxDoesAsItsModel() {
        return seeds(this::runOutbox);
    }

    private void runOutbox(long seed) {
        var random = random(seed);
        var model = new OutboxModel();
        var now = MutableClock.START;
        for (var step = 0; step < STEPS; step++) {
            var pause = Duration.ofSeconds(random.nextInt(4));
            letPass(pause);
            now = now.plus(pause);
            var next = model.copy();
            var action = new OutboxAction(random.nextInt(6), step, random.nextInt(40), random.nextInt(12), now);
            if (random.nextInt(5) == 0) {
                rolledBack(tx -> act(tx.outbox(), model.copy(), action));
            } else {
                in(tx -> act(tx.outbox(), next, action));
                model.become(next);
            }
            assertSame(model, step);
        }
    }

    private record OutboxAction(int kind, int step, int victim, int delay, Instant now) {
        String outcome() {
            return "outcome " + step;
        }
    }

    private static boolean act(OutboxStore outbox, OutboxModel model, OutboxAction action) {
        var victim = victim(model, action);
        switch (action.kind) {
            case 0 -> {
                var entry = Samples.write("W%05d".formatted(action.step), "target " + action.victim % 4);
                outbox.append(entry);
                model.append(entry, action.now);
            }
            case 1 -> assertThat(outbox.claimNext(LEASE)).isEqualTo(model.claim(action.now, LEASE));
            default -> victim.ifPresent(entry -> finish(outbox, model, action, entry));
        }
        return true;
    }

    private static Optional<OutboxEntry> victim(OutboxModel model, OutboxAction action) {
        var entries = model.entries();
        return entries.isEmpty() ? Optional.empty() : Optional.of(entries.get(action.victim % entries.size()));
    }

    // Now and then with a fence that is not the present one.
    private static void finish(OutboxStore outbox, OutboxModel model, OutboxAction action, OutboxEntry entry) {
        var fence = entry.fence() - (action.delay == 0 ? 1 : 0);
        var outcome = action.outcome();
        var delay = Duration.ofSeconds(action.delay);
        var id = entry.id();
        switch (action.kind) {
            case 2 ->
                assertThat(outbox.complete(id, fence, outcome))
                        .isEqualTo(model.finish(id, fence, State.DONE, outcome, action.now));
            case 3 ->
                assertThat(outbox.fail(id, fence, outcome))
                        .isEqualTo(model.finish(id, fence, State.FAILED, outcome, action.now));
            case 4 ->
                assertThat(outbox.retryLater(id, fence, delay, outcome))
                        .isEqualTo(model.finish(id, fence, State.PENDING, outcome, action.now.plus(delay)));
            default -> assertThat(outbox.requeue(id)).isEqualTo(model.requeue(id, action.now));
        }
    }

    private void assertSame(OutboxModel model, int step) {
        for (var entry : model.entries()) {
            assertThat(resultOf(tx -> tx.outbox().find(entry.id())).get())
                    .as("step %d", step)
                    .contains(entry);
        }
        for (var state : State.values()) {
            var expected = model.entries().stream()
                    .filter(entry -> entry.state() == state)
                    .toList();
            assertThat(resultOf(tx -> tx.outbox().findByState(state, STEPS)).get())
                    .as("step %d", step)
                    .isEqualTo(expected);
        }
    }

    @TestFactory
    Stream<DynamicTest> linksDoAsTheirModel() {
        return seeds(this::runLinks);
    }

    private void runLinks(long seed) {
        var random = random(seed);
        var model = new TreeMap<String, IssueLink>();
        for (var step = 0; step < STEPS; step++) {
            var action = new LinkAction(
                    random.nextInt(4),
                    "L" + step,
                    "table " + random.nextInt(5),
                    "" + random.nextInt(5),
                    "" + random.nextInt(5));
            var next = new TreeMap<>(model);
            if (random.nextInt(5) == 0) {
                rolledBack(tx -> act(tx.links(), next, action));
            } else {
                in(tx -> act(tx.links(), next, action));
                model.clear();
                model.putAll(next);
            }
            assertThat(resultOf(tx -> tx.links().findAfter(null, STEPS)).get())
                    .as("step %d", step)
                    .containsExactlyElementsOf(model.values());
            assertIndexes(model, action);
        }
    }

    private record LinkAction(int kind, String id, String table, String issue, String other) {}

    private static boolean act(LinkStore links, Map<String, IssueLink> model, LinkAction action) {
        switch (action.kind) {
            case 0, 1 -> {
                var link = Samples.link(action.id, action.table, action.issue);
                assertThat(links.saveIfAbsent(link)).isEqualTo(save(model, link));
            }
            case 2 -> {
                var victim = model.keySet().stream().findFirst().orElse("none");
                assertThat(links.remove(victim)).isEqualTo(model.remove(victim) != null);
            }
            default -> {
                links.moveIssue(Samples.issueKey(action.issue), Samples.issueKey(action.other));
                move(model, action);
            }
        }
        return true;
    }

    private static boolean save(Map<String, IssueLink> model, IssueLink link) {
        var linked = model.values().stream()
                .anyMatch(other ->
                        other.object().equals(link.object()) && other.issue().equals(link.issue()));
        if (!linked) {
            model.put(link.id(), link);
        }
        return !linked;
    }

    private static void move(Map<String, IssueLink> model, LinkAction action) {
        if (action.issue.equals(action.other)) {
            return;
        }
        for (var link : List.copyOf(model.values())) {
            if (link.issue().equals(Samples.issueKey(action.issue))) {
                model.remove(link.id());
                save(model, link.toBuilder(Samples.issueKey(action.other)).build());
            }
        }
    }

    private void assertIndexes(Map<String, IssueLink> model, LinkAction action) {
        var object = Samples.table(action.table).key();
        assertThat(resultOf(tx -> tx.links().findByObject(object)).get())
                .containsExactlyInAnyOrderElementsOf(model.values().stream()
                        .filter(link -> link.object().key().equals(object))
                        .toList());
        var issue = Samples.issueKey(action.issue);
        assertThat(resultOf(tx -> tx.links().findByIssue(issue)).get())
                .containsExactlyInAnyOrderElementsOf(model.values().stream()
                        .filter(link -> link.issue().equals(issue))
                        .toList());
    }
}
