package dev.issuelink.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.issuelink.model.ObjectReference;
import dev.issuelink.model.ObjectType;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EventFactoriesTest {
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final ObjectReference ORDERS = ObjectReference.of(ObjectType.TABLE, "orders");

    @Test
    void thePathsOfTheRequirementAreThere() {
        var change = SchemaChange.builder(SchemaChange.Type.ALTER, ORDERS)
                .sqlDdl("ALTER TABLE orders ADD note text")
                .requestedBy("Ada")
                .dependency(ObjectReference.of(ObjectType.VIEW, "invoices"))
                .build();
        var impact = ChangeImpact.builder()
                .tableCount(1)
                .queryCount(2)
                .downtime(Duration.ofSeconds(90))
                .rollbackComplexity("low")
                .build();
        var event = SchemaEvents.changeProposed(change, impact, NOW);

        assertThat(event.object()).isEqualTo(ORDERS);
        assertThat(value(event, "change.type")).isEqualTo("ALTER");
        assertThat(value(event, "change.sql_ddl")).isEqualTo("ALTER TABLE orders ADD note text");
        assertThat(value(event, "user.name")).isEqualTo("Ada");
        assertThat(value(event, "impact.table_count")).isEqualTo(1L);
        assertThat(value(event, "impact.query_count")).isEqualTo(2L);
        assertThat(value(event, "impact.downtime_minutes")).isEqualTo(1.5);
        assertThat(value(event, "impact.rollback_complexity")).isEqualTo("low");
        assertThat(value(event, "dependencies"))
                .isEqualTo(List.of(Map.of("type", "VIEW", "qualified_name", "invoices")));
    }

    @Test
    void theSameProposalMadeTwiceIsOneAndAnotherIsNot() {
        var one = SchemaChange.builder(SchemaChange.Type.ALTER, ORDERS).sqlDdl("x");
        var impact = ChangeImpact.builder().build();
        var id = value(SchemaEvents.changeProposed(one.build(), impact, NOW), "change.id");
        assertThat(value(SchemaEvents.changeProposed(one.build(), impact, NOW.plusSeconds(9)), "change.id"))
                .isEqualTo(id);
        one.sqlDdl("y");
        assertThat(value(SchemaEvents.changeProposed(one.build(), impact, NOW), "change.id"))
                .isNotEqualTo(id);
        one.id("RFC-1");
        assertThat(value(SchemaEvents.changeProposed(one.build(), impact, NOW), "change.id"))
                .isEqualTo("RFC-1");
    }

    @Test
    void driftIsAsBadAsItsWorstDifferenceAndHoldsOnlyTablesThatDiffer() {
        var expected = SchemaSnapshot.builder("main")
                .column("same", "id", "int", true, null)
                .column("orders", "id", "int", true, null)
                .build();
        var actual = SchemaSnapshot.builder("db")
                .column("same", "id", "int", true, null)
                .column("orders", "id", "bigint", true, null)
                .table("more")
                .build();
        var event = SchemaEvents.driftDetected(ORDERS, "production", expected, actual, NOW);

        assertThat(value(event, "drift.severity")).isEqualTo("medium");
        assertThat(value(event, "drift.difference_count")).isEqualTo(2L);
        assertThat(value(event, "drift.added_count")).isEqualTo(1L);
        assertThat(value(event, "drift.removed_count")).isEqualTo(0L);
        assertThat(value(event, "drift.changed_count")).isEqualTo(1L);
        assertThat(value(event, "environment.name")).isEqualTo("production");
        assertThat(value(event, "expected.source")).isEqualTo("main");
        assertThat(value(event, "expected.table_count")).isEqualTo(2L);
        assertThat(value(event, "expected.tables").toString())
                .contains("orders")
                .doesNotContain("same");
        assertThat(value(event, "actual.tables").toString()).contains("orders", "more");
    }

    @Test
    void equalSnapshotsAreNoDrift() {
        var snapshot = SchemaSnapshot.builder("main").table("t").build();
        assertThatThrownBy(() -> SchemaEvents.driftDetected(ORDERS, "production", snapshot, snapshot, NOW))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("There is no drift: the snapshots of main and main are equal");
        assertThatThrownBy(() -> SchemaEvents.driftResolved(ORDERS, " ", NOW))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "1000, 1199, 19.9, 1.199, low",
        "1000, 1200, 20, 1.2, medium",
        "1000, 1999, 99.9, 1.999, medium",
        "1000, 2000, 100, 2, high",
        "1000, 9999, 899.9, 9.999, high",
        "1000, 10000, 900, 10, critical",
        "1000, 500, -50, 0.5, low",
        "3, 4, 33.333, 1.333, medium",
        "0, 21, 2000, 21, critical"
    })
    void aRegressionSaysHowMuchAndHowBad(long before, long after, double percentage, double factor, String severity) {
        var event = PerformanceEvents.regression(
                ORDERS, query(before).build(), query(after).build(), NOW);
        assertThat(number(event, "regression.percentage")).isEqualTo(percentage);
        assertThat(number(event, "regression.factor")).isEqualTo(factor);
        assertThat(value(event, "severity")).isEqualTo(severity);
        assertThat(number(event, "before.execution_time_ms")).isEqualTo(before);
        assertThat(number(event, "after.execution_time_ms")).isEqualTo(after);
        assertThat(event.attributes().find("regression.rows_percentage")).isEmpty();
    }

    @Test
    void rowsAndFractionsOfMillisecondsAreTold() {
        var before = query(1).rowsScanned(0).build();
        var after = QueryPerformance.builder("q", Duration.ofNanos(1_500_250))
                .rowsScanned(50)
                .build();
        var event = PerformanceEvents.regression(ORDERS, before, after, NOW);
        assertThat(number(event, "after.execution_time_ms")).isEqualTo(1.5);
        assertThat(number(event, "regression.rows_percentage")).isEqualTo(4900);
        var recovered = PerformanceEvents.recovered(
                ORDERS, query(100).build(), query(25).build(), NOW);
        assertThat(number(recovered, "recovery.percentage")).isEqualTo(75);
    }

    @Test
    void measurementsOfTwoQueriesAreRefused() {
        var other = QueryPerformance.builder("other", Duration.ofMillis(1)).build();
        assertThatThrownBy(() -> PerformanceEvents.regression(ORDERS, query(1).build(), other, NOW))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The measurements are not of one query: query.fingerprint is q before and other after");
        var staging = query(1).environment("staging").build();
        assertThatThrownBy(() -> PerformanceEvents.recovered(ORDERS, query(1).build(), staging, NOW))
                .hasMessageContaining("environment.name is missing before and staging after");
    }

    @ParameterizedTest
    @CsvSource({"61, 60, medium", "180, 60, high", "599, 60, high", "600, 60, critical", "5, 0, critical"})
    void replicationLagIsAsBadAsItExceedsItsThreshold(long lag, long threshold, String severity) {
        var status = ReplicationStatus.builder("r", Duration.ofSeconds(lag), Duration.ofSeconds(threshold))
                .build();
        assertThat(value(OperationsEvents.replicationLag(ORDERS, status, NOW), "severity"))
                .isEqualTo(severity);
        assertThat(OperationsEvents.replicationRecovered(ORDERS, status, NOW)
                        .attributes()
                        .find("severity"))
                .isEmpty();
    }

    @Test
    void flakyTestsSayHowOftenIfThatIsKnown() {
        var flaky = TestEvents.flaky(ORDERS, TestResult.builder("t").runs(8, 1).build(), NOW);
        assertThat(number(flaky, "test.failure_percentage")).isEqualTo(12.5);
        var never = TestEvents.flaky(ORDERS, TestResult.builder("t").runs(0, 0).build(), NOW);
        assertThat(never.attributes().find("test.failure_percentage")).isEmpty();
    }

    @Test
    void coverageSaysByHowManyPoints() {
        var before = CoverageReport.builder("core", 84.75).build();
        var after = CoverageReport.builder("core", 71.5).build();
        var dropped = TestEvents.coverageDropped(ORDERS, before, after, NOW);
        assertThat(number(dropped, "coverage.drop_points")).isEqualTo(13.25);
        assertThat(number(dropped, "coverage.previous_percentage")).isEqualTo(84.75);
        assertThat(number(TestEvents.coverageRecovered(ORDERS, after, before, NOW), "coverage.gain_points"))
                .isEqualTo(13.25);
        var other = CoverageReport.builder("api", 71.5).build();
        assertThatThrownBy(() -> TestEvents.coverageDropped(ORDERS, before, other, NOW))
                .hasMessage("The reports are not of one scope: core before and api after");
    }

    @Test
    void nonsenseIsRefusedWithTheNameOfTheFact() {
        assertThatThrownBy(() -> ChangeImpact.builder().tableCount(-1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("\"impact.table_count\" must not be negative, but was -1");
        assertThatThrownBy(() -> QueryPerformance.builder("q", Duration.ofMillis(-1)))
                .hasMessageContaining("execution_time_ms");
        assertThatThrownBy(() -> CoverageReport.builder("core", 100.5)).hasMessageContaining("between 0 and 100");
        assertThatThrownBy(() -> CoverageReport.builder("core", Double.NaN)).hasMessageContaining("between 0 and 100");
        assertThatThrownBy(() -> HealthCheckResult.builder("c").measured(Double.POSITIVE_INFINITY, null))
                .hasMessageContaining("finite");
        assertThatThrownBy(() -> Migration.builder(" ")).hasMessage("The version of a migration must not be blank");
    }

    @Test
    void whatIsBlankOrTakenBackIsNotThere() {
        var change = SchemaChange.builder(SchemaChange.Type.DROP, ORDERS)
                .reason(" ")
                .environment("x")
                .environment(null)
                .requestedBy("Ada")
                .requestedBy(null)
                .build();
        assertThat(change.attributes().asMap()).containsOnlyKeys("change");
        assertThat(change.attributes().find("change.reason")).isEmpty();
    }

    @Test
    void factsAreEqualIfTheySayTheSame() {
        var one = SchemaChange.builder(SchemaChange.Type.DROP, ORDERS).build();
        assertThat(one)
                .isEqualTo(SchemaChange.builder(SchemaChange.Type.DROP, ORDERS).build())
                .hasSameHashCodeAs(
                        SchemaChange.builder(SchemaChange.Type.DROP, ORDERS).build())
                .isNotEqualTo(
                        SchemaChange.builder(SchemaChange.Type.DROP, ObjectReference.of(ObjectType.TABLE, "other"))
                                .build())
                .hasToString("SchemaChange[change]");
        assertThat(ChangeImpact.builder().build())
                .isEqualTo(ChangeImpact.builder().build())
                .isNotEqualTo(ChangeImpact.builder().tableCount(1).build());
    }

    private static QueryPerformance.Builder query(long millis) {
        return QueryPerformance.builder("q", Duration.ofMillis(millis));
    }

    private static Object value(DatabaseEvent event, String path) {
        return event.attributes().find(path).orElseThrow();
    }

    private static double number(DatabaseEvent event, String path) {
        return ((Number) value(event, path)).doubleValue();
    }
}
