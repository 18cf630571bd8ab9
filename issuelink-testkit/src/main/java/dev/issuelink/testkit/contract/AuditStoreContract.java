package dev.issuelink.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.issuelink.store.AuditEntry;
import dev.issuelink.store.AuditRecord;
import dev.issuelink.testkit.MutableClock;
import dev.issuelink.testkit.Samples;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The audit trail and its chain of hashes. */
public abstract class AuditStoreContract extends AuditPruneContract {
    /** For authors of stores. */
    protected AuditStoreContract() {}

    private AuditEntry append(AuditRecord record) {
        return in(tx -> tx.audit().append(record));
    }

    private void append(int count) {
        for (var number = 1; number <= count; number++) {
            append(Samples.auditRecord("subject " + number));
        }
    }

    private List<AuditEntry> read(long after, int limit) {
        return in(tx -> tx.audit().read(after, limit));
    }

    @Test
    void beginsEmpty() {
        assertThat(resultOf(tx -> tx.audit().last()).get()).isEmpty();
        assertThat(read(0, 10)).isEmpty();
    }

    @Test
    void keepsAllThatARecordSays() {
        var record = new AuditRecord(
                MutableClock.START.plusNanos(123_456_000),
                "größe",
                "issue.created",
                "表",
                Map.of("b", "2", "a", "1", "empty", ""));
        var entry = append(record);
        assertThat(entry.record()).isEqualTo(record);
        assertThat(read(0, 10)).containsExactly(entry);
        assertThat(resultOf(tx -> tx.audit().last()).get()).contains(entry);
    }

    @Test
    void beginsTheChainAtItsOrigin() {
        var first = append(Samples.auditRecord("first"));
        assertThat(first.sequence()).isEqualTo(1);
        assertThat(first.previousHash()).isEqualTo(AuditEntry.ORIGIN);
    }

    @Test
    void chainsEachEntryToTheOneBefore() {
        append(20);
        assertChained(read(0, 100), 20);
    }

    private static void assertChained(List<AuditEntry> entries, int count) {
        assertThat(entries).hasSize(count);
        @Nullable AuditEntry previous = null;
        for (var entry : entries) {
            assertThat(entry.follows(previous)).as("entry %d", entry.sequence()).isTrue();
            previous = entry;
        }
    }

    @Test
    void chainsSeveralEntriesOfOneTransaction() {
        in(tx -> {
            tx.audit().append(Samples.auditRecord("first"));
            return tx.audit().append(Samples.auditRecord("second"));
        });
        assertChained(read(0, 100), 2);
    }

    @Test
    void leavesNoGapAfterARollback() {
        append(2);
        rolledBack(tx -> tx.audit().append(Samples.auditRecord("never")));
        append(2);
        assertChained(read(0, 100), 4);
    }

    @Test
    void staysOneChainUnderManyThreads() {
        inThreads(() -> {
            append(20);
            return true;
        });
        assertChained(read(0, 1_000), 160);
    }

    @Test
    void readsPageByPage() {
        append(7);
        assertThat(read(0, 3)).extracting(AuditEntry::sequence).containsExactly(1L, 2L, 3L);
        assertThat(read(3, 3)).extracting(AuditEntry::sequence).containsExactly(4L, 5L, 6L);
        assertThat(read(6, 3)).extracting(AuditEntry::sequence).containsExactly(7L);
        assertThat(read(7, 3)).isEmpty();
        assertThat(read(700, 3)).isEmpty();
    }

    @Test
    void findsTheEntriesOfASubjectPageByPage() {
        for (var number = 0; number < 3; number++) {
            append(Samples.auditRecord("one"));
            append(Samples.auditRecord("other"));
        }
        assertThat(ofSubject("one", 0, 2)).extracting(AuditEntry::sequence).containsExactly(1L, 3L);
        assertThat(ofSubject("one", 3, 2)).extracting(AuditEntry::sequence).containsExactly(5L);
        assertThat(ofSubject("one", 5, 2)).isEmpty();
        assertThat(ofSubject("One", 0, 2)).isEmpty();
        rolledBack(tx -> tx.audit().append(Samples.auditRecord("one")));
        assertThat(ofSubject("one", 0, 10)).hasSize(3);
    }

    private List<AuditEntry> ofSubject(String subject, long after, int limit) {
        return in(tx -> tx.audit().findBySubject(subject, after, limit));
    }

    @Test
    void refusesALimitBelowOne() {
        assertThatIllegalArgumentException().isThrownBy(() -> read(0, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> ofSubject("one", 0, 0));
    }
}
