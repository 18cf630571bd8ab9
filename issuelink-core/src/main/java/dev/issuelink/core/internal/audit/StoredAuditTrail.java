package dev.issuelink.core.internal.audit;

import dev.issuelink.AuditTrail;
import dev.issuelink.store.AuditAnchor;
import dev.issuelink.store.AuditEntry;
import dev.issuelink.store.IssueLinkStores;
import java.util.List;

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

    // The first page is read from the very beginning: what stands before the anchor does not belong there.
    @Override
    public Verification verify() {
        var at = anchor();
        var checked = 0L;
        var ends = at.equals(AuditAnchor.ORIGIN);
        for (var page = entries(0, PAGE); !page.isEmpty(); page = entries(at.sequence(), PAGE)) {
            var right = right(at, page);
            checked += right;
            at = right == 0 ? at : AuditAnchor.of(page.get(right - 1));
            ends = right == page.size();
            if (!ends) {
                // What was forgotten since it was read leaves a gap that the present anchor bridges.
                var present = anchor();
                if (present.sequence() <= at.sequence()) {
                    return new Verification(false, checked);
                }
                at = present;
            }
        }
        return new Verification(ends, checked);
    }

    /** How many entries are right, one after another from that place on. */
    private static int right(AuditAnchor from, List<AuditEntry> entries) {
        var at = from;
        var right = 0;
        while (right < entries.size() && at.precedes(entries.get(right))) {
            at = AuditAnchor.of(entries.get(right));
            right++;
        }
        return right;
    }

    private AuditAnchor anchor() {
        return stores.inTransaction(transaction -> transaction.audit().anchor());
    }
}
