package dev.issuelink.core.internal.compose;

import static org.assertj.core.api.Assertions.assertThat;

import dev.issuelink.config.IssueTemplate;
import dev.issuelink.core.internal.template.RenderedText;
import dev.issuelink.core.internal.template.TemplateEngine;
import dev.issuelink.event.AttributeDescription;
import dev.issuelink.event.AttributeDescription.Kind;
import dev.issuelink.event.DatabaseEvent;
import dev.issuelink.event.EventCatalogue;
import dev.issuelink.event.EventDescription;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class StandardTemplatesTest {
    /** Stands between two forms of one fact of which either will do. */
    private static final String OR = "\u0000";

    private static final TemplateEngine ENGINE = new TemplateEngine();

    private final StandardTemplates templates = new StandardTemplates(ENGINE);
    private final Composer composer = new Composer();

    static List<DatabaseEvent> full() {
        return EventSamples.full();
    }

    static List<DatabaseEvent> minimal() {
        return EventSamples.minimal();
    }

    static Set<String> names() {
        return StandardTemplates.names();
    }

    @Test
    void everyTypeHasSamples() {
        var types = EventCatalogue.all().stream().map(EventDescription::type).toList();
        assertThat(full()).extracting(DatabaseEvent::type).containsExactlyElementsOf(types);
        assertThat(minimal()).extracting(DatabaseEvent::type).containsExactlyElementsOf(types);
    }

    @ParameterizedTest
    @MethodSource("names")
    void everyStandardTemplateIsThereAndCompiles(String name) {
        assertThat(templates.compiled(name)).isPresent();
        assertThat(templates.compiled(name).get())
                .isSameAs(templates.compiled(name).get());
    }

    @Test
    void thereAreNoOthers() {
        System.out.println("figure standard_templates " + names().size());
        assertThat(StandardTemplates.find("no_such")).isEmpty();
        assertThat(StandardTemplates.find("parts/about")).isEmpty();
        assertThat(names()).contains("schema_change", "performance_regression", "drift_detection", "health_check");
    }

    @ParameterizedTest
    @MethodSource("full")
    void everyDescribedAttributeIsMadeByTheFactoryAndNoOther(DatabaseEvent event) {
        var described = EventCatalogue.find(event.type()).orElseThrow().attributes().stream()
                .map(AttributeDescription::path)
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(paths("", event.attributes().asMap())).isEqualTo(described);
    }

    @ParameterizedTest
    @MethodSource("minimal")
    void whatIsRequiredIsThereEvenIfNothingElseIsKnown(DatabaseEvent event) {
        var required = EventCatalogue.find(event.type()).orElseThrow().attributes().stream()
                .filter(AttributeDescription::required)
                .map(AttributeDescription::path)
                .toList();
        assertThat(paths("", event.attributes().asMap())).containsAll(required);
        assertThat(required)
                .allSatisfy(path -> assertThat(event.attributes().find(path)).isPresent());
    }

    @ParameterizedTest
    @MethodSource("full")
    void everyFactStandsInTheText(DatabaseEvent event) {
        var text = words(compose(event));
        var missing = leaves(event).stream()
                .filter(leaf -> Stream.of(leaf.split(OR)).noneMatch(form -> text.contains(words(form))))
                .toList();
        assertThat(missing).as(text).isEmpty();
        assertThat(text).contains("shop.sales.orders");
        assertThat(text).contains("2026-03-01 12:30 UTC");
    }

    @ParameterizedTest
    @MethodSource("full")
    void aFullTextHasNoGaps(DatabaseEvent event) {
        assertNoGaps(compose(event));
    }

    @ParameterizedTest
    @MethodSource("minimal")
    void aTextOfFewFactsHasNoGapsEither(DatabaseEvent event) {
        assertNoGaps(compose(event));
    }

    @ParameterizedTest
    @MethodSource("minimal")
    void anEventWithoutAnyFactsHasATitleAndNoGaps(DatabaseEvent event) {
        var bare = new DatabaseEvent(
                event.type(), event.object(), dev.issuelink.event.EventAttributes.empty(), event.occurredAt());
        assertNoGaps(compose(bare));
    }

    @Test
    void theTemplatesOfTheRequirementAreFilledToo() {
        var change = fill(EventSamples.full().get(0), """
                ## Schema Change Request

                **Object**: {{object.qualified_name}}
                **Type**: {{change.type}} (CREATE/ALTER/DROP)
                **Requested By**: {{user.name}}

                ### Changes
                {{change.sql_ddl}}

                ### Impact Analysis
                - Tables Affected: {{impact.table_count}}
                - Queries Affected: {{impact.query_count}}
                - Estimated Downtime: {{impact.downtime_minutes}} minutes
                - Rollback Complexity: {{impact.rollback_complexity}}

                ### Dependencies
                {{#each dependencies}}
                - {{this.qualified_name}}
                {{/each}}
                """);
        assertThat(change)
                .contains("shop.sales.orders", "ALTER (CREATE", "Ada Lovelace", "ADD COLUMN note_text")
                .contains("Affected: 3", "Affected: 17", "95 minutes", "moderate")
                .contains("- billing.invoices", "- close_orders");
        var regression = fill(EventSamples.full().get(7), """
                **Query**: {{query.fingerprint}}
                **Severity**: {{severity}}
                - Execution Time: {{before.execution_time_ms}}ms
                - Rows Scanned: {{before.rows_scanned}}
                - Index Usage: {{before.index_usage}}
                - Execution Time: {{after.execution_time_ms}}ms
                - Index Usage: {{after.index_usage}}
                """);
        assertThat(regression).contains("q-7f3a", "critical", "1200ms", "orders_customer_idx", "none");
        var drift = fill(EventSamples.full().get(5), """
                **Environment**: {{environment.name}}
                **Detection Time**: {{timestamp}}

                ### Expected (from {{expected.source}})
                {{expected.schema_summary}}

                ### Actual (from database)
                {{actual.schema_summary}}

                ### Differences
                {{drift.details}}
                """);
        assertThat(drift)
                .contains("production", "2026-03-01T12:30:45Z", "git main")
                .contains(
                        "total numeric(12,2) not null default 0.00", "total numeric(10,2) default 1.50", "nullability");
    }

    private String fill(DatabaseEvent event, String body) {
        var template = new TemplateEngine().compile(new IssueTemplate("mine", "title", body));
        return words(composer.compose(template, event, Composition.nothing()));
    }

    private RenderedText compose(DatabaseEvent event) {
        var template = templates.compiled(StandardTemplates.nameFor(event)).orElseThrow();
        return composer.compose(template, event, Composition.nothing());
    }

    static void assertNoGaps(RenderedText text) {
        assertThat(text.title())
                .isNotBlank()
                .doesNotContain("null", "  ", "()", "[]")
                .doesNotMatch("(?s).*[:,(\\[] *$");
        assertThat(text.body()).doesNotContain("{{", "}}", "()", "\n\n\n").doesNotContainPattern("(?<!not )\\bnull\\b");
        var lines = text.body().lines().toList();
        for (int at = 0; at < lines.size(); at++) {
            var line = lines.get(at);
            assertThat(line).as(text.body()).doesNotMatch("- \\*\\*[^*]++\\*\\*: *");
            if (line.startsWith("#")) {
                var next = lines.subList(at + 1, lines.size()).stream()
                        .filter(l -> !l.isBlank())
                        .findFirst();
                assertThat(next)
                        .as("behind \"" + line + "\" of\n" + text.body())
                        .isPresent();
                assertThat(line.startsWith("## ") || !next.get().startsWith("#"))
                        .as("behind \"" + line + "\" of\n" + text.body())
                        .isTrue();
            }
        }
    }

    /** The values of all leaves as they are shown. */
    private static List<String> leaves(DatabaseEvent event) {
        var kinds = EventCatalogue.find(event.type()).orElseThrow().attributes().stream()
                .collect(Collectors.toMap(AttributeDescription::path, attribute -> attribute));
        var leaves = new ArrayList<String>();
        collect("", event.attributes().asMap(), kinds, leaves);
        return leaves;
    }

    private static void collect(
            String path, Object value, Map<String, AttributeDescription> kinds, List<String> leaves) {
        if (value instanceof Map<?, ?> tree) {
            tree.forEach(
                    (name, branch) -> collect(path.isEmpty() ? "" + name : path + "." + name, branch, kinds, leaves));
        } else if (value instanceof List<?> list) {
            list.forEach(item -> collect(path + "[]", item, kinds, leaves));
        } else if (value instanceof Number number) {
            leaves.add(shown(number, kinds.get(path).unit().orElse("")));
        } else if (path.endsWith("columns[].nullable")) {
            leaves.add(Boolean.FALSE.equals(value) ? "not null" : "");
        } else if (path.endsWith("indexes[].unique")) {
            leaves.add(Boolean.TRUE.equals(value) ? "unique index" : "index");
        } else if (value instanceof Boolean flag) {
            leaves.add(flag ? "yes" : "no");
        } else if (kinds.containsKey(path) && kinds.get(path).kind() == Kind.TIME) {
            leaves.add(filled("{{time x}}", value));
        } else if (kinds.containsKey(path) && kinds.get(path).kind() == Kind.PROSE) {
            leaves.addAll(((String) value).replaceAll("[#*`]", "").lines().toList());
        } else {
            leaves.add((String) value);
        }
    }

    /** A number as templates show it by its unit. */
    private static String shown(Number number, String unit) {
        return switch (unit) {
            case "bytes" -> filled("{{bytes x}}", number);
            case "ms" -> filled("{{x}} ms", number) + OR + filled("{{duration_ms x}}", number);
            case "%" -> filled("{{percent x}}", number);
            default -> filled("{{x}}", number);
        };
    }

    private static String filled(String template, Object value) {
        return ENGINE.compile(new IssueTemplate("x", "x", template))
                .render(Map.of("x", value))
                .body();
    }

    private static Set<String> paths(String path, Object value) {
        var paths = new TreeSet<String>();
        if (value instanceof Map<?, ?> tree) {
            tree.forEach((name, branch) -> paths.addAll(paths(path.isEmpty() ? "" + name : path + "." + name, branch)));
        } else {
            paths.add(path.replaceAll("\\[]$", ""));
            if (value instanceof List<?> list) {
                list.forEach(item -> paths.addAll(paths(path + "[]", item)));
            }
        }
        return paths;
    }

    private static String words(RenderedText text) {
        return words(text.title() + "\n" + text.body());
    }

    /** The text without what only guards it, and with single spaces. */
    private static String words(String text) {
        return text.replaceAll("\\\\(\\p{Punct})", "$1")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&amp;", "&")
                .replaceAll("[\\u2060\\u200b`]", "")
                .replaceAll("\\s+", " ")
                .strip();
    }
}
