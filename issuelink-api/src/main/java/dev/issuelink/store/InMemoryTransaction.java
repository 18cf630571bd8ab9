package dev.issuelink.store;

/** The stores in memory as one transaction sees them. */
final class InMemoryTransaction implements StoreTransaction {
    private final Session session;
    private final Tables tables;

    InMemoryTransaction(Session session, Tables tables) {
        this.session = session;
        this.tables = tables;
    }

    @Override
    public LinkStore links() {
        session.check();
        return new InMemoryLinkStore(session, tables.links);
    }

    @Override
    public SnapshotStore snapshots() {
        session.check();
        return new InMemorySnapshotStore(session, tables.snapshots);
    }

    @Override
    public OutboxStore outbox() {
        session.check();
        return new InMemoryOutboxStore(session, tables.outbox);
    }

    @Override
    public InboxStore inbox() {
        session.check();
        return new InMemoryInboxStore(session, tables.inbox);
    }

    @Override
    public CursorStore cursors() {
        session.check();
        return new InMemoryCursorStore(session, tables.cursors);
    }

    @Override
    public SecretStore secrets() {
        session.check();
        return new InMemorySecretStore(session, tables.secrets);
    }

    @Override
    public LeaseStore leases() {
        session.check();
        return new InMemoryLeaseStore(session, tables.leases);
    }

    @Override
    public FingerprintStore fingerprints() {
        session.check();
        return new InMemoryFingerprintStore(session, tables.fingerprints);
    }

    @Override
    public BudgetStore budgets() {
        session.check();
        return new InMemoryBudgetStore(session, tables.budgets);
    }

    @Override
    public AuditStore audit() {
        session.check();
        return new InMemoryAuditStore(session, tables.audit);
    }
}
