package dev.issuelink.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** MariaDB and MySQL. */
final class MysqlDialect extends Dialect {
    private static final int DUPLICATE = 1062;
    private static final int PLACES = 256;

    MysqlDialect() {
        super("MySQL");
    }

    @Override
    String quote(String identifier) {
        return '`' + identifier + '`';
    }

    // Not UNIX_TIMESTAMP: that reads local time, which is ambiguous for an hour in autumn.
    @Override
    String now() {
        return "SELECT TIMESTAMPDIFF(MICROSECOND, '1970-01-01 00:00:00', UTC_TIMESTAMP(6)) * 1000 AS now";
    }

    @Override
    void begin(Connection connection) throws SQLException {
        execute(connection, "SET TRANSACTION ISOLATION LEVEL READ COMMITTED");
        execute(connection, "START TRANSACTION");
    }

    @Override
    void commit(Connection connection) throws SQLException {
        execute(connection, "COMMIT");
    }

    @Override
    void rollback(Connection connection) throws SQLException {
        execute(connection, "ROLLBACK");
    }

    // INSERT IGNORE would also ignore what is cut off or out of range.
    @Override
    boolean insertIfAbsent(Session session, String insert, @Nullable Object... arguments) {
        return session.updateUnless(problem -> problem.getErrorCode() == DUPLICATE, insert, arguments);
    }

    @Override
    void lockPlace(Session session, Key key) {
        var place = Math.floorMod(key.number(), (long) PLACES);
        session.first("SELECT id FROM {place} WHERE id = ? FOR UPDATE", Row::toString, place);
    }

    @Override
    boolean migratesInSteps() {
        return true;
    }

    @Override
    Failure failure(SQLException problem) {
        return switch (problem.getErrorCode()) {
            case 1020, DUPLICATE, 1205, 1213, 3572 -> Failure.CONFLICT;
            case 1021, 1114 -> Failure.FULL;
            case 1044, 1045, 1049, 1142, 1227 -> Failure.FORBIDDEN;
            case 1146 -> Failure.NO_TABLE;
            case 1290, 1792, 1836 -> Failure.READ_ONLY;
            case 1040, 1203, 2002, 2003 -> Failure.UNREACHABLE;
            case 1053, 1077, 1927, 2006, 2013, 4031 -> Failure.LOST;
            case 1034, 1194, 1712 -> Failure.DAMAGED;
            default -> byState(problem);
        };
    }
}
