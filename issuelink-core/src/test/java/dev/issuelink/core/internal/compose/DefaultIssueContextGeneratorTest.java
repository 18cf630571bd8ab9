package dev.issuelink.core.internal.compose;

import static dev.issuelink.core.internal.compose.EventSamples.NOW;
import static dev.issuelink.core.internal.compose.EventSamples.ORDERS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.issuelink.GeneratedContent;
import dev.issuelink.IssueContextGenerator;
import dev.issuelink.core.internal.guard.Sanitizer;
import dev.issuelink.core.internal.template.TemplateEngine;
import dev.issuelink.event.ChangeImpact;
import dev.issuelink.event.DatabaseEvent;
import dev.issuelink.event.EventAttributes;
import dev.issuelink.event.EventType;
import dev.issuelink.event.Migration;
import dev.issuelink.event.TestResult;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DefaultIssueContextGeneratorTest {
    private final StandardTemplates templates = new StandardTemplates(new TemplateEngine());
    private static final Sanitizer SANITIZER = new Sanitizer(List::of, text -> text);

    private final IssueContextGenerator generator = new DefaultIssueContextGenerator(
            name -> templates.compiled(name).orElseThrow(), new StandardSuggestions(), SANITIZER);

    @Test
    void allFactsHaveTheirText() {
        var titles = new LinkedHashMap<String, GeneratedContent>();
        titles.put(
                "Schema change: ALTER shop.sales.orders [staging-eu]",
                generator.generateForSchemaChange(EventSamples.fullChange(), EventSamples.fullImpact()));
        titles.put(
                "Performance regression: q-7f3a takes 82 times as long [production]",
                generator.generateForPerformanceIssue(
                        EventSamples.fullQuery(1200, 10_000), EventSamples.fullQuery(98_400, 2_500_000)));
        titles.put(
                "Schema drift in production database (12 differences)",
                generator.generateForDrift(EventSamples.fullExpected(), EventSamples.fullActual()));
        titles.put(
                "Health check disk space failed [production]",
                generator.generateForHealthCheck(EventSamples.fullCheck()));
        titles.put(
                "Migration 2026.03.01-7 failed: Add notes to orders [staging-eu]",
                generator.generateForMigration(EventSamples.fullMigration(), EventSamples.fullImpact()));
        titles.put("Backup nightly-full failed [production]", generator.generateForBackup(EventSamples.fullBackup()));
        titles.put(
                "Replica replica-eu-2 lags behind by 7325 seconds (2 h 2 min) [production]",
                generator.generateForReplication(EventSamples.fullReplication()));
        titles.put(
                "Connection pool orders-pool is exhausted [production]",
                generator.generateForConnectionPool(EventSamples.fullPool()));
        titles.put("Flaky test: OrdersTest: closesOrders [jdk21]", generator.generateForTest(EventSamples.fullTest()));
        titles.put(
                "Coverage of orders-core dropped to 71.5%",
                generator.generateForCoverage(EventSamples.fullCoverage(84.75), EventSamples.fullCoverage(71.5)));
        titles.put("Design review: Orders get notes", generator.generateForDesignReview(EventSamples.fullReview()));
        titles.put("Split orders by year", generator.generateForNote(EventSamples.fullNote()));
        titles.put(
                "Architecture decision ADR-12: Partition by year",
                generator.generateForArchitectureDecision(EventSamples.fullDecision()));

        titles.forEach((title, content) -> {
            assertThat(content.title()).isEqualTo(title);
            StandardTemplatesTest.assertNoGaps(
                    new dev.issuelink.core.internal.template.RenderedText(content.title(), content.body()));
            assertThat(content.body()).doesNotContain("1970");
        });
    }

    @Test
    void theStateOfAMigrationSaysWhatTheTextIsAbout() {
        var impact = ChangeImpact.builder().build();
        var proposed = Migration.builder("7").build();
        assertThat(generator.generateForMigration(proposed, impact).title()).isEqualTo("Migration 7");
        var rolledBack = Migration.builder("7").rolledBack(true).build();
        assertThat(generator.generateForMigration(rolledBack, impact).title())
                .isEqualTo("Incident: migration 7 was rolled back");
        var failed = Migration.builder("7").rolledBack(true).error("oh").build();
        assertThat(generator.generateForMigration(failed, impact).title()).isEqualTo("Migration 7 failed");
    }

    @Test
    void aTestThatAlwaysFailsIsNotFlaky() {
        var always = TestResult.builder("t").runs(4, 4).build();
        assertThat(generator.generateForTest(always).title()).isEqualTo("Test failed: t");
    }

    @Test
    void adviceStandsInTheText() {
        var failed = Migration.builder("7").error("lock timeout").build();
        assertThat(generator
                        .generateForMigration(failed, ChangeImpact.builder().build())
                        .body())
                .contains("### Suggested Actions", "waited for a lock");
        var silent = new DefaultIssueContextGenerator(
                name -> templates.compiled(name).orElseThrow(), event -> Optional.empty(), SANITIZER);
        assertThat(silent.generateForMigration(failed, ChangeImpact.builder().build())
                        .body())
                .doesNotContain("Suggested");
    }

    @Test
    void anEventOfTheHostIsShownAsAListOfItsAttributes() {
        var attributes = EventAttributes.of(Map.of(
                "disk",
                Map.of("free_bytes", 1_000_000, "full", true),
                "log",
                "one\ntwo",
                "items",
                List.of("a", Map.of("name", "b")),
                "empty",
                " "));
        var event = new DatabaseEvent(new EventType("disk.filling"), ORDERS, attributes, NOW);
        var content = generator.generate(event);

        assertThat(content.title()).isEqualTo("disk.filling: shop.sales.orders");
        assertThat(content.body().replace("\\", "").replace("\u2060", ""))
                .contains("disk.free_bytes", "1000000", "disk.full", "yes", "items[1]", "items[2].name")
                .contains("```\none\ntwo\n```")
                .doesNotContain("empty");
    }

    @Test
    void relatedIssuesAndTheRuleStandAtTheEnd() {
        var event = EventSamples.full().get(3);
        var template = templates.compiled(StandardTemplates.nameFor(event)).orElseThrow();
        var related = java.util.stream.IntStream.rangeClosed(1, 22)
                .mapToObj(at -> new Composition.Related("DB-" + at, "https://t.example.com/" + at, "No *" + at + "*"))
                .toList();
        var body = new Composer()
                .compose(
                        template,
                        event,
                        Composition.nothing()
                                .withRule("My rule")
                                .withRelated(related)
                                .withMore(Map.of("migration", "hidden", "occurrences", Map.of("count", 3))))
                .body();
        var plain = body.replace("\\", "").replace("\u2060", "");
        assertThat(plain)
                .contains("### Related Issues", "- [DB-1](https://t.example.com/1): No *1*", "- [DB-22]")
                .contains("**Rule**: My rule")
                .doesNotContain("hidden");
    }
}
