package dev.issuelink.core.internal.outbound;

import dev.issuelink.core.internal.codec.Write;
import dev.issuelink.core.internal.commit.Notices;
import dev.issuelink.model.DroppedField;
import dev.issuelink.model.Issue;
import dev.issuelink.model.IssueLink;
import dev.issuelink.model.IssueReference;
import dev.issuelink.model.LinkType;
import dev.issuelink.model.ObjectReference;
import dev.issuelink.store.OutboxEntry;
import dev.issuelink.store.StoreTransaction;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Stores what a tracker made of a write: the end of the entry, the snapshot, the links and the audit record. */
final class OutcomeRecorder {
    private static final Logger LOG = LoggerFactory.getLogger(OutcomeRecorder.class);

    private final Dispatcher.Parts parts;

    OutcomeRecorder(Dispatcher.Parts parts) {
        this.parts = parts;
    }

    /** False if another has taken the entry over; then nothing is stored. */
    boolean record(StoreTransaction transaction, Notices notices, OutboxEntry entry, WriteOutcome outcome) {
        return outcome instanceof WriteOutcome.IssueWritten written
                ? storeIssue(transaction, notices, entry, written)
                : storeComment(transaction, notices, entry, (WriteOutcome.CommentWritten) outcome);
    }

    private boolean storeIssue(
            StoreTransaction transaction, Notices notices, OutboxEntry entry, WriteOutcome.IssueWritten written) {
        var issue = written.issue();
        if (!transaction
                .outbox()
                .complete(entry.id(), entry.fence(), parts.codec().encode(issue.reference()))) {
            return false;
        }
        var write = parts.codec().decodeWrite(entry.payload());
        if (write instanceof Write.UpdateIssue update) {
            parts.applier().move(transaction, notices, update.issue().key(), issue, entry.actor(), "found on update");
            parts.claims().noteClosed(transaction, entry.id(), issue);
        }
        parts.applier().storeOwn(transaction, issue);
        if (write instanceof Write.CreateIssue create) {
            create.objects().forEach(object -> link(transaction, notices, entry, issue, object));
            create.fingerprint().ifPresent(fingerprint -> bind(transaction, fingerprint, entry, issue));
            notices.add(listener -> listener.issueCreated(issue.reference()));
        }
        var details = details(entry, written);
        if (write instanceof Write.CreateIssue create) {
            create.fingerprint().ifPresent(fingerprint -> details.put("fingerprint", fingerprint));
        }
        var action = write instanceof Write.CreateIssue ? "issue.created" : "issue.updated";
        parts.audit().record(transaction, entry.actor(), action, issue.key(), details);
        tellDropped(notices, issue.reference(), written);
        return true;
    }

    private boolean storeComment(
            StoreTransaction transaction, Notices notices, OutboxEntry entry, WriteOutcome.CommentWritten written) {
        if (!transaction
                .outbox()
                .complete(entry.id(), entry.fence(), parts.codec().encode(written.comment()))) {
            return false;
        }
        var details = details(entry, written);
        details.put("comment", written.comment().id());
        parts.audit()
                .record(
                        transaction,
                        entry.actor(),
                        "comment.added",
                        written.issue().key(),
                        details);
        tellDropped(notices, written.issue(), written);
        return true;
    }

    private static void tellDropped(Notices notices, IssueReference issue, WriteOutcome outcome) {
        if (!outcome.dropped().isEmpty()) {
            notices.add(listener -> listener.fieldsDropped(issue, outcome.dropped()));
        }
    }

    private void link(
            StoreTransaction transaction, Notices notices, OutboxEntry entry, Issue issue, ObjectReference object) {
        // It may have moved before its answer came.
        var key = transaction.snapshots().resolve(issue.key());
        var link = IssueLink.builder(parts.ids().next(), object, key)
                .type(LinkType.AUTO_CREATED)
                .createdBy(entry.actor())
                .createdAt(parts.clock().instant())
                .direction(parts.trackers().config(entry.tracker()).sync().direction())
                .build();
        if (transaction.links().saveIfAbsent(link)) {
            parts.audit()
                    .record(
                            transaction,
                            entry.actor(),
                            "link.created",
                            link.id(),
                            Map.of(
                                    "object", object.key().toString(),
                                    "issue", key.toString(),
                                    "type", link.type().name()));
            notices.add(listener -> listener.linkCreated(link));
        }
    }

    private void bind(StoreTransaction transaction, String fingerprint, OutboxEntry entry, Issue issue) {
        parts.claims()
                .bind(transaction, fingerprint, entry.id(), issue, parts.clock().instant());
    }

    private static Map<String, String> details(OutboxEntry entry, WriteOutcome outcome) {
        var details = new LinkedHashMap<String, String>();
        details.put("write", entry.id());
        details.put("attempts", Integer.toString(entry.attempts()));
        if (!outcome.dropped().isEmpty()) {
            var dropped = outcome.dropped().stream()
                    .map(DroppedField::field)
                    .distinct()
                    .collect(Collectors.joining(","));
            details.put("dropped", dropped);
            LOG.warn("{} of {}: the tracker left out {}", entry.operation(), entry.target(), dropped);
        }
        return details;
    }
}
