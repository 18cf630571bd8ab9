package dev.issuelink.core.internal.compose;

import dev.issuelink.event.ArchitectureDecision;
import dev.issuelink.event.BackupResult;
import dev.issuelink.event.ChangeImpact;
import dev.issuelink.event.CoverageReport;
import dev.issuelink.event.DatabaseEvent;
import dev.issuelink.event.DesignEvents;
import dev.issuelink.event.DesignNote;
import dev.issuelink.event.DesignReview;
import dev.issuelink.event.HealthCheckResult;
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
import dev.issuelink.event.Severity;
import dev.issuelink.event.TestEvents;
import dev.issuelink.event.TestResult;
import dev.issuelink.model.ObjectReference;
import dev.issuelink.model.ObjectType;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** One event of each type with every fact that its factory takes, and one with none that may be left out. */
final class EventSamples {
    static final Instant NOW = Instant.parse("2026-03-01T12:30:45Z");
    static final ObjectReference ORDERS = ObjectReference.builder(ObjectType.TABLE, "orders")
            .database("shop")
            .schema("sales")
            .build();
    static final ObjectReference INVOICES = ObjectReference.builder(ObjectType.VIEW, "invoices")
            .schema("billing")
            .build();

    private EventSamples() {}

    static List<DatabaseEvent> full() {
        return List.of(
                SchemaEvents.changeProposed(fullChange(), fullImpact(), NOW),
                MigrationEvents.proposed(ORDERS, fullMigration(), fullImpact(), NOW),
                MigrationEvents.applied(ORDERS, fullMigration(), NOW),
                MigrationEvents.failed(ORDERS, fullMigration(), NOW),
                MigrationEvents.rolledBack(ORDERS, fullMigration(), NOW),
                SchemaEvents.driftDetected(ORDERS, "production", fullExpected(), fullActual(), NOW),
                SchemaEvents.driftResolved(ORDERS, "production", NOW),
                PerformanceEvents.regression(ORDERS, fullQuery(1200, 10_000), fullQuery(98_400, 2_500_000), NOW),
                PerformanceEvents.recovered(ORDERS, fullQuery(98_400, 2_500_000), fullQuery(1200, 10_000), NOW),
                OperationsEvents.healthCheckFailed(ORDERS, fullCheck(), NOW),
                OperationsEvents.healthCheckRecovered(ORDERS, fullCheck(), NOW),
                OperationsEvents.backupFailed(ORDERS, fullBackup(), NOW),
                OperationsEvents.backupSucceeded(ORDERS, fullBackup(), NOW),
                OperationsEvents.replicationLag(ORDERS, fullReplication(), NOW),
                OperationsEvents.replicationRecovered(ORDERS, fullReplication(), NOW),
                OperationsEvents.connectionPoolExhausted(ORDERS, fullPool(), NOW),
                OperationsEvents.connectionPoolRecovered(ORDERS, fullPool(), NOW),
                TestEvents.failed(ORDERS, fullTest(), NOW),
                TestEvents.flaky(ORDERS, fullTest(), NOW),
                TestEvents.recovered(ORDERS, fullTest(), NOW),
                TestEvents.coverageDropped(ORDERS, fullCoverage(84.75), fullCoverage(71.5), NOW),
                TestEvents.coverageRecovered(ORDERS, fullCoverage(71.5), fullCoverage(84.75), NOW),
                DesignEvents.reviewRequested(ORDERS, fullReview(), NOW),
                DesignEvents.reviewApproved(ORDERS, fullReview(), NOW),
                DesignEvents.reviewRejected(ORDERS, fullReview(), NOW),
                DesignEvents.noteConverted(ORDERS, fullNote(), NOW),
                DesignEvents.decisionRecorded(ORDERS, fullDecision(), NOW));
    }

    static List<DatabaseEvent> minimal() {
        var change = SchemaChange.builder(SchemaChange.Type.ALTER, ORDERS).build();
        var impact = ChangeImpact.builder().build();
        var migration = Migration.builder("42").build();
        var check = HealthCheckResult.builder("disk").build();
        var backup = BackupResult.builder("nightly").build();
        var replication = ReplicationStatus.builder("replica-1", Duration.ofSeconds(90), Duration.ofSeconds(60))
                .build();
        var pool = PoolStatus.builder("main", 10, 10).build();
        var test = TestResult.builder("adds").build();
        var review = DesignReview.builder("R-1", "Orders").build();
        return List.of(
                SchemaEvents.changeProposed(change, impact, NOW),
                MigrationEvents.proposed(ORDERS, migration, impact, NOW),
                MigrationEvents.applied(ORDERS, migration, NOW),
                MigrationEvents.failed(ORDERS, migration, NOW),
                MigrationEvents.rolledBack(ORDERS, migration, NOW),
                SchemaEvents.driftDetected(
                        ORDERS,
                        "production",
                        SchemaSnapshot.builder("main").build(),
                        SchemaSnapshot.builder("db").table("x").build(),
                        NOW),
                SchemaEvents.driftResolved(ORDERS, "production", NOW),
                PerformanceEvents.regression(
                        ORDERS, query(100).build(), query(130).build(), NOW),
                PerformanceEvents.recovered(
                        ORDERS, query(130).build(), query(100).build(), NOW),
                OperationsEvents.healthCheckFailed(ORDERS, check, NOW),
                OperationsEvents.healthCheckRecovered(ORDERS, check, NOW),
                OperationsEvents.backupFailed(ORDERS, backup, NOW),
                OperationsEvents.backupSucceeded(ORDERS, backup, NOW),
                OperationsEvents.replicationLag(ORDERS, replication, NOW),
                OperationsEvents.replicationRecovered(ORDERS, replication, NOW),
                OperationsEvents.connectionPoolExhausted(ORDERS, pool, NOW),
                OperationsEvents.connectionPoolRecovered(ORDERS, pool, NOW),
                TestEvents.failed(ORDERS, test, NOW),
                TestEvents.flaky(ORDERS, test, NOW),
                TestEvents.recovered(ORDERS, test, NOW),
                TestEvents.coverageDropped(
                        ORDERS, coverage(80).build(), coverage(75).build(), NOW),
                TestEvents.coverageRecovered(
                        ORDERS, coverage(75).build(), coverage(80).build(), NOW),
                DesignEvents.reviewRequested(ORDERS, review, NOW),
                DesignEvents.reviewApproved(ORDERS, review, NOW),
                DesignEvents.reviewRejected(ORDERS, review, NOW),
                DesignEvents.noteConverted(
                        ORDERS, DesignNote.builder("N-1", "Split the table").build(), NOW),
                DesignEvents.decisionRecorded(
                        ORDERS, ArchitectureDecision.builder("A-1", "One table").build(), NOW));
    }

    static QueryPerformance.Builder query(long millis) {
        return QueryPerformance.builder("q-7f3a", Duration.ofMillis(millis));
    }

    static CoverageReport.Builder coverage(double percentage) {
        return CoverageReport.builder("orders-core", percentage);
    }

    static SchemaChange fullChange() {
        return SchemaChange.builder(SchemaChange.Type.ALTER, ORDERS)
                .id("RFC-118")
                .sqlDdl("ALTER TABLE sales.orders ADD COLUMN note_text text;\n-- two lines")
                .rollbackSql("ALTER TABLE sales.orders DROP COLUMN note_text;")
                .reason("Support wants to **write down** why.")
                .requestedBy("Ada Lovelace")
                .dependency(INVOICES)
                .dependency(ObjectReference.of(ObjectType.PROCEDURE, "close_orders"))
                .environment("staging-eu")
                .build();
    }

    static ChangeImpact fullImpact() {
        return ChangeImpact.builder()
                .tableCount(3)
                .queryCount(17)
                .rowsAffected(1_234_567)
                .downtime(Duration.ofMinutes(95))
                .rollbackComplexity("moderate")
                .hasRollback(true)
                .notes("Readers see old rows until midnight.")
                .build();
    }

    static Migration fullMigration() {
        return Migration.builder("2026.03.01-7")
                .description("Add notes to orders")
                .script("V7__notes.sql")
                .checksum("c0ffee12")
                .type(SchemaChange.Type.ALTER)
                .sqlDdl("ALTER TABLE sales.orders ADD COLUMN note_text text;")
                .rollbackSql("ALTER TABLE sales.orders DROP COLUMN note_text;")
                .reason("Support wants to write down why.")
                .author("Grace Hopper")
                .dependency(INVOICES)
                .duration(Duration.ofMillis(65_250))
                .error("ERROR: lock timeout\n  at line 3")
                .failedStatement("ALTER TABLE sales.orders\n  ADD COLUMN note_text text")
                .log("step one\nstep two")
                .rolledBack(false)
                .environment("staging-eu")
                .build();
    }

    static SchemaSnapshot fullExpected() {
        return SchemaSnapshot.builder("git main")
                .column("sales.orders", "id", "bigint", false, null)
                .column("sales.orders", "total", "numeric(12,2)", false, "0.00")
                .column("sales.orders", "old_note", "text", true, null)
                .primaryKey("sales.orders", List.of("id"))
                .index("sales.orders", "orders_total_idx", false, List.of("total", "id"))
                .foreignKey("sales.orders", "orders_fk", List.of("id"), "sales.customers", List.of("customer_id"))
                .table("sales.archive")
                .column("sales.same", "id", "int", false, null)
                .build();
    }

    static SchemaSnapshot fullActual() {
        return SchemaSnapshot.builder("production database")
                .column("sales.orders", "id", "integer", false, null)
                .column("sales.orders", "total", "numeric(10,2)", true, "1.50")
                .column("sales.orders", "flags", "smallint", true, "7")
                .primaryKey("sales.orders", List.of("total"))
                .index("sales.orders", "orders_flags_idx", true, List.of("flags"))
                .foreignKey("sales.orders", "flags_fk", List.of("flags"), "sales.flag_names", List.of("flag_id"))
                .column("sales.same", "id", "int4", false, null)
                .build();
    }

    static QueryPerformance fullQuery(long millis, long rows) {
        return query(millis)
                .sql("SELECT *\nFROM sales.orders o WHERE o.customer_id = ?")
                .environment("production")
                .rowsScanned(rows)
                .rowsReturned(rows / 1000)
                .indexUsage(rows > 100_000 ? "none" : "orders_customer_idx")
                .calls(rows / 100)
                .plan(
                        rows > 100_000
                                ? "Seq Scan on sales.orders\n  rows=2"
                                : "Index Scan using orders_customer_idx\n  rows=1")
                .build();
    }

    static HealthCheckResult fullCheck() {
        return HealthCheckResult.builder("disk space")
                .severity(Severity.CRITICAL)
                .status("failing")
                .category("storage")
                .message("only a little is left on /var")
                .output("Filesystem  Use%\n/dev/sda1  97%")
                .measured(97.25, "percent of disk")
                .threshold(90)
                .duration(Duration.ofMillis(250))
                .environment("production")
                .build();
    }

    static BackupResult fullBackup() {
        return BackupResult.builder("nightly-full")
                .type("full")
                .target("s3://backups/shop")
                .error("could not write: No space left on device\nabort")
                .exitCode(28)
                .log("opening\nwriting")
                .size(5_368_709_120L)
                .duration(Duration.ofMinutes(42))
                .lastSuccessAt(Instant.parse("2026-02-26T02:00:00Z"))
                .environment("production")
                .build();
    }

    static ReplicationStatus fullReplication() {
        return ReplicationStatus.builder("replica-eu-2", Duration.ofSeconds(7_325), Duration.ofSeconds(30))
                .source("primary-eu-1")
                .state("catching up")
                .previousLag(Duration.ofMillis(6_100_500))
                .lagBytes(123_456_789)
                .error("could not receive data from WAL stream\nretrying")
                .environment("production")
                .build();
    }

    static PoolStatus fullPool() {
        return PoolStatus.builder("orders-pool", 49, 50)
                .idle(1)
                .waiting(112)
                .longestWait(Duration.ofMillis(30_000))
                .timeouts(8)
                .longestUse(Duration.ofMinutes(13))
                .leakTrace("at shop.Orders.open(Orders.java:41)\nat shop.Main.run(Main.java:7)")
                .environment("production")
                .build();
    }

    static TestResult fullTest() {
        return TestResult.builder("closesOrders")
                .suite("OrdersTest")
                .file("src/test/OrdersTest.java")
                .message("expected: <closed> but was: <open>")
                .stackTrace("AssertionError\n\tat OrdersTest.closesOrders(OrdersTest.java:52)")
                .output("opening order 9\nclosing order 9")
                .duration(Duration.ofMillis(1_850))
                .runs(24, 5)
                .build("ci-9912", "https://ci.example.com/9912")
                .commit("a1b2c3d", "feature/notes")
                .environment("jdk21")
                .build();
    }

    static CoverageReport fullCoverage(double percentage) {
        return coverage(percentage)
                .counter("branches")
                .counts(1_430, 2_000)
                .threshold(80)
                .uncovered(List.of("shop.Orders.close", "shop.Orders.open"))
                .build("ci-9912", "https://ci.example.com/9912")
                .commit("a1b2c3d", "feature/notes")
                .build();
    }

    static DesignReview fullReview() {
        return DesignReview.builder("R-17", "Orders get notes")
                .description("Two paragraphs.\n\nThe second has `code`.")
                .board("Orders whiteboard")
                .version("v3")
                .url("https://boards.example.com/orders")
                .requestedBy("Ada Lovelace")
                .reviewers(List.of("Grace Hopper", "Edsger Dijkstra"))
                .element(ORDERS)
                .element(INVOICES)
                .dueAt(Instant.parse("2026-03-08T09:00:00Z"))
                .decidedBy("Barbara Liskov")
                .comment("Fine, but index it.")
                .build();
    }

    static DesignNote fullNote() {
        return DesignNote.builder("N-9", "# Split orders by year\n\nThey have grown too large.")
                .board("Orders whiteboard")
                .url("https://boards.example.com/orders#n9")
                .author("Ada Lovelace")
                .writtenAt(Instant.parse("2026-02-27T16:20:00Z"))
                .build();
    }

    static ArchitectureDecision fullDecision() {
        return ArchitectureDecision.builder("ADR-12", "Partition by year")
                .status("accepted")
                .context("Orders outgrow one table.")
                .outcome("We partition by year.")
                .consequences("Queries without a year become slow.")
                .alternatives(List.of("Archive old rows", "Buy more memory"))
                .deciders(List.of("Ada Lovelace", "Grace Hopper"))
                .supersedes("ADR-3")
                .decidedAt(Instant.parse("2026-02-28T10:00:00Z"))
                .build();
    }
}
