package dev.issuelink.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.issuelink.error.StoreException;
import dev.issuelink.jdbc.TestDatabase.Kind;
import dev.issuelink.store.StoreTransaction;
import dev.issuelink.testkit.Samples;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is stored within the host's own transaction shares its fate. */
class JoiningTest {
    /** What the host does to its own table and to the stores in one transaction. */
    @FunctionalInterface
    private interface HostWork {
        void run(Connection connection, JdbcStores stores) throws SQLException;
    }

    private record Host(TestDatabase database, JdbcStores stores, String table) {
        static Host on(Kind kind) {
            var prefix = TestDatabase.newPrefix();
            var host = new Host(
                    kind.database(), kind.database().open(kind.database().source(), prefix), prefix + "orders");
            host.database.execute("CREATE TABLE " + host.table + " (id INTEGER)");
            return host;
        }

        void inTransaction(boolean commit, HostWork work) throws SQLException {
            try (var connection = database.source().getConnection()) {
                connection.setAutoCommit(false);
                try (var insert = connection.createStatement()) {
                    insert.execute("INSERT INTO " + table + " VALUES (1)");
                }
                work.run(connection, stores);
                assertThat(connection.isClosed()).isFalse();
                assertThat(connection.getAutoCommit()).isFalse();
                if (commit) {
                    connection.commit();
                } else {
                    connection.rollback();
                }
                connection.setAutoCommit(true);
            }
        }

        long orders() {
            return database.number("SELECT COUNT(*) FROM " + table);
        }

        boolean isPublished() {
            return stores.inTransaction(tx -> tx.outbox().find("W1").isPresent()
                    && tx.fingerprints().find("F1").isPresent()
                    && tx.audit().last().isPresent());
        }

        boolean isUntouched() {
            return stores.inTransaction(tx -> tx.outbox().find("W1").isEmpty()
                    && tx.outbox().untilNextDue().isEmpty()
                    && tx.fingerprints().find("F1").isEmpty()
                    && tx.audit().last().isEmpty());
        }
    }

    private static boolean publish(StoreTransaction tx) {
        tx.fingerprints().claim(Samples.claim("F1"));
        tx.outbox().append(Samples.write("W1", "target"));
        tx.audit().append(Samples.auditRecord("W1"));
        return true;
    }

    private static void join(Connection connection, JdbcStores stores) {
        assertThat(stores.joining(connection, () -> stores.inTransaction(JoiningTest::publish)))
                .isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void isKeptWhenTheHostCommits(Kind kind) throws SQLException {
        var host = Host.on(kind);
        host.inTransaction(true, JoiningTest::join);
        assertThat(host.orders()).isEqualTo(1);
        assertThat(host.isPublished()).isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void vanishesWhenTheHostRollsBack(Kind kind) throws SQLException {
        var host = Host.on(kind);
        host.inTransaction(false, JoiningTest::join);
        assertThat(host.orders()).isZero();
        assertThat(host.isUntouched()).isTrue();
        host.inTransaction(true, JoiningTest::join);
        assertThat(host.isPublished()).isTrue();
    }

    @ParameterizedTest
    @EnumSource(names = {"POSTGRESQL", "MARIADB"})
    void isNotSeenByOthersBeforeTheHostCommits(Kind kind) throws SQLException {
        var host = Host.on(kind);
        host.inTransaction(true, (connection, stores) -> {
            join(connection, stores);
            var seen = stores.inTransaction(tx -> tx.outbox().find("W1"));
            assertThat(seen).isEmpty();
        });
        assertThat(host.isPublished()).isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void isUndoneAloneWhenItsWorkThrows(Kind kind) throws SQLException {
        var host = Host.on(kind);
        host.inTransaction(
                true,
                (connection, stores) -> assertThatThrownBy(() -> stores.joining(
                                connection,
                                () -> stores.inTransaction(tx -> {
                                    publish(tx);
                                    throw new UnsupportedOperationException("by the work");
                                })))
                        .isInstanceOf(UnsupportedOperationException.class));
        assertThat(host.orders()).isEqualTo(1);
        assertThat(host.isUntouched()).isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void leavesTheHostsTransactionUsableWhenTheDatabaseRefuses(Kind kind) throws SQLException {
        var host = Host.on(kind);
        host.database.execute("DROP TABLE " + host.table.replace("orders", "cursor"));
        host.inTransaction(
                true,
                (connection, stores) -> assertThatThrownBy(() -> stores.joining(
                                connection,
                                () -> stores.inTransaction(tx -> {
                                    publish(tx);
                                    return tx.cursors().find("Tracker", "issues");
                                })))
                        .isInstanceOf(StoreException.class)
                        .hasMessageContaining("within the host's transaction")
                        .hasMessageContaining("table is missing"));
        assertThat(host.orders()).isEqualTo(1);
        assertThat(host.isUntouched()).isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void takesSeveralTransactionsOneAfterAnother(Kind kind) throws SQLException {
        var host = Host.on(kind);
        host.inTransaction(
                true,
                (connection, stores) -> stores.joining(connection, () -> {
                    stores.inTransaction(JoiningTest::publish);
                    return stores.inTransaction(tx -> tx.audit().append(Samples.auditRecord("more")));
                }));
        var entries = host.stores.inTransaction(tx -> tx.audit().read(0, 10));
        assertThat(entries).hasSize(2);
    }

    @ParameterizedTest
    @EnumSource
    void refusesAConnectionWithoutATransaction(Kind kind) throws SQLException {
        var host = Host.on(kind);
        try (var connection = host.database.source().getConnection()) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> host.stores.joining(connection, () -> "nothing"))
                    .withMessageContaining("automatic commit");
        }
    }

    @ParameterizedTest
    @EnumSource
    void refusesToJoinTwice(Kind kind) throws SQLException {
        var host = Host.on(kind);
        host.inTransaction(false, (connection, stores) -> {
            assertThatIllegalStateException()
                    .isThrownBy(() -> stores.joining(connection, () -> stores.joining(connection, () -> "twice")));
            assertThatIllegalStateException()
                    .isThrownBy(() -> stores.joining(
                            connection, () -> stores.inTransaction(tx -> stores.joining(connection, () -> "within"))));
        });
    }

    @ParameterizedTest
    @EnumSource
    void hasTransactionsOfItsOwnAgainAfterwards(Kind kind) throws SQLException {
        var host = Host.on(kind);
        host.inTransaction(false, (connection, stores) -> {
            stores.joining(connection, () -> "nothing stored");
            connection.rollback();
            stores.inTransaction(JoiningTest::publish);
        });
        assertThat(host.isPublished()).isTrue();
    }
}
