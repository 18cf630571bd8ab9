package dev.issuelink.event;

import dev.issuelink.model.ObjectReference;
import java.time.Instant;

/** Makes events of what is watched while a database runs: health checks, backups, replicas and connection pools. */
public final class OperationsEvents {
    private static final double CRITICAL_FROM = 10;
    private static final double HIGH_FROM = 3;

    private OperationsEvents() {}

    /**
     * A health check failed.
     *
     * @param object what was checked
     * @param result what was found
     * @param at when
     * @return a {@link EventType#HEALTH_CHECK_FAILED}
     */
    public static DatabaseEvent healthCheckFailed(ObjectReference object, HealthCheckResult result, Instant at) {
        return new DatabaseEvent(EventType.HEALTH_CHECK_FAILED, object, result.attributes(), at);
    }

    /**
     * A health check passes again. How bad it was is not told any more.
     *
     * @param object what was checked
     * @param result what was found
     * @param at when
     * @return a {@link EventType#HEALTH_CHECK_RECOVERED}
     */
    public static DatabaseEvent healthCheckRecovered(ObjectReference object, HealthCheckResult result, Instant at) {
        var tree = new Tree().all(result.attributes()).text("severity", null);
        return new DatabaseEvent(EventType.HEALTH_CHECK_RECOVERED, object, tree.build(), at);
    }

    /**
     * A backup failed.
     *
     * @param object of what it was to be
     * @param result how it went
     * @param at when
     * @return a {@link EventType#BACKUP_FAILED}
     */
    public static DatabaseEvent backupFailed(ObjectReference object, BackupResult result, Instant at) {
        return new DatabaseEvent(EventType.BACKUP_FAILED, object, result.attributes(), at);
    }

    /**
     * A backup succeeded. It may be told of every backup: it does nothing where none had failed.
     *
     * @param object of what it is
     * @param result how it went
     * @param at when
     * @return a {@link EventType#BACKUP_SUCCEEDED}
     */
    public static DatabaseEvent backupSucceeded(ObjectReference object, BackupResult result, Instant at) {
        return new DatabaseEvent(EventType.BACKUP_SUCCEEDED, object, result.attributes(), at);
    }

    /**
     * A replica lags behind its source. Its severity is medium, high from three times the threshold, and critical from ten
     * times.
     *
     * @param object what is replicated
     * @param status how far the replica is
     * @param at when
     * @return a {@link EventType#REPLICATION_LAG}
     */
    public static DatabaseEvent replicationLag(ObjectReference object, ReplicationStatus status, Instant at) {
        var tree = new Tree()
                .text("severity", severity(status.attributes()).word())
                .all(status.attributes());
        return new DatabaseEvent(EventType.REPLICATION_LAG, object, tree.build(), at);
    }

    /**
     * A replica has caught up.
     *
     * @param object what is replicated
     * @param status how far the replica is
     * @param at when
     * @return a {@link EventType#REPLICATION_RECOVERED}
     */
    public static DatabaseEvent replicationRecovered(ObjectReference object, ReplicationStatus status, Instant at) {
        return new DatabaseEvent(EventType.REPLICATION_RECOVERED, object, status.attributes(), at);
    }

    /**
     * A connection pool has no free connection.
     *
     * @param object what it connects to
     * @param status how full it is
     * @param at when
     * @return a {@link EventType#CONNECTION_POOL_EXHAUSTED}
     */
    public static DatabaseEvent connectionPoolExhausted(ObjectReference object, PoolStatus status, Instant at) {
        return new DatabaseEvent(EventType.CONNECTION_POOL_EXHAUSTED, object, status.attributes(), at);
    }

    /**
     * A connection pool has free connections again.
     *
     * @param object what it connects to
     * @param status how full it is
     * @param at when
     * @return a {@link EventType#CONNECTION_POOL_RECOVERED}
     */
    public static DatabaseEvent connectionPoolRecovered(ObjectReference object, PoolStatus status, Instant at) {
        return new DatabaseEvent(EventType.CONNECTION_POOL_RECOVERED, object, status.attributes(), at);
    }

    private static Severity severity(EventAttributes status) {
        var lag = number(status, "replication.lag_seconds");
        var threshold = number(status, "replication.threshold_seconds");
        if (lag >= CRITICAL_FROM * threshold) {
            return Severity.CRITICAL;
        }
        return lag >= HIGH_FROM * threshold ? Severity.HIGH : Severity.MEDIUM;
    }

    private static double number(EventAttributes attributes, String path) {
        return ((Number) attributes.find(path).orElseThrow()).doubleValue();
    }
}
