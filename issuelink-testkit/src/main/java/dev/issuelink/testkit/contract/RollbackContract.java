package dev.issuelink.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.issuelink.model.Cursor;
import dev.issuelink.store.IssueLinkStores;
import dev.issuelink.store.StoreTransaction;
import dev.issuelink.testkit.MutableClock;
import dev.issuelink.testkit.Samples;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every change of every store is gone after a throw. */
public abstract class RollbackContract extends StoreContract {
    private static final Duration LEASE = Duration.ofMinutes(1);

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

    private Map<String, Change> changes() {
        prepare();
        var changes = new LinkedHashMap<String, Change>();
        changes.put(
                "links.saveIfAbsent",
                new Change(tx -> tx.links().saveIfAbsent(Samples.link("new", "customers", "2")), this::links));
        changes.put(
                "links.moveIssue",
                new Change(
                        tx -> {
                            tx.links().moveIssue(Samples.issueKey("1"), Samples.issueKey("9"));
                            return true;
                        },
                        this::links));
        changes.put("links.remove", new Change(tx -> tx.links().remove("L1"), this::links));
        changes.put(
                "snapshots.save",
                new Change(
                        tx -> {
                            tx.snapshots().save(Samples.snapshot("1", "changed"));
                            return true;
                        },
                        this::snapshots));
        changes.put(
                "snapshots.addAlias",
                new Change(
                        tx -> {
                            tx.snapshots().addAlias(Samples.issueKey("1"), Samples.issueKey("9"));
                            return true;
                        },
                        this::snapshots));
        changes.put(
                "cursors.save",
                new Change(
                        tx -> {
                            tx.cursors().save("Tracker", "issues", new Cursor("changed"));
                            return true;
                        },
                        tx -> tx.cursors().find("Tracker", "issues")));
        changes.put(
                "cursors.clear",
                new Change(
                        tx -> {
                            tx.cursors().clear("Tracker", "issues");
                            return true;
                        },
                        tx -> tx.cursors().find("Tracker", "issues")));
        changes.put(
                "fingerprints.claim",
                new Change(
                        tx -> tx.fingerprints().claim("new", "W1", MutableClock.START),
                        tx -> tx.fingerprints().find("new")));
        changes.put(
                "fingerprints.bind",
                new Change(
                        tx -> {
                            tx.fingerprints().bind("F1", Samples.issueKey("1"));
                            return true;
                        },
                        tx -> tx.fingerprints().find("F1")));
        changes.put(
                "fingerprints.release",
                new Change(
                        tx -> tx.fingerprints().release("F1"),
                        tx -> tx.fingerprints().find("F1")));
        changes.put(
                "audit.append",
                new Change(
                        tx -> tx.audit().append(Samples.auditRecord("new")),
                        tx -> tx.audit().last()));
        changes.putAll(queueChanges());
        return changes;
    }

    private Map<String, Change> queueChanges() {
        var changes = new LinkedHashMap<String, Change>();
        changes.put(
                "outbox.append",
                new Change(
                        tx -> {
                            tx.outbox().append(Samples.write("new", "target"));
                            return true;
                        },
                        this::outbox));
        changes.put("outbox.claimNext", new Change(tx -> tx.outbox().claimNext(LEASE), this::outbox));
        changes.put(
                "outbox.retryLater",
                new Change(tx -> tx.outbox().retryLater("W0", 1, Duration.ZERO, "problem"), this::outbox));
        changes.put(
                "outbox.claim and fail",
                new Change(
                        tx -> tx.outbox()
                                .claimNext(LEASE)
                                .map(entry -> tx.outbox().fail(entry.id(), entry.fence(), "problem")),
                        this::outbox));
        changes.put("outbox.requeue", new Change(tx -> tx.outbox().requeue("W0"), this::outbox));
        changes.put(
                "outbox.claim and complete",
                new Change(
                        tx -> tx.outbox()
                                .claimNext(LEASE)
                                .map(entry -> tx.outbox().complete(entry.id(), entry.fence(), "done")),
                        this::outbox));
        changes.put(
                "outbox.prune",
                new Change(tx -> tx.outbox().prune(MutableClock.START.plusSeconds(1), 10), this::outbox));
        changes.put(
                "inbox.receive", new Change(tx -> tx.inbox().receive(Samples.notice("Tracker", "new")), this::inbox));
        changes.put("inbox.claimNext", new Change(tx -> tx.inbox().claimNext(LEASE), this::inbox));
        changes.put(
                "inbox.complete",
                new Change(
                        tx -> tx.inbox()
                                .complete(tx.inbox().find("Tracker", "D1").orElseThrow(), "done"),
                        this::inbox));
        changes.put(
                "inbox.prune", new Change(tx -> tx.inbox().prune(MutableClock.START.plusSeconds(1), 10), this::inbox));
        changes.put("leases.tryAcquire", new Change(tx -> tx.leases().tryAcquire("sync", "node", LEASE), this::lease));
        return changes;
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
            tx.fingerprints().claim("F1", "W1", MutableClock.START);
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
