package dev.issuelink.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.issuelink.jdbc.TestDatabase.Kind;
import dev.issuelink.store.OutboxEntry;
import dev.issuelink.testkit.Samples;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The order of a target holds while transactions are on their way. SQLite knows only one at a time. */
class LaneOrderTest {
    private static final Duration LEASE = Duration.ofMinutes(10);

    private static Optional<String> claim(JdbcStores stores) {
        return stores.inTransaction(tx -> tx.outbox().claimNext(LEASE)).map(OutboxEntry::id);
    }

    private static boolean append(JdbcStores stores, String id, String target) {
        return stores.inTransaction(tx -> {
            tx.outbox().append(Samples.write(id, target));
            return true;
        });
    }

    @ParameterizedTest
    @EnumSource(names = {"POSTGRESQL", "MARIADB"})
    void aLaterWriteWaitsForTheTransactionOfAnEarlierOne(Kind kind) {
        try (var stores = kind.database().open(kind.database().source(), TestDatabase.newPrefix())) {
            var later = stores.inTransaction(tx -> {
                tx.outbox().append(Samples.write("W1", "target"));
                var other = CompletableFuture.supplyAsync(() -> append(stores, "W2", "target"));
                assertThatThrownBy(() -> other.get(500, TimeUnit.MILLISECONDS)).isInstanceOf(TimeoutException.class);
                return other;
            });
            assertThat(later.join()).isTrue();
            assertThat(claim(stores)).contains("W1");
            assertThat(claim(stores)).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"POSTGRESQL", "MARIADB"})
    void aClaimPassesOverATargetThatAnotherHoldsAndTakesTheNext(Kind kind) throws Exception {
        try (var stores = kind.database().open(kind.database().source(), TestDatabase.newPrefix())) {
            append(stores, "W1", "busy");
            append(stores, "W2", "free");
            var claimed = stores.inTransaction(tx -> {
                tx.outbox().append(Samples.write("W3", "busy"));
                return CompletableFuture.supplyAsync(() -> claim(stores))
                        .orTimeout(20, TimeUnit.SECONDS)
                        .join();
            });
            assertThat(claimed).contains("W2");
            assertThat(claim(stores)).contains("W1");
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"POSTGRESQL", "MARIADB"})
    void anEarlierWriteThatIsRequeuedIsNotClaimedBesideALaterOne(Kind kind) {
        try (var stores = kind.database().open(kind.database().source(), TestDatabase.newPrefix())) {
            append(stores, "W1", "target");
            append(stores, "W2", "target");
            claim(stores);
            stores.inTransaction(tx -> tx.outbox().fail("W1", 1, "given up"));
            var requeued = stores.inTransaction(tx -> {
                assertThat(tx.outbox().claimNext(LEASE).orElseThrow().id()).isEqualTo("W2");
                return CompletableFuture.supplyAsync(
                        () -> stores.inTransaction(other -> other.outbox().requeue("W1")));
            });
            assertThat(requeued.join()).isTrue();
            assertThat(claim(stores)).isEmpty();
            stores.inTransaction(tx -> tx.outbox().complete("W2", 1, "done"));
            assertThat(claim(stores)).contains("W1");
        }
    }

    @ParameterizedTest
    @EnumSource
    void aRefusedWriteLeavesNoLaneBehindIfTheWorkBearsIt(Kind kind) {
        try (var stores = kind.database().open(kind.database().source(), TestDatabase.newPrefix())) {
            append(stores, "W1", "target");
            claim(stores);
            stores.inTransaction(tx -> {
                assertThatThrownBy(() -> tx.outbox().append(Samples.write("W1", "another")))
                        .isInstanceOf(IllegalArgumentException.class);
                return tx.outbox().complete("W1", 1, "done");
            });
            var due = stores.inTransaction(tx -> tx.outbox().untilNextDue());
            assertThat(due).isEmpty();
            assertThat(claim(stores)).isEmpty();
            boolean lost = stores.inTransaction(tx -> tx.outbox().complete("W1", 1, "late"));
            assertThat(lost).isFalse();
            assertThat(stores.inTransaction(tx -> tx.outbox().untilNextDue()).isPresent())
                    .isFalse();
        }
    }
}
