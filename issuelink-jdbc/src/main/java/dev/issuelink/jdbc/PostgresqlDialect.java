package dev.issuelink.jdbc;

import java.sql.SQLException;
import java.util.Objects;

/** PostgreSQL, and what speaks its protocol and knows SKIP LOCKED and advisory locks. */
final class PostgresqlDialect extends Dialect {
    PostgresqlDialect() {
        super("PostgreSQL");
    }

    @Override
    String now() {
        return "SELECT CAST(EXTRACT(EPOCH FROM clock_timestamp()) * 1000000 AS BIGINT) * 1000 AS now";
    }

    @Override
    void lockPlace(Session session, Key key) {
        session.first("SELECT 1 AS locked FROM pg_advisory_xact_lock(?)", Row::toString, key.number());
    }

    @Override
    String withOwnNumbers() {
        return " OVERRIDING SYSTEM VALUE";
    }

    @Override
    void continueNumbering(Session session, String table) {
        session.first(
                "SELECT setval(pg_get_serial_sequence('{" + table + "}', 'sequence'), MAX(sequence)) AS last FROM {"
                        + table + "} HAVING MAX(sequence) IS NOT NULL",
                Row::toString);
    }

    @Override
    Failure failure(SQLException problem) {
        return switch (Objects.requireNonNullElse(problem.getSQLState(), "")) {
            case "23505", "55P03" -> Failure.CONFLICT;
            case "25006" -> Failure.READ_ONLY;
            case "42P01", "3F000" -> Failure.NO_TABLE;
            case "42501", "3D000" -> Failure.FORBIDDEN;
            case "53100" -> Failure.FULL;
            case "53300", "57P03", "08001" -> Failure.UNREACHABLE;
            case "57P01", "57P02", "57P05" -> Failure.LOST;
            case "58030" -> Failure.DISK;
            case "XX001", "XX002" -> Failure.DAMAGED;
            default -> byState(problem);
        };
    }
}
