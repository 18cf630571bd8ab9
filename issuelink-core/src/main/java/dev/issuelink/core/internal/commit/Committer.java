package dev.issuelink.core.internal.commit;

import dev.issuelink.store.IssueLinkStores;
import dev.issuelink.store.StoreTransaction;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Commits what was found out about issues, and has the host told in the same order. One at a time within a process: it is
 * what keeps the order of commits and notices equal.
 */
public final class Committer {
    private final IssueLinkStores stores;
    private final HostNotifier notifier;
    private final ReentrantLock order = new ReentrantLock(true);

    public Committer(IssueLinkStores stores, HostNotifier notifier) {
        this.stores = stores;
        this.notifier = notifier;
    }

    /** Does some work in one transaction, and has the host told what the work noted, if it was committed. */
    public <T> T commit(Work<T> work) {
        // Before the lock: whoever waits for a slow host must not hold what the host's listener may need.
        notifier.awaitRoom();
        order.lock();
        try {
            var committed = stores.inTransaction(transaction -> {
                var notices = new Notices();
                return new Committed<T>(work.run(transaction, notices), notices);
            });
            notifier.tell(committed.notices);
            return committed.result;
        } finally {
            order.unlock();
        }
    }

    private record Committed<T extends @Nullable Object>(T result, Notices notices) {}

    /** What is done in the transaction. */
    @FunctionalInterface
    public interface Work<T> {
        /** Does it, and notes what the host is to be told. */
        T run(StoreTransaction transaction, Notices notices);
    }
}
