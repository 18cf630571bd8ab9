package dev.issuelink.jdbc;

import dev.issuelink.error.StoreException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/**
 * One connection to a file of our own: SQLite lets one transaction write at a time anyway. It is opened when it is
 * needed, and anew when it broke. Commits reach the disk before they return, so that no power cut takes one back.
 */
final class SqliteFile implements Connections {
    private static final int BUSY_MILLIS = 10_000;

    private final DataSource source;
    private @Nullable Connection connection;

    private SqliteFile(DataSource source) {
        this.source = source;
    }

    static SqliteFile at(Path file) {
        var path = file.toAbsolutePath().toString();
        if (path.indexOf('?') >= 0) {
            throw new IllegalArgumentException("The path of a database file must not hold a question mark: " + path);
        }
        try {
            return new SqliteFile(source(path));
        } catch (NoClassDefFoundError missing) {
            throw new StoreException(
                    "The driver for SQLite is missing; add org.xerial:sqlite-jdbc to the application", missing);
        }
    }

    private static DataSource source(String path) {
        var config = new SQLiteConfig();
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
        config.setBusyTimeout(BUSY_MILLIS);
        var source = new SQLiteDataSource(config);
        source.setUrl("jdbc:sqlite:" + path);
        return source;
    }

    // The caller sees to it that only one thread is here at a time.
    @Override
    public Taken take() throws SQLException {
        var open = connection;
        if (open == null) {
            open = source.getConnection();
            connection = open;
        }
        return new Lent(open);
    }

    private final class Lent implements Taken {
        private final Connection lent;

        private Lent(Connection lent) {
            this.lent = lent;
        }

        @Override
        public Connection connection() {
            return lent;
        }

        @Override
        public void give(boolean broken) throws SQLException {
            if (broken) {
                close();
            }
        }
    }

    @Override
    public DataSource source() {
        return source;
    }

    @Override
    public void close() throws SQLException {
        var open = connection;
        connection = null;
        if (open != null) {
            open.close();
        }
    }
}
