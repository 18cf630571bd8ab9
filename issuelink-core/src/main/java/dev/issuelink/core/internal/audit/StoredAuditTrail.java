package dev.issuelink.core.internal.audit;

import dev.issuelink.AuditTrail;
import dev.issuelink.store.AuditEntry;
import dev.issuelink.store.IssueLinkStores;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the audit trail of a store, page by page. */
public final class StoredAuditTrail implements AuditTrail {
    private static final int PAGE = 500;

    private final IssueLinkStores stores;

    public StoredAuditTrail(IssueLinkStores stores) {
        this.stores = stores;
    }

    @Override
    public List<AuditEntry> entries(long afterSequence, int limit) {
        return stores.inTransaction(transaction -> transaction.audit().read(afterSequence, limit));
    }

    @Override
    public Verification verify() {
        @Nullable AuditEntry previous = null;
        var page = entries(0, PAGE);
        while (!page.isEmpty()) {
            for (var entry : page) {
                if (!entry.follows(previous)) {
                    return new Verification(false, sequence(previous));
                }
                previous = entry;
            }
            page = entries(sequence(previous), PAGE);
        }
        return new Verification(true, sequence(previous));
    }

    private static long sequence(@Nullable AuditEntry entry) {
        return entry == null ? 0 : entry.sequence();
    }
}
