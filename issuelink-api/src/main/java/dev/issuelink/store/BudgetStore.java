package dev.issuelink.store;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * How much is spent of budgets that all nodes share. The store's own clock decides when a span is over. What was spent
 * is known by the budget's name alone: with another size or span it counts against that.
 */
public interface BudgetStore {
    /**
     * Spends one of each budget, or nothing of any.
     *
     * @param budgets the budgets, with different names
     * @return empty if it was spent; otherwise how long to wait until it may be possible, positive
     */
    Optional<Duration> trySpend(List<Budget> budgets);

    /**
     * Whether one of each budget could be spent. Spends nothing.
     *
     * @param budgets the budgets
     * @return empty if it could; otherwise how long to wait until it may be possible, positive
     */
    Optional<Duration> untilFree(List<Budget> budgets);
}
