package dev.issuelink.jdbc;

import dev.issuelink.store.AuditAnchor;
import dev.issuelink.store.AuditEntry;
import dev.issuelink.store.AuditRecord;
import dev.issuelink.store.AuditStore;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The audit trail in a table. Whoever appends, or asks for the end, holds the end until the transaction has ended: that
 * makes it one chain, and no two transactions build on the same end.
 */
final class JdbcAuditStore implements AuditStore {
    private static final String ENTRY =
            "SELECT sequence, at, actor, action, subject, details, previous_hash, hash FROM {audit} ";

    private final Session session;
    private @Nullable AuditEntry end;

    JdbcAuditStore(Session session) {
        this.session = session;
    }

    @Override
    public AuditEntry append(AuditRecord record) {
        var entry = AuditEntry.following(last().orElse(null), record);
        insert(entry);
        session.update("UPDATE {audit_end} SET sequence = ? WHERE id = 1", entry.sequence());
        end = entry;
        return entry;
    }

    private void insert(AuditEntry entry) {
        var record = entry.record();
        session.update(
                "INSERT INTO {audit} (sequence, subject_key, at, actor, action, subject, details, previous_hash, hash)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                entry.sequence(),
                Key.of(record.subject()),
                record.at(),
                record.actor(),
                record.action(),
                record.subject(),
                Texts.lines(flat(record.details())),
                entry.previousHash(),
                entry.hash());
    }

    @Override
    public List<AuditEntry> read(long afterSequence, int limit) {
        session.check();
        return session.list(
                ENTRY + "WHERE sequence > ? ORDER BY sequence LIMIT ?",
                JdbcAuditStore::entry,
                afterSequence,
                Limits.check(limit));
    }

    @Override
    public List<AuditEntry> findBySubject(String subject, long afterSequence, int limit) {
        session.check();
        return session.list(
                ENTRY + "WHERE subject_key = ? AND sequence > ? ORDER BY sequence LIMIT ?",
                JdbcAuditStore::entry,
                Key.of(subject),
                afterSequence,
                Limits.check(limit));
    }

    @Override
    public Optional<AuditEntry> last() {
        session.check();
        if (end != null) {
            return Optional.of(end);
        }
        var sequence = session.first(
                        "SELECT sequence FROM {audit_end} WHERE id = 1 {for update}", row -> row.number("sequence"))
                .orElseThrow(() -> new IllegalStateException("The end of the audit trail is missing"));
        var last = session.first(ENTRY + "WHERE sequence = ? {for update}", JdbcAuditStore::entry, sequence);
        end = last.orElse(null);
        return last;
    }

    @Override
    public AuditAnchor anchor() {
        session.check();
        return anchor("");
    }

    private AuditAnchor anchor(String lock) {
        return session.first(
                        "SELECT sequence, hash FROM {audit_anchor} WHERE id = 1 " + lock,
                        row -> new AuditAnchor(row.number("sequence"), row.text("hash")))
                .orElse(AuditAnchor.ORIGIN);
    }

    // Whoever forgets holds the beginning; the end grows meanwhile, and only ever away from what is forgotten.
    @Override
    public int prune(Instant recordedBefore, int limit) {
        session.check();
        Limits.check(limit);
        var before = anchor("{for update}");
        var after = before;
        for (var entry : forgettable(before, limit)) {
            if (!after.precedes(entry) || !entry.record().at().isBefore(recordedBefore)) {
                break;
            }
            after = AuditAnchor.of(entry);
        }
        if (after.equals(before)) {
            return 0;
        }
        keep(after);
        return session.update(
                "DELETE FROM {audit} WHERE sequence > ? AND sequence <= ?", before.sequence(), after.sequence());
    }

    private void keep(AuditAnchor anchor) {
        var kept = session.update(
                "UPDATE {audit_anchor} SET sequence = ?, hash = ? WHERE id = 1", anchor.sequence(), anchor.hash());
        if (kept == 0) {
            throw new IllegalStateException("The place where the audit trail begins is missing; restore a backup");
        }
    }

    private List<AuditEntry> forgettable(AuditAnchor anchor, int limit) {
        return session.list(
                ENTRY + "WHERE sequence > ? AND sequence < (SELECT sequence FROM {audit_end} WHERE id = 1)"
                        + " ORDER BY sequence LIMIT ?",
                JdbcAuditStore::entry,
                anchor.sequence(),
                limit);
    }

    private static AuditEntry entry(Row row) throws SQLException {
        var record = new AuditRecord(
                row.time("at"),
                row.text("actor"),
                row.text("action"),
                row.text("subject"),
                details(Texts.ofLines(row.text("details"))));
        return new AuditEntry(row.number("sequence"), record, row.text("previous_hash"), row.text("hash"));
    }

    /** The entry of an exported row; empty if its details are none. */
    static Optional<AuditEntry> entry(MovedRow row) {
        try {
            var record = new AuditRecord(
                    Times.instant(row.number("at")),
                    row.text("actor"),
                    row.text("action"),
                    row.text("subject"),
                    details(Texts.ofLines(row.text("details"))));
            return Optional.of(
                    new AuditEntry(row.number("sequence"), record, row.text("previous_hash"), row.text("hash")));
        } catch (IndexOutOfBoundsException noLines) {
            return Optional.empty();
        }
    }

    private static List<String> flat(Map<String, String> details) {
        var flat = new ArrayList<String>();
        details.forEach((name, value) -> {
            flat.add(name);
            flat.add(value);
        });
        return flat;
    }

    private static Map<String, String> details(List<String> flat) {
        var details = new HashMap<String, String>();
        for (var place = 0; place < flat.size(); place += 2) {
            details.put(flat.get(place), flat.get(place + 1));
        }
        return details;
    }
}
