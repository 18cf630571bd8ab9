package dev.issuelink.core.internal.secret;

import dev.issuelink.config.SecretReference;
import dev.issuelink.core.internal.IdSource;
import dev.issuelink.error.ErrorCode;
import dev.issuelink.error.StoreException;
import dev.issuelink.error.TrackerException;
import dev.issuelink.spi.Sleeper;
import dev.issuelink.store.Lease;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets one at a time exchange a secret, among all nodes that share the store, by a lease. Whoever waited long enough is
 * told to come again later. The work is done on a thread of its own: a transaction of the host that the caller has joined
 * must neither hide the lease from other nodes nor take back what was kept, and an interruption of the caller must not
 * come between an exchange and its keeping.
 */
public final class Turns implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Turns.class);
    private static final String OPERATION = "secret";

    /** Longer than the longest exchange, and far shorter than the time for which Jira lets one be repeated. */
    private static final Duration LEASE = Duration.ofMinutes(2);

    private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(50);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(1);

    private final WatchedStores stores;
    private final Sleeper sleeper;
    private final IdSource ids;
    private final ReentrantReadWriteLock inUse = new ReentrantReadWriteLock();
    private boolean closed;

    public Turns(WatchedStores stores, Sleeper sleeper, IdSource ids) {
        this.stores = stores;
        this.sleeper = sleeper;
        this.ids = ids;
    }

    /** Does some work on that secret as the only one. */
    public <T> T take(String tracker, SecretReference reference, Supplier<T> work) {
        if (stores.isWithin()) {
            throw new IllegalStateException("A secret must not be exchanged within a transaction of the store");
        }
        inUse.readLock().lock();
        try {
            if (closed) {
                throw new IllegalStateException("The engine is closed; no secret can be exchanged any more");
            }
            return Apart.run("issuelink-secret", () -> alone(tracker, reference, work));
        } finally {
            inUse.readLock().unlock();
        }
    }

    /** Waits until what was exchanged is kept; nothing is exchanged afterwards. */
    @Override
    public void close() {
        inUse.writeLock().lock();
        try {
            closed = true;
        } finally {
            inUse.writeLock().unlock();
        }
    }

    private <T> T alone(String tracker, SecretReference reference, Supplier<T> work) {
        // An owner of its own each time: another thread of this engine must wait like another node.
        var lease = await(tracker, reference, ids.next());
        try {
            return work.get();
        } finally {
            release(lease);
        }
    }

    private Lease await(String tracker, SecretReference reference, String owner) {
        var waited = Duration.ZERO;
        var pause = FIRST_PAUSE;
        var lease = acquire(tracker, reference, owner);
        while (lease.isEmpty()) {
            if (waited.compareTo(LONGEST_WAIT) >= 0) {
                throw unavailable(tracker)
                        .message("Another node or thread has been exchanging " + reference + " for "
                                + LONGEST_WAIT.toSeconds() + " seconds; it is tried again later. If that node died,"
                                + " its turn ends " + LEASE.toSeconds() + " seconds after it began.")
                        .build();
            }
            sleep(tracker, pause);
            waited = waited.plus(pause);
            pause = shorter(pause.multipliedBy(2), LONGEST_PAUSE);
            lease = acquire(tracker, reference, owner);
        }
        return lease.get();
    }

    private Optional<Lease> acquire(String tracker, SecretReference reference, String owner) {
        try {
            return stores.inTransaction(
                    transaction -> transaction.leases().tryAcquire("secret " + reference.name(), owner, LEASE));
        } catch (StoreException failure) {
            throw unavailable(tracker)
                    .message("Whose turn it is to exchange " + reference + " cannot be seen: " + failure.getMessage())
                    .cause(failure)
                    .build();
        }
    }

    // What was done is done; a lease that cannot be given back ends by itself.
    private void release(Lease lease) {
        try {
            stores.inTransaction(transaction -> transaction.leases().release(lease));
        } catch (RuntimeException failure) {
            LOG.warn(
                    "The lease \"{}\" could not be given back and ends by itself: {}",
                    lease.name(),
                    failure.getClass().getName());
        }
    }

    private void sleep(String tracker, Duration pause) {
        try {
            sleeper.sleep(pause);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw TrackerException.of(ErrorCode.CANCELLED, tracker, OPERATION)
                    .message("The wait for the turn to exchange a secret was interrupted; nothing was exchanged.")
                    .cause(interrupted)
                    .build();
        }
    }

    private static TrackerException.Builder unavailable(String tracker) {
        return TrackerException.of(ErrorCode.UNAVAILABLE, tracker, OPERATION);
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) <= 0 ? one : other;
    }
}
