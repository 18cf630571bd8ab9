package dev.issuelink.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.issuelink.jdbc.TestDatabase.Kind;
import dev.issuelink.store.AuditEntry;
import dev.issuelink.store.FingerprintClaim;
import dev.issuelink.store.OutboxEntry;
import dev.issuelink.store.StoreTransaction;
import dev.issuelink.testkit.MutableClock;
import dev.issuelink.testkit.Samples;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Several nodes share one database and behave as one. */
class ManyNodesTest {
    private static final int NODES = 4;
    private static final int EVENTS = 120;
    private static final int FINGERPRINTS = 30;
    private static final int TARGETS = 6;
    private static final Duration LEASE = Duration.ofMinutes(10);

    private final List<JdbcStores> nodes = new ArrayList<>();
    private final ConcurrentLinkedQueue<OutboxEntry> carriedOut = new ConcurrentLinkedQueue<>();

    private void start(Kind kind) throws Exception {
        var prefix = TestDatabase.newPrefix();
        nodes.addAll(atOnce(() -> kind.database().open(kind.database().source(), prefix)));
    }

    private static <T> List<T> atOnce(Callable<T> work) throws Exception {
        var pool = Executors.newFixedThreadPool(NODES);
        try {
            var results = new ArrayList<T>();
            for (var result : pool.invokeAll(Collections.nCopies(NODES, work))) {
                results.add(result.get());
            }
            return results;
        } finally {
            pool.shutdownNow();
        }
    }

    private static boolean publish(StoreTransaction tx, int event) {
        var fingerprint = "F" + event * FINGERPRINTS / EVENTS;
        var id = "W%05d".formatted(event);
        var claim = FingerprintClaim.of(fingerprint, "Rule", id, MutableClock.START, "1");
        var earlier = tx.fingerprints().claim(claim);
        if (earlier.isEmpty()) {
            tx.outbox().append(Samples.write(id, "target " + event % TARGETS));
        } else {
            var seen = Integer.parseInt(earlier.get().document()) + 1;
            tx.fingerprints().save(earlier.get().noting(Integer.toString(seen), null));
        }
        tx.audit().append(Samples.auditRecord(fingerprint));
        return true;
    }

    private boolean work(JdbcStores stores) {
        while (stores.inTransaction(tx -> tx.outbox().untilNextDue()).isPresent()) {
            stores.inTransaction(tx -> tx.outbox().claimNext(LEASE)).ifPresent(entry -> {
                carriedOut.add(entry);
                stores.inTransaction(tx -> {
                    tx.links().saveIfAbsent(Samples.link("L" + entry.id(), entry.id(), "1"));
                    tx.audit().append(Samples.auditRecord(entry.id()));
                    return tx.outbox().complete(entry.id(), entry.fence(), "done");
                });
            });
            Thread.onSpinWait();
        }
        return true;
    }

    @ParameterizedTest
    @EnumSource
    void eachFingerprintIsWrittenOnceAndEachTargetInOrder(Kind kind) throws Exception {
        start(kind);
        var next = new AtomicInteger();
        var node = new AtomicInteger();
        atOnce(() -> {
            var stores = nodes.get(node.getAndIncrement());
            for (var event = next.getAndIncrement(); event < EVENTS; event = next.getAndIncrement()) {
                var number = event;
                stores.inTransaction(tx -> publish(tx, number));
            }
            return work(stores);
        });
        assertThat(carriedOut)
                .hasSize(FINGERPRINTS)
                .extracting(OutboxEntry::fence)
                .containsOnly(1L);
        IntStream.range(0, TARGETS).forEach(this::assertInOrder);
        assertCounted();
        assertOneChain();
        nodes.forEach(JdbcStores::close);
    }

    // In the order of their appending, which the table knows.
    private void assertInOrder(int target) {
        var name = "target " + target;
        var appended =
                nodes.get(0).inTransaction(tx -> tx.outbox().findByState(OutboxEntry.State.DONE, EVENTS)).stream()
                        .filter(entry -> entry.target().equals(name))
                        .map(OutboxEntry::id)
                        .toList();
        assertThat(carriedOut)
                .filteredOn(entry -> entry.target().equals(name))
                .extracting(OutboxEntry::id)
                .containsExactlyElementsOf(appended);
    }

    private void assertCounted() {
        var claims = nodes.get(0).inTransaction(tx -> tx.fingerprints().findByRule("Rule", null, EVENTS));
        assertThat(claims).hasSize(FINGERPRINTS);
        assertThat(claims.stream()
                        .mapToInt(claim -> Integer.parseInt(claim.document()))
                        .sum())
                .isEqualTo(EVENTS);
    }

    private void assertOneChain() {
        var entries = nodes.get(0).inTransaction(tx -> tx.audit().read(0, 10 * EVENTS));
        assertThat(entries).hasSize(EVENTS + FINGERPRINTS);
        @Nullable AuditEntry previous = null;
        for (var entry : entries) {
            assertThat(entry.follows(previous)).isTrue();
            previous = entry;
        }
    }

    @ParameterizedTest
    @EnumSource
    void movesThatWouldCloseACircleTogetherAreNotBothKept(Kind kind) throws Exception {
        start(kind);
        for (var round = 0; round < 5; round++) {
            var one = Samples.issueKey("one " + round);
            var other = Samples.issueKey("other " + round);
            var node = new AtomicInteger();
            var kept = atOnce(() -> {
                var number = node.getAndIncrement();
                try {
                    return nodes.get(number).inTransaction(tx -> {
                        tx.snapshots().addAlias(number % 2 == 0 ? one : other, number % 2 == 0 ? other : one);
                        return true;
                    });
                } catch (IllegalArgumentException refused) {
                    return false;
                }
            });
            assertThat(kept).contains(true, false);
            var present = nodes.get(0).inTransaction(tx -> tx.snapshots().resolve(one));
            var presentOfOther = nodes.get(0).inTransaction(tx -> tx.snapshots().resolve(other));
            assertThat(presentOfOther).isEqualTo(present);
        }
        nodes.forEach(JdbcStores::close);
    }

    @ParameterizedTest
    @EnumSource
    void whatIsReadBeforeItIsSavedIsNotOverwrittenBlindly(Kind kind) throws Exception {
        start(kind);
        var node = new AtomicInteger();
        atOnce(() -> {
            var stores = nodes.get(node.getAndIncrement());
            for (var round = 0; round < 10; round++) {
                stores.inTransaction(tx -> {
                    var before = tx.snapshots().find(Samples.issueKey("1"));
                    var count = before.map(snapshot -> Integer.parseInt(snapshot.document()))
                            .orElse(0);
                    tx.snapshots().save(Samples.snapshot("1", Integer.toString(count + 1)));
                    return true;
                });
            }
            return true;
        });
        var last = nodes.get(0)
                .inTransaction(tx -> tx.snapshots().find(Samples.issueKey("1")))
                .orElseThrow();
        assertThat(last.document()).isEqualTo(Integer.toString(10 * NODES));
        nodes.forEach(JdbcStores::close);
    }
}
