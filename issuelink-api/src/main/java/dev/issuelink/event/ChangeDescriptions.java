package dev.issuelink.event;

import dev.issuelink.event.AttributeDescription.Kind;
import java.util.List;

/** The types of events of schemas, migrations and queries. */
final class ChangeDescriptions {
    private ChangeDescriptions() {}

    static List<EventDescription> all() {
        return List.of(
                changeProposed(),
                migrationProposed(),
                migrationApplied(),
                migrationFailed(),
                migrationRolledBack(),
                driftDetected(),
                driftResolved(),
                performanceRegression(),
                performanceRecovered());
    }

    private static EventDescription changeProposed() {
        return EventDescription.builder(
                        EventType.SCHEMA_CHANGE_PROPOSED,
                        "schema_change",
                        "A change of the schema is proposed and waits for approval.")
                .has(SchemaChange.ATTRIBUTES)
                .has(ChangeImpact.ATTRIBUTES)
                .discriminator("change.id", "environment.name")
                .awaitsDecision()
                .rule("schema_change_proposed")
                .build();
    }

    private static EventDescription migrationProposed() {
        return migration(
                        EventType.MIGRATION_PROPOSED,
                        "schema_change",
                        "A migration is ready to be applied and waits for approval.")
                .has(ChangeImpact.ATTRIBUTES)
                .awaitsDecision()
                .rule("migration_proposed")
                .build();
    }

    private static EventDescription migrationApplied() {
        return migration(EventType.MIGRATION_APPLIED, "migration_applied", "A migration was applied.")
                .resolves(EventType.MIGRATION_PROPOSED, EventType.MIGRATION_FAILED)
                .build();
    }

    private static EventDescription migrationFailed() {
        return migration(EventType.MIGRATION_FAILED, "migration_failed", "A migration failed.")
                .relatesTo(EventType.MIGRATION_PROPOSED)
                .rule("migration_failed")
                .build();
    }

    private static EventDescription migrationRolledBack() {
        return migration(
                        EventType.MIGRATION_ROLLED_BACK,
                        "migration_rolled_back",
                        "A migration that had been applied was taken back: an incident that people end.")
                .relatesTo(EventType.MIGRATION_PROPOSED, EventType.MIGRATION_FAILED)
                .rule("migration_rolled_back")
                .build();
    }

    private static EventDescription.Builder migration(EventType type, String template, String meaning) {
        return EventDescription.builder(type, template, meaning)
                .has(Migration.ATTRIBUTES)
                .discriminator("migration.version", "environment.name");
    }

    private static EventDescription driftDetected() {
        return EventDescription.builder(
                        EventType.DRIFT_DETECTED, "drift_detection", "A schema differs from what it should be.")
                .has(environment())
                .has(AttributeDescription.text("drift.severity", "The worst of the differences: low, medium or high")
                        .always())
                .has(differences("difference", "How many differences there are"))
                .has(differences("added", "How much is there that should not be"))
                .has(differences("removed", "How much should be there and is not"))
                .has(differences("changed", "How much is there, but otherwise"))
                .has(AttributeDescription.of("drift.differences", Kind.LIST, "The differences")
                        .always())
                .has("drift.differences[]", SchemaDifference.ATTRIBUTES)
                .has("expected", SchemaSnapshot.ATTRIBUTES)
                .has("actual", SchemaSnapshot.ATTRIBUTES)
                .discriminator("environment.name")
                .rule("drift_detected")
                .build();
    }

    private static AttributeDescription differences(String what, String meaning) {
        return AttributeDescription.number("drift." + what + "_count", "differences", meaning)
                .always();
    }

    private static EventDescription driftResolved() {
        return EventDescription.builder(
                        EventType.DRIFT_RESOLVED, "drift_resolved", "A schema is again what it should be.")
                .has(environment())
                .discriminator("environment.name")
                .resolves(EventType.DRIFT_DETECTED)
                .build();
    }

    private static AttributeDescription environment() {
        return AttributeDescription.text("environment.name", "Where the schema is")
                .always();
    }

    private static EventDescription performanceRegression() {
        return performance(EventType.PERFORMANCE_REGRESSION, "performance_regression", "A query has become slower.")
                .has(AttributeDescription.text("severity", "How bad it is: low, medium, high or critical")
                        .always())
                .has(AttributeDescription.number("regression.percentage", "%", "How much longer one run takes")
                        .always())
                .has(AttributeDescription.number("regression.factor", "times", "How many times as long one run takes")
                        .always())
                .has(AttributeDescription.number("regression.rows_percentage", "%", "How many more rows it reads"))
                .rule("performance_regression")
                .build();
    }

    private static EventDescription performanceRecovered() {
        return performance(EventType.PERFORMANCE_RECOVERED, "performance_recovered", "A query is fast again.")
                .has(AttributeDescription.number("recovery.percentage", "%", "How much less time one run takes")
                        .always())
                .resolves(EventType.PERFORMANCE_REGRESSION)
                .build();
    }

    private static EventDescription.Builder performance(EventType type, String template, String meaning) {
        return EventDescription.builder(type, template, meaning)
                .has(QueryPerformance.QUERY_ATTRIBUTES)
                .has("before", QueryPerformance.MEASURED_ATTRIBUTES)
                .has("after", QueryPerformance.MEASURED_ATTRIBUTES)
                .discriminator("query.fingerprint", "environment.name");
    }
}
