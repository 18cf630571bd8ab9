package dev.issuelink.store;

import java.time.Clock;
import java.util.Objects;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The stores in memory: what a host gets that names no other. Everything is lost when the process ends. Transactions
 * run strictly one after another, so keep their work short. A payload of the inbox is forgotten once it was applied.
 *
 * <p>After {@link #close} every use throws {@link IllegalStateException}, as does the use of a transaction after its
 * work has returned or from another thread.
 */
public final class InMemoryStores implements IssueLinkStores {
    private final Clock clock;
    private final Tables tables = new Tables();
    private final ReentrantLock lock = new ReentrantLock();
    private boolean closed;

    private InMemoryStores(Clock clock) {
        this.clock = clock;
    }

    /**
     * Empty stores that go by the system's clock.
     *
     * @return the stores
     */
    public static InMemoryStores create() {
        return create(Clock.systemUTC());
    }

    /**
     * Empty stores.
     *
     * @param clock decides when leases have ended and delays are over
     * @return the stores
     */
    public static InMemoryStores create(Clock clock) {
        return new InMemoryStores(Objects.requireNonNull(clock, "clock"));
    }

    @Override
    public <T> T inTransaction(Work<T> work) {
        Objects.requireNonNull(work, "work");
        refuseNesting();
        lock.lock();
        try {
            if (closed) {
                throw new IllegalStateException("These stores are closed");
            }
            return run(work, new Session(clock));
        } finally {
            lock.unlock();
        }
    }

    private <T> T run(Work<T> work, Session session) {
        var kept = false;
        try {
            var result = work.run(new InMemoryTransaction(session, tables));
            kept = true;
            return result;
        } finally {
            session.end(kept);
        }
    }

    @Override
    public void close() {
        refuseNesting();
        lock.lock();
        try {
            closed = true;
        } finally {
            lock.unlock();
        }
    }

    private void refuseNesting() {
        if (lock.isHeldByCurrentThread()) {
            throw new IllegalStateException("This thread is within a transaction of these stores already");
        }
    }
}
