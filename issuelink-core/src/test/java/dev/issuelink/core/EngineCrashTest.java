package dev.issuelink.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.issuelink.error.ErrorCode;
import dev.issuelink.model.IssueDraft;
import dev.issuelink.store.OutboxEntry;
import dev.issuelink.testkit.Samples;
import dev.issuelink.testkit.SimulatedCrash;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Processes die at bad moments; the next one finishes their work, exactly once. */
class EngineCrashTest {
    private static final IssueDraft DRAFT =
            IssueDraft.builder("Orders grew").body("See the plan.").build();

    @Test
    void aCrashRightBeforeTheCallLeadsToOneIssue() {
        try (var fixture = new EngineFixture()) {
            fixture.tracker.faults().crashBeforeNext("createIssue");
            crashThenRecover(fixture);
            assertOneIssueAndLink(fixture);
        }
    }

    @Test
    void aCrashRightAfterTheCallLeadsToOneIssue() {
        try (var fixture = new EngineFixture()) {
            fixture.tracker.faults().crashAfterNext("createIssue");
            crashThenRecover(fixture);
            assertOneIssueAndLink(fixture);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 30, 90})
    void aTrackerThatShowsMarkersLateIsWaitedFor(int minutes) {
        try (var fixture = new EngineFixture(Duration.ofMinutes(minutes))) {
            fixture.tracker.faults().crashAfterNext("createIssue");
            crashThenRecover(fixture);
            assertOneIssueAndLink(fixture);
        }
    }

    @Test
    void manyWritesThroughFaultsAndRestartsOpenEachIssueOnce() {
        try (var fixture = new EngineFixture(Duration.ofSeconds(30))) {
            var writes = new ArrayList<String>();
            // Nobody dies here, and time flies: a lease must not end while a worker is about to write.
            var options = EngineOptions.defaults()
                    .withIdlePause(Duration.ofMillis(20))
                    .withLease(Duration.ofDays(5));
            var first = fixture.start(fixture.builder().options(options));
            fixture.tracker.faults().failRandomly(new Random(42), 0.3);
            for (var number = 0; number < 50; number++) {
                var draft = IssueDraft.builder("Issue " + number).build();
                writes.add(first.manager()
                        .createIssue(EngineFixture.TRACKER, draft, List.of(Samples.table("t" + number)))
                        .id());
            }
            first.close();
            var second = fixture.start(fixture.builder().options(options));
            await().atMost(Duration.ofSeconds(60))
                    .pollInterval(Duration.ofMillis(10))
                    .until(() -> {
                        fixture.clock.advance(Duration.ofMinutes(5));
                        return writes.stream().allMatch(id -> fixture.write(id).state() == OutboxEntry.State.DONE);
                    });

            assertThat(fixture.tracker.issues())
                    .extracting(issue -> issue.title())
                    .doesNotHaveDuplicates()
                    .hasSize(50);
            for (var number = 0; number < 50; number++) {
                assertThat(second.manager().getLinkedIssues(Samples.table("t" + number)))
                        .hasSize(1);
            }
            assertThat(second.audit().verify().intact()).isTrue();
        }
    }

    @Test
    void whoeverComesTooLateToAWriteLeavesItToOthers() {
        try (var fixture = new EngineFixture()) {
            fixture.tracker.faults().failNext("createIssue", ErrorCode.UNAVAILABLE);
            fixture.adapterFaults.answer("findByMarker", nothingFound -> {
                fixture.clock.advance(Duration.ofSeconds(200));
                return nothingFound;
            });
            var engine = fixture.start();
            var write = engine.manager().createIssue(EngineFixture.TRACKER, DRAFT, List.of(Samples.table("orders")));
            await().until(() -> {
                fixture.clock.advance(Duration.ofSeconds(1));
                return fixture.write(write.id()).attempts() >= 3;
            });
            assertThat(fixture.tracker.issues()).isEmpty();
        }
    }

    private static void crashThenRecover(EngineFixture fixture) {
        var handler = Thread.getDefaultUncaughtExceptionHandler();
        Thread.setDefaultUncaughtExceptionHandler((thread, failure) -> {
            if (!(failure instanceof SimulatedCrash)) {
                throw new AssertionError(failure);
            }
        });
        try {
            var dying = fixture.start(fixture.builder()
                    .options(EngineOptions.defaults().withWorkers(1).withIdlePause(Duration.ofMillis(20))));
            var write = dying.manager().createIssue(EngineFixture.TRACKER, DRAFT, List.of(Samples.table("orders")));
            await().dontCatchUncaughtExceptions()
                    .until(() -> fixture.tracker.calls().size() > 0
                            || fixture.write(write.id()).state() == OutboxEntry.State.CLAIMED);
            dying.close();
            fixture.start();
            await().dontCatchUncaughtExceptions()
                    .pollInterval(Duration.ofMillis(10))
                    .until(() -> {
                        // Not while the successor holds it: its lease must not end before it writes.
                        var entry = fixture.write(write.id());
                        if (entry.state() != OutboxEntry.State.CLAIMED || entry.attempts() == 1) {
                            fixture.clock.advance(Duration.ofMinutes(1));
                        }
                        return entry.state() == OutboxEntry.State.DONE;
                    });
        } finally {
            Thread.setDefaultUncaughtExceptionHandler(handler);
        }
    }

    private static void assertOneIssueAndLink(EngineFixture fixture) {
        assertThat(fixture.tracker.issues()).hasSize(1);
        var links =
                fixture.stores.inTransaction(transaction -> transaction.links().findAfter(null, 10));
        assertThat(links).hasSize(1);
        assertThat(links.get(0).issue())
                .isEqualTo(fixture.tracker.issues().get(0).key());
    }
}
