package dev.issuelink.core.internal.link;

import dev.issuelink.model.IssueKey;
import dev.issuelink.model.IssueReference;
import dev.issuelink.store.AuditEntry;
import dev.issuelink.store.IssueLinkStores;
import dev.issuelink.store.StoreTransaction;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds in the audit trail why an issue is there. */
public final class Explaining {
    private static final int PAGE = 500;

    private final IssueLinkStores stores;

    public Explaining(IssueLinkStores stores) {
        this.stores = stores;
    }

    /** What was decided of the events for which the issue was opened, and what was done to it, in order. */
    List<AuditEntry> explain(IssueReference issue) {
        var key = stores.inTransaction(transaction -> transaction.snapshots().resolve(issue.key()));
        var acts = new ArrayList<>(about(key.toString()));
        if (!key.equals(issue.key())) {
            acts.addAll(about(issue.key().toString()));
        }
        var fingerprints = new LinkedHashSet<String>();
        acts.forEach(entry -> fingerprint(entry).ifPresent(fingerprints::add));
        fingerprints.addAll(stores.inTransaction(transaction -> claimed(transaction, key)));
        if (fingerprints.isEmpty()) {
            return List.of();
        }
        return Stream.concat(acts.stream(), fingerprints.stream().flatMap(fingerprint -> about(fingerprint).stream()))
                .sorted(Comparator.comparingLong(AuditEntry::sequence))
                .toList();
    }

    private static List<String> claimed(StoreTransaction transaction, IssueKey key) {
        return transaction.fingerprints().findByIssue(key).stream()
                .map(claim -> claim.fingerprint())
                .toList();
    }

    private static Optional<String> fingerprint(AuditEntry entry) {
        return Optional.ofNullable(entry.record().details().get("fingerprint"));
    }

    private List<AuditEntry> about(String subject) {
        var entries = new ArrayList<AuditEntry>();
        var page = page(subject, 0);
        while (!page.isEmpty()) {
            entries.addAll(page);
            page = page(subject, page.get(page.size() - 1).sequence());
        }
        return entries;
    }

    private List<AuditEntry> page(String subject, long after) {
        return stores.inTransaction(transaction -> transaction.audit().findBySubject(subject, after, PAGE));
    }
}
