package dev.issuelink.core.internal.compose;

import dev.issuelink.event.DatabaseEvent;
import dev.issuelink.event.EventType;
import dev.issuelink.host.SuggestionSource;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;

/**
 * Advice by rules of thumb, from nothing but the facts of the event: the same event always gets the same. Where none fits,
 * there is none. Immutable, and safe for several threads.
 */
public final class StandardSuggestions implements SuggestionSource {
    private static final Map<EventType, BiConsumer<DatabaseEvent, Advice>> ADVISERS = Map.ofEntries(
            Map.entry(EventType.SCHEMA_CHANGE_PROPOSED, ChangeAdvice::proposed),
            Map.entry(EventType.MIGRATION_PROPOSED, ChangeAdvice::proposed),
            Map.entry(EventType.MIGRATION_FAILED, ChangeAdvice::failed),
            Map.entry(EventType.DRIFT_DETECTED, DriftAdvice::detected),
            Map.entry(EventType.PERFORMANCE_REGRESSION, PerformanceAdvice::regression),
            Map.entry(EventType.BACKUP_FAILED, OperationsAdvice::backup),
            Map.entry(EventType.REPLICATION_LAG, OperationsAdvice::replication),
            Map.entry(EventType.CONNECTION_POOL_EXHAUSTED, OperationsAdvice::pool),
            Map.entry(EventType.TEST_FAILED, TestAdvice::failed),
            Map.entry(EventType.TEST_FLAKY, TestAdvice::failed),
            Map.entry(EventType.COVERAGE_DROPPED, TestAdvice::coverage));

    @Override
    public Optional<String> suggest(DatabaseEvent event) {
        var advice = new Advice();
        ADVISERS.getOrDefault(event.type(), (nothing, known) -> {}).accept(event, advice);
        return advice.markdown();
    }
}
