package dev.issuelink.event;

import java.util.regex.Pattern;

/**
 * What kind of thing happened in the host. Open: the constants are those that {@link EventCatalogue} describes; a host uses
 * its own types beside them.
 *
 * @param name dotted lower-case words such as {@code drift.detected}
 */
public record EventType(String name) {
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]*(\\.[a-z][a-z0-9_]*)+");

    /** A change of the schema waits for approval. */
    public static final EventType SCHEMA_CHANGE_PROPOSED = new EventType("schema.change_proposed");
    /** A migration waits for approval. */
    public static final EventType MIGRATION_PROPOSED = new EventType("migration.proposed");
    /** A migration was applied. */
    public static final EventType MIGRATION_APPLIED = new EventType("migration.applied");
    /** A migration failed. */
    public static final EventType MIGRATION_FAILED = new EventType("migration.failed");
    /** A migration was rolled back. */
    public static final EventType MIGRATION_ROLLED_BACK = new EventType("migration.rolled_back");
    /** A schema differs from what it should be. */
    public static final EventType DRIFT_DETECTED = new EventType("drift.detected");
    /** A schema is again what it should be. */
    public static final EventType DRIFT_RESOLVED = new EventType("drift.resolved");
    /** A query has become slower. */
    public static final EventType PERFORMANCE_REGRESSION = new EventType("performance.regression");
    /** A query is fast again. */
    public static final EventType PERFORMANCE_RECOVERED = new EventType("performance.recovered");
    /** A health check failed. */
    public static final EventType HEALTH_CHECK_FAILED = new EventType("health_check.failed");
    /** A health check passes again. */
    public static final EventType HEALTH_CHECK_RECOVERED = new EventType("health_check.recovered");
    /** A backup failed. */
    public static final EventType BACKUP_FAILED = new EventType("backup.failed");
    /** A backup succeeded. */
    public static final EventType BACKUP_SUCCEEDED = new EventType("backup.succeeded");
    /** A replica lags behind its source. */
    public static final EventType REPLICATION_LAG = new EventType("replication.lag");
    /** A replica has caught up. */
    public static final EventType REPLICATION_RECOVERED = new EventType("replication.recovered");
    /** A connection pool has no free connection. */
    public static final EventType CONNECTION_POOL_EXHAUSTED = new EventType("connection_pool.exhausted");
    /** A connection pool has free connections again. */
    public static final EventType CONNECTION_POOL_RECOVERED = new EventType("connection_pool.recovered");
    /** A test failed. */
    public static final EventType TEST_FAILED = new EventType("test.failed");
    /** A test fails now and then. */
    public static final EventType TEST_FLAKY = new EventType("test.flaky");
    /** A test passes again. */
    public static final EventType TEST_RECOVERED = new EventType("test.recovered");
    /** Less code is covered by tests than before. */
    public static final EventType COVERAGE_DROPPED = new EventType("coverage.dropped");
    /** As much code is covered by tests as before. */
    public static final EventType COVERAGE_RECOVERED = new EventType("coverage.recovered");
    /** A design waits for approval. */
    public static final EventType DESIGN_REVIEW_REQUESTED = new EventType("design_review.requested");
    /** A design was approved. */
    public static final EventType DESIGN_REVIEW_APPROVED = new EventType("design_review.approved");
    /** A design was rejected. */
    public static final EventType DESIGN_REVIEW_REJECTED = new EventType("design_review.rejected");
    /** A note on a whiteboard is to become an issue. */
    public static final EventType NOTE_CONVERTED = new EventType("note.converted");
    /** An architecture decision was recorded. */
    public static final EventType ARCHITECTURE_DECISION_RECORDED = new EventType("architecture_decision.recorded");

    /** Checks the name. */
    public EventType {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "An event type is made of dotted lower-case words such as drift.detected, but was: " + name);
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
