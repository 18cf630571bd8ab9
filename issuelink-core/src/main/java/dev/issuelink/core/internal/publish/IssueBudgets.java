package dev.issuelink.core.internal.publish;

import dev.issuelink.config.AutoIssueRule;
import dev.issuelink.config.IssueBudget;
import dev.issuelink.config.TrackerConfig;
import dev.issuelink.store.Budget;
import dev.issuelink.store.StoreTransaction;
import java.util.List;
import java.util.function.Function;

/** How many issues rules may open: each rule in each tracker, and all rules in a tracker. */
final class IssueBudgets {
    private static final IssueBudget OF_A_TRACKER = IssueBudget.perHour(100);

    private final Function<String, TrackerConfig> trackers;

    IssueBudgets(Function<String, TrackerConfig> trackers) {
        this.trackers = trackers;
    }

    /** Whether one more issue may be opened; it is counted then. */
    boolean trySpend(StoreTransaction transaction, AutoIssueRule rule, String tracker) {
        var ofTracker = trackers.apply(tracker).budget().orElse(OF_A_TRACKER);
        var budgets = List.of(
                budget("issues of " + rule.name() + " in " + tracker, rule.budget()),
                budget("issues of all rules in " + tracker, ofTracker));
        return transaction.budgets().trySpend(budgets).isEmpty();
    }

    private static Budget budget(String name, IssueBudget budget) {
        return new Budget(name, budget.issues(), budget.per());
    }
}
