package dev.issuelink;

import dev.issuelink.event.ArchitectureDecision;
import dev.issuelink.event.BackupResult;
import dev.issuelink.event.ChangeImpact;
import dev.issuelink.event.CoverageReport;
import dev.issuelink.event.DatabaseEvent;
import dev.issuelink.event.DesignNote;
import dev.issuelink.event.DesignReview;
import dev.issuelink.event.HealthCheckResult;
import dev.issuelink.event.Migration;
import dev.issuelink.event.PoolStatus;
import dev.issuelink.event.QueryPerformance;
import dev.issuelink.event.ReplicationStatus;
import dev.issuelink.event.SchemaChange;
import dev.issuelink.event.SchemaSnapshot;
import dev.issuelink.event.TestResult;

/**
 * Makes titles and descriptions of facts, by the standard templates or those of the configuration that have the same names:
 * for a host that shows an issue before it is opened. What is known of facts alone is shown; the object and the time are not
 * among them, so prefer {@link #generate} where there is an event.
 *
 * <p>The texts are not sanitised yet: that is done when they leave in an issue. Threads: safe for all.
 */
public interface IssueContextGenerator {
    /**
     * The text of an event, whatever its type. An event of the host's own type is shown as a list of its attributes.
     *
     * @param event what happened
     * @return title and description; for an event that ends a problem, the description is the comment that says so
     */
    GeneratedContent generate(DatabaseEvent event);

    /**
     * The text for a change of the schema.
     *
     * @param change what is to change
     * @param impact what it does to everything around it
     * @return title and description
     */
    GeneratedContent generateForSchemaChange(SchemaChange change, ChangeImpact impact);

    /**
     * The text for a query that has become slower.
     *
     * @param before how it was
     * @param after how it is
     * @return title and description
     * @throws IllegalArgumentException if they are not of the same query and environment
     */
    GeneratedContent generateForPerformanceIssue(QueryPerformance before, QueryPerformance after);

    /**
     * The text for a schema that differs from what it should be.
     *
     * @param expected how it should be
     * @param actual how it is; its source stands for the environment
     * @return title and description
     * @throws IllegalArgumentException if nothing differs
     */
    GeneratedContent generateForDrift(SchemaSnapshot expected, SchemaSnapshot actual);

    /**
     * The text for a health check that failed.
     *
     * @param failure what was found
     * @return title and description
     */
    GeneratedContent generateForHealthCheck(HealthCheckResult failure);

    /**
     * The text for a migration: a failure if it has an error, an incident if it was rolled back, and otherwise a request.
     *
     * @param migration what it does, and how it went
     * @param impact what it does to everything around it; shown in a request only
     * @return title and description
     */
    GeneratedContent generateForMigration(Migration migration, ChangeImpact impact);

    /**
     * The text for a backup that failed.
     *
     * @param failure how it went
     * @return title and description
     */
    GeneratedContent generateForBackup(BackupResult failure);

    /**
     * The text for a replica that lags behind its source.
     *
     * @param status how far it is
     * @return title and description
     */
    GeneratedContent generateForReplication(ReplicationStatus status);

    /**
     * The text for a connection pool without a free connection.
     *
     * @param status how full it is
     * @return title and description
     */
    GeneratedContent generateForConnectionPool(PoolStatus status);

    /**
     * The text for a test: flaky if it failed in some of several runs, and otherwise failed.
     *
     * @param result how it ended
     * @return title and description
     */
    GeneratedContent generateForTest(TestResult result);

    /**
     * The text for tests that cover less code than before.
     *
     * @param before how much was covered
     * @param after how much is covered
     * @return title and description
     * @throws IllegalArgumentException if they are not of the same scope
     */
    GeneratedContent generateForCoverage(CoverageReport before, CoverageReport after);

    /**
     * The text for a design that waits for approval.
     *
     * @param review what is to be looked at
     * @return title and description
     */
    GeneratedContent generateForDesignReview(DesignReview review);

    /**
     * The text for a note on a whiteboard.
     *
     * @param note what it says
     * @return title and description
     */
    GeneratedContent generateForNote(DesignNote note);

    /**
     * The text for an architecture decision.
     *
     * @param decision what was decided
     * @return title and description
     */
    GeneratedContent generateForArchitectureDecision(ArchitectureDecision decision);
}
