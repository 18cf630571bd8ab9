package dev.issuelink.core.internal.audit;

import dev.issuelink.store.AuditRecord;
import dev.issuelink.store.StoreTransaction;
import java.time.Clock;
import java.util.Map;

/** Adds records to the audit trail, within the transaction that does what they tell. */
public final class AuditRecorder {
    private final Clock clock;

    public AuditRecorder(Clock clock) {
        this.clock = clock;
    }

    /** Remembers that somebody did something. */
    public void record(
            StoreTransaction transaction, String actor, String action, Object subject, Map<String, String> details) {
        transaction.audit().append(new AuditRecord(clock.instant(), actor, action, subject.toString(), details));
    }
}
