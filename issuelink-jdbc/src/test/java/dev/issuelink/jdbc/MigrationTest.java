package dev.issuelink.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.issuelink.error.StoreException;
import dev.issuelink.jdbc.TestDatabase.Kind;
import dev.issuelink.testkit.Samples;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Tables are made beside those of the host, which are left alone. */
class MigrationTest {
    private static List<String> tables(Kind kind, String prefix) throws SQLException {
        var names = new ArrayList<String>();
        try (var connection = kind.database().source().getConnection();
                var found = connection.getMetaData().getTables(null, null, "%", new String[] {"TABLE"})) {
            while (found.next()) {
                var name = found.getString("TABLE_NAME").toLowerCase(Locale.ROOT);
                if (name.startsWith(prefix)) {
                    names.add(name.substring(prefix.length()));
                }
            }
        }
        return names;
    }

    private static boolean link(JdbcStores stores) {
        return stores.inTransaction(tx -> tx.links().saveIfAbsent(Samples.link("L1", "orders", "1")));
    }

    @ParameterizedTest
    @EnumSource
    void makesTablesOfThatPrefixAlone(Kind kind) throws SQLException {
        var prefix = TestDatabase.newPrefix();
        var before = tables(kind, "").size();
        kind.database().open(kind.database().source(), prefix).close();
        var made = tables(kind, prefix);
        assertThat(made)
                .contains("link", "snapshot", "outbox", "inbox", "fingerprint", "audit", "history")
                .hasSize(kind == Kind.MARIADB ? 18 : 17);
        assertThat(tables(kind, "")).hasSize(before + made.size());
    }

    @ParameterizedTest
    @EnumSource
    void findsItsTablesWhenItIsOpenedAgain(Kind kind) {
        var prefix = TestDatabase.newPrefix();
        try (var stores = kind.database().open(kind.database().source(), prefix)) {
            assertThat(link(stores)).isTrue();
        }
        try (var stores = kind.database().open(kind.database().source(), prefix)) {
            assertThat(link(stores)).isFalse();
        }
    }

    @ParameterizedTest
    @EnumSource
    void keepsStoresOfDifferentPrefixesApart(Kind kind) {
        try (var one = kind.database().open(kind.database().source(), TestDatabase.newPrefix());
                var other = kind.database().open(kind.database().source(), TestDatabase.newPrefix())) {
            assertThat(link(one)).isTrue();
            assertThat(link(other)).isTrue();
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"POSTGRESQL", "MARIADB"})
    void makesASchemaOfItsOwnIfOneIsNamed(Kind kind) {
        var schema = "Ops" + TestDatabase.newPrefix();
        try (var stores = kind.database().open(kind.database().source(), schema + ".il_")) {
            assertThat(link(stores)).isTrue();
            stores.inTransaction(tx -> {
                tx.outbox().append(Samples.write("W1", "target"));
                return tx.snapshots().find(Samples.issueKey("1"));
            });
        }
        var table = kind.database().dialect().quote(schema) + ".il_link";
        assertThat(kind.database().number("SELECT COUNT(*) FROM " + table)).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource
    void saysSoIfATableOfTheHostIsInTheWay(Kind kind) {
        var prefix = TestDatabase.newPrefix();
        kind.database().execute("CREATE TABLE " + prefix + "link (mine INTEGER)");
        assertThatThrownBy(() -> kind.database().open(kind.database().source(), prefix))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("could not be made")
                .hasMessageContaining(kind == Kind.MARIADB ? "Unknown column" : "link");
        assertThat(kind.database().number("SELECT COUNT(mine) FROM " + prefix + "link"))
                .isZero();
    }

    @ParameterizedTest
    @EnumSource
    void goesOnAfterAMigrationThatWasBrokenOff(Kind kind) throws SQLException {
        var prefix = TestDatabase.newPrefix();
        kind.database().execute("CREATE TABLE " + prefix + "audit (mine INTEGER)");
        assertThatThrownBy(() -> kind.database().open(kind.database().source(), prefix))
                .isInstanceOf(StoreException.class);
        assertThat(tables(kind, prefix)).contains("audit");
        kind.database().execute("DROP TABLE " + prefix + "audit");
        try (var stores = kind.database().open(kind.database().source(), prefix)) {
            assertThat(link(stores)).isTrue();
            stores.inTransaction(tx -> tx.audit().append(Samples.auditRecord("first")));
        }
    }

    @ParameterizedTest
    @EnumSource
    void failuresShowNothingOfWhatIsStored(Kind kind) {
        var prefix = TestDatabase.newPrefix();
        try (var stores = kind.database().open(kind.database().source(), prefix)) {
            kind.database().execute("DROP TABLE " + prefix + "outbox");
            assertThatThrownBy(() -> stores.inTransaction(tx -> {
                        tx.outbox().append(Samples.write("W1", "hush"));
                        return true;
                    }))
                    .isInstanceOf(StoreException.class)
                    .hasStackTraceContaining("outbox")
                    .satisfies(failure -> {
                        var trace = new java.io.StringWriter();
                        failure.printStackTrace(new java.io.PrintWriter(trace));
                        assertThat(trace.toString()).doesNotContain("payload of", "hush");
                    });
        }
    }
}
