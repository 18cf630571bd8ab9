package dev.issuelink.core.internal.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RequiredTemplatesTest {
    private static String body(String name, Map<String, ?> facts) {
        return new TemplateEngine()
                .compile(RequiredTemplates.template(name))
                .render(facts)
                .body();
    }

    @Test
    void aSchemaChangeHasAllThatIsKnown() {
        var facts = Map.of(
                "object", Map.of("qualified_name", "shop.public.order_items"),
                "change",
                        Map.of(
                                "type",
                                "ALTER",
                                "sql_ddl",
                                new Fragment.Code("ALTER TABLE order_items\n  ADD note text;", "sql")),
                "user", Map.of("name", "Bob"),
                "impact",
                        Map.of(
                                "table_count",
                                3,
                                "query_count",
                                12_345,
                                "downtime_minutes",
                                2.5,
                                "rollback_complexity",
                                "low"),
                "dependencies",
                        List.of(
                                Map.of("qualified_name", "shop.public.orders"),
                                Map.of("qualified_name", "shop.public.items")));

        assertThat(body("schema_change", facts)).isEqualTo("""
                ## Schema Change Request

                **Object**: shop.public.order_items
                **Type**: ALTER (CREATE/ALTER/DROP)
                **Requested By**: Bob

                ### Changes

                ```sql
                ALTER TABLE order_items
                  ADD note text;
                ```

                ### Impact Analysis
                - Tables Affected: 3
                - Queries Affected: 12,345
                - Estimated Downtime: 2.5 minutes
                - Rollback Complexity: low

                ### Dependencies
                - shop.public.orders
                - shop.public.items

                ### Approval Checklist
                - [ ] Impact reviewed
                - [ ] Rollback plan verified
                - [ ] Stakeholder approval obtained""");
    }

    @Test
    void aSchemaChangeShowsNothingEmpty() {
        var facts = Map.of(
                "object", Map.of("qualified_name", "orders"),
                "change", Map.of("type", "DROP", "sql_ddl", " "),
                "impact", Map.of("table_count", 1),
                "dependencies", List.of());

        assertThat(body("schema_change", facts)).isEqualTo("""
                ## Schema Change Request

                **Object**: orders
                **Type**: DROP (CREATE/ALTER/DROP)

                ### Impact Analysis
                - Tables Affected: 1

                ### Approval Checklist
                - [ ] Impact reviewed
                - [ ] Rollback plan verified
                - [ ] Stakeholder approval obtained""");
    }

    @Test
    void aPerformanceRegressionHasAllThatIsKnown() {
        var facts = Map.of(
                "query", Map.of("fingerprint", "select * from orders where id = ?"),
                "severity", "high",
                "before", Map.of("execution_time_ms", 120, "rows_scanned", 1_000, "index_usage", "idx_orders"),
                "after", Map.of("execution_time_ms", 98_765.4321, "rows_scanned", 5_000_000, "index_usage", "none"),
                "ai_suggestions", Markdown.plain("1. Add an index on `orders(id)`\n2. Ask @everyone"));

        assertThat(body("performance_regression", facts)).isEqualTo("""
                ## Performance Regression Detected

                **Query**: select \\* from orders where id = ?
                **Severity**: high

                ### Before
                - Execution Time: 120ms
                - Rows Scanned: 1000
                - Index Usage: idx_orders

                ### After
                - Execution Time: 98,765.43ms
                - Rows Scanned: 5,000,000
                - Index Usage: none

                ### Suggested Actions

                1. Add an index on `orders(id)`
                2. Ask @%severyone""".formatted(Filled.J));
    }

    @Test
    void aDriftHasAllThatIsKnown() {
        var facts = Map.of(
                "environment", Map.of("name", "production"),
                "timestamp", "2026-01-31T12:00:00Z",
                "expected",
                        Map.of(
                                "source",
                                "git",
                                "schema_summary",
                                new MarkdownWriter()
                                        .bullet("12 tables")
                                        .bullet("3 views")
                                        .prose()),
                "actual", Map.of("schema_summary", "13 tables"),
                "drift", Map.of("details", new Fragment.Code("+ TABLE tmp", "diff")));

        assertThat(body("drift_detection", facts)).isEqualTo("""
                ## ⚠️ Schema Drift Detected

                **Environment**: production
                **Detection Time**: 2026-01-31T12:00:00Z

                ### Expected (from git)

                - 12 tables
                - 3 views

                ### Actual (from database)
                13 tables

                ### Differences

                ```diff
                + TABLE tmp
                ```

                ### Resolution
                1. Review changes in production
                2. Either:
                   - Apply changes to source: [Create Migration](#)
                   - Revert changes: [Generate Rollback](#)""");
    }

    @Test
    void aDriftOfWhichLittleIsKnownKeepsItsHeadingsAndNumbersInOrder() {
        var facts = Map.of("expected", Map.of("schema_summary", "12 tables"));

        assertThat(body("drift_detection", facts)).isEqualTo("""
                ## ⚠️ Schema Drift Detected

                ### Expected
                12 tables

                ### Resolution
                1. Either:
                   - Apply changes to source: [Create Migration](#)
                   - Revert changes: [Generate Rollback](#)""");
    }

    @ParameterizedTest
    @ValueSource(strings = {"schema_change", "performance_regression", "drift_detection"})
    void withoutFactsOnlyTheAuthorsOwnTextIsLeft(String name) {
        var body = body(name, Map.of());

        assertThat(body).doesNotContain("**", "ms", "minutes", ": \n").doesNotContain("\n\n\n");
        assertThat(body.lines().filter(line -> line.startsWith("###")))
                .allMatch(line -> line.equals("### Approval Checklist") || line.equals("### Resolution"));
    }
}
