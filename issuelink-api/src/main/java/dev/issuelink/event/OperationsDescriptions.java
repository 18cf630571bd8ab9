package dev.issuelink.event;

import java.util.List;

/** The types of events of a running database. */
final class OperationsDescriptions {
    private OperationsDescriptions() {}

    static List<EventDescription> all() {
        return List.of(
                healthCheck(EventType.HEALTH_CHECK_FAILED, "health_check", "A health check failed.")
                        .has(AttributeDescription.text("severity", "How bad it is: low, medium, high or critical")
                                .always())
                        .rule("health_check_failed")
                        .build(),
                healthCheck(EventType.HEALTH_CHECK_RECOVERED, "health_check_recovered", "A health check passes again.")
                        .resolves(EventType.HEALTH_CHECK_FAILED)
                        .build(),
                backup(EventType.BACKUP_FAILED, "backup_failed", "A backup failed.")
                        .rule("backup_failed")
                        .build(),
                backup(EventType.BACKUP_SUCCEEDED, "backup_succeeded", "A backup succeeded.")
                        .resolves(EventType.BACKUP_FAILED)
                        .build(),
                replicationLag(),
                replication(EventType.REPLICATION_RECOVERED, "replication_recovered", "A replica has caught up.")
                        .resolves(EventType.REPLICATION_LAG)
                        .build(),
                pool(
                                EventType.CONNECTION_POOL_EXHAUSTED,
                                "connection_pool_exhausted",
                                "A connection pool has no free connection.")
                        .rule("connection_pool_exhausted")
                        .build(),
                pool(
                                EventType.CONNECTION_POOL_RECOVERED,
                                "connection_pool_recovered",
                                "A connection pool has free connections again.")
                        .resolves(EventType.CONNECTION_POOL_EXHAUSTED)
                        .build());
    }

    private static EventDescription replicationLag() {
        return replication(EventType.REPLICATION_LAG, "replication_lag", "A replica lags behind its source.")
                .has(AttributeDescription.text("severity", "How bad it is: medium, high or critical")
                        .always())
                .rule("replication_lag")
                .build();
    }

    private static EventDescription.Builder healthCheck(EventType type, String template, String meaning) {
        return EventDescription.builder(type, template, meaning)
                .has(HealthCheckResult.ATTRIBUTES)
                .discriminator("check.name", "environment.name");
    }

    private static EventDescription.Builder backup(EventType type, String template, String meaning) {
        return EventDescription.builder(type, template, meaning)
                .has(BackupResult.ATTRIBUTES)
                .discriminator("backup.name", "environment.name");
    }

    private static EventDescription.Builder replication(EventType type, String template, String meaning) {
        return EventDescription.builder(type, template, meaning)
                .has(ReplicationStatus.ATTRIBUTES)
                .discriminator("replication.replica", "environment.name");
    }

    private static EventDescription.Builder pool(EventType type, String template, String meaning) {
        return EventDescription.builder(type, template, meaning)
                .has(PoolStatus.ATTRIBUTES)
                .discriminator("pool.name", "environment.name");
    }
}
