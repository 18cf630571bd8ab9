package dev.issuelink.core.internal.template;

import dev.issuelink.config.IssueTemplate;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.IntFunction;

/** The three templates of the requirement, word for word. */
final class RequiredTemplates {
    static final List<String> ALL = List.of("schema_change", "performance_regression", "drift_detection");

    /** The values in them, save the list of dependencies. */
    private static final List<String> VALUES = List.of(
            "object.qualified_name",
            "change.type",
            "user.name",
            "change.sql_ddl",
            "impact.table_count",
            "impact.query_count",
            "impact.downtime_minutes",
            "impact.rollback_complexity",
            "query.fingerprint",
            "severity",
            "before.execution_time_ms",
            "before.rows_scanned",
            "before.index_usage",
            "after.execution_time_ms",
            "after.rows_scanned",
            "after.index_usage",
            "ai_suggestions",
            "environment.name",
            "timestamp",
            "expected.source",
            "expected.schema_summary",
            "actual.schema_summary",
            "drift.details");

    private RequiredTemplates() {}

    static IssueTemplate template(String name) {
        return new IssueTemplate(
                name, "{{object.qualified_name}}{{query.fingerprint}} {{environment.name}}", body(name));
    }

    static String body(String name) {
        try (var in = Objects.requireNonNull(RequiredTemplates.class.getResourceAsStream(name + ".md"), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Facts for all of them; the function makes the value with the given number. */
    static Map<String, Object> facts(IntFunction<Object> value) {
        var facts = new HashMap<String, Object>();
        for (int index = 0; index < VALUES.size(); index++) {
            put(facts, VALUES.get(index), value.apply(index));
        }
        facts.put(
                "dependencies",
                List.of(Map.of("qualified_name", value.apply(0)), Map.of("qualified_name", value.apply(1))));
        return facts;
    }

    @SuppressWarnings("unchecked")
    private static void put(Map<String, Object> facts, String path, Object value) {
        var dot = path.indexOf('.');
        if (dot < 0) {
            facts.put(path, value);
            return;
        }
        var inner = (Map<String, Object>) facts.computeIfAbsent(path.substring(0, dot), name -> new TreeMap<>());
        inner.put(path.substring(dot + 1), value);
    }
}
