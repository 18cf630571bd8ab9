package dev.issuelink.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The audit trail in memory. */
final class InMemoryAuditStore implements AuditStore {
    static final class Rows {
        private final List<AuditEntry> chain = new ArrayList<>();
        private final Index<String, Long> bySubject = new Index<>(Comparator.<Long>naturalOrder());
        private AuditAnchor anchor = AuditAnchor.ORIGIN;

        private int placeAfter(long sequence) {
            return (int) Math.max(0, Math.min(sequence - anchor.sequence(), chain.size()));
        }
    }

    private final Session session;
    private final Rows rows;

    InMemoryAuditStore(Session session, Rows rows) {
        this.session = session;
        this.rows = rows;
    }

    @Override
    public AuditEntry append(AuditRecord record) {
        var entry = AuditEntry.following(last().orElse(null), record);
        rows.chain.add(entry);
        session.onRollback(() -> rows.chain.remove(rows.chain.size() - 1));
        rows.bySubject.add(session, record.subject(), entry.sequence());
        return entry;
    }

    @Override
    public List<AuditEntry> read(long afterSequence, int limit) {
        session.check();
        Limits.check(limit);
        var from = rows.placeAfter(afterSequence);
        return List.copyOf(rows.chain.subList(from, (int) Math.min((long) from + limit, rows.chain.size())));
    }

    @Override
    public List<AuditEntry> findBySubject(String subject, long afterSequence, int limit) {
        session.check();
        Limits.check(limit);
        return rows.bySubject.after(subject, afterSequence, limit).stream()
                .map(sequence -> rows.chain.get(rows.placeAfter(sequence - 1)))
                .toList();
    }

    @Override
    public Optional<AuditEntry> last() {
        session.check();
        return rows.chain.isEmpty() ? Optional.empty() : Optional.of(rows.chain.get(rows.chain.size() - 1));
    }

    @Override
    public AuditAnchor anchor() {
        session.check();
        return rows.anchor;
    }

    @Override
    public int prune(Instant recordedBefore, int limit) {
        session.check();
        Limits.check(limit);
        var most = Math.max(0, Math.min(limit, rows.chain.size() - 1));
        var old = rows.chain.stream()
                .limit(most)
                .takeWhile(entry -> entry.record().at().isBefore(recordedBefore))
                .toList();
        if (!old.isEmpty()) {
            forget(old);
        }
        return old.size();
    }

    private void forget(List<AuditEntry> oldest) {
        var before = rows.anchor;
        oldest.forEach(entry -> rows.bySubject.remove(session, entry.record().subject(), entry.sequence()));
        rows.chain.subList(0, oldest.size()).clear();
        rows.anchor = AuditAnchor.of(oldest.get(oldest.size() - 1));
        session.onRollback(() -> {
            rows.chain.addAll(0, oldest);
            rows.anchor = before;
        });
    }
}
