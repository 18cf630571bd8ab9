package dev.issuelink.store;

/** All rows of the stores in memory. */
final class Tables {
    final InMemoryLinkStore.Rows links = new InMemoryLinkStore.Rows();
    final InMemorySnapshotStore.Rows snapshots = new InMemorySnapshotStore.Rows();
    final InMemoryOutboxStore.Rows outbox = new InMemoryOutboxStore.Rows();
    final InMemoryInboxStore.Rows inbox = new InMemoryInboxStore.Rows();
    final InMemoryCursorStore.Rows cursors = new InMemoryCursorStore.Rows();
    final InMemorySecretStore.Rows secrets = new InMemorySecretStore.Rows();
    final InMemoryLeaseStore.Rows leases = new InMemoryLeaseStore.Rows();
    final InMemoryFingerprintStore.Rows fingerprints = new InMemoryFingerprintStore.Rows();
    final InMemoryBudgetStore.Rows budgets = new InMemoryBudgetStore.Rows();
    final InMemoryAuditStore.Rows audit = new InMemoryAuditStore.Rows();
}
