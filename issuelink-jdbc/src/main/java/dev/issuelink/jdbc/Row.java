package dev.issuelink.jdbc;

import dev.issuelink.model.IssueKey;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A row of a result in the terms of the stores. */
final class Row {
    /** Makes a value of a row. */
    @FunctionalInterface
    interface Reader<T> {
        T read(Row row) throws SQLException;
    }

    private final ResultSet row;

    Row(ResultSet row) {
        this.row = row;
    }

    String text(String column) throws SQLException {
        return Texts.decode(row.getString(column));
    }

    @Nullable
    String textOrNull(String column) throws SQLException {
        var text = row.getString(column);
        return text == null ? null : Texts.decode(text);
    }

    /** Text as it is kept. */
    @Nullable
    String stored(String column) throws SQLException {
        return row.getString(column);
    }

    String id(String column) throws SQLException {
        return SortedId.decode(row.getBytes(column));
    }

    Key key(String column) throws SQLException {
        return Key.stored(row.getBytes(column));
    }

    byte[] bytes(String column) throws SQLException {
        return row.getBytes(column);
    }

    byte @Nullable [] bytesOrNull(String column) throws SQLException {
        return row.getBytes(column);
    }

    @Nullable
    Long numberOrNull(String column) throws SQLException {
        var number = row.getLong(column);
        return row.wasNull() ? null : number;
    }

    long number(String column) throws SQLException {
        return row.getLong(column);
    }

    int count(String column) throws SQLException {
        return row.getInt(column);
    }

    boolean truth(String column) throws SQLException {
        return row.getBoolean(column);
    }

    Instant time(String column) throws SQLException {
        return Times.instant(row.getLong(column));
    }

    @Nullable
    Instant timeOrNull(String column) throws SQLException {
        var time = row.getLong(column);
        return row.wasNull() ? null : Times.instant(time);
    }

    /** The issue of the columns {@code tracker} and {@code issue_id}. */
    IssueKey issue() throws SQLException {
        return new IssueKey(text("tracker"), text("issue_id"));
    }
}
