package dev.issuelink.core.internal.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.issuelink.store.AuditEntry;
import dev.issuelink.store.AuditRecord;
import dev.issuelink.store.AuditStore;
import dev.issuelink.store.IssueLinkStores;
import dev.issuelink.store.StoreTransaction;
import dev.issuelink.testkit.MutableClock;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class StoredAuditTrailTest {
    private enum Harm {
        CHANGE,
        REMOVE,
        INSERT,
        SWAP,
        REHASH
    }

    private static List<AuditEntry> chain(int length) {
        var entries = new ArrayList<AuditEntry>();
        for (var number = 0; number < length; number++) {
            var previous = entries.isEmpty() ? null : entries.get(number - 1);
            entries.add(AuditEntry.following(previous, record("subject " + number)));
        }
        return entries;
    }

    private static AuditRecord record(String subject) {
        return new AuditRecord(MutableClock.START, "alice", "issue.created", subject, Map.of("a", "b"));
    }

    @Property(tries = 500)
    void everyHarmToTheChainIsFound(
            @ForAll @IntRange(min = 3, max = 400) int length, @ForAll int where, @ForAll Harm harm) {
        var entries = chain(length);
        // Whatever is cut off at the very end leaves a whole chain, so the harm lies before it.
        var at = Math.floorMod(where, length - 1);

        harm(entries, at, harm);

        var verification = trail(entries).verify();
        assertThat(verification.intact()).isFalse();
    }

    private static void harm(List<AuditEntry> entries, int at, Harm harm) {
        var entry = entries.get(at);
        switch (harm) {
            case CHANGE ->
                entries.set(at, new AuditEntry(entry.sequence(), record("forged"), entry.previousHash(), entry.hash()));
            case REMOVE -> entries.remove(at);
            case INSERT -> entries.add(at, entry);
            case SWAP -> Collections.swap(entries, at, at + 1);
            case REHASH ->
                entries.set(at, AuditEntry.following(at == 0 ? null : entries.get(at - 1), record("forged")));
        }
    }

    @Test
    void aWholeChainIsIntact() {
        assertThat(trail(List.of()).verify().intact()).isTrue();
        assertThat(trail(chain(1201)).verify().intact()).isTrue();
    }

    private static StoredAuditTrail trail(List<AuditEntry> entries) {
        var store = new AuditStore() {
            @Override
            public AuditEntry append(AuditRecord record) {
                throw new UnsupportedOperationException();
            }

            // As a database reads that sorts by the place: those after it.
            @Override
            public List<AuditEntry> read(long afterSequence, int limit) {
                return entries.stream()
                        .filter(entry -> entry.sequence() > afterSequence)
                        .limit(limit)
                        .toList();
            }

            @Override
            public List<AuditEntry> findBySubject(String subject, long afterSequence, int limit) {
                throw new UnsupportedOperationException();
            }

            @Override
            public Optional<AuditEntry> last() {
                return Optional.empty();
            }
        };
        var transaction = (StoreTransaction) Proxy.newProxyInstance(
                StoreTransaction.class.getClassLoader(),
                new Class<?>[] {StoreTransaction.class},
                (proxy, method, arguments) -> store);
        return new StoredAuditTrail(new IssueLinkStores() {
            @Override
            public <T> T inTransaction(Work<T> work) {
                return work.run(transaction);
            }

            @Override
            public void close() {}
        });
    }
}
