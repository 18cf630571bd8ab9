package dev.issuelink.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.issuelink.store.Lease;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Leases and their fences. */
public abstract class LeaseStoreContract extends StoreContract {
    private static final Duration MINUTE = Duration.ofMinutes(1);

    /** For authors of stores. */
    protected LeaseStoreContract() {}

    private Optional<Lease> acquire(String owner) {
        return acquire("sync", owner);
    }

    private Optional<Lease> acquire(String name, String owner) {
        return in(tx -> tx.leases().tryAcquire(name, owner, MINUTE));
    }

    private boolean release(Lease lease) {
        return in(tx -> tx.leases().release(lease));
    }

    @Test
    void givesAFreeLease() {
        assertThat(acquire("a")).hasValueSatisfying(lease -> {
            assertThat(lease.name()).isEqualTo("sync");
            assertThat(lease.owner()).isEqualTo("a");
            assertThat(lease.fence()).isPositive();
        });
    }

    @Test
    void refusesALeaseThatAnotherHolds() {
        acquire("a");
        letPass(MINUTE.minusSeconds(1));
        assertThat(acquire("b")).isEmpty();
    }

    @Test
    void givesALeaseThatHasEndedToAnotherWithAHigherFence() {
        var first = acquire("a").orElseThrow();
        letPass(MINUTE);
        var second = acquire("b").orElseThrow();
        assertThat(second.fence()).isGreaterThan(first.fence());
    }

    @Test
    void prolongsTheOwnersOwnLeaseAndKeepsItsFence() {
        var first = acquire("a").orElseThrow();
        letPass(Duration.ofSeconds(40));
        assertThat(acquire("a")).contains(first);
        letPass(Duration.ofSeconds(40));
        assertThat(acquire("b")).isEmpty();
        letPass(Duration.ofSeconds(20));
        assertThat(acquire("b")).isPresent();
    }

    @Test
    void raisesTheFenceOfALeaseThatHadEndedForItsOwnerToo() {
        var first = acquire("a").orElseThrow();
        letPass(MINUTE);
        assertThat(acquire("a").orElseThrow().fence()).isGreaterThan(first.fence());
    }

    @Test
    void givesALeaseThatWasGivenBack() {
        var first = acquire("a").orElseThrow();
        assertThat(release(first)).isTrue();
        assertThat(acquire("b").orElseThrow().fence()).isGreaterThan(first.fence());
    }

    @Test
    void raisesTheFenceAfterALeaseWasGivenBackByItsOwner() {
        var first = acquire("a").orElseThrow();
        release(first);
        assertThat(acquire("a").orElseThrow().fence()).isGreaterThan(first.fence());
    }

    @Test
    void takesNoLeaseBackThatWasLostToAnother() {
        var first = acquire("a").orElseThrow();
        letPass(MINUTE);
        acquire("b");
        assertThat(release(first)).isFalse();
        assertThat(acquire("c")).isEmpty();
    }

    @Test
    void takesNoLeaseBackTwice() {
        var first = acquire("a").orElseThrow();
        release(first);
        assertThat(release(first)).isFalse();
    }

    @Test
    void takesNoLeaseBackThatWasNeverGiven() {
        assertThat(release(new Lease("sync", "a", 1))).isFalse();
        assertThat(acquire("b")).isPresent();
    }

    @Test
    void tellsLeasesApartByTheirNames() {
        assertThat(acquire("sync", "a")).isPresent();
        assertThat(acquire("dispatch", "b")).isPresent();
    }

    @Test
    void refusesANegativeDuration() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> in(tx -> tx.leases().tryAcquire("sync", "a", Duration.ofSeconds(-1))));
    }

    @Test
    void givesALeaseToOneOfManyThreads() {
        var counter = new AtomicInteger();
        var answers = inThreads(() -> acquire("owner " + counter.incrementAndGet()));
        assertThat(answers.stream().filter(Optional::isPresent)).hasSize(1);
    }
}
