package dev.issuelink.store;

import java.time.Duration;
import java.util.Optional;

/** Who may do what only one may do at a time. The store's own clock decides when a lease has ended. */
public interface LeaseStore {
    /**
     * Takes a lease that is free, has ended or is the owner's already. The owner's own lease that has not ended is
     * prolonged and keeps its fence; otherwise the fence rises.
     *
     * @param name what is to be done
     * @param owner who wants to do it
     * @param duration for how long from now on, not negative
     * @return the lease, or empty if another holds it
     */
    Optional<Lease> tryAcquire(String name, String owner, Duration duration);

    /**
     * Gives a lease back before its end.
     *
     * @param lease the lease
     * @return false if it was lost to another or given back already; then nothing changed
     */
    boolean release(Lease lease);
}
