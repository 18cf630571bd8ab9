package dev.issuelink.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.issuelink.SyncRequest;
import dev.issuelink.model.IssueChanges;
import dev.issuelink.model.IssueDraft;
import dev.issuelink.store.IssueLinkStores;
import dev.issuelink.store.OutboxEntry;
import dev.issuelink.store.StoreTransaction;
import dev.issuelink.testkit.Samples;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a dead node held is taken over after the lease that the host chose, and whoever lost it does not write. */
class EngineLeaseTest {
    private static final Duration LEASE = Duration.ofSeconds(7);

    private final EngineFixture fixture = new EngineFixture();
    private final Set<Duration> asked = ConcurrentHashMap.newKeySet();

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void theChosenLeaseHoldsForWritesNoticesAndSynchronisations() {
        var engine = fixture.start(fixture.builder()
                .stores(new Stores(Duration.ZERO))
                .options(EngineOptions.defaults()
                        .withIdlePause(Duration.ofMillis(20))
                        .withLease(LEASE)));
        var issue = engine.manager()
                .createIssue(
                        EngineFixture.TRACKER,
                        IssueDraft.builder("Orders grew").build(),
                        List.of(Samples.table("orders")))
                .await(EngineFixture.SOON);
        fixture.tracker.human().closeIssue(issue.displayKey());
        fixture.tracker.deliveries().forEach(delivery -> engine.webhooks().receive(EngineFixture.TRACKER, delivery));
        fixture.awaitEmptyInbox();
        engine.manager().sync(SyncRequest.of(EngineFixture.TRACKER));

        assertThat(asked).containsExactly(LEASE);
    }

    @Test
    void aNodeThatReadsForTooLongLosesTheSynchronisationToAnother() {
        var options = EngineOptions.defaults().withLease(LEASE);
        var slow = fixture.start(fixture.builder().options(options));
        var other = fixture.start(fixture.builder().options(options));
        var isFirst = ConcurrentHashMap.<String>newKeySet();
        fixture.adapterFaults.answer("changes", page -> {
            if (isFirst.add("slow")) {
                fixture.clock.advance(LEASE.plusSeconds(1));
                assertThat(other.manager()
                                .sync(SyncRequest.of(EngineFixture.TRACKER))
                                .complete())
                        .isTrue();
            }
            return page;
        });

        slow.manager().sync(SyncRequest.of(EngineFixture.TRACKER));

        assertThat(fixture.tracker.calls())
                .filteredOn(call -> call.toString().contains("changes"))
                .hasSize(2);
    }

    @Test
    void aNodeThatIsStoppedRightAfterItsClaimLeavesTheWriteToOthers() {
        var first = fixture.start();
        var issue = first.manager()
                .createIssue(
                        EngineFixture.TRACKER, IssueDraft.builder("Orders grew").build(), List.of())
                .await(EngineFixture.SOON);
        first.close();
        var stopping = fixture.start(fixture.builder().stores(new Stores(Duration.ofSeconds(200))));

        var update = stopping.manager()
                .updateIssue(issue, IssueChanges.builder().title("Late").build());
        var creation = stopping.manager()
                .createIssue(EngineFixture.TRACKER, IssueDraft.builder("Late").build(), List.of());

        await().until(() -> {
            fixture.clock.advance(Duration.ofSeconds(1));
            return fixture.write(update.id()).attempts() >= 3
                    && fixture.write(creation.id()).attempts() >= 3;
        });
        assertThat(fixture.tracker.issues())
                .singleElement()
                .satisfies(kept -> assertThat(kept.title()).isEqualTo("Orders grew"));
    }

    /** Notes for how long things are leased, and lets time pass right after each claim of a write. */
    private final class Stores implements IssueLinkStores {
        private final Duration pause;

        private Stores(Duration pause) {
            this.pause = pause;
        }

        @Override
        public <T> T inTransaction(Work<T> work) {
            var claimed = ConcurrentHashMap.<String>newKeySet();
            var result = fixture.stores.inTransaction(
                    transaction -> work.run(noting(StoreTransaction.class, transaction, claimed)));
            if (!claimed.isEmpty()) {
                fixture.clock.advance(pause);
            }
            return result;
        }

        private <T> T noting(Class<T> type, Object target, Set<String> claimed) {
            return type.cast(Proxy.newProxyInstance(
                    type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                        try {
                            var result = method.invoke(target, arguments);
                            if (target instanceof StoreTransaction) {
                                return noting(method.getReturnType(), result, claimed);
                            }
                            if (Set.of("claimNext", "tryAcquire").contains(method.getName())) {
                                asked.add((Duration) arguments[arguments.length - 1]);
                            }
                            if (result instanceof Optional<?> taken
                                    && method.getName().equals("claimNext")) {
                                taken.filter(OutboxEntry.class::isInstance)
                                        .ifPresent(entry -> claimed.add(((OutboxEntry) entry).id()));
                            }
                            return result;
                        } catch (InvocationTargetException failure) {
                            throw failure.getCause();
                        }
                    }));
        }

        @Override
        public void close() {}
    }
}
