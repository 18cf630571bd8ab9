package dev.issuelink.verify.events;

import dev.issuelink.spi.IssueTrackerAdapter;
import dev.issuelink.spi.IssueTrackerProvider;
import dev.issuelink.store.IssueLinkStores;
import dev.issuelink.store.OutboxEntry;
import dev.issuelink.store.StoreTransaction;
import dev.issuelink.testkit.SimulatedCrash;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;

/**
 * The stores as one process sees them that may die: at a named step of the way, before or after the transaction of that
 * step is committed. A dead process does nothing any more.
 */
final class MortalStores implements IssueLinkStores {
    /** A step of the way of an event to its issue, named after what it does to the store. */
    enum Step {
        /** The event is decided, and its write put into the outbox. */
        PUBLISH("append"),
        /** A write is taken out of the outbox. */
        CLAIM("claimNext"),
        /** What came of a write is stored, with its link. */
        STORE("complete"),
        /** A write that failed is put off. */
        POSTPONE("retryLater");

        private final String method;

        Step(String method) {
            this.method = method;
        }
    }

    /**
     * An order to die, which one process obeys.
     *
     * @param step at which step
     * @param afterCommit whether after its transaction is committed, or before
     * @param obeyed whether somebody has died of it
     */
    record Death(Step step, boolean afterCommit, AtomicBoolean obeyed) {
        static Death at(Step step, boolean afterCommit) {
            return new Death(step, afterCommit, new AtomicBoolean());
        }
    }

    private final IssueLinkStores stores;
    private final BooleanSupplier frozen;
    private final AtomicReference<Optional<Death>> ordered = new AtomicReference<>(Optional.empty());
    private final Set<String> held = ConcurrentHashMap.newKeySet();
    private volatile boolean dead;

    /**
     * Creates the stores of a process.
     *
     * @param frozen whether nobody may take a write now
     */
    MortalStores(IssueLinkStores stores, BooleanSupplier frozen) {
        this.stores = stores;
        this.frozen = frozen;
    }

    void order(Death death) {
        ordered.set(Optional.of(death));
    }

    void live() {
        ordered.set(Optional.empty());
    }

    /** A provider whose adapters take the whole process with them when they crash. */
    IssueTrackerProvider provider(IssueTrackerProvider provider) {
        return mortal(IssueTrackerProvider.class, provider);
    }

    private <T> T mortal(Class<T> type, T target) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                    try {
                        var result = method.invoke(target, arguments);
                        return result instanceof IssueTrackerAdapter adapter
                                ? mortal(IssueTrackerAdapter.class, adapter)
                                : result;
                    } catch (InvocationTargetException failure) {
                        dead |= failure.getCause() instanceof SimulatedCrash;
                        throw failure.getCause();
                    }
                }));
    }

    boolean isDead() {
        return dead;
    }

    /** The writes that it took and has not given back. */
    Set<String> held() {
        return Set.copyOf(held);
    }

    @Override
    public <T> T inTransaction(Work<T> work) {
        checkAlive();
        var done = new HashSet<String>();
        var result = stores.inTransaction(transaction -> {
            done.clear();
            var value = work.run(watched(StoreTransaction.class, transaction, done));
            checkAlive();
            dieIfOrdered(done, false);
            return value;
        });
        dieIfOrdered(done, true);
        return result;
    }

    @Override
    public void close() {}

    private void checkAlive() {
        if (dead) {
            throw new SimulatedCrash("the process is dead");
        }
    }

    private void dieIfOrdered(Set<String> done, boolean afterCommit) {
        var death = ordered.get();
        if (death.filter(order -> order.afterCommit == afterCommit && done.contains(order.step.method))
                        .isPresent()
                && death.get().obeyed.compareAndSet(false, true)) {
            dead = true;
            throw new SimulatedCrash("at " + death.get().step);
        }
    }

    private <T> T watched(Class<T> type, Object target, Set<String> done) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, arguments) -> call(target, method, arguments, done)));
    }

    private Object call(Object target, Method method, Object[] arguments, Set<String> done) throws Throwable {
        try {
            if (method.getName().equals("claimNext") && frozen.getAsBoolean()) {
                return Optional.empty();
            }
            var result = method.invoke(target, arguments);
            if (target instanceof StoreTransaction) {
                return method.getName().equals("outbox") ? watched(method.getReturnType(), result, done) : result;
            }
            note(method.getName(), arguments, result, done);
            return result;
        } catch (InvocationTargetException failure) {
            throw failure.getCause();
        }
    }

    private void note(String method, Object[] arguments, Object result, Set<String> done) {
        if (Boolean.FALSE.equals(result) || Optional.empty().equals(result)) {
            return;
        }
        done.add(method);
        if (result instanceof Optional<?> claimed && method.equals("claimNext")) {
            held.add(((OutboxEntry) claimed.orElseThrow()).id());
        } else if (Set.of("complete", "retryLater", "putBack", "fail").contains(method)) {
            held.remove(arguments[0]);
        }
    }
}
