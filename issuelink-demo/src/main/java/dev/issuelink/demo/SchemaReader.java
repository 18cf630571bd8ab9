package dev.issuelink.demo;

import dev.issuelink.event.SchemaSnapshot;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Reads a schema from JDBC's metadata, row by row, into a snapshot that can be compared. */
final class SchemaReader {
    private static final Set<Integer> SIZED = Set.of(Types.CHAR, Types.VARCHAR, Types.NUMERIC, Types.DECIMAL);
    /** Above it, the size is what the driver says where the type has none. */
    private static final int LARGEST_SIZE = 1_000_000;

    private final DatabaseMetaData metadata;
    private final SchemaSnapshot.Builder snapshot;

    private SchemaReader(DatabaseMetaData metadata, SchemaSnapshot.Builder snapshot) {
        this.metadata = metadata;
        this.snapshot = snapshot;
    }

    /**
     * Reads all tables.
     *
     * @param source what the snapshot is of, in the words that a person reads
     */
    static SchemaSnapshot read(DatabaseMetaData metadata, String source) throws SQLException {
        var builder = SchemaSnapshot.builder(source);
        var reader = new SchemaReader(metadata, builder);
        for (var table : reader.tables()) {
            builder.table(table);
            reader.columns(table);
            reader.primaryKey(table);
            reader.indexes(table);
            reader.foreignKeys(table);
        }
        return builder.build();
    }

    private List<String> tables() throws SQLException {
        var names = new ArrayList<String>();
        try (var rows = metadata.getTables(null, null, "%", new String[] {"TABLE"})) {
            while (rows.next()) {
                names.add(rows.getString("TABLE_NAME"));
            }
        }
        return names;
    }

    private void columns(String table) throws SQLException {
        try (var rows = metadata.getColumns(null, null, literally(table), "%")) {
            while (rows.next()) {
                snapshot.column(
                        table,
                        rows.getString("COLUMN_NAME"),
                        type(rows),
                        rows.getInt("NULLABLE") != DatabaseMetaData.columnNoNulls,
                        rows.getString("COLUMN_DEF"));
            }
        }
    }

    private static String type(ResultSet column) throws SQLException {
        var name = column.getString("TYPE_NAME");
        var size = column.getInt("COLUMN_SIZE");
        if (!SIZED.contains(column.getInt("DATA_TYPE")) || name.contains("(") || size <= 0 || size > LARGEST_SIZE) {
            return name;
        }
        var digits = column.getInt("DECIMAL_DIGITS");
        return digits > 0 ? name + "(" + size + "," + digits + ")" : name + "(" + size + ")";
    }

    private void primaryKey(String table) throws SQLException {
        var columns = new TreeMap<Integer, String>();
        try (var rows = metadata.getPrimaryKeys(null, null, table)) {
            while (rows.next()) {
                columns.put(rows.getInt("KEY_SEQ"), rows.getString("COLUMN_NAME"));
            }
        }
        snapshot.primaryKey(table, List.copyOf(columns.values()));
    }

    private void indexes(String table) throws SQLException {
        Map<String, List<String>> columns = new LinkedHashMap<>();
        Map<String, Boolean> unique = new LinkedHashMap<>();
        try (var rows = metadata.getIndexInfo(null, null, table, false, true)) {
            while (rows.next()) {
                var name = rows.getString("INDEX_NAME");
                if (name == null) {
                    continue; // A row of statistics.
                }
                var column = rows.getString("COLUMN_NAME");
                columns.computeIfAbsent(name, first -> new ArrayList<>()).add(column == null ? "(expression)" : column);
                unique.put(name, !rows.getBoolean("NON_UNIQUE"));
            }
        }
        columns.forEach((name, of) -> snapshot.index(table, name, unique.getOrDefault(name, false), of));
    }

    private void foreignKeys(String table) throws SQLException {
        Map<String, ForeignKey> keys = new LinkedHashMap<>();
        var unnamed = "";
        try (var rows = metadata.getImportedKeys(null, null, table)) {
            while (rows.next()) {
                var references = rows.getString("PKTABLE_NAME");
                var given = rows.getString("FK_NAME");
                if (rows.getInt("KEY_SEQ") <= 1) {
                    unnamed = "of " + rows.getString("FKCOLUMN_NAME");
                }
                var name = given == null || given.isBlank() ? unnamed : given;
                var key = keys.computeIfAbsent(name, first -> new ForeignKey(references));
                key.columns.add(rows.getString("FKCOLUMN_NAME"));
                key.referencedColumns.add(rows.getString("PKCOLUMN_NAME"));
            }
        }
        keys.forEach(
                (name, key) -> snapshot.foreignKey(table, name, key.columns, key.references, key.referencedColumns));
    }

    /** A name as a pattern that matches this name only. */
    private String literally(String name) throws SQLException {
        var escape = metadata.getSearchStringEscape();
        return escape == null || escape.isEmpty()
                ? name
                : name.replace(escape, escape + escape)
                        .replace("_", escape + "_")
                        .replace("%", escape + "%");
    }

    private record ForeignKey(String references, List<String> columns, List<String> referencedColumns) {
        ForeignKey(String references) {
            this(references, new ArrayList<>(), new ArrayList<>());
        }
    }
}
