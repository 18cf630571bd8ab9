package dev.issuelink.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.issuelink.jdbc.TestDatabase.Kind;
import dev.issuelink.store.AuditAnchor;
import dev.issuelink.testkit.MutableClock;
import dev.issuelink.testkit.Samples;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Forgetting the beginning of the audit trail does not forget what somebody changed in it. */
class TamperedTrailTest {
    private static final int ALL = 100;

    private static JdbcStores filled(Kind kind, String prefix) {
        var stores = kind.database().open(kind.database().source(), prefix);
        stores.inTransaction(tx -> {
            for (var number = 1; number <= 9; number++) {
                tx.audit().append(Samples.auditRecord("subject " + number));
            }
            return true;
        });
        return stores;
    }

    private static int prune(JdbcStores stores, int limit) {
        return stores.inTransaction(tx -> tx.audit().prune(MutableClock.START.plusSeconds(1), limit));
    }

    private static AuditAnchor anchor(JdbcStores stores) {
        return stores.inTransaction(tx -> tx.audit().anchor());
    }

    private static boolean beginsRight(JdbcStores stores) {
        return stores.inTransaction(
                tx -> tx.audit().anchor().precedes(tx.audit().read(0, 1).get(0)));
    }

    @ParameterizedTest
    @EnumSource
    void anEntryThatWasChangedIsNotForgotten(Kind kind) {
        var prefix = TestDatabase.newPrefix();
        try (var stores = filled(kind, prefix)) {
            kind.database().execute("UPDATE " + prefix + "audit SET actor = 'mallory' WHERE sequence = 4");
            assertThat(prune(stores, ALL)).isEqualTo(3);
            assertThat(prune(stores, ALL)).isZero();
            assertThat(beginsRight(stores)).isFalse();
        }
    }

    @ParameterizedTest
    @EnumSource
    void aGapIsNotForgotten(Kind kind) {
        var prefix = TestDatabase.newPrefix();
        try (var stores = filled(kind, prefix)) {
            kind.database().execute("DELETE FROM " + prefix + "audit WHERE sequence = 4");
            assertThat(prune(stores, ALL)).isEqualTo(3);
            assertThat(prune(stores, ALL)).isZero();
            assertThat(anchor(stores).sequence()).isEqualTo(3);
        }
    }

    @ParameterizedTest
    @EnumSource
    void anAnchorThatWasChangedOrRemovedIsFoundAndNotMovedOn(Kind kind) {
        var prefix = TestDatabase.newPrefix();
        try (var stores = filled(kind, prefix)) {
            assertThat(prune(stores, 3)).isEqualTo(3);
            assertThat(beginsRight(stores)).isTrue();
            kind.database().execute("UPDATE " + prefix + "audit_anchor SET hash = '" + "a".repeat(64) + "'");
            assertThat(beginsRight(stores)).isFalse();
            assertThat(prune(stores, ALL)).isZero();
            kind.database().execute("DELETE FROM " + prefix + "audit_anchor");
            assertThat(beginsRight(stores)).isFalse();
            assertThat(prune(stores, ALL)).isZero();
        }
    }

    @ParameterizedTest
    @EnumSource
    void nothingIsForgottenWithoutAPlaceForTheAnchor(Kind kind) {
        var prefix = TestDatabase.newPrefix();
        try (var stores = filled(kind, prefix)) {
            kind.database().execute("DELETE FROM " + prefix + "audit_anchor");
            assertThatIllegalStateException().isThrownBy(() -> prune(stores, ALL));
            var kept = stores.inTransaction(tx -> tx.audit().read(0, ALL));
            assertThat(kept).hasSize(9);
        }
    }
}
