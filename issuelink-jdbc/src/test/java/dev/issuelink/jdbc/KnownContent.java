package dev.issuelink.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.issuelink.model.Cursor;
import dev.issuelink.model.IssueKey;
import dev.issuelink.model.IssueLink;
import dev.issuelink.model.IssueReference;
import dev.issuelink.model.IssueStatus;
import dev.issuelink.model.ObjectReference;
import dev.issuelink.model.ObjectType;
import dev.issuelink.model.Priority;
import dev.issuelink.model.Resolution;
import dev.issuelink.model.StatusCategory;
import dev.issuelink.store.AuditEntry;
import dev.issuelink.store.AuditRecord;
import dev.issuelink.store.Budget;
import dev.issuelink.store.FingerprintClaim;
import dev.issuelink.store.InboxEntry;
import dev.issuelink.store.IssueSnapshot;
import dev.issuelink.store.OutboxEntry;
import dev.issuelink.store.StoreTransaction;
import dev.issuelink.testkit.MutableClock;
import dev.issuelink.testkit.Samples;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Rows of every kind, for stores that go by a clock which stands at {@link MutableClock#START}. */
final class KnownContent {
    static final Duration HOUR = Duration.ofHours(1);
    static final List<Budget> BUDGET = List.of(new Budget("issues", 2, Duration.ofDays(1)));
    private static final String ODD = "größe 表 \ud83d\ude80 a\0b \ud83d \u001a 'x' \\n \"";

    private KnownContent() {}

    static boolean fill(StoreTransaction tx) {
        List.of(plainLink(), fullLink()).forEach(tx.links()::saveIfAbsent);
        tx.snapshots().save(fullSnapshot());
        tx.snapshots().save(Samples.snapshot("2", "bare"));
        tx.snapshots().addAlias(Samples.issueKey("old"), Samples.issueKey("2"));
        tx.cursors().save("Tracker", "issues", new Cursor(ODD));
        tx.leases().tryAcquire("held", "node", HOUR);
        tx.leases().tryAcquire("free", "node", HOUR).ifPresent(tx.leases()::release);
        tx.fingerprints().claim(Samples.claim("F1"));
        tx.fingerprints().claim(boundClaim());
        tx.budgets().trySpend(BUDGET);
        fillOutbox(tx);
        fillInbox(tx);
        records().forEach(tx.audit()::append);
        return true;
    }

    private static void fillOutbox(StoreTransaction tx) {
        tx.outbox().append(Samples.write("W1", "a"));
        tx.outbox().complete("W1", claimedWrite(tx), "done");
        tx.outbox().append(Samples.write("W2", "b"));
        tx.outbox().fail("W2", claimedWrite(tx), ODD);
        tx.outbox().append(Samples.write("W3", "c"));
        tx.outbox().retryLater("W3", claimedWrite(tx), HOUR, "not yet");
        tx.outbox().append(Samples.write("W4", "d"));
        claimedWrite(tx);
        tx.outbox().append(Samples.write("W5", "d"));
        tx.outbox().append(Samples.write("W6", "e"));
    }

    private static long claimedWrite(StoreTransaction tx) {
        return tx.outbox().claimNext(HOUR).orElseThrow().fence();
    }

    private static void fillInbox(StoreTransaction tx) {
        tx.inbox().receive(Samples.notice("a", "D1"));
        tx.inbox().complete(claimedNotice(tx), "done");
        tx.inbox().receive(Samples.notice("b", "D2"));
        tx.inbox().fail(claimedNotice(tx), "given up");
        tx.inbox().receive(Samples.notice("c", "D3"));
        tx.inbox().retryLater(claimedNotice(tx), HOUR, "not yet");
        tx.inbox().receive(Samples.notice("d", "D4"));
        claimedNotice(tx);
        tx.inbox().receive(Samples.notice("d", "D5"));
    }

    private static InboxEntry claimedNotice(StoreTransaction tx) {
        return tx.inbox().claimNext(HOUR).orElseThrow();
    }

    private static IssueLink plainLink() {
        return Samples.link("L1", "orders", "1");
    }

    private static IssueLink fullLink() {
        var object = ObjectReference.builder(ObjectType.VIEW, ODD)
                .database("shop")
                .schema("Ä")
                .versionHash("abc")
                .modifiedAt(Instant.ofEpochSecond(7, 9))
                .build();
        return IssueLink.builder("L2 " + ODD, object, new IssueKey("Tracker", ODD))
                .createdBy(ODD)
                .createdAt(Instant.ofEpochSecond(-1, 999_999_999))
                .build();
    }

    private static IssueSnapshot fullSnapshot() {
        var reference = IssueReference.builder(
                        Samples.issueKey("1"), "github", "acme/app", "#1", URI.create("https://tracker.example/1"))
                .title(ODD)
                .status(new IssueStatus("Done", StatusCategory.DONE, Optional.of(Resolution.values()[0])))
                .priority(new Priority("high"))
                .labels(List.of(ODD, "", "a\nb"))
                .assignee("bob")
                .createdAt(Instant.EPOCH)
                .updatedAt(Instant.ofEpochSecond(5, 7))
                .build();
        return new IssueSnapshot(reference, "{\"title\":\"" + ODD + "\"}", MutableClock.START, true);
    }

    private static FingerprintClaim boundClaim() {
        return Samples.claim("F2 " + ODD).bound(Samples.issueKey("1")).noting("note", MutableClock.START);
    }

    private static List<AuditRecord> records() {
        return List.of(
                Samples.auditRecord("first"),
                new AuditRecord(Instant.ofEpochSecond(1, 999_999_999), ODD, "issue.created", ODD, Map.of("a", ODD)),
                new AuditRecord(MutableClock.START, "alice", "link.removed", "first", Map.of()));
    }

    /** Every row reads back as it was written, by stores whose clock has not moved. */
    static boolean assertHeld(StoreTransaction tx) {
        assertThat(tx.links().findAfter(null, 10)).containsExactly(plainLink(), fullLink());
        assertThat(tx.links().findByObject(fullLink().object().key())).containsExactly(fullLink());
        assertThat(tx.links().findByIssue(Samples.issueKey("1"))).containsExactly(plainLink());
        assertThat(tx.snapshots().find(Samples.issueKey("1"))).contains(fullSnapshot());
        assertThat(tx.snapshots().find(Samples.issueKey("old"))).contains(Samples.snapshot("2", "bare"));
        assertThat(tx.cursors().find("Tracker", "issues")).contains(new Cursor(ODD));
        assertThat(tx.leases().tryAcquire("held", "other", HOUR)).isEmpty();
        assertThat(tx.fingerprints().findByRule("Rule", null, 10)).containsExactly(Samples.claim("F1"), boundClaim());
        assertThat(tx.fingerprints().findByIssue(Samples.issueKey("1"))).containsExactly(boundClaim());
        assertThat(tx.fingerprints().findDue(MutableClock.START, 10)).containsExactly(boundClaim());
        assertThat(tx.budgets().untilFree(BUDGET)).isEmpty();
        assertOutboxHeld(tx);
        assertInboxHeld(tx);
        assertThat(tx.audit().read(0, 10)).extracting(AuditEntry::record).containsExactlyElementsOf(records());
        assertThat(tx.audit().findBySubject("first", 0, 10))
                .extracting(AuditEntry::sequence)
                .containsExactly(1L, 3L);
        return true;
    }

    private static void assertOutboxHeld(StoreTransaction tx) {
        var claimed = Samples.write("W4", "d").with(OutboxEntry.State.CLAIMED, 1, 1, null);
        assertThat(tx.outbox().find("W1"))
                .contains(Samples.write("W1", "a").with(OutboxEntry.State.DONE, 1, 1, "done"));
        assertThat(tx.outbox().find("W2")).contains(Samples.write("W2", "b").with(OutboxEntry.State.FAILED, 1, 1, ODD));
        assertThat(tx.outbox().find("W3"))
                .contains(Samples.write("W3", "c").with(OutboxEntry.State.PENDING, 1, 1, "not yet"));
        assertThat(tx.outbox().findOpen("d")).containsExactly(claimed, Samples.write("W5", "d"));
        assertThat(tx.outbox().findByState(OutboxEntry.State.PENDING, 10))
                .extracting(OutboxEntry::id)
                .containsExactly("W3", "W5", "W6");
    }

    private static void assertInboxHeld(StoreTransaction tx) {
        var done = tx.inbox().find("a", "D1").orElseThrow();
        assertThat(done.state()).isEqualTo(InboxEntry.State.DONE);
        assertThat(done.outcome()).contains("done");
        assertThat(tx.inbox().find("b", "D2"))
                .contains(Samples.notice("b", "D2").with(InboxEntry.State.FAILED, 1, 1, "given up"));
        assertThat(tx.inbox().find("c", "D3"))
                .contains(Samples.notice("c", "D3").with(InboxEntry.State.PENDING, 1, 1, "not yet"));
        assertThat(tx.inbox().find("d", "D4"))
                .contains(Samples.notice("d", "D4").with(InboxEntry.State.CLAIMED, 1, 1, null));
        assertThat(tx.inbox().find("d", "D5")).contains(Samples.notice("d", "D5"));
    }

    /** The stores work on where they were: what waits is claimed in order, numbers, fences and the chain go on. */
    static boolean workOn(StoreTransaction tx) {
        assertThat(tx.outbox().claimNext(HOUR)).map(OutboxEntry::id).contains("W6");
        assertThat(tx.outbox().claimNext(HOUR)).as("others are held or not due").isEmpty();
        assertThat(tx.inbox().claimNext(HOUR)).isEmpty();
        tx.outbox().append(Samples.write("W7", "d"));
        tx.outbox().append(Samples.write("W8", "new"));
        assertThat(tx.outbox().claimNext(HOUR)).map(OutboxEntry::id).contains("W8");
        assertThat(tx.outbox().findOpen("d")).extracting(OutboxEntry::id).containsExactly("W4", "W5", "W7");
        assertThat(tx.outbox().complete("W4", 1, "done")).as("its claim holds").isTrue();
        assertThat(tx.outbox().claimNext(HOUR)).map(OutboxEntry::id).contains("W5");
        assertThat(tx.inbox().receive(Samples.notice("d", "D5"))).contains(InboxEntry.State.PENDING);
        assertThat(tx.inbox().receive(Samples.notice("new", "D6"))).isEmpty();
        assertThat(tx.inbox().claimNext(HOUR)).map(InboxEntry::deliveryId).contains("D6");
        assertThat(tx.leases().tryAcquire("free", "other", HOUR).orElseThrow().fence())
                .isEqualTo(2);
        assertThat(tx.fingerprints().claim(Samples.claim("F1"))).contains(Samples.claim("F1"));
        assertThat(tx.budgets().trySpend(BUDGET)).isEmpty();
        assertThat(tx.budgets().trySpend(BUDGET)).as("spent by two").isPresent();
        var last = tx.audit().last().orElseThrow();
        assertThat(last.sequence()).isEqualTo(3);
        assertThat(tx.audit().append(Samples.auditRecord("fourth")).follows(last))
                .isTrue();
        return true;
    }
}
