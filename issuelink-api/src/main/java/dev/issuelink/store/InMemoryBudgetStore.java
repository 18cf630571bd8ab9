package dev.issuelink.store;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Budgets in memory. */
final class InMemoryBudgetStore implements BudgetStore {
    private record Span(Instant begin, int spent) {
        boolean covers(Instant now, Duration per) {
            return !now.isBefore(begin) && now.isBefore(begin.plus(per));
        }
    }

    static final class Rows {
        private final Map<String, Span> spans = new HashMap<>();
    }

    private final Session session;
    private final Rows rows;

    InMemoryBudgetStore(Session session, Rows rows) {
        this.session = session;
        this.rows = rows;
    }

    @Override
    public Optional<Duration> trySpend(List<Budget> budgets) {
        var wait = untilFree(budgets);
        if (wait.isEmpty()) {
            budgets.forEach(this::spend);
        }
        return wait;
    }

    @Override
    public Optional<Duration> untilFree(List<Budget> budgets) {
        session.check();
        return budgets.stream().flatMap(budget -> wait(budget).stream()).max(Comparator.naturalOrder());
    }

    private Optional<Duration> wait(Budget budget) {
        if (budget.most() == 0) {
            return Optional.of(budget.per());
        }
        var span = current(budget);
        return span != null && span.spent >= budget.most()
                ? Optional.of(Duration.between(session.now(), span.begin.plus(budget.per())))
                : Optional.empty();
    }

    private void spend(Budget budget) {
        var span = current(budget);
        var next = span == null ? new Span(session.now(), 1) : new Span(span.begin, span.spent + 1);
        session.put(rows.spans, budget.name(), next);
    }

    private @Nullable Span current(Budget budget) {
        var span = rows.spans.get(budget.name());
        return span != null && span.covers(session.now(), budget.per()) ? span : null;
    }
}
