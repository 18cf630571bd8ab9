package dev.issuelink.jdbc;

import dev.issuelink.store.Budget;
import dev.issuelink.store.BudgetStore;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Budgets in a table, a row for each that was ever spent of. */
final class JdbcBudgetStore implements BudgetStore {
    /** When a span began, and how much of it is spent. */
    private record Span(long begin, int spent) {
        private static final Span NONE = new Span(Long.MIN_VALUE, 0);

        boolean covers(long now, Duration per) {
            return spent > 0 && begin <= now && now < Times.plus(begin, per);
        }
    }

    private final Session session;

    JdbcBudgetStore(Session session) {
        this.session = session;
    }

    // Locked in the order of their names by everybody, so that nobody waits in a circle.
    @Override
    public Optional<Duration> trySpend(List<Budget> budgets) {
        session.check();
        var spans = new HashMap<String, Span>();
        budgets.stream()
                .sorted(Comparator.comparing(Budget::name))
                .forEach(budget -> spans.put(budget.name(), lock(budget.name())));
        var now = session.now();
        var wait = longestWait(budgets, spans, now);
        if (wait.isEmpty()) {
            budgets.forEach(budget -> spend(budget, spans.getOrDefault(budget.name(), Span.NONE), now));
        }
        return wait;
    }

    @Override
    public Optional<Duration> untilFree(List<Budget> budgets) {
        session.check();
        var spans = new HashMap<String, Span>();
        budgets.forEach(budget -> read(budget.name(), "").ifPresent(span -> spans.put(budget.name(), span)));
        return longestWait(budgets, spans, session.now());
    }

    private static Optional<Duration> longestWait(List<Budget> budgets, Map<String, Span> spans, long now) {
        return budgets.stream()
                .flatMap(budget -> wait(budget, spans.getOrDefault(budget.name(), Span.NONE), now).stream())
                .max(Comparator.naturalOrder());
    }

    private static Optional<Duration> wait(Budget budget, Span span, long now) {
        if (budget.most() == 0) {
            return Optional.of(budget.per());
        }
        return span.covers(now, budget.per()) && span.spent >= budget.most()
                ? Optional.of(Times.between(now, Times.plus(span.begin, budget.per())))
                : Optional.empty();
    }

    private void spend(Budget budget, Span span, long now) {
        var isOpen = span.covers(now, budget.per());
        session.update(
                "UPDATE {budget} SET begin_at = ?, spent = ? WHERE name_key = ?",
                isOpen ? span.begin : now,
                isOpen ? span.spent + 1 : 1,
                Key.of(budget.name()));
    }

    private Span lock(String name) {
        var found = read(name, "{for update}");
        while (found.isEmpty()) {
            session.insertIfAbsent(
                    "INSERT INTO {budget} (name_key, name, begin_at, spent) VALUES (?, ?, 0, 0)", Key.of(name), name);
            found = read(name, "{for update}");
        }
        return found.get();
    }

    private Optional<Span> read(String name, String locking) {
        return session.first(
                "SELECT begin_at, spent FROM {budget} WHERE name_key = ? " + locking,
                row -> new Span(row.number("begin_at"), row.count("spent")),
                Key.of(name));
    }
}
