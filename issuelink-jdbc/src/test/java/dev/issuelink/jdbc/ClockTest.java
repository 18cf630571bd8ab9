package dev.issuelink.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.issuelink.jdbc.TestDatabase.Kind;
import dev.issuelink.store.Budget;
import dev.issuelink.testkit.Samples;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Times go by the clock of the database, which the tests of the contract replace. */
class ClockTest {
    private static final Duration LONG = Duration.ofHours(1);

    private static JdbcStores open(Kind kind) {
        return kind.database().open(kind.database().source(), TestDatabase.newPrefix());
    }

    @ParameterizedTest
    @EnumSource
    void theDatabaseTellsThePresentTimeInUtc(Kind kind) {
        var database = kind.database();
        var now = Times.instant(database.number(database.dialect().now()));
        assertThat(Duration.between(now, Instant.now()).abs()).isLessThan(Duration.ofSeconds(30));
    }

    @ParameterizedTest
    @EnumSource
    void aLeaseEndsByTheClockOfTheDatabase(Kind kind) {
        try (var stores = open(kind)) {
            assertThat(stores.inTransaction(tx -> tx.leases().tryAcquire("long", "a", LONG))
                            .isPresent())
                    .isTrue();
            assertThat(stores.inTransaction(tx -> tx.leases().tryAcquire("long", "b", LONG))
                            .isPresent())
                    .isFalse();
            stores.inTransaction(tx -> tx.leases().tryAcquire("short", "a", Duration.ZERO));
            assertThat(stores.inTransaction(tx -> tx.leases().tryAcquire("short", "b", LONG))
                            .isPresent())
                    .isTrue();
        }
    }

    @ParameterizedTest
    @EnumSource
    void aClaimAndADelayEndByTheClockOfTheDatabase(Kind kind) {
        try (var stores = open(kind)) {
            stores.inTransaction(tx -> {
                tx.outbox().append(Samples.write("W1", "a"));
                return tx.outbox().claimNext(Duration.ZERO);
            });
            var again = stores.inTransaction(tx -> tx.outbox().claimNext(LONG)).orElseThrow();
            assertThat(again.fence()).isEqualTo(2);
            assertThat(stores.inTransaction(tx -> tx.outbox().claimNext(LONG)).isPresent())
                    .isFalse();
            stores.inTransaction(tx -> tx.outbox().retryLater("W1", 2, LONG, "later"));
            var wait = stores.inTransaction(tx -> tx.outbox().untilNextDue()).orElseThrow();
            assertThat(wait).isPositive().isLessThanOrEqualTo(LONG);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aSpanOfABudgetEndsByTheClockOfTheDatabase(Kind kind) {
        var slow = List.of(new Budget("slow", 1, LONG));
        var quick = List.of(new Budget("quick", 1, Duration.ofNanos(1)));
        try (var stores = open(kind)) {
            assertThat(stores.inTransaction(tx -> tx.budgets().trySpend(slow)).isEmpty())
                    .isTrue();
            assertThat(stores.inTransaction(tx -> tx.budgets().trySpend(slow)).isEmpty())
                    .isFalse();
            stores.inTransaction(tx -> tx.budgets().trySpend(quick));
        }
    }

    @ParameterizedTest
    @EnumSource
    void aLeaseMayBeLongerThanTimeIsCounted(Kind kind) {
        try (var stores = open(kind)) {
            var forever = Duration.ofDays(365_000);
            assertThat(stores.inTransaction(tx -> tx.leases().tryAcquire("x", "a", forever))
                            .isPresent())
                    .isTrue();
            assertThat(stores.inTransaction(tx -> tx.leases().tryAcquire("x", "b", LONG))
                            .isPresent())
                    .isFalse();
        }
    }
}
