package dev.issuelink.jdbc;

import dev.issuelink.jdbc.ExportLine.Unusable;
import dev.issuelink.store.AuditAnchor;
import java.security.MessageDigest;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Follows the lines of an export and finds what does not belong there. */
final class ExportCheck {
    private final ExportFormat format = new ExportFormat();
    private final Map<String, Long> rows = new LinkedHashMap<>();
    private final MessageDigest digest = Key.sha256();
    private final boolean checksChain;
    private AuditAnchor chain = AuditAnchor.ORIGIN;
    private @Nullable MovedRow last;
    private @Nullable String hash;
    private boolean begun;

    /** A check that looks at the chain of the audit trail as well, if wanted. */
    ExportCheck(boolean checksChain) {
        this.checksChain = checksChain;
        MovedTable.ALL.forEach(table -> rows.put(table.name(), 0L));
    }

    /** Takes the next line, without its end. */
    void accept(byte[] line) throws Unusable {
        require(!isWhole(), "comes after the end of the export");
        var said = format.read(line);
        var isHeader = said instanceof ExportLine.Header;
        require(begun != isHeader, begun ? "begins an export anew" : "does not begin an export");
        if (said instanceof ExportLine.Header header) {
            accept(header);
        } else if (said instanceof MovedRow row) {
            accept(row);
        } else {
            accept((ExportLine.End) said);
            return;
        }
        digest.update(line);
        digest.update((byte) '\n');
    }

    private void accept(ExportLine.Header header) throws Unusable {
        require(
                header.version() == ExportFormat.VERSION && header.schema() <= Migrations.SCHEMA,
                "was written by a later release (form %d, tables of version %d); this one knows form %d and version %d"
                        .formatted(header.version(), header.schema(), ExportFormat.VERSION, Migrations.SCHEMA));
        begun = true;
    }

    private void accept(MovedRow row) throws Unusable {
        var before = last;
        require(before == null || isInOrder(before, row), "is not in its place, or stands there twice");
        if (checksChain) {
            checkChain(row);
        }
        rows.merge(row.table().name(), 1L, Long::sum);
        last = row;
    }

    private static boolean isInOrder(MovedRow before, MovedRow row) {
        var tables = row.table().place() - before.table().place();
        return tables > 0 || (tables == 0 && row.follows(before));
    }

    private void checkChain(MovedRow row) throws Unusable {
        switch (row.table().name()) {
            case MovedTable.AUDIT_ANCHOR -> {
                require(row.number("sequence") >= 0, "begins the audit trail nowhere");
                chain = new AuditAnchor(row.number("sequence"), row.text("hash"));
            }
            case MovedTable.AUDIT -> {
                var entry = JdbcAuditStore.entry(row);
                require(
                        entry.isPresent() && chain.precedes(entry.get()),
                        "holds an entry of the audit trail that was changed or does not follow the one before");
                chain = AuditAnchor.of(entry.get());
            }
            case MovedTable.AUDIT_END ->
                require(
                        row.number("sequence") == chain.sequence(),
                        "ends the audit trail elsewhere than its entries do");
            default -> {}
        }
    }

    private void accept(ExportLine.End end) throws Unusable {
        require(end.rows().equals(rows), "counts other rows than there are");
        require(end.hash().equals(hash()), "shows that lines before it were changed");
        hash = end.hash();
    }

    private String hash() {
        try {
            return HexFormat.of().formatHex(((MessageDigest) digest.clone()).digest());
        } catch (CloneNotSupportedException impossible) {
            throw new IllegalStateException("SHA-256 can be copied on every Java platform", impossible);
        }
    }

    /** The last line of an export of what was taken. */
    byte[] end() {
        return format.end(rows, hash());
    }

    /** Whether the end came. */
    boolean isWhole() {
        return hash != null;
    }

    /** What tells this export from others; only of a whole one. */
    String identity() {
        return Objects.requireNonNull(hash, "The export is not whole");
    }

    /** The last row, or null. */
    @Nullable
    MovedRow last() {
        return last;
    }

    /** How many rows of each table there were, in the order of the export. */
    Map<String, Long> rows() {
        return Collections.unmodifiableMap(rows);
    }

    private static void require(boolean condition, String otherwise) throws Unusable {
        if (!condition) {
            throw new Unusable(otherwise);
        }
    }
}
