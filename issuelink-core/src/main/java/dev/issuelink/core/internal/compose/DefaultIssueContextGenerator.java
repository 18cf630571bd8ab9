package dev.issuelink.core.internal.compose;

import dev.issuelink.GeneratedContent;
import dev.issuelink.IssueContextGenerator;
import dev.issuelink.core.internal.codec.Write;
import dev.issuelink.core.internal.guard.Sanitizer;
import dev.issuelink.core.internal.template.CompiledTemplate;
import dev.issuelink.core.internal.template.RenderedText;
import dev.issuelink.event.ArchitectureDecision;
import dev.issuelink.event.BackupResult;
import dev.issuelink.event.ChangeImpact;
import dev.issuelink.event.CoverageReport;
import dev.issuelink.event.DatabaseEvent;
import dev.issuelink.event.DesignEvents;
import dev.issuelink.event.DesignNote;
import dev.issuelink.event.DesignReview;
import dev.issuelink.event.EventAttributes;
import dev.issuelink.event.HealthCheckResult;
import dev.issuelink.event.Migration;
import dev.issuelink.event.MigrationEvents;
import dev.issuelink.event.OperationsEvents;
import dev.issuelink.event.PerformanceEvents;
import dev.issuelink.event.PoolStatus;
import dev.issuelink.event.QueryPerformance;
import dev.issuelink.event.ReplicationStatus;
import dev.issuelink.event.SchemaChange;
import dev.issuelink.event.SchemaEvents;
import dev.issuelink.event.SchemaSnapshot;
import dev.issuelink.event.TestEvents;
import dev.issuelink.event.TestResult;
import dev.issuelink.host.SuggestionSource;
import dev.issuelink.model.IssueDraft;
import dev.issuelink.model.ObjectReference;
import dev.issuelink.model.ObjectType;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;

/** Makes an event of the facts, and its text by the template for its type. Immutable, and safe for several threads. */
public final class DefaultIssueContextGenerator implements IssueContextGenerator {
    /** For errors: the text is for the host, not for a tracker. */
    private static final String NO_TRACKER = "any";

    /** Facts alone have no time; it is not shown either. */
    private static final Instant NO_TIME = Instant.EPOCH;

    private final Composer composer = new Composer();
    private final Function<String, CompiledTemplate> templates;
    private final SuggestionSource suggestions;
    private final Sanitizer sanitizer;

    /**
     * Creates the generator.
     *
     * @param templates the template of each name in {@link StandardTemplates#names()}: the standard one or the host's own
     * @param suggestions gives the advice that is shown
     * @param sanitizer frees values and texts of secrets
     */
    public DefaultIssueContextGenerator(
            Function<String, CompiledTemplate> templates, SuggestionSource suggestions, Sanitizer sanitizer) {
        this.templates = templates;
        this.suggestions = suggestions;
        this.sanitizer = sanitizer;
    }

    @Override
    public GeneratedContent generate(DatabaseEvent event) {
        return made(event, safe -> composer.compose(template(safe), safe, extras(safe)));
    }

    @Override
    public GeneratedContent generateForSchemaChange(SchemaChange change, ChangeImpact impact) {
        var event = SchemaEvents.changeProposed(change, impact, NO_TIME);
        return made(event, safe -> {
            var context = composer.context(safe, extras(safe));
            context.remove("timestamp");
            return template(safe).render(context);
        });
    }

    @Override
    public GeneratedContent generateForPerformanceIssue(QueryPerformance before, QueryPerformance after) {
        var query = object(ObjectType.QUERY, after.attributes(), "query.fingerprint");
        return ofFacts(PerformanceEvents.regression(query, before, after, NO_TIME));
    }

    @Override
    public GeneratedContent generateForDrift(SchemaSnapshot expected, SchemaSnapshot actual) {
        var schema = ObjectReference.of(ObjectType.SCHEMA, actual.source());
        return ofFacts(SchemaEvents.driftDetected(schema, actual.source(), expected, actual, NO_TIME));
    }

    @Override
    public GeneratedContent generateForHealthCheck(HealthCheckResult failure) {
        var check = object(ObjectType.DATABASE, failure.attributes(), "check.name");
        return ofFacts(OperationsEvents.healthCheckFailed(check, failure, NO_TIME));
    }

    @Override
    public GeneratedContent generateForMigration(Migration migration, ChangeImpact impact) {
        var object = object(ObjectType.MIGRATION, migration.attributes(), "migration.version");
        var known = new AttributeReader(migration.attributes());
        if (!known.text("migration.error").isEmpty()) {
            return ofFacts(MigrationEvents.failed(object, migration, NO_TIME));
        }
        return ofFacts(
                known.is("migration.rolled_back", true)
                        ? MigrationEvents.rolledBack(object, migration, NO_TIME)
                        : MigrationEvents.proposed(object, migration, impact, NO_TIME));
    }

    @Override
    public GeneratedContent generateForBackup(BackupResult failure) {
        var job = object(ObjectType.DATABASE, failure.attributes(), "backup.name");
        return ofFacts(OperationsEvents.backupFailed(job, failure, NO_TIME));
    }

    @Override
    public GeneratedContent generateForReplication(ReplicationStatus status) {
        var replica = object(ObjectType.DATABASE, status.attributes(), "replication.replica");
        return ofFacts(OperationsEvents.replicationLag(replica, status, NO_TIME));
    }

    @Override
    public GeneratedContent generateForConnectionPool(PoolStatus status) {
        var pool = object(ObjectType.DATABASE, status.attributes(), "pool.name");
        return ofFacts(OperationsEvents.connectionPoolExhausted(pool, status, NO_TIME));
    }

    @Override
    public GeneratedContent generateForTest(TestResult result) {
        var test = object(ObjectType.TEST, result.attributes(), "test.name");
        var known = new AttributeReader(result.attributes());
        var failures = known.numberOrNaN("test.failures");
        var flaky = failures > 0 && failures < known.numberOrNaN("test.runs");
        return ofFacts(flaky ? TestEvents.flaky(test, result, NO_TIME) : TestEvents.failed(test, result, NO_TIME));
    }

    @Override
    public GeneratedContent generateForCoverage(CoverageReport before, CoverageReport after) {
        var scope = object(ObjectType.TEST, after.attributes(), "coverage.scope");
        return ofFacts(TestEvents.coverageDropped(scope, before, after, NO_TIME));
    }

    @Override
    public GeneratedContent generateForDesignReview(DesignReview review) {
        var board = object(ObjectType.WHITEBOARD, review.attributes(), "review.title");
        return ofFacts(DesignEvents.reviewRequested(board, review, NO_TIME));
    }

    @Override
    public GeneratedContent generateForNote(DesignNote note) {
        var board = object(ObjectType.WHITEBOARD, note.attributes(), "note.id");
        return ofFacts(DesignEvents.noteConverted(board, note, NO_TIME));
    }

    @Override
    public GeneratedContent generateForArchitectureDecision(ArchitectureDecision decision) {
        var board = object(ObjectType.WHITEBOARD, decision.attributes(), "decision.id");
        return ofFacts(DesignEvents.decisionRecorded(board, decision, NO_TIME));
    }

    /** Something to give the event an object; only advice may name it. */
    private static ObjectReference object(ObjectType type, EventAttributes facts, String path) {
        return ObjectReference.of(type, new AttributeReader(facts).text(path));
    }

    private GeneratedContent ofFacts(DatabaseEvent event) {
        return made(event, safe -> composer.composeFacts(template(safe), safe, extras(safe)));
    }

    private CompiledTemplate template(DatabaseEvent event) {
        return templates.apply(StandardTemplates.nameFor(event));
    }

    private Composition extras(DatabaseEvent event) {
        return Composition.nothing().withSuggestions(suggestions.suggest(event));
    }

    // Values first, and the finished text again, as for an issue.
    private GeneratedContent made(DatabaseEvent event, Function<DatabaseEvent, RenderedText> text) {
        var safe = sanitizer.sanitize(NO_TRACKER, event);
        var made = text.apply(safe.event());
        var draft = IssueDraft.builder(made.title()).body(made.body()).build();
        var write = sanitizer.sanitize(NO_TRACKER, new Write.CreateIssue(draft, List.of()), safe.redactions());
        var content = ((Write.CreateIssue) write.write()).draft();
        return new GeneratedContent(content.title(), content.body());
    }
}
