package dev.issuelink.core.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.issuelink.core.internal.Retention;
import dev.issuelink.error.StoreException;
import dev.issuelink.store.InMemoryStores;
import dev.issuelink.store.IssueLinkStores;
import dev.issuelink.store.OutboxStore;
import dev.issuelink.store.StoreTransaction;
import dev.issuelink.testkit.MutableClock;
import dev.issuelink.testkit.Samples;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class HousekeepingTest {
    private static final Duration KEPT = Duration.ofDays(30);
    private static final Duration LEASE = Duration.ofMinutes(1);
    private static final int MANY = 1_200;

    private final MutableClock clock = MutableClock.create();
    private final InMemoryStores stores = InMemoryStores.create(clock);

    /** Counts transactions, and fails those that ask for the outbox if it should. */
    private final class Watched implements IssueLinkStores {
        private final AtomicInteger transactions = new AtomicInteger();
        private final boolean failsForWrites;

        private Watched(boolean failsForWrites) {
            this.failsForWrites = failsForWrites;
        }

        @Override
        public <T> T inTransaction(Work<T> work) {
            transactions.incrementAndGet();
            return stores.inTransaction(tx -> work.run(watched(tx)));
        }

        private StoreTransaction watched(StoreTransaction tx) {
            return (StoreTransaction) Proxy.newProxyInstance(
                    HousekeepingTest.class.getClassLoader(),
                    new Class<?>[] {StoreTransaction.class},
                    (self, method, arguments) -> {
                        if (failsForWrites && method.getReturnType() == OutboxStore.class) {
                            throw new StoreException("The outbox is out of order", null);
                        }
                        try {
                            return method.invoke(tx, arguments);
                        } catch (InvocationTargetException failure) {
                            throw failure.getCause();
                        }
                    });
        }

        @Override
        public void close() {
            stores.close();
        }
    }

    private void fill() {
        stores.inTransaction(tx -> {
            for (var number = 0; number < MANY; number++) {
                tx.outbox().append(Samples.write("W" + number, "target " + number));
                var write = tx.outbox().claimNext(LEASE).orElseThrow();
                tx.outbox().complete(write.id(), write.fence(), "done");
                tx.inbox().receive(Samples.notice("Tracker", "D" + number));
                tx.inbox().complete(tx.inbox().claimNext(LEASE).orElseThrow(), "done");
                tx.audit().append(Samples.auditRecord("subject"));
            }
            return true;
        });
    }

    private Watched keep(Optional<Duration> audit, boolean failsForWrites) {
        var watched = new Watched(failsForWrites);
        new Housekeeping(watched, clock, new Retention(KEPT, audit)).forgetOld();
        return watched;
    }

    private boolean isKept(int number) {
        return stores.inTransaction(tx -> {
            var write = tx.outbox().find("W" + number).isPresent();
            assertThat(tx.inbox().find("Tracker", "D" + number).isPresent()).isEqualTo(write);
            return write;
        });
    }

    private long forgottenAudit() {
        return stores.inTransaction(tx -> tx.audit().anchor().sequence());
    }

    @Test
    void forgetsWhatIsFinishedWhenItsTimeIsOverAndNotBefore() {
        fill();
        clock.advance(KEPT);
        keep(Optional.empty(), false);
        assertThat(isKept(0)).isTrue();
        clock.advance(Duration.ofNanos(1));
        keep(Optional.empty(), false);
        assertThat(isKept(0)).isFalse();
        assertThat(isKept(MANY - 1)).isFalse();
        assertThat(forgottenAudit()).as("kept for ever").isZero();
    }

    @Test
    void forgetsTheAuditTrailWhenItsOwnTimeIsOver() {
        fill();
        clock.advance(Duration.ofDays(2));
        keep(Optional.of(Duration.ofDays(2)), false);
        assertThat(forgottenAudit()).isZero();
        keep(Optional.of(Duration.ofDays(1)), false);
        assertThat(forgottenAudit()).isEqualTo(MANY - 1);
        assertThat(isKept(0)).isTrue();
    }

    @Test
    void forgetsInBatchesOfATransactionEach() {
        fill();
        clock.advance(KEPT.plusDays(1));
        var watched = keep(Optional.of(Duration.ofDays(1)), false);
        assertThat(watched.transactions.get()).isEqualTo(9);
    }

    @Test
    void oneFailureDoesNotStopTheOthers() {
        fill();
        clock.advance(KEPT.plusDays(1));
        keep(Optional.of(Duration.ofDays(1)), true);
        assertThat(forgottenAudit()).isEqualTo(MANY - 1);
        boolean notice =
                stores.inTransaction(tx -> tx.inbox().find("Tracker", "D0").isPresent());
        assertThat(notice).isFalse();
        boolean write = stores.inTransaction(tx -> tx.outbox().find("W0").isPresent());
        assertThat(write).isTrue();
    }

    @Test
    void aTimeThatIsLongerThanTimeItselfForgetsNothing() {
        fill();
        clock.advance(KEPT.plusDays(1));
        keep(Optional.of(ChronoUnit.FOREVER.getDuration()), false);
        assertThat(forgottenAudit()).isZero();
    }
}
