package dev.issuelink.store;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The audit trail in memory. */
final class InMemoryAuditStore implements AuditStore {
    static final class Rows {
        private final List<AuditEntry> chain = new ArrayList<>();
        private final Index<String, Long> bySubject = new Index<>(Comparator.<Long>naturalOrder());
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
        var size = rows.chain.size();
        var from = (int) Math.max(0, Math.min(afterSequence, size));
        return List.copyOf(rows.chain.subList(from, (int) Math.min((long) from + limit, size)));
    }

    @Override
    public List<AuditEntry> findBySubject(String subject, long afterSequence, int limit) {
        session.check();
        Limits.check(limit);
        return rows.bySubject.after(subject, afterSequence, limit).stream()
                .map(sequence -> rows.chain.get((int) (sequence - 1)))
                .toList();
    }

    @Override
    public Optional<AuditEntry> last() {
        session.check();
        return rows.chain.isEmpty() ? Optional.empty() : Optional.of(rows.chain.get(rows.chain.size() - 1));
    }
}
