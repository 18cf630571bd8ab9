package dev.issuelink.core.internal.outbound;

import dev.issuelink.core.internal.IdSource;
import dev.issuelink.core.internal.audit.AuditRecorder;
import dev.issuelink.core.internal.codec.StoreCodec;
import dev.issuelink.core.internal.codec.Write;
import dev.issuelink.core.internal.commit.Committer;
import dev.issuelink.core.internal.commit.Notices;
import dev.issuelink.core.internal.inbound.Applier;
import dev.issuelink.core.internal.registry.TrackerRegistry;
import dev.issuelink.error.ErrorCode;
import dev.issuelink.error.TrackerException;
import dev.issuelink.host.WriteFailure;
import dev.issuelink.model.DroppedField;
import dev.issuelink.model.Issue;
import dev.issuelink.model.IssueLink;
import dev.issuelink.model.LinkType;
import dev.issuelink.model.ObjectReference;
import dev.issuelink.spi.Capability;
import dev.issuelink.store.IssueLinkStores;
import dev.issuelink.store.OutboxEntry;
import dev.issuelink.store.StoreTransaction;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes writes out of the outbox, carries them out and stores what came of it, with the link and the audit record in one
 * transaction. A crash at any point leaves the entry claimed; after its lease it is taken up again and looked for first.
 */
public final class Dispatcher {
    private static final Logger LOG = LoggerFactory.getLogger(Dispatcher.class);

    /** What the dispatcher works with. */
    public record Parts(
            IssueLinkStores stores,
            TrackerRegistry trackers,
            Committer committer,
            Applier applier,
            AuditRecorder audit,
            StoreCodec codec,
            Completions completions,
            IdSource ids,
            Clock clock) {}

    private final Parts parts;
    private final RetryPlan retries;
    private final Duration lease;
    private final WriteExecutor executor;

    public Dispatcher(Parts parts, RetryPlan retries, Duration lease) {
        this.parts = parts;
        this.retries = retries;
        this.lease = lease;
        this.executor = new WriteExecutor(parts.trackers, parts.stores, parts.codec);
    }

    /** Carries out the next write that is due; false if there is none. */
    public boolean dispatchNext() {
        var claimed =
                parts.stores.inTransaction(transaction -> transaction.outbox().claimNext(lease()));
        claimed.ifPresent(this::dispatch);
        return claimed.isPresent();
    }

    /** How long to wait until a write may be due. */
    public Optional<Duration> untilNextDue() {
        parts.completions.check();
        return parts.stores.inTransaction(transaction -> transaction.outbox().untilNextDue());
    }

    private void dispatch(OutboxEntry entry) {
        var claimedAt = parts.clock.instant();
        Optional<WriteOutcome> outcome = Optional.empty();
        try {
            outcome = Optional.of(executor.execute(entry));
        } catch (TrackerException failure) {
            postponeOrFail(entry, failure);
        } catch (IllegalArgumentException notConfigured) {
            giveUp(entry, ErrorCode.UNSUPPORTED + ": " + notConfigured.getMessage());
        }
        // Outside the try: if storing fails, the entry stays claimed, and the write is found by its marker later.
        outcome.ifPresent(stored -> store(entry, stored));
        LOG.debug(
                "{} of {} took {} ms",
                entry.operation(),
                entry.target(),
                Duration.between(claimedAt, parts.clock.instant()).toMillis());
    }

    // The lease outlives the call and the time in which a marker cannot be found, so that whoever takes the entry over
    // after a crash finds what was written.
    private Duration lease() {
        return parts.trackers.names().stream()
                .map(name -> parts.trackers.adapter(name).markerHorizon())
                .max(Duration::compareTo)
                .orElse(Duration.ZERO)
                .plus(lease);
    }

    private void store(OutboxEntry entry, WriteOutcome outcome) {
        parts.committer.commit((transaction, notices) -> outcome instanceof WriteOutcome.IssueWritten written
                ? storeIssue(transaction, notices, entry, written)
                : storeComment(transaction, entry, (WriteOutcome.CommentWritten) outcome));
        finished(entry);
    }

    private boolean storeIssue(
            StoreTransaction transaction, Notices notices, OutboxEntry entry, WriteOutcome.IssueWritten written) {
        var issue = written.issue();
        if (!transaction.outbox().complete(entry.id(), entry.fence(), parts.codec.encode(issue.reference()))) {
            return false;
        }
        var write = parts.codec.decodeWrite(entry.payload());
        if (write instanceof Write.UpdateIssue update) {
            parts.applier.move(transaction, notices, update.issue().key(), issue, entry.actor(), "found on update");
        }
        parts.applier.storeOwn(transaction, issue);
        if (write instanceof Write.CreateIssue create) {
            create.objects().forEach(object -> link(transaction, notices, entry, issue, object));
            notices.add(listener -> listener.issueCreated(issue.reference()));
        }
        var action = write instanceof Write.CreateIssue ? "issue.created" : "issue.updated";
        parts.audit.record(transaction, entry.actor(), action, issue.key(), details(entry, written));
        return true;
    }

    private boolean storeComment(StoreTransaction transaction, OutboxEntry entry, WriteOutcome.CommentWritten written) {
        if (!transaction.outbox().complete(entry.id(), entry.fence(), parts.codec.encode(written.comment()))) {
            return false;
        }
        var details = details(entry, written);
        details.put("comment", written.comment().id());
        parts.audit.record(
                transaction, entry.actor(), "comment.added", written.issue().key(), details);
        return true;
    }

    private void link(
            StoreTransaction transaction, Notices notices, OutboxEntry entry, Issue issue, ObjectReference object) {
        var link = IssueLink.builder(parts.ids.next(), object, issue.key())
                .type(LinkType.AUTO_CREATED)
                .createdBy(entry.actor())
                .createdAt(parts.clock.instant())
                .direction(parts.trackers.config(entry.tracker()).sync().direction())
                .build();
        if (transaction.links().saveIfAbsent(link)) {
            parts.audit.record(
                    transaction,
                    entry.actor(),
                    "link.created",
                    link.id(),
                    Map.of(
                            "object", object.key().toString(),
                            "issue", issue.key().toString(),
                            "type", link.type().name()));
            notices.add(listener -> listener.linkCreated(link));
        }
    }

    private void postponeOrFail(OutboxEntry entry, TrackerException failure) {
        var adapter = parts.trackers.adapter(entry.tracker());
        var findable = adapter.capabilities().contains(Capability.FIND_BY_MARKER)
                || entry.operation().equals(Write.Operation.UPDATE_ISSUE.name());
        var wait = retries.next(entry, failure, findable, adapter.markerHorizon());
        if (wait.isEmpty()) {
            giveUp(entry, Problem.of(failure));
            return;
        }
        LOG.info(
                "{} of {} will be tried again in {} s: {}",
                entry.operation(),
                entry.target(),
                wait.get().toSeconds(),
                failure.getMessage());
        parts.stores.inTransaction(transaction ->
                transaction.outbox().retryLater(entry.id(), entry.fence(), wait.get(), Problem.of(failure)));
    }

    private void giveUp(OutboxEntry entry, String problem) {
        LOG.warn("{} of {} was given up: {}", entry.operation(), entry.target(), problem);
        parts.committer.commit((transaction, notices) -> {
            var mine = transaction.outbox().fail(entry.id(), entry.fence(), problem);
            if (mine) {
                parts.audit.record(
                        transaction,
                        entry.actor(),
                        "write.failed",
                        entry.target(),
                        Map.of("write", entry.id(), "operation", entry.operation(), "problem", problem));
                var failure = new WriteFailure(entry.id(), entry.tracker(), entry.operation(), problem);
                notices.add(listener -> listener.writeFailed(failure));
            }
            return mine;
        });
        finished(entry);
    }

    private void finished(OutboxEntry entry) {
        parts.stores
                .inTransaction(transaction -> transaction.outbox().find(entry.id()))
                .ifPresent(parts.completions::finish);
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
            LOG.warn("{} of {}: the tracker left out {}", entry.operation(), entry.target(), outcome.dropped());
        }
        return details;
    }
}
