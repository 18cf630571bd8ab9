package dev.issuelink.testkit.contract;

import dev.issuelink.store.IssueLinkStores;
import dev.issuelink.testkit.MutableClock;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** What the contracts of stores share. Each test gets empty stores of its own. */
public abstract class StoreContract {
    private static final int THREADS = 8;

    private final MutableClock clock = MutableClock.create();
    private @Nullable IssueLinkStores stores;

    /** For the contracts of this package. */
    protected StoreContract() {}

    /**
     * Makes empty stores.
     *
     * @param storeClock the clock that decides when leases have ended and delays are over; a store that goes by another
     *     clock, such as its database's, ignores it and overrides {@link #letPass}
     * @return new stores; the contract closes them
     */
    protected abstract IssueLinkStores createStores(Clock storeClock);

    /**
     * Lets time pass for the stores. Moves the clock unless overridden.
     *
     * @param storeClock the clock that the stores were made with
     * @param duration how much
     */
    protected void letPass(MutableClock storeClock, Duration duration) {
        storeClock.advance(duration);
    }

    final void letPass(Duration duration) {
        letPass(clock, duration);
    }

    @BeforeEach
    final void openStores() {
        stores = createStores(clock);
    }

    @AfterEach
    final void closeStores() {
        stores().close();
    }

    final IssueLinkStores stores() {
        return Objects.requireNonNull(stores, "The stores are made before each test");
    }

    final <T> T in(IssueLinkStores.Work<T> work) {
        return stores().inTransaction(work);
    }

    /** Like {@link #in}, as a receiver, so that the type of what is asserted is plain to the compiler. */
    final <T> Supplier<T> resultOf(IssueLinkStores.Work<T> work) {
        var result = in(work);
        return () -> result;
    }

    /** Does some work in a transaction of its own that then fails. */
    final void rolledBack(IssueLinkStores.Work<?> work) {
        try {
            in(transaction -> {
                work.run(transaction);
                throw new RolledBack();
            });
        } catch (RolledBack expected) {
            return;
        }
        throw new AssertionError("What the work throws must be thrown on");
    }

    static final class RolledBack extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /** Runs the same work in several threads at once. */
    final <T> List<T> inThreads(Callable<T> work) {
        var pool = Executors.newFixedThreadPool(THREADS);
        try {
            var results = new ArrayList<T>();
            for (var result : pool.invokeAll(
                    IntStream.range(0, THREADS).mapToObj(number -> work).toList())) {
                results.add(result.get());
            }
            return results;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AssertionError(interrupted);
        } catch (ExecutionException failure) {
            throw new AssertionError("A thread failed", failure.getCause());
        } finally {
            pool.shutdownNow();
        }
    }
}
