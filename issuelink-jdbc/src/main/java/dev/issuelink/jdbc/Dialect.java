package dev.issuelink.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** In what databases differ. All of it stands here, in the subclasses, and in their migrations. */
abstract class Dialect {
    /** What a failure of the database means. */
    enum Failure {
        /** Another transaction got in the way; the work can be done again. */
        CONFLICT,
        /** The connection is gone. */
        LOST,
        /** Somebody else holds the database or a lock for too long. */
        LOCKED,
        /** There is no space left. */
        FULL,
        /** The disk failed. */
        DISK,
        /** Nothing can be written. */
        READ_ONLY,
        /** The database cannot be reached or opened. */
        UNREACHABLE,
        /** This is no database, or it is damaged. */
        DAMAGED,
        /** The database does not let us in, or not do this. */
        FORBIDDEN,
        /** A table is not there. */
        NO_TABLE,
        /** Anything else. */
        OTHER
    }

    private final String name;

    Dialect(String name) {
        this.name = name;
    }

    /** The name of the database, also that of the folder of its migrations when in lower case. */
    final String name() {
        return name;
    }

    final String folder() {
        return name.toLowerCase(Locale.ROOT);
    }

    /** What makes a query lock the rows it finds until the transaction ends. */
    String forUpdate() {
        return "FOR UPDATE";
    }

    /** What makes it pass over rows that others have locked. */
    String skipLocked() {
        return "FOR UPDATE SKIP LOCKED";
    }

    String quote(String identifier) {
        return '"' + identifier + '"';
    }

    /** A query of the present time by the database's clock, in nanoseconds since 1970. */
    abstract String now();

    /** Begins a transaction that takes in each statement what was committed before it. */
    void begin(Connection connection) throws SQLException {
        connection.setAutoCommit(false);
        execute(connection, "SET TRANSACTION ISOLATION LEVEL READ COMMITTED");
    }

    void commit(Connection connection) throws SQLException {
        connection.commit();
    }

    void rollback(Connection connection) throws SQLException {
        connection.rollback();
    }

    /** Makes sure that what a joined transaction reads from here on is not changed by others beneath it. */
    void join(Session session) {}

    /**
     * Inserts a row, unless a unique index has it already. If another transaction is about to insert it, waits for its
     * end.
     */
    boolean insertIfAbsent(Session session, String insert, @Nullable Object... arguments) {
        return session.update(insert + " ON CONFLICT DO NOTHING", arguments) > 0;
    }

    /** What lets an insert number its rows itself where the database does so otherwise. */
    String withOwnNumbers() {
        return "";
    }

    /** Makes the database number further rows of a table after those that are there. */
    void continueNumbering(Session session, String table) {
        session.check();
    }

    /** Locks what stands for a row that is not there yet, until the transaction ends. */
    abstract void lockPlace(Session session, Key key);

    abstract Failure failure(SQLException problem);

    /** Whether a migration that is broken off leaves behind what it did, and a note that it failed. */
    boolean migratesInSteps() {
        return false;
    }

    /** Whether only one transaction can write at a time in the whole database. */
    boolean hasOneWriter() {
        return false;
    }

    static void execute(Connection connection, String statement) throws SQLException {
        try (var each = connection.createStatement()) {
            each.execute(statement);
        }
    }

    /** What the states of SQL mean that all databases share. */
    static Failure byState(SQLException problem) {
        var state = problem.getSQLState();
        if (state == null || state.length() < 2) {
            return Failure.OTHER;
        }
        return switch (state.substring(0, 2)) {
            case "08" -> Failure.LOST;
            case "28" -> Failure.FORBIDDEN;
            case "40" -> Failure.CONFLICT;
            default -> Failure.OTHER;
        };
    }
}
