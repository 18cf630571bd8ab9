package dev.issuelink.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.issuelink.store.AuditAnchor;
import dev.issuelink.store.AuditEntry;
import dev.issuelink.store.AuditRecord;
import dev.issuelink.testkit.MutableClock;
import dev.issuelink.testkit.Samples;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Forgetting the beginning of the audit trail; a part of the {@link AuditStoreContract}. */
abstract class AuditPruneContract extends StoreContract {
    private static final int ALL = 1_000;

    // Recorded so many seconds after the start of the tests.
    private AuditEntry append(int second) {
        var at = MutableClock.START.plusSeconds(second);
        return in(tx -> tx.audit().append(new AuditRecord(at, "alice", "issue.created", "subject", Map.of())));
    }

    private void append(int first, int last) {
        for (var second = first; second <= last; second++) {
            append(second);
        }
    }

    private int prune(int beforeSecond, int limit) {
        return in(tx -> tx.audit().prune(MutableClock.START.plusSeconds(beforeSecond), limit));
    }

    private List<AuditEntry> kept() {
        return in(tx -> tx.audit().read(0, ALL));
    }

    private AuditAnchor anchor() {
        return in(tx -> tx.audit().anchor());
    }

    private void assertChained(int first, int last) {
        var previous = anchor();
        assertThat(previous.sequence()).isEqualTo(first - 1);
        for (var entry : kept()) {
            assertThat(previous.precedes(entry))
                    .as("entry %d", entry.sequence())
                    .isTrue();
            previous = AuditAnchor.of(entry);
        }
        assertThat(previous.sequence()).isEqualTo(last);
    }

    @Test
    void beginsAtTheOriginAndForgetsNothingWhereNothingIs() {
        assertThat(anchor()).isEqualTo(AuditAnchor.ORIGIN);
        assertThat(prune(ALL, ALL)).isZero();
        assertThat(anchor()).isEqualTo(AuditAnchor.ORIGIN);
    }

    @Test
    void forgetsWhatIsOlderAndKeepsItsAnchor() {
        append(1, 5);
        var third = kept().get(2);
        assertThat(prune(4, ALL)).isEqualTo(3);
        assertThat(anchor()).isEqualTo(AuditAnchor.of(third));
        assertChained(4, 5);
        assertThat(prune(4, ALL)).as("again").isZero();
        assertThat(anchor()).isEqualTo(AuditAnchor.of(third));
    }

    @Test
    void forgetsNoMoreThanAsked() {
        append(1, 7);
        assertThat(prune(ALL, 2)).isEqualTo(2);
        assertChained(3, 7);
        assertThat(prune(ALL, 2)).isEqualTo(2);
        assertChained(5, 7);
    }

    @Test
    void stopsAtTheFirstThatIsNotOlder() {
        append(1);
        append(9);
        append(2);
        append(10);
        assertThat(prune(5, ALL)).isEqualTo(1);
        assertChained(2, 4);
    }

    @Test
    void keepsTheLastEntryHoweverOldItIs() {
        append(1);
        assertThat(prune(ALL, ALL)).isZero();
        append(2);
        assertThat(prune(ALL, ALL)).isEqualTo(1);
        assertChained(2, 2);
        assertThat(prune(ALL, ALL)).isZero();
        assertThat(resultOf(tx -> tx.audit().last()).get()).contains(kept().get(0));
    }

    @Test
    void goesOnWithTheChainAfterwards() {
        append(1, 5);
        prune(ALL, ALL);
        append(6, 8);
        assertChained(5, 8);
        prune(7, ALL);
        assertChained(7, 8);
    }

    @Test
    void readsAndFindsWhatIsKeptByItsPlace() {
        append(1, 6);
        prune(4, ALL);
        assertThat(resultOf(tx -> tx.audit().read(0, 2)).get())
                .extracting(AuditEntry::sequence)
                .containsExactly(4L, 5L);
        assertThat(resultOf(tx -> tx.audit().read(5, 2)).get())
                .extracting(AuditEntry::sequence)
                .containsExactly(6L);
        assertThat(resultOf(tx -> tx.audit().findBySubject("subject", 0, ALL)).get())
                .extracting(AuditEntry::sequence)
                .containsExactly(4L, 5L, 6L);
    }

    @Test
    void forgetsNothingIfItsTransactionFails() {
        append(1, 5);
        rolledBack(tx -> {
            tx.audit().append(Samples.auditRecord("never"));
            return tx.audit().prune(MutableClock.START.plusSeconds(4), ALL);
        });
        assertThat(anchor()).isEqualTo(AuditAnchor.ORIGIN);
        assertChained(1, 5);
        assertThat(resultOf(tx -> tx.audit().findBySubject("subject", 0, ALL)).get())
                .hasSize(5);
    }

    @Test
    void forgetsWhatTheSameTransactionAppended() {
        in(tx -> {
            tx.audit().append(Samples.auditRecord("first"));
            tx.audit().append(Samples.auditRecord("second"));
            return tx.audit().prune(MutableClock.START.plusSeconds(1), ALL);
        });
        assertChained(2, 2);
    }

    @Test
    void staysOneChainWhileManyAppendAndForget() {
        var forgotten = inThreads(() -> {
            var sum = 0;
            for (var turn = 0; turn < 20; turn++) {
                append(1);
                sum += prune(2, 3);
            }
            return sum;
        });
        var sum = forgotten.stream().mapToInt(Integer::intValue).sum();
        assertThat(sum).isPositive();
        assertThat(kept()).hasSize(160 - sum);
        assertChained(sum + 1, 160);
    }

    @Test
    void refusesToForgetLessThanOne() {
        assertThatIllegalArgumentException().isThrownBy(() -> prune(1, 0));
    }
}
