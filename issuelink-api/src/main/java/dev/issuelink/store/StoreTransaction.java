package dev.issuelink.store;

/**
 * The stores as one transaction sees them. Belongs to the thread that runs the work, and ends with it; used from another
 * thread or afterwards, it and its stores throw {@link IllegalStateException}.
 */
public interface StoreTransaction {
    /**
     * Links between objects and issues.
     *
     * @return the store
     */
    LinkStore links();

    /**
     * Issues as they were last seen.
     *
     * @return the store
     */
    SnapshotStore snapshots();

    /**
     * Writes that are not confirmed yet.
     *
     * @return the store
     */
    OutboxStore outbox();

    /**
     * Notices that are not applied yet.
     *
     * @return the store
     */
    InboxStore inbox();

    /**
     * How far feeds were read.
     *
     * @return the store
     */
    CursorStore cursors();

    /**
     * Secrets that trackers exchanged, sealed.
     *
     * @return the store
     */
    SecretStore secrets();

    /**
     * Who may do what only one may do at a time.
     *
     * @return the store
     */
    LeaseStore leases();

    /**
     * Which events have their issue already.
     *
     * @return the store
     */
    FingerprintStore fingerprints();

    /**
     * How much is spent of what may happen only so often.
     *
     * @return the store
     */
    BudgetStore budgets();

    /**
     * The audit trail.
     *
     * @return the store
     */
    AuditStore audit();
}
