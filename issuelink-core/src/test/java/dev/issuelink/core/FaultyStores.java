package dev.issuelink.core;

import dev.issuelink.error.StoreException;
import dev.issuelink.store.IssueLinkStores;
import dev.issuelink.store.StoreTransaction;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/** Stores that count what is really written, leases aside, and fail at one of these writes as a database may. */
final class FaultyStores implements IssueLinkStores {
    private static final Set<String> WRITES = Set.of(
            "append",
            "claimNext",
            "complete",
            "retryLater",
            "putBack",
            "fail",
            "requeue",
            "receive",
            "save",
            "saveIfAbsent",
            "remove",
            "moveIssue",
            "addAlias",
            "clear",
            "trySpend",
            "claim",
            "release",
            "prune");

    private final IssueLinkStores stores;
    private final AtomicInteger writes = new AtomicInteger();
    private final int failing;

    FaultyStores(IssueLinkStores stores, int failing) {
        this.stores = stores;
        this.failing = failing;
    }

    int writes() {
        return writes.get();
    }

    @Override
    public <T> T inTransaction(Work<T> work) {
        return stores.inTransaction(transaction -> work.run(watched(StoreTransaction.class, transaction)));
    }

    @Override
    public void close() {}

    private <T> T watched(Class<T> type, T target) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, arguments) -> call(target, method, arguments)));
    }

    private Object call(Object target, Method method, Object[] arguments) throws Throwable {
        try {
            var result = method.invoke(target, arguments);
            if (target instanceof StoreTransaction) {
                return method.getName().equals("leases") ? result : watch(method.getReturnType(), result);
            }
            if (WRITES.contains(method.getName()) && isEffective(result) && writes.incrementAndGet() == failing) {
                throw new StoreException("The test ordered this fault", null);
            }
            return result;
        } catch (InvocationTargetException failure) {
            throw failure.getCause();
        }
    }

    private <T> Object watch(Class<T> type, Object store) {
        return watched(type, type.cast(store));
    }

    private static boolean isEffective(Object result) {
        return !Boolean.FALSE.equals(result)
                && !Optional.empty().equals(result)
                && !Integer.valueOf(0).equals(result);
    }
}
