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
import java.util.concurrent.atomic.AtomicReference;

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

    private record Death(Step step, boolean afterCommit) {}

    private final IssueLinkStores stores;
    private final AtomicReference<Optional<Death>> ordered = new AtomicReference<>(Optional.empty());
    private final Set<String> held = ConcurrentHashMap.newKeySet();
    private volatile boolean dead;

    MortalStores(IssueLinkStores stores) {
        this.stores = stores;
    }

    void dieAt(Step step, boolean afterCommit) {
        ordered.set(Optional.of(new Death(step, afterCommit)));
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

    /** The writes that it took and has not given back, as the store has them. */
    Set<String> held() {
        return Set.copyOf(held);
    }

    @Override
    public <T> T inTransaction(Work<T> work) {
        checkAlive();
        var done = new HashSet<String>();
        var taken = new HashSet<String>();
        var result = stores.inTransaction(transaction -> {
            done.clear();
            taken.clear();
            var value = work.run(watched(StoreTransaction.class, transaction, done, taken));
            checkAlive();
            dieIfOrdered(done, false);
            return value;
        });
        held.addAll(taken);
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
                && ordered.compareAndSet(death, Optional.empty())) {
            dead = true;
            throw new SimulatedCrash("at " + death.get());
        }
    }

    private <T> T watched(Class<T> type, Object target, Set<String> done, Set<String> taken) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, arguments) -> call(target, method, arguments, done, taken)));
    }

    private Object call(Object target, Method method, Object[] arguments, Set<String> done, Set<String> taken)
            throws Throwable {
        try {
            var result = method.invoke(target, arguments);
            if (target instanceof StoreTransaction) {
                return method.getName().equals("outbox")
                        ? watched(method.getReturnType(), result, done, taken)
                        : result;
            }
            note(method.getName(), arguments, result, done, taken);
            return result;
        } catch (InvocationTargetException failure) {
            throw failure.getCause();
        }
    }

    private void note(String method, Object[] arguments, Object result, Set<String> done, Set<String> taken) {
        if (Boolean.FALSE.equals(result) || Optional.empty().equals(result)) {
            return;
        }
        done.add(method);
        if (result instanceof Optional<?> claimed && method.equals("claimNext")) {
            taken.add(((OutboxEntry) claimed.orElseThrow()).id());
        } else if (Set.of("complete", "retryLater", "putBack", "fail").contains(method)) {
            held.remove(arguments[0]);
        }
    }
}
