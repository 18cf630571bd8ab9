package dev.issuelink.jdbc;

import dev.issuelink.jdbc.MovedColumn.Kind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A table as exports hold it: all its columns, the first of which is its key. It is the same in every database. */
record MovedTable(String name, List<MovedColumn> columns) {
    static final String AUDIT = "audit";
    static final String AUDIT_ANCHOR = "audit_anchor";
    static final String AUDIT_END = "audit_end";

    /** All tables in the order of an export. The trail's beginning comes before its entries, so that they can be checked. */
    static final List<MovedTable> ALL = List.of(
            of(
                    "link",
                    "id:ID object_key:KEY issue_key:KEY object_type:TEXT object_database:TEXT? object_schema:TEXT?"
                            + " object_name:TEXT object_qualified_name:TEXT object_version_hash:TEXT?"
                            + " object_modified_at:NUMBER? tracker:TEXT issue_id:TEXT type:TEXT created_by:TEXT"
                            + " created_at:NUMBER direction:TEXT"),
            of(
                    "snapshot",
                    "issue_key:KEY tracker:TEXT issue_id:TEXT provider:TEXT project:TEXT display_key:TEXT url:TEXT"
                            + " title:TEXT? status_name:TEXT? status_category:TEXT? status_resolution:TEXT?"
                            + " priority:TEXT? labels:TEXT assignee:TEXT? created_at:NUMBER? updated_at:NUMBER?"
                            + " document:TEXT seen_at:NUMBER deleted:TRUTH saves:NUMBER"),
            of("alias", "from_key:KEY from_tracker:TEXT from_id:TEXT to_key:KEY to_tracker:TEXT to_id:TEXT"),
            of(
                    "outbox",
                    "sequence:NUMBER entry_key:KEY lane_key:KEY id:TEXT tracker:TEXT target:TEXT operation:TEXT"
                            + " marker:TEXT payload:TEXT actor:TEXT created_at:NUMBER state:TEXT attempts:COUNT"
                            + " fence:NUMBER outcome:TEXT? due_at:NUMBER"),
            of("outbox_lane", "lane_key:KEY head:NUMBER wake_at:NUMBER"),
            of(
                    "inbox",
                    "sequence:NUMBER entry_key:KEY lane_key:KEY tracker:TEXT delivery_id:TEXT kind:TEXT payload:BYTES"
                            + " received_at:NUMBER state:TEXT attempts:COUNT fence:NUMBER outcome:TEXT? due_at:NUMBER"),
            of("inbox_lane", "lane_key:KEY head:NUMBER wake_at:NUMBER"),
            of("cursor", "feed_key:KEY tracker:TEXT feed:TEXT value:TEXT saves:NUMBER"),
            of("lease", "name_key:KEY name:TEXT owner:TEXT fence:NUMBER ends_at:NUMBER held:TRUTH"),
            of(
                    "fingerprint",
                    "fingerprint:ID rule_key:KEY rule:TEXT outbox_id:TEXT claimed_at:NUMBER issue_key:KEY? tracker:TEXT?"
                            + " issue_id:TEXT? document:TEXT due_at:NUMBER? saves:NUMBER"),
            of("budget", "name_key:KEY name:TEXT begin_at:NUMBER spent:COUNT"),
            of(AUDIT_ANCHOR, "id:COUNT sequence:NUMBER hash:HASH"),
            of(
                    AUDIT,
                    "sequence:NUMBER subject_key:KEY at:NUMBER actor:TEXT action:TEXT subject:TEXT details:TEXT"
                            + " previous_hash:HASH hash:HASH"),
            of(AUDIT_END, "id:COUNT sequence:NUMBER"),
            of("secret", "name_key:KEY name:TEXT sealed:BYTES saves:NUMBER"));

    // Columns in the short form that is legible above: a name, what it holds, and a question mark if it may be empty.
    private static MovedTable of(String name, String columns) {
        return new MovedTable(
                name, Arrays.stream(columns.split(" ")).map(MovedTable::column).toList());
    }

    private static MovedColumn column(String form) {
        var colon = form.indexOf(':');
        var optional = form.endsWith("?");
        var kind = form.substring(colon + 1, optional ? form.length() - 1 : form.length());
        return new MovedColumn(form.substring(0, colon), Kind.valueOf(kind), optional);
    }

    static Optional<MovedTable> named(String name) {
        return ALL.stream().filter(table -> table.name.equals(name)).findFirst();
    }

    /** Its place in the order of an export. */
    int place() {
        return ALL.indexOf(this);
    }

    /** Whether its rows are numbered by the database. */
    boolean isNumbered() {
        return name.equals("outbox") || name.equals("inbox");
    }

    /** Whether it holds one row from the beginning on. */
    boolean holdsOneRow() {
        return name.equals(AUDIT_ANCHOR) || name.equals(AUDIT_END);
    }

    int indexOf(String column) {
        for (var place = 0; place < columns.size(); place++) {
            if (columns.get(place).name().equals(column)) {
                return place;
            }
        }
        return -1;
    }

    /** Rows by their keys, from one on if that is given. */
    List<MovedRow> page(Session session, @Nullable Object after, int limit) {
        var key = columns.get(0).name();
        var rows = "SELECT " + names(", ") + " FROM {" + name + "} ";
        var order = "ORDER BY " + key + " LIMIT ?";
        return after == null
                ? session.list(rows + order, this::row, limit)
                : session.list(rows + "WHERE " + key + " > ? " + order, this::row, after, limit);
    }

    private MovedRow row(Row row) throws java.sql.SQLException {
        var values = new ArrayList<@Nullable Object>(columns.size());
        for (var column : columns) {
            values.add(column.read(row));
        }
        return new MovedRow(this, values);
    }

    boolean isEmpty(Session session) {
        var found = holdsOneRow()
                ? session.first("SELECT id FROM {" + name + "} WHERE sequence > 0", row -> true)
                : session.first("SELECT " + columns.get(0).name() + " FROM {" + name + "} LIMIT 1", row -> true);
        return found.isEmpty();
    }

    /** Writes rows of this table. */
    void write(Session session, List<MovedRow> rows) {
        if (holdsOneRow()) {
            rows.forEach(row -> session.update(update(), row.boundForUpdate()));
        } else {
            session.batch(
                    insert(session.dialect()),
                    rows.stream().map(MovedRow::bound).toList());
        }
    }

    private String update() {
        return columns.stream()
                .skip(1)
                .map(column -> column.name() + " = ?")
                .collect(Collectors.joining(", ", "UPDATE {" + name + "} SET ", " WHERE id = ?"));
    }

    private String insert(Dialect dialect) {
        var numbers = isNumbered() ? dialect.withOwnNumbers() : "";
        return "INSERT INTO {" + name + "} (" + names(", ") + ")" + numbers + " VALUES (?"
                + ", ?".repeat(columns.size() - 1) + ")";
    }

    private String names(String separator) {
        return columns.stream().map(MovedColumn::name).collect(Collectors.joining(separator));
    }
}
