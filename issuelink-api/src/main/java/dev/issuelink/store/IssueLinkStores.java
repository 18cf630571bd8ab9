package dev.issuelink.store;

/**
 * The one place of links, snapshots, outbox, inbox, cursors, sealed secrets, leases, fingerprints, budgets and the audit
 * trail, with transactions across all of them. A store author implements this; the contract suite of the testkit holds
 * every implementation to the sentences written here.
 *
 * <p>Threads: safe for all. Isolation: a transaction sees what was committed before it began and its own work, and two
 * transactions that touch the same rows behave as if one ran after the other. What holds after a throw: nothing of the
 * transaction remains, unless the store says that it was lost in the midst of a commit.
 */
public interface IssueLinkStores extends AutoCloseable {
    /**
     * Does some work in one transaction: all of it is kept, or nothing. Must not be called from within the work.
     *
     * @param work the work; it may be run again if the database asks for it, so it has no effects but on the transaction
     * @param <T> what it returns
     * @return what the work returned
     * @throws dev.issuelink.error.StoreException if the store failed; nothing was kept, unless the exception says that
     *     the store was lost in the midst of a commit: then all may have been kept, and only looking again tells
     * @throws IllegalStateException if called from within a transaction of this store, or after {@link #close}
     */
    <T> T inTransaction(Work<T> work);

    /** Gives up connections and files. Transactions that run are finished first. */
    @Override
    void close();

    /**
     * What is done in a transaction.
     *
     * @param <T> what it returns
     */
    @FunctionalInterface
    interface Work<T> {
        /**
         * Does the work. Whatever it throws rolls everything back and is thrown on.
         *
         * @param transaction the transaction; of no use after the work has returned
         * @return the result
         */
        T run(StoreTransaction transaction);
    }
}
