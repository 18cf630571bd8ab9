package dev.issuelink.core;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.issuelink.error.ConfigurationException;
import dev.issuelink.error.ConfigurationFault;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** Holds the schema that editors use equal to the reader, in all that a schema can express. */
class ConfigurationSchemaTest {
    private static final Schema SCHEMA = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(ConfigurationReader.jsonSchema(), InputFormat.JSON);

    /** Of types that are not installed, so that only the common part is read, as in the schema. */
    private static final String GOOD = """
            {"$schema": "issuelink-configuration.schema.json",
             "trackers": [
               {"name": "Company Jira", "type": "none", "enabled": false,
                "config": {"base_url": "x", "auth": {"type": "y", "token": 7}, "labels": ["a", "b"]},
                "sync": {"mode": "to_issue", "webhook_secret": "${A}", "webhook_url": "https://example.com/hook",
                         "poll_interval_minutes": 0.5},
                "teams": {"a b": ["x", "y"]}, "budget": {"issues": 1, "minutes": 44640},
                "write_limits": {"per_minute": 1, "per_hour": 2147483647}},
               {"name": "Other", "type": "none", "enabled": false,
                "sync": {"webhook_secret": ["${A}", "${B}"], "poll_interval_minutes": 0}}],
             "templates": [{"name": "mine", "title": "t", "body": "b\\n"}],
             "auto_issue_rules": [
               {"name": "one", "event": "drift.detected", "template": "mine", "tracker": "Company Jira",
                "condition": "a > 0", "priority": "P1", "labels": ["x"], "assignee": "@a", "project": "p",
                "issue_type": "Bug", "enabled": true, "fingerprint": "{{a}}", "when_resolved": "ignore",
                "reopen_within_days": 0.5, "comment_every_minutes": 0.5, "budget": {"issues": 7, "minutes": 60}},
               {"name": "two", "event": "a.b_c", "template": "schema_change", "trackers": ["Company Jira", "Other"]},
               {"standard": "backup_failed", "tracker": "Other"}]}
            """;

    private static final List<String> VALUES = Stream.concat(
                    Stream.of(
                            "null",
                            "true",
                            "false",
                            "0",
                            "1",
                            "-1",
                            "0.5",
                            "0.001",
                            "20000",
                            "44641",
                            "2147483648",
                            "{'issues':1,'minutes':1}",
                            "{'x':['y']}",
                            "{'@x':['y']}",
                            "{'':['y']}",
                            "1e3",
                            "5.0",
                            "[]",
                            "{}",
                            "[1]",
                            "['x']",
                            "['x','x']",
                            "['${A}']",
                            "['${A}', 'x']",
                            "{'type':'x'}",
                            "{'type':1}",
                            "{'name':'x'}",
                            "{'name':'x','title':'t','body':' '}",
                            "{'labels':[' ']}"),
                    Stream.of(
                                    "",
                                    " ",
                                    "x",
                                    "a b",
                                    " x",
                                    "x ",
                                    "two\\nlines",
                                    "tab\\there",
                                    "\\u0000",
                                    "\\u00a0",
                                    "\\u0085x",
                                    "${NAME}",
                                    "${file:/run/x}",
                                    "${}",
                                    "pre${NAME}",
                                    "${A B}",
                                    "https://example.com/x",
                                    "HTTP://h",
                                    "http://",
                                    "https:///x",
                                    "https://u@example.com",
                                    "ftp://x",
                                    "/x",
                                    "https://a b",
                                    "https://h?q#f",
                                    "drift.detected",
                                    "Drift",
                                    "a.1",
                                    "a.b\\n",
                                    "to_issue",
                                    "Bidirectional",
                                    "x".repeat(200),
                                    "x".repeat(201),
                                    "\\ud83d\\ude00".repeat(200),
                                    "schema_change",
                                    "drift_detected",
                                    "Other")
                            .map(text -> "'" + text + "'"))
            .map(text -> text.replace('\'', '"'))
            .toList();

    private static final List<String> BEYOND_A_SCHEMA =
            List.of("no provider ", "names no known", "is the name of another", "has a fault at ");

    private final ConfigurationReader reader = ConfigurationReader.forProviders(List.of());

    @Test
    void bothAcceptTheGoodDocuments() {
        for (var good : List.of(GOOD, RequirementExample.TRACKERS, RequirementExample.RULES, "{}")) {
            assertThat(SCHEMA.validate(good, InputFormat.JSON)).isEmpty();
            assertThat(structuralFaults(good)).isEmpty();
        }
    }

    @Property(tries = 1500)
    void bothAcceptAndRefuseTheSameDocuments(@ForAll Random random, @ForAll @IntRange(min = 1, max = 2) int times) {
        var text = new DocumentMutations(random, VALUES).mutate(GOOD, times);
        var schemaFaults = SCHEMA.validate(text, InputFormat.JSON);

        assertThat(schemaFaults.isEmpty())
                .as("%s%nreader: %s%nschema: %s", text, structuralFaults(text), schemaFaults)
                .isEqualTo(structuralFaults(text).isEmpty());
    }

    private List<ConfigurationFault> structuralFaults(String text) {
        try {
            reader.read(text);
            return List.of();
        } catch (ConfigurationException e) {
            return e.faults().stream()
                    .filter(fault -> BEYOND_A_SCHEMA.stream().noneMatch(fault.problem()::startsWith))
                    .toList();
        }
    }
}
