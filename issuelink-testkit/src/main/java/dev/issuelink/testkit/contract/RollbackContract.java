package dev.issuelink.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.issuelink.model.Cursor;
import dev.issuelink.store.Budget;
import dev.issuelink.store.InboxEntry;
import dev.issuelink.store.IssueLinkStores;
import dev.issuelink.store.StoreTransaction;
import dev.issuelink.testkit.MutableClock;
import dev.issuelink.testkit.Samples;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every change of every store is gone after a throw. */
public abstract class RollbackContract extends StoreContract {
    private static final Duration LEASE = Duration.ofMinutes(1);
    private static final Instant LATER = MutableClock.START.plusSeconds(1);

    /** For authors of stores. */
    protected RollbackContract() {}

    /** A change of a store, and what shows that it happened. */
    private record Change(IssueLinkStores.Work<?> work, Function<StoreTransaction, Object> view) {}

    @TestFactory
    Stream<DynamicTest> leavesNothingBehindAfterAThrow() {
        return changes().entrySet().stream()
                .map(change -> DynamicTest.dynamicTest(change.getKey(), () -> {
                    var view = change.getValue().view();
                    var before = in(view::apply);
                    rolledBack(change.getValue().work());
                    assertThat(resultOf(view::apply).get()).isEqualTo(before);
                    in(change.getValue().work());
                    assertThat(resultOf(view::apply).get())
                            .as("the change itself")
                            .isNotEqualTo(before);
                }));
    }

    private static Change change(Consumer<StoreTransaction> work, Function<StoreTransaction, Object> view) {
        return new Change(
                tx -> {
                    work.accept(tx);
                    return true;
                },
                view);
    }

    // Each change builds on those before, and is seen by its view.
    private Map<String, Change> changes() {
        prepare();
        var changes = new LinkedHashMap<String, Change>();
        addLinksAndSnapshots(changes);
        addRegisters(changes);
        addOutbox(changes);
        addInbox(changes);
        return changes;
    }

    private void addLinksAndSnapshots(Map<String, Change> changes) {
        var link = Samples.link("new", "customers", "2");
        var before = Samples.issueKey("1");
        var after = Samples.issueKey("9");
        changes.put("links.saveIfAbsent", change(tx -> tx.links().saveIfAbsent(link), this::links));
        changes.put("links.moveIssue", change(tx -> tx.links().moveIssue(before, after), this::links));
        changes.put("links.remove", change(tx -> tx.links().remove("L1"), this::links));
        var snapshot = Samples.snapshot("1", "changed");
        changes.put("snapshots.save", change(tx -> tx.snapshots().save(snapshot), this::snapshots));
        changes.put("snapshots.addAlias", change(tx -> tx.snapshots().addAlias(before, after), this::snapshots));
    }

    private void addRegisters(Map<String, Change> changes) {
        Function<StoreTransaction, Object> cursor = tx -> tx.cursors().find("Tracker", "issues");
        var changed = new Cursor("changed");
        changes.put("cursors.save", change(tx -> tx.cursors().save("Tracker", "issues", changed), cursor));
        changes.put("cursors.clear", change(tx -> tx.cursors().clear("Tracker", "issues"), cursor));
        Function<StoreTransaction, Object> secret =
                tx -> tx.secrets().find("TOKEN").isPresent();
        changes.put("secrets.save", change(tx -> tx.secrets().save("TOKEN", new byte[] {1}), secret));
        changes.put("secrets.remove", change(tx -> tx.secrets().remove("TOKEN"), secret));
        Function<StoreTransaction, Object> claim = tx -> tx.fingerprints().find("F1");
        var issue = Samples.issueKey("1");
        changes.put(
                "fingerprints.save",
                change(tx -> tx.fingerprints().save(Samples.claim("F1").bound(issue)), claim));
        changes.put(
                "fingerprints.moveIssue",
                change(tx -> tx.fingerprints().moveIssue(issue, Samples.issueKey("9")), claim));
        changes.put("fingerprints.release", change(tx -> tx.fingerprints().release("F1"), claim));
        changes.put("fingerprints.claim", change(tx -> tx.fingerprints().claim(Samples.claim("F1")), claim));
        var budgets = List.of(new Budget("issues", 1, LEASE));
        changes.put(
                "budgets.trySpend",
                change(tx -> tx.budgets().trySpend(budgets), tx -> tx.budgets().untilFree(budgets)));
        var record = Samples.auditRecord("new");
        changes.put(
                "audit.append",
                change(tx -> tx.audit().append(record), tx -> tx.audit().last()));
        changes.put(
                "audit.prune",
                change(
                        tx -> tx.audit().prune(LATER, 10),
                        tx -> List.of(
                                tx.audit().anchor(),
                                tx.audit().read(0, 10),
                                tx.audit().findBySubject("first", 0, 10))));
        changes.put("leases.tryAcquire", change(tx -> tx.leases().tryAcquire("sync", "node", LEASE), this::lease));
    }

    private void addOutbox(Map<String, Change> changes) {
        var entry = Samples.write("new", "target");
        changes.put("outbox.append", change(tx -> tx.outbox().append(entry), this::outbox));
        changes.put("outbox.claimNext", change(tx -> tx.outbox().claimNext(LEASE), this::outbox));
        changes.put("outbox.putBack", change(tx -> tx.outbox().putBack("W0", 1, Duration.ZERO), this::outbox));
        changes.put("outbox.claimNext again", change(tx -> tx.outbox().claimNext(LEASE), this::outbox));
        changes.put(
                "outbox.retryLater",
                change(tx -> tx.outbox().retryLater("W0", 2, Duration.ZERO, "problem"), this::outbox));
        changes.put("outbox.fail", change(tx -> tx.outbox().fail("W0", claimed(tx), "problem"), this::outbox));
        changes.put("outbox.requeue", change(tx -> tx.outbox().requeue("W0"), this::outbox));
        changes.put("outbox.complete", change(tx -> tx.outbox().complete("W0", claimed(tx), "done"), this::outbox));
        changes.put("outbox.prune", change(tx -> tx.outbox().prune(LATER, 10), this::outbox));
    }

    private static long claimed(StoreTransaction tx) {
        return tx.outbox().claimNext(LEASE).orElseThrow().fence();
    }

    private void addInbox(Map<String, Change> changes) {
        var notice = Samples.notice("Tracker", "new");
        changes.put("inbox.receive", change(tx -> tx.inbox().receive(notice), this::inbox));
        changes.put("inbox.claimNext", change(tx -> tx.inbox().claimNext(LEASE), this::inbox));
        changes.put("inbox.retryLater", change(tx -> tx.inbox().retryLater(kept(tx), Duration.ZERO, "x"), this::inbox));
        changes.put(
                "inbox.fail",
                change(tx -> tx.inbox().fail(tx.inbox().claimNext(LEASE).orElseThrow(), "problem"), this::inbox));
        changes.put(
                "inbox.receive again", change(tx -> tx.inbox().receive(Samples.notice("Tracker", "D1")), this::inbox));
        changes.put(
                "inbox.complete",
                change(tx -> tx.inbox().complete(tx.inbox().claimNext(LEASE).orElseThrow(), "done"), this::inbox));
        changes.put("inbox.prune", change(tx -> tx.inbox().prune(LATER, 10), this::inbox));
    }

    private static InboxEntry kept(StoreTransaction tx) {
        return tx.inbox().find("Tracker", "D1").orElseThrow();
    }

    private void prepare() {
        in(tx -> {
            tx.links().saveIfAbsent(Samples.link("L1", "orders", "1"));
            tx.snapshots().save(Samples.snapshot("1", "as seen"));
            tx.outbox().append(Samples.write("W0", "first"));
            tx.outbox().claimNext(LEASE);
            tx.outbox().append(Samples.write("W1", "target"));
            tx.inbox().receive(Samples.notice("Tracker", "D1"));
            tx.cursors().save("Tracker", "issues", new Cursor("start"));
            tx.fingerprints().claim(Samples.claim("F1"));
            return tx.audit().append(Samples.auditRecord("first"));
        });
    }

    private Object links(StoreTransaction tx) {
        return Map.of(
                "all", tx.links().findAfter(null, 10),
                "of object", tx.links().findByObject(Samples.table("orders").key()),
                "of issue", tx.links().findByIssue(Samples.issueKey("1")),
                "of pair", tx.links().find(Samples.table("orders").key(), Samples.issueKey("1")));
    }

    private Object snapshots(StoreTransaction tx) {
        return Map.of(
                "found", tx.snapshots().find(Samples.issueKey("1")),
                "present", tx.snapshots().resolve(Samples.issueKey("1")));
    }

    private Object outbox(StoreTransaction tx) {
        return Map.of(
                "W0", tx.outbox().find("W0"),
                "W1", tx.outbox().find("W1"),
                "open", tx.outbox().findOpen("target"),
                "due", tx.outbox().untilNextDue());
    }

    private Object inbox(StoreTransaction tx) {
        return Map.of(
                "D1", tx.inbox().find("Tracker", "D1"),
                "new", tx.inbox().find("Tracker", "new"),
                "due", tx.inbox().untilNextDue());
    }

    // Who else asks for the lease learns whether it is held; the asking itself is rolled back.
    private Object lease(StoreTransaction tx) {
        var other = tx.leases().tryAcquire("sync", "other", LEASE);
        other.ifPresent(tx.leases()::release);
        return other.isPresent();
    }
}
