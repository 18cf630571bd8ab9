package dev.issuelink.benchmarks;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What an application would write without the stores: the same statements on the same tables, and no more. */
final class PlainJdbc implements AutoCloseable {
    private static final String INSERT = """
            INSERT INTO issuelink_link (id, object_key, issue_key, object_type, object_database, object_schema,
              object_name, object_qualified_name, object_version_hash, object_modified_at, tracker, issue_id, type,
              created_by, created_at, direction)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING""";
    private static final String LINK = """
            SELECT id, object_type, object_database, object_schema, object_name, object_qualified_name,
              object_version_hash, object_modified_at, tracker, issue_id, type, created_by, created_at, direction
            FROM issuelink_link\s""";

    /** Where a connection comes from. */
    @FunctionalInterface
    interface Source {
        Connection take() throws SQLException;
    }

    /** What is given up at the end. */
    @FunctionalInterface
    interface Closing {
        void close() throws SQLException;
    }

    /** What the look-up keys of a link are. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Keys(byte[] object, byte[] issue) {}

    /** A link as its row has it. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Row(
            byte[] id,
            String objectType,
            @Nullable String database,
            @Nullable String schema,
            String name,
            String qualifiedName,
            @Nullable String versionHash,
            long modifiedAt,
            String tracker,
            String issueId,
            String type,
            String createdBy,
            long createdAt,
            String direction) {}

    private final Database database;
    private final Source source;
    private final Closing closing;

    PlainJdbc(Database database, Source source, Closing closing) {
        this.database = database;
        this.source = source;
        this.closing = closing;
    }

    /** Something done with a connection. */
    @FunctionalInterface
    private interface Work<T> {
        T run(Connection connection) throws SQLException;
    }

    private <T> T inTransaction(Work<T> work) throws SQLException {
        var connection = source.take();
        try {
            database.begin(connection);
            var result = work.run(connection);
            database.commit(connection);
            return result;
        } finally {
            database.give(connection);
        }
    }

    /** Inserts a link that is new. */
    int insert(Row link, Keys keys) throws SQLException {
        return inTransaction(connection -> {
            try (var statement = connection.prepareStatement(INSERT)) {
                bind(statement, link, keys);
                return statement.executeUpdate();
            }
        });
    }

    private static void bind(PreparedStatement statement, Row link, Keys keys) throws SQLException {
        statement.setBytes(1, link.id());
        statement.setBytes(2, keys.object());
        statement.setBytes(3, keys.issue());
        statement.setString(4, link.objectType());
        statement.setString(5, link.database());
        statement.setString(6, link.schema());
        statement.setString(7, link.name());
        statement.setString(8, link.qualifiedName());
        statement.setString(9, link.versionHash());
        statement.setLong(10, link.modifiedAt());
        statement.setString(11, link.tracker());
        statement.setString(12, link.issueId());
        statement.setString(13, link.type());
        statement.setString(14, link.createdBy());
        statement.setLong(15, link.createdAt());
        statement.setString(16, link.direction());
    }

    /** The links of an object. */
    List<Row> byObject(Keys keys) throws SQLException {
        return find(LINK + "WHERE object_key = ? ORDER BY created_at, id", keys.object());
    }

    /** The links of an issue. */
    List<Row> byIssue(Keys keys) throws SQLException {
        return find(LINK + "WHERE issue_key = ? ORDER BY created_at, id", keys.issue());
    }

    private List<Row> find(String query, byte[] key) throws SQLException {
        return inTransaction(connection -> {
            try (var statement = connection.prepareStatement(query)) {
                statement.setBytes(1, key);
                try (var found = statement.executeQuery()) {
                    var rows = new ArrayList<Row>();
                    while (found.next()) {
                        rows.add(row(found));
                    }
                    return rows;
                }
            }
        });
    }

    private static Row row(ResultSet found) throws SQLException {
        return new Row(
                found.getBytes("id"),
                found.getString("object_type"),
                found.getString("object_database"),
                found.getString("object_schema"),
                found.getString("object_name"),
                found.getString("object_qualified_name"),
                found.getString("object_version_hash"),
                found.getLong("object_modified_at"),
                found.getString("tracker"),
                found.getString("issue_id"),
                found.getString("type"),
                found.getString("created_by"),
                found.getLong("created_at"),
                found.getString("direction"));
    }

    /** The keys by which a stored link is looked up, for those who do not want to compute them. */
    Keys keysOf(byte[] id) throws SQLException {
        return inTransaction(connection -> {
            try (var statement =
                    connection.prepareStatement("SELECT object_key, issue_key FROM issuelink_link WHERE id = ?")) {
                statement.setBytes(1, id);
                try (var found = statement.executeQuery()) {
                    if (!found.next()) {
                        throw new IllegalStateException("The links are not loaded");
                    }
                    return new Keys(found.getBytes(1), found.getBytes(2));
                }
            }
        });
    }

    /** The highest id there is, as its column has it. */
    byte[] highestId() throws SQLException {
        return inTransaction(connection -> {
            try (var statement = connection.prepareStatement("SELECT id FROM issuelink_link ORDER BY id DESC LIMIT 1");
                    var found = statement.executeQuery()) {
                if (!found.next()) {
                    throw new IllegalStateException("The links are not loaded");
                }
                return found.getBytes(1);
            }
        });
    }

    @Override
    public void close() throws SQLException {
        closing.close();
    }
}
