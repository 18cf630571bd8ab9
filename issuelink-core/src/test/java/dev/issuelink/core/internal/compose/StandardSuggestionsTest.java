package dev.issuelink.core.internal.compose;

import static dev.issuelink.core.internal.compose.EventSamples.NOW;
import static dev.issuelink.core.internal.compose.EventSamples.ORDERS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.issuelink.event.BackupResult;
import dev.issuelink.event.ChangeImpact;
import dev.issuelink.event.CoverageReport;
import dev.issuelink.event.DatabaseEvent;
import dev.issuelink.event.EventAttributes;
import dev.issuelink.event.EventCatalogue;
import dev.issuelink.event.EventDescription;
import dev.issuelink.event.EventType;
import dev.issuelink.event.Migration;
import dev.issuelink.event.MigrationEvents;
import dev.issuelink.event.OperationsEvents;
import dev.issuelink.event.PerformanceEvents;
import dev.issuelink.event.PoolStatus;
import dev.issuelink.event.QueryPerformance;
import dev.issuelink.event.ReplicationStatus;
import dev.issuelink.event.SchemaChange;
import dev.issuelink.event.SchemaEvents;
import dev.issuelink.event.SchemaSnapshot;
import dev.issuelink.event.TestEvents;
import dev.issuelink.event.TestResult;
import dev.issuelink.model.ObjectReference;
import dev.issuelink.model.ObjectType;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class StandardSuggestionsTest {
    private static final ChangeImpact WITH_ROLLBACK =
            ChangeImpact.builder().hasRollback(true).build();

    static List<DatabaseEvent> samples() {
        var all = new java.util.ArrayList<>(EventSamples.full());
        all.addAll(EventSamples.minimal());
        return all;
    }

    static List<EventDescription> endings() {
        return EventCatalogue.all().stream()
                .filter(description -> description.rule().isEmpty())
                .toList();
    }

    @ParameterizedTest
    @MethodSource("samples")
    void everyAdviceIsASentenceWithAName(DatabaseEvent event) {
        assertThat(advice(event))
                .allSatisfy(sentence -> assertThat(sentence)
                        .contains("`")
                        .endsWith(".")
                        .doesNotContain("NaN", "``", "  ")
                        .doesNotContainPattern("\\bnull\\b"));
        assertThat(advice(event)).isEqualTo(advice(event)).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("endings")
    void whatIsOverNeedsNoAdvice(EventDescription description) {
        var event = EventSamples.full().stream()
                .filter(sample -> sample.type().equals(description.type()))
                .findFirst()
                .orElseThrow();
        assertThat(new StandardSuggestions().suggest(event)).isEmpty();
    }

    @Test
    void whereNothingFitsThereIsNoAdvice() {
        assertThat(advice(proposed("ALTER TABLE orders ADD COLUMN note text"))).isEmpty();
        assertThat(advice(new DatabaseEvent(new EventType("host.own"), ORDERS, EventAttributes.empty(), NOW)))
                .isEmpty();
        assertThat(advice(new DatabaseEvent(EventType.PERFORMANCE_REGRESSION, ORDERS, EventAttributes.empty(), NOW)))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "DROP TABLE IF EXISTS \"sales\".\"orders\" CASCADE | Dropping the table `sales.orders` loses its data: keep a copy until nothing needs it.",
                "DROP INDEX CONCURRENTLY orders_idx | See which queries use the index `orders_idx` before it is dropped.",
                "CREATE TABLE notes (text text, at date) | The table `notes` gets no primary key: give it one, so that rows can be told apart.",
                "ALTER TABLE orders DROP COLUMN total | Dropping the column `orders.total` loses its data: see first that nothing reads or writes it any more.",
                "alter table only orders drop total | Dropping the column `orders.total` loses its data: see first that nothing reads or writes it any more.",
                "ALTER TABLE orders ADD note text NOT NULL | The new column `orders.note` is NOT NULL without a default: that fails if there are rows, so give it a default or fill it first.",
                "ALTER TABLE orders ADD COLUMN IF NOT EXISTS note text NOT NULL | The new column `orders.note` is NOT NULL without a default: that fails if there are rows, so give it a default or fill it first.",
                "ALTER TABLE orders ALTER COLUMN note SET NOT NULL | See that no row has null in `orders.note` before it becomes NOT NULL.",
                "ALTER TABLE orders ALTER COLUMN total TYPE numeric(8,2) | See that every value of `orders.total` fits into its new type, and how long the table is locked while it is converted.",
                "ALTER TABLE orders MODIFY total int | See that every value of `orders.total` fits into its new type, and how long the table is locked while it is converted.",
                "ALTER TABLE orders DROP PRIMARY KEY | Without its primary key, rows of `orders` cannot be told apart.",
                "UPDATE orders SET total = 0 | The statement on `orders` has no WHERE and so touches every row: see whether that is meant.",
                "DELETE FROM orders | The statement on `orders` has no WHERE and so touches every row: see whether that is meant."
            })
    void dangerousStatementsAreSeen(String sql, String sentence) {
        assertThat(advice(proposed(sql))).containsExactly(sentence);
        var migration = Migration.builder("1").sqlDdl(sql).build();
        assertThat(advice(MigrationEvents.proposed(ORDERS, migration, WITH_ROLLBACK, NOW)))
                .containsExactly(sentence);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "CREATE TABLE notes (id int PRIMARY KEY)",
                "CREATE TABLE notes AS SELECT * FROM orders",
                "ALTER TABLE orders ADD note text NOT NULL DEFAULT 'x'",
                "ALTER TABLE orders ADD CONSTRAINT c CHECK (note IS NOT NULL)",
                "ALTER TABLE orders ALTER COLUMN note DROP NOT NULL",
                "ALTER TABLE orders DROP CONSTRAINT c",
                "UPDATE orders SET total = 0 WHERE id = 1",
                "-- DROP TABLE orders",
                "/* DROP TABLE orders; */ SELECT 1",
                "INSERT INTO log VALUES ('DROP TABLE orders; DELETE FROM x')",
                "DO $body$ BEGIN DROP TABLE orders; END $body$"
            })
    void harmlessStatementsAreNot(String sql) {
        assertThat(advice(proposed(sql))).isEmpty();
    }

    @Test
    void everyActionAndStatementIsLookedAt() {
        assertThat(advice(proposed("ALTER TABLE a ADD b numeric(1,2) NOT NULL, DROP COLUMN c; DROP TABLE d;")))
                .hasSize(3)
                .anyMatch(sentence -> sentence.contains("`a.b`"))
                .anyMatch(sentence -> sentence.contains("`a.c`"))
                .anyMatch(sentence -> sentence.contains("`d`"));
    }

    @Test
    void aMissingWayBackAndALongDowntimeAreSeen() {
        var change = SchemaChange.builder(SchemaChange.Type.ALTER, ORDERS).sqlDdl("ALTER TABLE orders ADD note text");
        var nothingKnown = ChangeImpact.builder().build();
        var missing = "No way back is described for the change of `shop.sales.orders`: write the rollback before it is"
                + " approved.";
        assertThat(advice(SchemaEvents.changeProposed(change.build(), nothingKnown, NOW)))
                .containsExactly(missing);
        var none = ChangeImpact.builder()
                .hasRollback(false)
                .downtime(Duration.ofMinutes(90))
                .build();
        assertThat(advice(SchemaEvents.changeProposed(change.build(), none, NOW)))
                .containsExactly(
                        "`shop.sales.orders` cannot be used for 90 minutes (1 h 30 min): plan a maintenance window, or make"
                                + " the change in smaller steps.",
                        missing);
        change.rollbackSql("ALTER TABLE orders DROP note");
        assertThat(advice(SchemaEvents.changeProposed(change.build(), nothingKnown, NOW)))
                .isEmpty();
    }

    @Test
    void whatDependsOnSomethingThatIsDroppedIsNamed() {
        var change = SchemaChange.builder(SchemaChange.Type.DROP, ORDERS)
                .dependency(ObjectReference.of(ObjectType.VIEW, "invoices"))
                .build();
        assertThat(advice(SchemaEvents.changeProposed(change, WITH_ROLLBACK, NOW)))
                .containsExactly("Dropping `shop.sales.orders` breaks what depends on it: change `invoices` first.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ERROR: canceling statement due to lock timeout | waited for a lock",
                "Deadlock found when trying to get lock | waited for a lock",
                "ERROR: relation \"notes\" already exists | is there already",
                "ERROR: permission denied for schema sales | lacks a right",
                "ERROR: column \"a\" contains null values | break the new rule",
                "Duplicate key value violates unique constraint | break the new rule"
            })
    void theErrorOfAMigrationSaysWhatToDo(String error, String words) {
        var migration = Migration.builder("1").error(error).build();
        assertThat(advice(MigrationEvents.failed(ORDERS, migration, NOW)))
                .singleElement()
                .asString()
                .contains(words, "`shop.sales.orders`");
    }

    @Test
    void aMigrationThatStoppedHalfWayIsSeen() {
        var migration = Migration.builder("1").rolledBack(false).build();
        assertThat(advice(MigrationEvents.failed(ORDERS, migration, NOW)))
                .singleElement()
                .asString()
                .startsWith("What the migration of `shop.sales.orders` did before it failed was not taken back");
    }

    @Test
    void everyLossOfASchemaIsNamed() {
        assertThat(advice(SchemaEvents.driftDetected(
                        ORDERS, "production", EventSamples.fullExpected(), EventSamples.fullActual(), NOW)))
                .containsExactly(
                        "Restore the missing table `sales.archive`, or take it out of what is expected.",
                        "Restore the missing column `sales.orders.old_note` before something reads or writes it.",
                        "Create the missing index `sales.orders.orders_total_idx` again, before queries become slow.",
                        "Create the missing foreign key `sales.orders.orders_fk` again, and look for rows that point"
                                + " nowhere.",
                        "Values may be cut off or refused: widen the type of `sales.orders.id`, `sales.orders.total`"
                                + " again.",
                        "Look for nulls in `sales.orders.total`, and make it NOT NULL again.");
    }

    @Test
    void whatBreaksInsertsAndAMissingPrimaryKeyAreNamed() {
        var expected = SchemaSnapshot.builder("main")
                .column("t", "id", "int", true, null)
                .primaryKey("t", List.of("id"))
                .build();
        var actual = SchemaSnapshot.builder("db")
                .column("t", "id", "int", false, null)
                .column("t", "new", "int", false, null)
                .build();
        assertThat(advice(SchemaEvents.driftDetected(ORDERS, "production", expected, actual, NOW)))
                .containsExactly(
                        "Give `t` its primary key back, so that rows can be told apart.",
                        "Inserts without a value for `t.id` fail: let it be null again, or give it a default.",
                        "Inserts that do not know the new column `t.new` fail: give it a default, or let it be null.");
    }

    @Test
    void aScanWithoutAnIndexNamesTableAndColumns() {
        var before = query(10).build();
        var after = query(100)
                .sql("SELECT o.id FROM sales.orders o JOIN customers c ON c.id = o.customer_id"
                        + " WHERE o.state = 'open' AND (o.total > 5 OR o.note IS NULL) ORDER BY o.id")
                .indexUsage("none")
                .build();
        assertThat(advice(PerformanceEvents.regression(ORDERS, before, after, NOW)))
                .containsExactly("The query reads `sales.orders`, `customers` without an index: see whether an index on"
                        + " `c.id`, `o.state`, `o.total`, `o.note` would help.");
    }

    @Test
    void anIndexThatIsNotUsedAnyMoreIsNamed() {
        var before = query(10).indexUsage("orders_idx").build();
        var after = query(100).indexUsage("Seq Scan").build();
        assertThat(advice(PerformanceEvents.regression(ORDERS, before, after, NOW)))
                .containsExactly(
                        "The query used `orders_idx` before and now reads `shop.sales.orders` without an index: see"
                                + " whether the index is still there, and whether the statistics of `shop.sales.orders` are up to"
                                + " date.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "Seq Scan on items  (cost=0.00..35.50 rows=2550) ; items",
                "|*  2 |  TABLE ACCESS FULL| ITEMS |; ITEMS",
                "SCAN TABLE items ; items",
                "-> Table scan on items  (cost=1.35) ; items"
            })
    void aScanIsSeenInThePlanToo(String plan, String table) {
        var after = query(100).plan(plan).build();
        var advice = advice(PerformanceEvents.regression(ORDERS, query(10).build(), after, NOW));
        assertThat(advice)
                .singleElement()
                .asString()
                .startsWith("The query reads `" + table + "` without an index: see whether an index on what it");
    }

    @Test
    void anotherIndexMoreRowsManyRowsAndAnotherPlanAreSeen() {
        var before = query(10).indexUsage("a_idx").rowsScanned(1000).plan("one").build();
        var after = query(100)
                .indexUsage("b_idx")
                .rowsScanned(50_000)
                .rowsReturned(3)
                .plan("two")
                .build();
        assertThat(advice(PerformanceEvents.regression(ORDERS, before, after, NOW)))
                .containsExactly(
                        "The query used `a_idx` before and now uses `b_idx`: see whether the index is still there, and"
                                + " whether the statistics of `shop.sales.orders` are up to date.",
                        "The query reads 50,000 rows instead of 1000: see whether `shop.sales.orders` has grown or a"
                                + " filter was lost.",
                        "The query reads 50,000 rows of `shop.sales.orders` to answer 3: filter earlier, or by an index.",
                        "The database runs the query on `shop.sales.orders` otherwise than before: compare the plans"
                                + " above.");
    }

    @Test
    void theAgeOfTheLastGoodBackupAndTheReasonAreTold() {
        var result = BackupResult.builder("nightly")
                .lastSuccessAt(NOW.minus(Duration.ofHours(76)))
                .target("s3://x")
                .error("No space left on device");
        assertThat(advice(OperationsEvents.backupFailed(ORDERS, result.build(), NOW)))
                .containsExactly(
                        "The last good backup of `shop.sales.orders` is 3 d 4 h old: make one by hand before anything risky"
                                + " is done.",
                        "There is no space left at `s3://x`: remove old backups, or make it larger.");
        result.error("Access Denied").lastSuccessAt(null).target(null);
        assertThat(advice(OperationsEvents.backupFailed(ORDERS, result.build(), NOW)))
                .singleElement()
                .asString()
                .contains("credentials");
    }

    @Test
    void aLagThatGrowsAndOneThatShrinksAreToldApart() {
        assertThat(advice(OperationsEvents.replicationLag(ORDERS, lag(120, 60), NOW)))
                .singleElement()
                .asString()
                .startsWith("`r` falls further behind, from 60 seconds to 120 seconds (2 min)");
        assertThat(advice(OperationsEvents.replicationLag(ORDERS, lag(60, 120), NOW)))
                .singleElement()
                .asString()
                .startsWith("`r` is catching up");
        assertThat(advice(OperationsEvents.replicationLag(ORDERS, lag(60, 60), NOW)))
                .isEmpty();
    }

    @Test
    void anExhaustedPoolIsLookedAtForLeaksFirst() {
        var waiting = PoolStatus.builder("main", 10, 10).waiting(4);
        assertThat(advice(OperationsEvents.connectionPoolExhausted(ORDERS, waiting.build(), NOW)))
                .containsExactly(
                        "4 requests wait for `main`: shorten transactions, or allow more than 10 connections.");
        waiting.longestUse(Duration.ofMinutes(10));
        assertThat(advice(OperationsEvents.connectionPoolExhausted(ORDERS, waiting.build(), NOW)))
                .singleElement()
                .asString()
                .startsWith("A connection of `main` has been in use for 600,000 ms (10 min)");
        waiting.leakTrace("at x");
        assertThat(advice(OperationsEvents.connectionPoolExhausted(ORDERS, waiting.build(), NOW)))
                .containsExactly("A connection of `main` was not given back: close it where the trace above took it.");
    }

    @Test
    void aTestThatFailsNowAndThenIsSeenAndOneThatAlwaysFailsIsNot() {
        var result = TestResult.builder("closes").runs(20, 3);
        assertThat(advice(TestEvents.failed(ORDERS, result.build(), NOW)))
                .isEqualTo(advice(TestEvents.flaky(ORDERS, result.build(), NOW)))
                .singleElement()
                .asString()
                .startsWith("`closes` failed in 3 of 20 runs");
        assertThat(advice(TestEvents.failed(ORDERS, result.runs(20, 20).build(), NOW)))
                .isEmpty();
    }

    @Test
    void whatIsNotCoveredIsNamed() {
        var before = CoverageReport.builder("core", 85).build();
        var after = CoverageReport.builder("core", 78.5)
                .threshold(80)
                .uncovered(List.of("a", "b", "c", "d", "e", "f", "g"))
                .build();
        assertThat(advice(TestEvents.coverageDropped(ORDERS, before, after, NOW)))
                .containsExactly(
                        "Write tests for `a`, `b`, `c`, `d`, `e` and 2 more.",
                        "`core` is 1.5 percentage points below what is demanded.");
    }

    @Test
    void nothingInANameActs() {
        var object = ObjectReference.of(ObjectType.TABLE, "a`b\n# c");
        var change = SchemaChange.builder(SchemaChange.Type.DROP, object)
                .sqlDdl("DROP TABLE \"x`y\n\n- z\"")
                .build();
        assertThat(advice(SchemaEvents.changeProposed(change, WITH_ROLLBACK, NOW)))
                .singleElement()
                .asString()
                .startsWith("Dropping the table `x'y - z` loses");
    }

    @Property(tries = 300)
    void anySqlAndAnyTextGivesSomeAdviceOrNone(@ForAll String text) {
        advice(proposed(text));
        advice(proposed("ALTER TABLE " + text));
        var attributes = EventAttributes.of(Map.of(
                "query", Map.of("text", text),
                "after", Map.of("plan", text, "rows_scanned", text),
                "drift", text));
        advice(new DatabaseEvent(EventType.PERFORMANCE_REGRESSION, ORDERS, attributes, NOW));
        advice(new DatabaseEvent(EventType.DRIFT_DETECTED, ORDERS, attributes, NOW));
    }

    @Test
    void ofVeryMuchAdviceTheFirstIsTold() {
        var sql = new StringBuilder("ALTER TABLE a ");
        for (int column = 0; column < 5_000; column++) {
            sql.append("ADD c").append(column).append(" int NOT NULL,");
        }
        var text = new StandardSuggestions().suggest(proposed(sql.toString())).orElseThrow();
        assertThat(text).contains("`a.c19`").doesNotContain("`a.c20`").endsWith("… and 4980 more");
    }

    @Test
    @Timeout(60)
    void hostileSqlTakesNoLongerThanItsLength() {
        var parts = List.of("'", "\"", "[", "$a$", "$a", "/*", "--", "(", "ALTER TABLE a ADD b,", "WHERE a = ");
        for (var part : parts) {
            var sql = part.repeat(200_000 / part.length());
            advice(proposed(sql));
            var after = query(100)
                    .sql(sql)
                    .plan("Seq Scan on " + part.repeat(50_000))
                    .build();
            advice(PerformanceEvents.regression(ORDERS, query(1).build(), after, NOW));
        }
    }

    private static ReplicationStatus lag(long seconds, long before) {
        return ReplicationStatus.builder("r", Duration.ofSeconds(seconds), Duration.ofSeconds(30))
                .previousLag(Duration.ofSeconds(before))
                .build();
    }

    private static QueryPerformance.Builder query(long millis) {
        return EventSamples.query(millis);
    }

    private static DatabaseEvent proposed(String sql) {
        var change = SchemaChange.builder(SchemaChange.Type.ALTER, ORDERS).sqlDdl(sql);
        return SchemaEvents.changeProposed(change.build(), WITH_ROLLBACK, NOW);
    }

    private static List<String> advice(DatabaseEvent event) {
        return new StandardSuggestions()
                .suggest(event)
                .map(markdown -> List.of(markdown.substring(2).split("\n- ")))
                .orElse(List.of());
    }
}
