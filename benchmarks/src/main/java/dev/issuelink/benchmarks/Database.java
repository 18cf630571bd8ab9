package dev.issuelink.benchmarks;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.issuelink.jdbc.JdbcStores;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.sqlite.SQLiteConfig;

/** The databases that are measured, and how an application reaches each: by our stores, and by plain JDBC. */
enum Database {
    /** A file; its place is a path. Both ways keep one connection open, which is all that SQLite has use for. */
    SQLITE {
        @Override
        JdbcStores stores(String place) {
            return JdbcStores.sqlite(Path.of(place));
        }

        @Override
        PlainJdbc plain(String place) throws SQLException {
            var settings = new SQLiteConfig();
            settings.setJournalMode(SQLiteConfig.JournalMode.WAL);
            settings.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
            settings.setBusyTimeout(10_000);
            var connection = settings.createConnection("jdbc:sqlite:" + place);
            return new PlainJdbc(this, () -> connection, connection::close);
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
        void give(Connection connection) {}
    },

    /** A server; its place is a URL. Both ways go through a pool. */
    POSTGRESQL {
        @Override
        JdbcStores stores(String place) {
            return JdbcStores.postgresql(pool(place), TABLES);
        }

        @Override
        PlainJdbc plain(String place) {
            var pool = pool(place);
            return new PlainJdbc(this, pool::getConnection, pool::close);
        }

        @Override
        void begin(Connection connection) throws SQLException {
            connection.setAutoCommit(false);
            execute(connection, "SET TRANSACTION ISOLATION LEVEL READ COMMITTED");
        }

        @Override
        void commit(Connection connection) throws SQLException {
            connection.commit();
        }

        @Override
        void give(Connection connection) throws SQLException {
            connection.close();
        }

        private HikariDataSource pool(String place) {
            var config = new HikariConfig();
            config.setJdbcUrl(place);
            config.setMaximumPoolSize(2);
            return new HikariDataSource(config);
        }
    };

    /** How the names of the tables begin; the only name that stores in a file of their own have. */
    static final String TABLES = "issuelink_";

    abstract JdbcStores stores(String place);

    abstract PlainJdbc plain(String place) throws SQLException;

    abstract void begin(Connection connection) throws SQLException;

    abstract void commit(Connection connection) throws SQLException;

    abstract void give(Connection connection) throws SQLException;

    private static void execute(Connection connection, String statement) throws SQLException {
        try (var each = connection.createStatement()) {
            each.execute(statement);
        }
    }
}
