package dev.issuelink.core.internal.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.issuelink.config.SecretReference;
import dev.issuelink.core.internal.IdSource;
import dev.issuelink.error.ErrorCode;
import dev.issuelink.error.TrackerException;
import dev.issuelink.spi.Sleeper;
import dev.issuelink.store.InMemoryStores;
import dev.issuelink.testkit.MutableClock;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class TurnsTest {
    private static final SecretReference TOKEN = new SecretReference("TOKEN");

    private final MutableClock clock = MutableClock.create();
    private final InMemoryStores stores = InMemoryStores.create(clock);
    private final Turns turns = node(clock.sleeper());

    private Turns node(Sleeper sleeper) {
        return new Turns(new WatchedStores(stores), sleeper, new IdSource(new SecureRandom()));
    }

    private boolean isHeld() {
        return stores.inTransaction(tx -> tx.leases().tryAcquire("secret TOKEN", "somebody", Duration.ZERO))
                .isEmpty();
    }

    @Test
    void oneAtATimeExchangesASecretWhateverTheNodeOrThread() throws Exception {
        var inside = new AtomicInteger();
        var most = new AtomicInteger();
        var other = node(pause -> Thread.yield());
        var same = node(pause -> Thread.yield());
        var pool = Executors.newFixedThreadPool(6);
        try {
            var work = new ArrayList<Callable<Boolean>>();
            for (var number = 0; number < 24; number++) {
                var node = number % 2 == 0 ? other : same;
                work.add(() -> node.take("Jira", TOKEN, () -> {
                    most.accumulateAndGet(inside.incrementAndGet(), Math::max);
                    Thread.yield();
                    return inside.decrementAndGet() == 0;
                }));
            }
            var alone = 0;
            for (var result : pool.invokeAll(work)) {
                try {
                    alone += result.get() ? 1 : 0;
                } catch (java.util.concurrent.ExecutionException late) {
                    assertThat(late).hasCauseInstanceOf(TrackerException.class);
                }
            }
            assertThat(alone).isPositive();
        } finally {
            pool.shutdownNow();
        }
        assertThat(most.get()).isEqualTo(1);
    }

    @Test
    void secretsThatHaveNothingToDoWithEachOtherDoNotWait() {
        var result = turns.take(
                "Jira", TOKEN, () -> turns.take("Jira", new SecretReference("OTHER"), () -> "both at the same time"));
        assertThat(result).isEqualTo("both at the same time");
    }

    @Test
    void whoeverWaitedLongEnoughIsToldToComeAgain() {
        stores.inTransaction(tx -> tx.leases().tryAcquire("secret TOKEN", "another", Duration.ofMinutes(2)));
        var begun = clock.instant();
        assertThatThrownBy(() -> turns.take("Jira", TOKEN, () -> "never"))
                .isInstanceOfSatisfying(TrackerException.class, refusal -> {
                    assertThat(refusal.code()).isEqualTo(ErrorCode.UNAVAILABLE);
                    assertThat(refusal.retryable()).isTrue();
                    assertThat(refusal.tracker()).isEqualTo("Jira");
                    assertThat(refusal).hasMessageContaining("${TOKEN}").hasMessageContaining("tried again later");
                });
        assertThat(Duration.between(begun, clock.instant())).isBetween(Duration.ofSeconds(30), Duration.ofSeconds(32));
    }

    @Test
    void theTurnOfADeadNodeEnds() {
        stores.inTransaction(tx -> tx.leases().tryAcquire("secret TOKEN", "dead", Duration.ofMinutes(2)));
        clock.advance(Duration.ofSeconds(115));
        assertThat(turns.take("Jira", TOKEN, () -> "done")).isEqualTo("done");
    }

    @Test
    void theTurnEndsWithTheWorkWhateverItThrows() {
        turns.take("Jira", TOKEN, () -> {
            assertThat(isHeld()).isTrue();
            return true;
        });
        assertThat(isHeld()).isFalse();
        assertThatThrownBy(() -> turns.take("Jira", TOKEN, () -> {
                    throw new IllegalArgumentException("by the work");
                }))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> turns.take("Jira", TOKEN, () -> {
                    throw new AssertionError("by the work");
                }))
                .isInstanceOf(AssertionError.class);
        assertThat(isHeld()).isFalse();
    }

    @Test
    void nothingIsExchangedWithinATransaction() {
        var watched = new WatchedStores(stores);
        var inside = new Turns(watched, clock.sleeper(), new IdSource(new SecureRandom()));
        assertThatIllegalStateException()
                .isThrownBy(() -> watched.inTransaction(tx -> inside.take("Jira", TOKEN, () -> "never")));
    }

    @Test
    void anInterruptionComesNotBetweenAnExchangeAndItsKeeping() {
        Thread.currentThread().interrupt();
        var wasInterrupted = new AtomicBoolean(true);
        var result = turns.take("Jira", TOKEN, () -> {
            wasInterrupted.set(Thread.currentThread().isInterrupted());
            return "done";
        });
        assertThat(Thread.interrupted()).as("it is told afterwards").isTrue();
        assertThat(result).isEqualTo("done");
        assertThat(wasInterrupted).isFalse();
    }

    @Test
    void theEndWaitsForWhatWasBegunAndLetsNothingBegin() throws Exception {
        var begun = new CountDownLatch(1);
        var mayEnd = new CountDownLatch(1);
        var order = java.util.Collections.synchronizedList(new ArrayList<String>());
        var exchange = CompletableFuture.runAsync(() -> turns.take("Jira", TOKEN, () -> {
            begun.countDown();
            await(mayEnd);
            return order.add("kept");
        }));
        await(begun);
        var end = CompletableFuture.runAsync(() -> {
            turns.close();
            order.add("closed");
        });
        mayEnd.countDown();
        exchange.get();
        end.get();
        assertThat(order).containsExactly("kept", "closed");
        assertThatIllegalStateException()
                .isThrownBy(() -> turns.take("Jira", TOKEN, () -> "never"))
                .withMessageContaining("closed");
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException interrupted) {
            throw new AssertionError(interrupted);
        }
    }
}
