package dev.issuelink.core.internal.outbound;

import dev.issuelink.core.internal.IdSource;
import dev.issuelink.core.internal.Targets;
import dev.issuelink.core.internal.audit.AuditRecorder;
import dev.issuelink.core.internal.codec.StoreCodec;
import dev.issuelink.core.internal.codec.Write;
import dev.issuelink.core.internal.guard.SafeDraft;
import dev.issuelink.model.Marker;
import dev.issuelink.store.OutboxEntry;
import dev.issuelink.store.StoreTransaction;
import java.time.Clock;
import java.util.Map;

/** Puts writes into the outbox. Takes nothing that did not pass the sanitiser. */
public final class Outbox {
    private final StoreCodec codec;
    private final IdSource ids;
    private final AuditRecorder audit;
    private final Clock clock;

    public Outbox(StoreCodec codec, IdSource ids, AuditRecorder audit, Clock clock) {
        this.codec = codec;
        this.ids = ids;
        this.audit = audit;
        this.clock = clock;
    }

    /** Appends a write within the caller's transaction. */
    public OutboxEntry append(StoreTransaction transaction, String tracker, SafeDraft draft, String actor) {
        return append(transaction, ids.next(), tracker, draft, actor);
    }

    /** Appends a write under an id that is new. It is its marker, too. */
    public OutboxEntry append(StoreTransaction transaction, String id, String tracker, SafeDraft draft, String actor) {
        var write = draft.write();
        var entry = OutboxEntry.pending(
                id,
                tracker,
                target(transaction, tracker, write),
                write.operation().name(),
                new Marker(id),
                codec.encode(write),
                actor,
                clock.instant());
        transaction.outbox().append(entry);
        audit.record(
                transaction,
                actor,
                "write.wanted",
                entry.target(),
                Map.of(
                        "write", id,
                        "operation", entry.operation(),
                        "redactions", Integer.toString(draft.redactions())));
        return entry;
    }

    // The present identity, so that writes to an issue keep their order by whatever identity the host knows it.
    private static String target(StoreTransaction transaction, String tracker, Write write) {
        if (write instanceof Write.CreateIssue create) {
            return Targets.project(tracker, create.draft().project().orElse(""));
        }
        if (write instanceof Write.UpdateIssue update) {
            return Targets.issue(transaction.snapshots().resolve(update.issue().key()));
        }
        var comment = (Write.AddComment) write;
        return Targets.issue(transaction.snapshots().resolve(comment.issue().key()));
    }
}
