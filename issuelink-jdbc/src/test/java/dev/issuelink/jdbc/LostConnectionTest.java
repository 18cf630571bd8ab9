package dev.issuelink.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.issuelink.error.StoreException;
import dev.issuelink.jdbc.TestDatabase.Kind;
import dev.issuelink.testkit.Samples;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Servers that end a connection in the midst of a transaction. */
class LostConnectionTest {
    private final AtomicReference<Connection> latest = new AtomicReference<>();

    private DataSource source(Kind kind) {
        return Interceptor.watched(kind.database().source(), (connection, statement) -> latest.set(connection));
    }

    /** Ends the connection of the transaction that this thread is in, and returns when it is gone. */
    private void cutOff(Kind kind) {
        var database = kind.database();
        var id = idOf(latest.get(), kind == Kind.POSTGRESQL ? "SELECT pg_backend_pid()" : "SELECT CONNECTION_ID()");
        var processes = kind == Kind.POSTGRESQL
                ? "SELECT COUNT(*) FROM pg_stat_activity WHERE pid = " + id
                : "SELECT COUNT(*) FROM information_schema.processlist WHERE id = " + id;
        database.execute((kind == Kind.POSTGRESQL ? "SELECT pg_terminate_backend(%d)" : "KILL %d").formatted(id));
        while (database.number(processes) > 0) {
            Thread.onSpinWait();
        }
    }

    private static long idOf(Connection connection, String query) {
        try (var statement = connection.createStatement();
                var found = statement.executeQuery(query)) {
            found.next();
            return found.getLong(1);
        } catch (SQLException problem) {
            throw new IllegalStateException(problem);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"POSTGRESQL", "MARIADB"})
    void aConnectionThatIsLostBeforeTheCommitIsMadeAnewAndTheWorkDoneAgain(Kind kind) {
        try (var stores = kind.database().open(source(kind), TestDatabase.newPrefix())) {
            var runs = new AtomicInteger();
            stores.inTransaction(tx -> {
                tx.links().saveIfAbsent(Samples.link("L" + runs.incrementAndGet(), "orders", "1"));
                if (runs.get() == 1) {
                    cutOff(kind);
                }
                return tx.audit().append(Samples.auditRecord("run " + runs));
            });
            assertThat(runs).hasValue(2);
            var links = stores.inTransaction(tx -> tx.links().findAfter(null, 10));
            assertThat(links).extracting(link -> link.id()).containsExactly("L2");
            assertThat(stores.inTransaction(tx -> tx.audit().read(0, 10)).size())
                    .isEqualTo(1);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"POSTGRESQL", "MARIADB"})
    void aConnectionThatIsLostAgainAndAgainIsReported(Kind kind) {
        try (var stores = kind.database().open(source(kind), TestDatabase.newPrefix())) {
            var runs = new AtomicInteger();
            assertThatThrownBy(() -> stores.inTransaction(tx -> {
                        runs.incrementAndGet();
                        tx.links().saveIfAbsent(Samples.link("L1", "orders", "1"));
                        cutOff(kind);
                        return tx.links().find("L1");
                    }))
                    .isInstanceOf(StoreException.class)
                    .hasMessageContaining("connection was lost");
            assertThat(runs).hasValue(3);
            assertThat(stores.inTransaction(tx -> tx.links().find("L1")).isPresent())
                    .isFalse();
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"POSTGRESQL", "MARIADB"})
    void aConnectionThatIsLostInTheMidstOfACommitLeavesNothingByHalves(Kind kind) {
        try (var stores = kind.database().open(source(kind), TestDatabase.newPrefix())) {
            var runs = new AtomicInteger();
            assertThatThrownBy(() -> stores.inTransaction(tx -> {
                        runs.incrementAndGet();
                        tx.links().saveIfAbsent(Samples.link("L1", "orders", "1"));
                        tx.outbox().append(Samples.write("W1", "target"));
                        cutOff(kind);
                        return true;
                    }))
                    .isInstanceOf(StoreException.class)
                    .hasMessageContaining("middle of a commit");
            assertThat(runs).hasValue(1);
            var isLinked = stores.inTransaction(tx -> tx.links().find("L1")).isPresent();
            assertThat(stores.inTransaction(tx -> tx.outbox().find("W1")).isPresent())
                    .isEqualTo(isLinked);
            stores.inTransaction(tx -> tx.outbox().claimNext(java.time.Duration.ZERO));
        }
    }
}
