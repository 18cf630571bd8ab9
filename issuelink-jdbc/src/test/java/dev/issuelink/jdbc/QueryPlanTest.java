package dev.issuelink.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.issuelink.jdbc.TestDatabase.Kind;
import dev.issuelink.model.Cursor;
import dev.issuelink.model.IssueKey;
import dev.issuelink.store.Budget;
import dev.issuelink.store.IssueLinkStores.Work;
import dev.issuelink.store.OutboxEntry;
import dev.issuelink.store.StoreTransaction;
import dev.issuelink.testkit.MutableClock;
import dev.issuelink.testkit.Samples;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** No statement that the engine does often goes through a whole table: each database is asked how it would do it. */
class QueryPlanTest {
    private static final int ROWS = 1_000;
    private static final Duration LEASE = Duration.ofMinutes(1);
    private static final Pattern ONE_ROW = Pattern.compile("_(audit_end|audit_anchor|place)\\b");

    /** Explains what is executed, while it is switched on. */
    private static final class Explainer implements Interceptor.Watcher {
        private final Kind kind;
        private final String prefix;
        private final Map<String, List<String>> plans = new LinkedHashMap<>();
        private boolean on;

        private Explainer(Kind kind, String prefix) {
            this.kind = kind;
            this.prefix = prefix;
        }

        @Override
        public void beforeExecuting(Connection connection, Interceptor.Prepared prepared) throws SQLException {
            var sql = Interceptor.oneLine(prepared.sql());
            if (on && sql.matches("(SELECT .* FROM|UPDATE|DELETE) .*") && !sql.contains("pg_advisory")) {
                plans.putIfAbsent(sql, explain(connection, prepared));
            }
        }

        private List<String> explain(Connection connection, Interceptor.Prepared prepared) throws SQLException {
            var explain = kind == Kind.SQLITE ? "EXPLAIN QUERY PLAN " : "EXPLAIN ";
            try (var statement = connection.prepareStatement(explain + prepared.sql())) {
                prepared.bind(statement);
                var lines = new ArrayList<String>();
                try (var plan = statement.executeQuery()) {
                    while (plan.next()) {
                        lines.add(line(plan));
                    }
                }
                return lines;
            }
        }

        private String line(java.sql.ResultSet plan) throws SQLException {
            return switch (kind) {
                case SQLITE -> plan.getString("detail");
                case POSTGRESQL -> plan.getString(1);
                case MARIADB ->
                    "%s %s %s %s rows"
                            .formatted(
                                    plan.getString("type"),
                                    plan.getString("table"),
                                    plan.getString("key"),
                                    plan.getString("rows"));
            };
        }

        // Whoever takes the first rows of an index in its order does not go through all of it.
        private boolean isFullScan(String sql, String line) {
            var reads = line.contains(prefix);
            return switch (kind) {
                case SQLITE -> reads && line.startsWith("SCAN ") && !(line.contains("USING") && sql.contains("LIMIT"));
                case POSTGRESQL -> line.contains("Seq Scan");
                case MARIADB ->
                    reads && (line.startsWith("ALL ") || line.startsWith("index ") && !sql.contains("LIMIT"));
            };
        }

        private List<String> fullScans() {
            var found = new ArrayList<String>();
            plans.forEach((sql, plan) -> {
                if (!ONE_ROW.matcher(sql).find() && plan.stream().anyMatch(line -> isFullScan(sql, line))) {
                    found.add(sql + "\n    " + String.join("\n    ", plan));
                }
            });
            return found;
        }
    }

    @ParameterizedTest
    @EnumSource
    void noFrequentStatementGoesThroughAWholeTable(Kind kind) {
        var database = kind.database();
        var prefix = TestDatabase.newPrefix();
        var explainer = new Explainer(kind, prefix);
        try (var stores = database.open(Interceptor.watched(database.source(), explainer), prefix)) {
            stores.inTransaction(QueryPlanTest::fill);
            analyze(database, prefix);
            explainer.on = true;
            work().forEach(stores::inTransaction);
        }
        assertThat(explainer.plans).hasSizeGreaterThan(40);
        assertThat(explainer.fullScans()).isEmpty();
        System.out.println("figure jdbc_explained_statements_" + kind + " " + explainer.plans.size());
    }

    private static boolean fill(StoreTransaction tx) {
        IntStream.range(0, ROWS).forEach(number -> {
            var id = Integer.toString(number);
            tx.links().saveIfAbsent(Samples.link("L" + id, "table " + number % 500, id));
            tx.snapshots().save(Samples.snapshot(id, "document"));
            tx.snapshots().addAlias(Samples.issueKey("old " + id), Samples.issueKey(id));
            tx.outbox().append(Samples.write("W" + id, "target " + number % 500));
            tx.inbox().receive(Samples.notice("Tracker " + number % 500, "D" + id));
            tx.fingerprints()
                    .claim(Samples.claim("F" + id).bound(Samples.issueKey(id)).noting("", MutableClock.START));
            tx.audit().append(Samples.auditRecord("subject " + number % 500));
            tx.cursors().save("Tracker", "feed " + id, new Cursor("here"));
            tx.secrets().save("SECRET_" + id, new byte[] {1});
            tx.leases().tryAcquire("lease " + id, "me", LEASE);
            tx.budgets().trySpend(List.of(new Budget("budget " + id, 5, LEASE)));
        });
        for (var number = 0; number < 100; number++) {
            var claimed = tx.outbox().claimNext(LEASE).orElseThrow();
            tx.outbox().complete(claimed.id(), claimed.fence(), "done");
            tx.inbox().complete(tx.inbox().claimNext(LEASE).orElseThrow(), "done");
        }
        return true;
    }

    private static void analyze(TestDatabase database, String prefix) {
        if (database.dialect() instanceof MysqlDialect) {
            for (var table : List.of(
                    "link",
                    "snapshot",
                    "alias",
                    "outbox",
                    "outbox_lane",
                    "inbox",
                    "inbox_lane",
                    "fingerprint",
                    "audit",
                    "cursor",
                    "secret",
                    "lease",
                    "budget")) {
                database.execute("ANALYZE TABLE " + prefix + table);
            }
        } else {
            database.execute("ANALYZE");
        }
    }

    private static List<Work<?>> work() {
        var issue = Samples.issueKey("7");
        var later = MutableClock.START.plusSeconds(60);
        List<Work<?>> work = new ArrayList<>(linksAndSnapshots(issue));
        work.addAll(List.of(
                tx -> tx.outbox().find("W900"),
                tx -> tx.outbox().findOpen("target 7"),
                tx -> tx.outbox().findByState(OutboxEntry.State.FAILED, 50),
                tx -> tx.outbox().untilNextDue(),
                tx -> {
                    tx.outbox().append(Samples.write("new", "target 7"));
                    tx.outbox().append(Samples.write("newer", "new target"));
                    return true;
                },
                QueryPlanTest::dispatch,
                tx -> tx.outbox().prune(later, 5),
                tx -> tx.inbox().receive(Samples.notice("Tracker 7", "new")),
                tx -> tx.inbox().receive(Samples.notice("Tracker 7", "new")),
                tx -> tx.inbox().find("Tracker 7", "D7"),
                tx -> tx.inbox().untilNextDue(),
                tx -> tx.inbox().complete(tx.inbox().claimNext(LEASE).orElseThrow(), "done"),
                tx -> tx.inbox().fail(tx.inbox().claimNext(LEASE).orElseThrow(), "problem"),
                tx -> tx.inbox().retryLater(tx.inbox().claimNext(LEASE).orElseThrow(), LEASE, "problem"),
                tx -> tx.inbox().prune(later, 5),
                tx -> tx.audit().append(Samples.auditRecord("subject 7")),
                tx -> tx.audit().read(900, 50),
                tx -> tx.audit().findBySubject("subject 7", 5, 50),
                tx -> tx.audit().prune(later, 5),
                tx -> tx.leases().tryAcquire("lease 7", "me", LEASE).map(tx.leases()::release),
                tx -> tx.budgets().trySpend(List.of(new Budget("budget 7", 5, LEASE))),
                tx -> tx.budgets().untilFree(List.of(new Budget("budget 7", 5, LEASE)))));
        return work;
    }

    private static List<Work<?>> linksAndSnapshots(IssueKey issue) {
        var later = MutableClock.START.plusSeconds(60);
        return List.of(
                tx -> tx.links().find("L7"),
                tx -> tx.links().find(Samples.table("table 7").key(), issue),
                tx -> tx.links().findByObject(Samples.table("table 7").key()),
                tx -> tx.links().findByIssue(issue),
                tx -> tx.links().findAfter(null, 50),
                tx -> tx.links().findAfter("L500", 50),
                tx -> tx.links().saveIfAbsent(Samples.link("L7", "table 7", "7")),
                tx -> tx.links().remove("L8"),
                tx -> {
                    tx.links().moveIssue(Samples.issueKey("9"), Samples.issueKey("10"));
                    tx.fingerprints().moveIssue(Samples.issueKey("9"), Samples.issueKey("10"));
                    tx.snapshots().addAlias(Samples.issueKey("9"), Samples.issueKey("10"));
                    tx.snapshots().save(Samples.snapshot("7", "changed"));
                    tx.cursors().save("Tracker", "feed 7", new Cursor("there"));
                    tx.cursors().clear("Tracker", "feed 8");
                    return tx.cursors().find("Tracker", "feed 7");
                },
                tx -> {
                    tx.secrets().save("SECRET_7", new byte[] {2});
                    tx.secrets().remove("SECRET_8");
                    return tx.secrets().find("SECRET_7");
                },
                tx -> tx.snapshots().find(Samples.issueKey("old 7")),
                tx -> tx.snapshots()
                        .findAll(IntStream.range(0, 20)
                                .mapToObj(each -> Samples.issueKey("old " + each))
                                .toList()),
                tx -> tx.fingerprints().claim(Samples.claim("F7")),
                tx -> {
                    tx.fingerprints().save(Samples.claim("F7").noting("", later));
                    return tx.fingerprints().release("F8");
                },
                tx -> tx.fingerprints().findByIssue(issue),
                tx -> tx.fingerprints().findByRule("Rule", "F500", 50),
                tx -> tx.fingerprints().findDue(MutableClock.START.minusSeconds(1), 50),
                tx -> tx.fingerprints().nextDue());
    }

    private static boolean dispatch(StoreTransaction tx) {
        var first = tx.outbox().claimNext(LEASE).orElseThrow();
        var second = tx.outbox().claimNext(LEASE).orElseThrow();
        var third = tx.outbox().claimNext(LEASE).orElseThrow();
        return tx.outbox().complete(first.id(), first.fence(), "done")
                && tx.outbox().retryLater(second.id(), second.fence(), LEASE, "problem")
                && tx.outbox().fail(third.id(), third.fence(), "problem")
                && tx.outbox().requeue(third.id());
    }
}
