package dev.issuelink.core.internal.outbound;

import dev.issuelink.core.internal.codec.Write;
import dev.issuelink.core.internal.registry.TrackerRegistry;
import dev.issuelink.model.WriteLimits;
import dev.issuelink.store.Budget;
import dev.issuelink.store.OutboxEntry;
import dev.issuelink.store.StoreTransaction;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Keeps to how many issues and comments a tracker takes, over all nodes. Other changes are not counted. */
final class Pacer {
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration HOUR = Duration.ofHours(1);

    private final TrackerRegistry trackers;

    Pacer(TrackerRegistry trackers) {
        this.trackers = trackers;
    }

    /** How long a write has to wait; empty if it may be sent, which is counted then. */
    Optional<Duration> wait(StoreTransaction transaction, OutboxEntry entry) {
        if (entry.operation().equals(Write.Operation.UPDATE_ISSUE.name())) {
            return Optional.empty();
        }
        var limits = limits(entry.tracker());
        return limits.equals(WriteLimits.unlimited())
                ? Optional.empty()
                : transaction.budgets().trySpend(budgets(entry.tracker(), limits));
    }

    private WriteLimits limits(String tracker) {
        return trackers.config(tracker)
                .writeLimits()
                .orElseGet(() -> trackers.adapter(tracker).writeLimits());
    }

    private static List<Budget> budgets(String tracker, WriteLimits limits) {
        return List.of(
                new Budget("writes per minute to " + tracker, limits.perMinute(), MINUTE),
                new Budget("writes per hour to " + tracker, limits.perHour(), HOUR));
    }
}
