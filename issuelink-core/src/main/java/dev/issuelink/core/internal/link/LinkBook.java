package dev.issuelink.core.internal.link;

import dev.issuelink.core.internal.IdSource;
import dev.issuelink.core.internal.Targets;
import dev.issuelink.core.internal.audit.AuditRecorder;
import dev.issuelink.core.internal.commit.Committer;
import dev.issuelink.core.internal.commit.Notices;
import dev.issuelink.core.internal.inbound.Applier;
import dev.issuelink.model.IssueLink;
import dev.issuelink.model.IssueReference;
import dev.issuelink.model.ObjectReference;
import dev.issuelink.model.SyncDirection;
import dev.issuelink.model.SyncStatus;
import dev.issuelink.store.IssueLinkStores;
import dev.issuelink.store.IssueSnapshot;
import dev.issuelink.store.OutboxEntry;
import dev.issuelink.store.StoreTransaction;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** The links, and what is known of the issues they lead to. Never calls a tracker. */
public final class LinkBook {
    private final IssueLinkStores stores;
    private final Committer committer;
    private final Applier applier;
    private final AuditRecorder audit;
    private final IdSource ids;
    private final Clock clock;

    public LinkBook(
            IssueLinkStores stores,
            Committer committer,
            Applier applier,
            AuditRecorder audit,
            IdSource ids,
            Clock clock) {
        this.stores = stores;
        this.committer = committer;
        this.applier = applier;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
    }

    IssueLink link(String actor, ObjectReference object, IssueReference issue, SyncDirection direction) {
        return committer.commit((transaction, notices) -> {
            var key = transaction.snapshots().resolve(issue.key());
            var link = IssueLink.builder(ids.next(), object, key)
                    .createdBy(actor)
                    .createdAt(clock.instant())
                    .direction(direction)
                    .build();
            if (!transaction.links().saveIfAbsent(link)) {
                return transaction.links().find(object.key(), key).orElseThrow();
            }
            applier.remember(transaction, issue);
            audit.record(transaction, actor, "link.created", link.id(), describe(link));
            notices.add(listener -> listener.linkCreated(link));
            return link;
        });
    }

    boolean unlink(String actor, String linkId) {
        return committer.commit((transaction, notices) -> {
            var link = transaction.links().find(linkId);
            link.ifPresent(found -> unlink(transaction, notices, actor, found));
            return link.isPresent();
        });
    }

    void unlink(StoreTransaction transaction, Notices notices, String actor, IssueLink link) {
        transaction.links().remove(link.id());
        applier.rememberUnlinked(transaction, link);
        audit.record(transaction, actor, "link.removed", link.id(), describe(link));
        notices.add(listener -> listener.linkRemoved(link));
    }

    Optional<IssueLink> find(String linkId) {
        return stores.inTransaction(transaction -> transaction.links().find(linkId));
    }

    List<IssueLink> of(ObjectReference object) {
        return stores.inTransaction(transaction -> transaction.links().findByObject(object.key()));
    }

    List<IssueReference> issuesOf(ObjectReference object) {
        return stores.inTransaction(transaction -> {
            var issues = transaction.links().findByObject(object.key()).stream()
                    .map(IssueLink::issue)
                    .toList();
            var snapshots = transaction.snapshots().findAll(issues);
            return issues.stream()
                    .map(snapshots::get)
                    .filter(Objects::nonNull)
                    .map(IssueSnapshot::reference)
                    .toList();
        });
    }

    List<ObjectReference> objectsOf(IssueReference issue) {
        return stores.inTransaction(transaction -> {
            var key = transaction.snapshots().resolve(issue.key());
            return transaction.links().findByIssue(key).stream()
                    .map(IssueLink::object)
                    .toList();
        });
    }

    SyncStatus statusOf(IssueReference issue) {
        return stores.inTransaction(transaction -> {
            var key = transaction.snapshots().resolve(issue.key());
            return status(
                    transaction.snapshots().find(key), transaction.outbox().findOpen(Targets.issue(key)));
        });
    }

    private static SyncStatus status(Optional<IssueSnapshot> snapshot, List<OutboxEntry> open) {
        var failed = open.stream()
                .filter(entry -> entry.state() == OutboxEntry.State.FAILED)
                .findFirst();
        var pending = (int) open.stream()
                .filter(entry -> entry.state() != OutboxEntry.State.FAILED)
                .count();
        return new SyncStatus(
                state(snapshot, failed.isPresent(), pending),
                pending,
                snapshot.map(IssueSnapshot::seenAt),
                failed.flatMap(OutboxEntry::outcome));
    }

    private static SyncStatus.State state(Optional<IssueSnapshot> snapshot, boolean failed, int pending) {
        if (failed) {
            return SyncStatus.State.FAILED;
        }
        if (pending > 0) {
            return SyncStatus.State.PENDING;
        }
        if (snapshot.isEmpty()) {
            return SyncStatus.State.UNKNOWN;
        }
        return snapshot.get().deleted() ? SyncStatus.State.DELETED : SyncStatus.State.IN_SYNC;
    }

    private static Map<String, String> describe(IssueLink link) {
        return Map.of(
                "object", link.object().key().toString(),
                "issue", link.issue().toString(),
                "type", link.type().name());
    }
}
