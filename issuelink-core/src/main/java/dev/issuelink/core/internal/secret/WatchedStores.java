package dev.issuelink.core.internal.secret;

import dev.issuelink.store.IssueLinkStores;
import dev.issuelink.store.StoreTransaction;
import org.jspecify.annotations.Nullable;

/**
 * The engine's stores, which know whether the calling thread is within one of their transactions: texts are cleaned
 * within and without, and what is kept must be looked up there too.
 */
public final class WatchedStores implements IssueLinkStores {
    private final IssueLinkStores stores;

    @SuppressWarnings("ThreadLocalUsage") // of these stores alone; emptied when the work ends
    private final ThreadLocal<@Nullable StoreTransaction> open = new ThreadLocal<>();

    public WatchedStores(IssueLinkStores stores) {
        this.stores = stores;
    }

    @Override
    public <T> T inTransaction(Work<T> work) {
        return stores.inTransaction(transaction -> {
            open.set(transaction);
            try {
                return work.run(transaction);
            } finally {
                open.remove();
            }
        });
    }

    /** Does some work in the transaction that the calling thread is in, or else in one of its own. */
    <T> T inAnyTransaction(Work<T> work) {
        var transaction = open.get();
        return transaction == null ? inTransaction(work) : work.run(transaction);
    }

    /** Whether the calling thread is within a transaction. */
    boolean isWithin() {
        return open.get() != null;
    }

    @Override
    public void close() {
        stores.close();
    }
}
