package dev.issuelink.jdbc;

import java.sql.Connection;
import java.sql.SQLException;

/** SQLite: one transaction at a time, so that nothing else is to be locked. */
final class SqliteDialect extends Dialect {
    SqliteDialect() {
        super("SQLite");
    }

    @Override
    String forUpdate() {
        return "";
    }

    @Override
    String skipLocked() {
        return "";
    }

    // The age of the host's driver is unknown; every version can do this. Milliseconds are all that SQLite knows.
    @Override
    String now() {
        return "SELECT CAST(ROUND((julianday('now') - 2440587.5) * 86400000) AS INTEGER) * 1000000 AS now";
    }

    @Override
    void begin(Connection connection) throws SQLException {
        execute(connection, "BEGIN IMMEDIATE");
    }

    @Override
    void commit(Connection connection) throws SQLException {
        execute(connection, "COMMIT");
    }

    @Override
    void rollback(Connection connection) throws SQLException {
        execute(connection, "ROLLBACK");
    }

    // Takes the right to write before anything is read.
    @Override
    void join(Session session) {
        session.update("UPDATE {audit_end} SET sequence = sequence WHERE id = 0");
    }

    @Override
    void lockPlace(Session session, Key key) {
        session.check();
    }

    @Override
    boolean hasOneWriter() {
        return true;
    }

    @Override
    Failure failure(SQLException problem) {
        return switch (problem.getErrorCode() & 0xff) {
            case 5, 6, 15 -> Failure.LOCKED;
            case 8 -> Failure.READ_ONLY;
            case 10 -> Failure.DISK;
            case 11, 26 -> Failure.DAMAGED;
            case 13 -> Failure.FULL;
            case 14 -> Failure.UNREACHABLE;
            case 3, 23 -> Failure.FORBIDDEN;
            default -> noTable(problem) ? Failure.NO_TABLE : Failure.OTHER;
        };
    }

    private static boolean noTable(SQLException problem) {
        return String.valueOf(problem.getMessage()).contains("no such table");
    }
}
