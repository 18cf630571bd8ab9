package dev.issuelink.jdbc;

import dev.issuelink.store.AuditStore;
import dev.issuelink.store.BudgetStore;
import dev.issuelink.store.CursorStore;
import dev.issuelink.store.FingerprintStore;
import dev.issuelink.store.InboxStore;
import dev.issuelink.store.LeaseStore;
import dev.issuelink.store.LinkStore;
import dev.issuelink.store.OutboxStore;
import dev.issuelink.store.SecretStore;
import dev.issuelink.store.SnapshotStore;
import dev.issuelink.store.StoreTransaction;

/** The stores as one transaction sees them. */
final class JdbcTransaction implements StoreTransaction {
    private final Session session;
    private final JdbcAuditStore audit;

    JdbcTransaction(Session session) {
        this.session = session;
        this.audit = new JdbcAuditStore(session);
    }

    @Override
    public LinkStore links() {
        session.check();
        return new JdbcLinkStore(session);
    }

    @Override
    public SnapshotStore snapshots() {
        session.check();
        return new JdbcSnapshotStore(session);
    }

    @Override
    public OutboxStore outbox() {
        session.check();
        return new JdbcOutboxStore(session);
    }

    @Override
    public InboxStore inbox() {
        session.check();
        return new JdbcInboxStore(session);
    }

    @Override
    public CursorStore cursors() {
        session.check();
        return new JdbcCursorStore(session);
    }

    @Override
    public SecretStore secrets() {
        session.check();
        return new JdbcSecretStore(session);
    }

    @Override
    public LeaseStore leases() {
        session.check();
        return new JdbcLeaseStore(session);
    }

    @Override
    public FingerprintStore fingerprints() {
        session.check();
        return new JdbcFingerprintStore(session);
    }

    @Override
    public BudgetStore budgets() {
        session.check();
        return new JdbcBudgetStore(session);
    }

    @Override
    public AuditStore audit() {
        session.check();
        return audit;
    }
}
