package dev.issuelink.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.issuelink.error.StoreException;
import dev.issuelink.jdbc.TestDatabase.Kind;
import dev.issuelink.store.AuditAnchor;
import dev.issuelink.testkit.MutableClock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Stores of an earlier release are brought up to date and lose nothing; those of a later one are left alone. */
class UpgradeTest {
    private static String released(Kind kind) {
        var prefix = TestDatabase.newPrefix();
        ReleasedStores.load(kind, kind.database().source(), prefix);
        return prefix;
    }

    private static JdbcStores open(Kind kind, String prefix) {
        var database = kind.database();
        var connections = new HostConnections(database.source());
        return JdbcStores.open(database.dialect(), connections, "here", prefix, TestDatabase.of(MutableClock.create()));
    }

    private static long number(Kind kind, String query) {
        return kind.database().number(query);
    }

    @ParameterizedTest
    @EnumSource
    void storesOfTheFirstSchemaHoldAllAndWorkOn(Kind kind) {
        var prefix = released(kind);
        try (var stores = open(kind, prefix)) {
            stores.inTransaction(KnownContent::assertHeld);
            stores.inTransaction(UpgradeTest::assertChained);
            stores.inTransaction(KnownContent::workOn);
            stores.inTransaction(UpgradeTest::assertChained);
        }
        assertThat(number(kind, "SELECT COUNT(*) FROM " + prefix + "history")).isEqualTo(2);
    }

    private static boolean assertChained(dev.issuelink.store.StoreTransaction tx) {
        var previous = tx.audit().anchor();
        assertThat(previous).isEqualTo(AuditAnchor.ORIGIN);
        for (var entry : tx.audit().read(0, 100)) {
            assertThat(previous.precedes(entry)).isTrue();
            previous = AuditAnchor.of(entry);
        }
        return true;
    }

    @ParameterizedTest
    @EnumSource
    void aMigrationThatWasChangedSinceIsNoticed(Kind kind) {
        var prefix = released(kind);
        kind.database().execute("UPDATE " + prefix + "history SET checksum = checksum + 1");
        assertThatThrownBy(() -> open(kind, prefix))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("checksum");
    }

    @ParameterizedTest
    @EnumSource
    void storesOfALaterSchemaAreLeftAlone(Kind kind) {
        var prefix = released(kind);
        kind.database()
                .execute("INSERT INTO " + prefix + "history (installed_rank, version, description, type, script,"
                        + " installed_by, installed_on, execution_time, success) SELECT 2, '999', 'later', type, 'x',"
                        + " installed_by, installed_on, execution_time, success FROM " + prefix + "history");
        assertThatThrownBy(() -> open(kind, prefix))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("in here was made by a later release")
                .hasMessageContaining("version 999")
                .hasMessageContaining("up to version 2")
                .hasMessageContaining("Nothing was changed");
        assertThat(number(kind, "SELECT COUNT(*) FROM " + prefix + "history")).isEqualTo(2);
        assertThat(number(kind, "SELECT COUNT(*) FROM " + prefix + "link")).isEqualTo(2);
        assertThatThrownBy(() -> number(kind, "SELECT COUNT(*) FROM " + prefix + "audit_anchor"))
                .isInstanceOf(IllegalStateException.class);
    }
}
