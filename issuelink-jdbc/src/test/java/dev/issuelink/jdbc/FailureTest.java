package dev.issuelink.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.issuelink.error.StoreException;
import dev.issuelink.store.StoreTransaction;
import dev.issuelink.testkit.Samples;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/** Files that are full, locked, damaged or cannot be written: the user is told so, and nothing is kept by halves. */
class FailureTest {
    private static final int BUSY_MILLIS = 100;

    @TempDir
    private Path folder;

    private Path file() {
        return folder.resolve("stores.db");
    }

    private static JdbcStores open(DataSource source) {
        return JdbcStores.sqlite(source, "issuelink_");
    }

    private static boolean store(StoreTransaction tx, String id) {
        tx.links().saveIfAbsent(Samples.link("L" + id, "orders", id));
        tx.snapshots().save(Samples.snapshot(id, "x".repeat(20_000)));
        return true;
    }

    private static boolean isKept(JdbcStores stores, String id) {
        return stores.inTransaction(tx -> {
            var link = tx.links().find("L" + id).isPresent();
            assertThat(tx.snapshots().find(Samples.issueKey(id)).isPresent()).isEqualTo(link);
            return link;
        });
    }

    @Test
    void aFullDiskKeepsNothingByHalvesAndHealsWithSpace() {
        var roomy = TestDatabase.sqlite(file(), BUSY_MILLIS);
        open(roomy).close();
        var config = new SQLiteConfig();
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        config.setMaxPageCount(80);
        var narrow = new SQLiteDataSource(config);
        narrow.setUrl(roomy.getUrl());
        var kept = new AtomicInteger();
        try (var stores = open(narrow)) {
            assertThatThrownBy(() -> {
                        while (kept.get() < 1_000) {
                            stores.inTransaction(tx -> store(tx, "" + kept.get()));
                            kept.incrementAndGet();
                        }
                    })
                    .isInstanceOf(StoreException.class)
                    .hasMessageContaining("no space left")
                    .hasMessageContaining("SQLite")
                    .hasMessageContaining("kept nothing")
                    .hasMessageNotContaining("xxxx");
            assertThat(kept.get()).isPositive();
            assertThat(isKept(stores, "" + kept.get())).isFalse();
            assertThat(isKept(stores, "" + (kept.get() - 1))).isTrue();
            boolean removed = stores.inTransaction(tx -> tx.links().remove("L0"));
            assertThat(removed).isTrue();
        }
        try (var stores = open(roomy)) {
            stores.inTransaction(tx -> store(tx, "" + kept.get()));
            assertThat(isKept(stores, "" + kept.get())).isTrue();
        }
    }

    @Test
    void aDatabaseThatCanOnlyBeReadSaysSo() {
        var source = TestDatabase.sqlite(file(), BUSY_MILLIS);
        open(source).close();
        var config = new SQLiteConfig();
        config.setReadOnly(true);
        var readOnly = new SQLiteDataSource(config);
        readOnly.setUrl(source.getUrl());
        try (var stores = open(readOnly)) {
            assertThatThrownBy(() -> stores.inTransaction(tx -> store(tx, "1")))
                    .isInstanceOf(StoreException.class)
                    .hasMessageContaining("nothing can be written");
        }
        try (var stores = open(source)) {
            assertThat(isKept(stores, "1")).isFalse();
        }
    }

    @Test
    void aLockedFileSaysSoAndWorksWhenItIsFree() throws SQLException {
        var source = TestDatabase.sqlite(file(), BUSY_MILLIS);
        try (var stores = open(source);
                var other = source.getConnection();
                var statement = other.createStatement()) {
            statement.execute("BEGIN IMMEDIATE");
            assertThatThrownBy(() -> stores.inTransaction(tx -> store(tx, "1")))
                    .isInstanceOf(StoreException.class)
                    .hasMessageContaining("locked");
            statement.execute("ROLLBACK");
            assertThat(isKept(stores, "1")).isFalse();
            stores.inTransaction(tx -> store(tx, "1"));
            assertThat(isKept(stores, "1")).isTrue();
        }
    }

    @Test
    void aFileThatIsNoDatabaseSaysSoAndIsLeftAlone() throws IOException {
        Files.writeString(file(), "My diary. ".repeat(500));
        assertThatThrownBy(() -> JdbcStores.sqlite(file()))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining(file().toString())
                .hasMessageContaining("no database");
        assertThat(Files.readString(file())).startsWith("My diary.").hasSize(5_000);
    }

    @Test
    void aFolderThatIsNotThereSaysSo() {
        assertThatThrownBy(() -> JdbcStores.sqlite(folder.resolve("missing/stores.db")))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("cannot be");
    }

    @Test
    void aPathThatTheDriverWouldMisreadIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> JdbcStores.sqlite(folder.resolve("a?mode=memory")))
                .withMessageContaining("question mark");
    }

    @Test
    void aFailureThatTheWorkBearsIsNotCommitted() throws SQLException {
        var source = TestDatabase.sqlite(file(), BUSY_MILLIS);
        try (var stores = open(source)) {
            execute(source, "DROP TABLE issuelink_cursor");
            assertThatThrownBy(() -> stores.inTransaction(tx -> {
                        store(tx, "1");
                        assertThatThrownBy(() -> tx.cursors().find("Tracker", "issues"))
                                .isInstanceOf(StoreException.class);
                        return "borne";
                    }))
                    .isInstanceOf(StoreException.class)
                    .hasMessageContaining("table is missing");
            assertThat(isKept(stores, "1")).isFalse();
        }
    }

    @Test
    void whatAFileHoldsIsThereWhenItIsOpenedAgain() {
        try (var stores = JdbcStores.sqlite(file())) {
            stores.inTransaction(tx -> store(tx, "1"));
        }
        try (var stores = JdbcStores.sqlite(file())) {
            assertThat(isKept(stores, "1")).isTrue();
            stores.inTransaction(tx -> tx.audit().append(Samples.auditRecord("again")));
        }
        assertThat(folder.toFile().list()).containsExactly("stores.db");
    }

    @Test
    void aFileOfItsOwnReachesTheDiskWithEachCommit() throws SQLException {
        var connections = SqliteFile.at(file());
        var pragmas = Map.of("journal_mode", "wal", "synchronous", "2", "busy_timeout", "10000");
        var taken = connections.take();
        var connection = taken.connection();
        try (var statement = connection.createStatement()) {
            for (var pragma : pragmas.entrySet()) {
                try (var found = statement.executeQuery("PRAGMA " + pragma.getKey())) {
                    assertThat(found.next()).isTrue();
                    assertThat(found.getString(1)).as(pragma.getKey()).isEqualTo(pragma.getValue());
                }
            }
        }
        taken.give(true);
        assertThat(connection.isClosed()).isTrue();
        assertThat(connections.take().connection()).isNotSameAs(connection);
        connections.close();
    }

    private static void execute(DataSource source, String statement) throws SQLException {
        try (var connection = source.getConnection();
                var each = connection.createStatement()) {
            each.execute(statement);
        }
    }
}
