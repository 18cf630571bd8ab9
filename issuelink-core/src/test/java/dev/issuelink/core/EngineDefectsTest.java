package dev.issuelink.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.issuelink.error.ErrorCode;
import dev.issuelink.error.TrackerException;
import dev.issuelink.model.IssueDraft;
import dev.issuelink.spi.Capability;
import dev.issuelink.store.OutboxEntry;
import dev.issuelink.testkit.Samples;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Adapters, listeners and catalogs break their promises; the engine keeps its own. */
class EngineDefectsTest {
    private static final IssueDraft DRAFT = IssueDraft.builder("Orders grew").build();

    private final EngineFixture fixture = new EngineFixture();

    @AfterEach
    void close() {
        fixture.close();
    }

    static Stream<Supplier<Throwable>> defects() {
        return Stream.of(
                () -> new NullPointerException("token-of-the-test"),
                () -> new IllegalArgumentException("a bug"),
                StackOverflowError::new,
                () -> new NoClassDefFoundError("x"),
                () -> new AssertionError("y"));
    }

    @ParameterizedTest
    @MethodSource("defects")
    void aDefectAfterTheCallIsTreatedAsALostAnswer(Supplier<Throwable> defect) {
        fixture.adapterFaults.after("createIssue", 1, defect);
        var engine = fixture.start();

        var write = engine.manager().createIssue(EngineFixture.TRACKER, DRAFT, List.of(Samples.table("orders")));
        until(write.id(), OutboxEntry.State.DONE);

        assertThat(fixture.tracker.issues()).hasSize(1);
        assertThat(engine.manager().getLinkedIssues(Samples.table("orders"))).hasSize(1);
        assertThat(fixture.write(write.id()).attempts()).isEqualTo(2);
    }

    @Test
    void aDefectThatStaysIsGivenUpAndHoldsLaterWritesUpNoLonger() {
        fixture.adapterFaults.before("createIssue", 10, () -> new NullPointerException("a bug"));
        var engine = fixture.start();

        var poisoned = engine.manager().createIssue(EngineFixture.TRACKER, DRAFT, List.of());
        var next = engine.manager().createIssue(EngineFixture.TRACKER, DRAFT, List.of());
        until(poisoned.id(), OutboxEntry.State.FAILED);
        until(next.id(), OutboxEntry.State.DONE);

        assertThat(fixture.write(poisoned.id()).outcome().orElseThrow()).contains("NullPointerException");
        assertThat(fixture.tracker.issues()).hasSize(1);
    }

    @Test
    void noErrorEndsAWorker() {
        fixture.tracker.faults().crashBeforeNext("createIssue");
        fixture.tracker.faults().crashBeforeNext("createIssue");
        fixture.tracker.faults().crashBeforeNext("createIssue");
        var engine = fixture.start();

        var write = engine.manager().createIssue(EngineFixture.TRACKER, DRAFT, List.of());
        until(write.id(), OutboxEntry.State.DONE);

        assertThat(fixture.tracker.issues()).hasSize(1);
    }

    @Test
    void aCrashAfterACleanFailureIsNotTakenForTheCleanFailure() {
        fixture.tracker.disable(Capability.FIND_BY_MARKER);
        fixture.tracker.faults().failNext("createIssue", ErrorCode.UNAVAILABLE);
        fixture.tracker.faults().crashAfterNext("createIssue");
        var engine = fixture.start();

        var write = engine.manager().createIssue(EngineFixture.TRACKER, DRAFT, List.of());
        until(write.id(), OutboxEntry.State.FAILED);

        assertThat(fixture.tracker.issues()).hasSize(1);
        assertThatThrownBy(() -> write.await(EngineFixture.SOON))
                .isInstanceOfSatisfying(
                        TrackerException.class,
                        failure -> assertThat(failure.code()).isEqualTo(ErrorCode.OUTCOME_UNKNOWN));
    }

    @Test
    void whatCannotBeLookedForIsRepeatedWhenAPersonWantsIt() {
        fixture.tracker.disable(Capability.FIND_BY_MARKER);
        fixture.tracker.faults().loseNext("createIssue");
        var engine = fixture.start();
        var write = engine.manager().createIssue(EngineFixture.TRACKER, DRAFT, List.of());
        until(write.id(), OutboxEntry.State.FAILED);

        assertThat(engine.retryWrite(write.id())).isTrue();
        until(write.id(), OutboxEntry.State.DONE);

        assertThat(fixture.tracker.issues()).hasSize(1);
    }

    @Test
    void anIssueOfAWriteThatWasGivenUpIsAdoptedWhenItTurnsUp() {
        fixture.tracker.disable(Capability.FIND_BY_MARKER);
        fixture.tracker.faults().loseAnswerOfNext("createIssue");
        var engine = fixture.start();
        var write = engine.manager().createIssue(EngineFixture.TRACKER, DRAFT, List.of(Samples.table("orders")));
        until(write.id(), OutboxEntry.State.FAILED);

        engine.manager().sync(dev.issuelink.SyncRequest.of(EngineFixture.TRACKER));
        until(write.id(), OutboxEntry.State.DONE);

        assertThat(fixture.tracker.issues()).hasSize(1);
        assertThat(engine.manager().getLinkedIssues(Samples.table("orders"))).hasSize(1);
        assertThat(engine.failedWrites(10)).isEmpty();
        assertThat(engine.audit().verify().intact()).isTrue();
    }

    @Test
    void aListenerMayBreakInEveryWayAndIsStillTold() {
        var told = new java.util.concurrent.atomic.AtomicInteger();
        var engine = fixture.start(fixture.builder().listener(new dev.issuelink.host.HostListener() {
            @Override
            public void issueCreated(dev.issuelink.model.IssueReference issue) {
                Thread.currentThread().interrupt();
                if (told.incrementAndGet() == 1) {
                    throw new StackOverflowError();
                }
            }
        }));

        for (var number = 0; number < 3; number++) {
            engine.manager()
                    .createIssue(EngineFixture.TRACKER, DRAFT, List.of())
                    .await(EngineFixture.SOON);
        }

        await().until(() -> told.get() == 3);
    }

    @Test
    void aListenerMayWriteAndWaitForIt() {
        var done = new java.util.concurrent.CompletableFuture<String>();
        var manager = new java.util.concurrent.atomic.AtomicReference<dev.issuelink.IssueLinkManager>();
        var engine = fixture.start(fixture.builder().listener(new dev.issuelink.host.HostListener() {
            @Override
            public void issueCreated(dev.issuelink.model.IssueReference issue) {
                done.complete(manager.get()
                        .addComment(issue, "Opened by the host.")
                        .await(EngineFixture.SOON)
                        .body());
            }
        }));
        manager.set(engine.manager());

        engine.manager().createIssue(EngineFixture.TRACKER, DRAFT, List.of());

        await().atMost(Duration.ofSeconds(15)).until(done::isDone);
        assertThat(done).isCompletedWithValue("Opened by the host.");
    }

    @Test
    void theEngineMayBeClosedByItsListener() {
        var closed = new java.util.concurrent.CountDownLatch(1);
        var engine = new java.util.concurrent.atomic.AtomicReference<IssueLinkEngine>();
        engine.set(fixture.start(fixture.builder().listener(new dev.issuelink.host.HostListener() {
            @Override
            public void issueCreated(dev.issuelink.model.IssueReference issue) {
                engine.get().close();
                closed.countDown();
            }
        })));

        engine.get().manager().createIssue(EngineFixture.TRACKER, DRAFT, List.of());

        await().atMost(Duration.ofSeconds(30)).until(() -> closed.getCount() == 0);
    }

    // Closed there, the engine may end before the host is told of what was committed last.
    @Test
    void theEngineMayBeClosedByItsCompletions() {
        var closed = new java.util.concurrent.CountDownLatch(1);
        var engine = fixture.start();

        var write = engine.manager().createIssue(EngineFixture.TRACKER, DRAFT, List.of());
        write.completion().whenComplete((issue, failure) -> {
            engine.close();
            closed.countDown();
        });

        await().atMost(Duration.ofSeconds(30)).until(() -> closed.getCount() == 0);
    }

    @Test
    void aWaitThatBeginsAfterTheEndEndsAtOnce() {
        fixture.tracker.faults().failAll(ErrorCode.UNAVAILABLE);
        var engine = fixture.start();
        var write = engine.manager().createIssue(EngineFixture.TRACKER, DRAFT, List.of());
        engine.close();

        assertThatThrownBy(() -> write.await(EngineFixture.SOON))
                .isInstanceOfSatisfying(
                        TrackerException.class,
                        failure -> assertThat(failure.code()).isEqualTo(ErrorCode.CANCELLED));
    }

    private void until(String id, OutboxEntry.State state) {
        await().atMost(EngineFixture.SOON).pollInterval(Duration.ofMillis(10)).until(() -> {
            // Slowly while it is claimed, so that a lease ends only where nobody carries the write out any more.
            var now = fixture.write(id).state();
            fixture.clock.advance(now == OutboxEntry.State.PENDING ? Duration.ofMinutes(1) : Duration.ofSeconds(4));
            return now == state;
        });
    }
}
