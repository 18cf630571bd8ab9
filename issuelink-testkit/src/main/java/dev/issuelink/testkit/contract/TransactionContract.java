package dev.issuelink.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.issuelink.model.Cursor;
import dev.issuelink.store.StoreTransaction;
import dev.issuelink.testkit.Samples;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** Transactions across all stores: all of them is kept, or nothing. */
public abstract class TransactionContract extends StoreContract {
    /** For authors of stores. */
    protected TransactionContract() {}

    @Test
    void returnsWhatTheWorkReturns() {
        assertThat(resultOf(transaction -> "result").get()).isEqualTo("result");
    }

    @Test
    void keepsWhatWasDone() {
        in(transaction -> transaction.links().saveIfAbsent(Samples.link("L1", "orders", "1")));
        assertThat(resultOf(transaction -> transaction.links().find("L1")).get())
                .isPresent();
    }

    @Test
    void seesItsOwnWork() {
        var seen = in(transaction -> {
            transaction.links().saveIfAbsent(Samples.link("L1", "orders", "1"));
            transaction.outbox().append(Samples.write("W1", "target"));
            return transaction.links().find("L1").isPresent()
                    && transaction.outbox().find("W1").isPresent();
        });
        assertThat(seen).isTrue();
    }

    @Test
    void throwsOnWhatTheWorkThrows() {
        var thrown = new IllegalArgumentException("by the work");
        assertThatThrownBy(() -> in(transaction -> {
                    throw thrown;
                }))
                .isSameAs(thrown);
    }

    @Test
    void rollsBackOnErrorsToo() {
        assertThatThrownBy(() -> in(transaction -> {
                    transaction.links().saveIfAbsent(Samples.link("L1", "orders", "1"));
                    throw new AssertionError("by the work");
                }))
                .isInstanceOf(AssertionError.class);
        assertThat(resultOf(transaction -> transaction.links().find("L1")).get())
                .isEmpty();
    }

    @Test
    void worksOnAfterARollback() {
        rolledBack(transaction -> transaction.links().saveIfAbsent(Samples.link("L1", "orders", "1")));
        assertThat(resultOf(transaction -> transaction.links().saveIfAbsent(Samples.link("L1", "orders", "1")))
                        .get())
                .isTrue();
    }

    @Test
    void refusesToBeginWithinATransaction() {
        assertThatIllegalStateException().isThrownBy(() -> in(outer -> in(inner -> "nested")));
    }

    @Test
    void rollsTheOuterWorkBackIfNestingWasRefused() {
        assertThatIllegalStateException()
                .isThrownBy(() -> in(outer -> {
                    outer.links().saveIfAbsent(Samples.link("L1", "orders", "1"));
                    return in(inner -> "nested");
                }));
        assertThat(resultOf(transaction -> transaction.links().find("L1")).get())
                .isEmpty();
    }

    @Test
    void goesOnIfTheWorkBearsThatNestingWasRefused() {
        in(outer -> {
            var refusal = catchThrowable(() -> in(inner -> "nested"));
            assertThat(refusal).isInstanceOf(IllegalStateException.class);
            return outer.links().saveIfAbsent(Samples.link("L1", "orders", "1"));
        });
        assertThat(resultOf(transaction -> transaction.links().find("L1")).get())
                .isPresent();
    }

    @Test
    void isOfNoUseAfterTheWorkHasReturned() {
        var kept = in(transaction -> transaction);
        assertThatIllegalStateException().isThrownBy(kept::links);
        var store = in(StoreTransaction::links);
        assertThatIllegalStateException().isThrownBy(() -> store.find("L1"));
    }

    @Test
    void isOfNoUseDuringALaterTransaction() {
        var store = in(StoreTransaction::outbox);
        in(transaction -> {
            assertThatIllegalStateException().isThrownBy(() -> store.append(Samples.write("W1", "target")));
            return true;
        });
        assertThat(resultOf(transaction -> transaction.outbox().find("W1")).get())
                .isEmpty();
    }

    @Test
    void belongsToTheThreadThatRunsTheWork() {
        var failure = new AtomicReference<Optional<Throwable>>(Optional.empty());
        in(transaction -> {
            CompletableFuture.runAsync(() -> failure.set(Optional.ofNullable(
                            catchThrowable(() -> transaction.links().find("L1")))))
                    .join();
            return true;
        });
        assertThat(failure.get()).get().isInstanceOf(IllegalStateException.class);
    }

    @Test
    void hidesUnfinishedWorkFromOtherThreads() throws Exception {
        var written = new CountDownLatch(1);
        var look = new CountDownLatch(1);
        var writer = CompletableFuture.runAsync(() -> rolledBack(transaction -> {
            transaction.links().saveIfAbsent(Samples.link("L1", "orders", "1"));
            written.countDown();
            await(look);
            return true;
        }));
        assertThat(written.await(10, TimeUnit.SECONDS)).isTrue();
        var reader = CompletableFuture.supplyAsync(
                () -> in(transaction -> transaction.links().find("L1")));
        look.countDown();
        writer.join();
        assertThat(reader.join()).isEmpty();
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException interrupted) {
            throw new AssertionError(interrupted);
        }
    }

    @Test
    void losesNoUpdateOfManyThreads() {
        in(transaction -> transaction.audit().append(Samples.auditRecord("first")));
        inThreads(() -> {
            for (var round = 0; round < 25; round++) {
                in(transaction -> {
                    var last = transaction.audit().last().orElseThrow();
                    transaction.cursors().save("Tracker", "count", new Cursor("" + last.sequence()));
                    return transaction.audit().append(Samples.auditRecord("after " + last.sequence()));
                });
            }
            return true;
        });
        assertThat(resultOf(transaction ->
                                transaction.audit().last().orElseThrow().sequence())
                        .get())
                .isEqualTo(201);
        assertThat(resultOf(transaction -> transaction.cursors().find("Tracker", "count"))
                        .get())
                .contains(new Cursor("200"));
    }

    @Test
    void refusesWorkAfterItWasClosed() {
        stores().close();
        assertThatIllegalStateException().isThrownBy(() -> in(transaction -> "late"));
    }

    @Test
    void closesTwice() {
        stores().close();
        assertThatCode(() -> stores().close()).doesNotThrowAnyException();
    }
}
