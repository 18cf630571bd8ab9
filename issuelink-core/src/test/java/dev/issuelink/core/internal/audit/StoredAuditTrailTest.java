package dev.issuelink.core.internal.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.issuelink.AuditTrail.Verification;
import dev.issuelink.store.AuditAnchor;
import dev.issuelink.store.AuditEntry;
import dev.issuelink.store.AuditRecord;
import dev.issuelink.store.AuditStore;
import dev.issuelink.store.InMemoryStores;
import dev.issuelink.store.IssueLinkStores;
import dev.issuelink.store.StoreTransaction;
import dev.issuelink.testkit.MutableClock;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class StoredAuditTrailTest {
    private enum Harm {
        CHANGE,
        REMOVE,
        INSERT,
        SWAP,
        REHASH,
        UNANCHOR,
        BEFORE_ANCHOR
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

    private static AuditAnchor forget(List<AuditEntry> entries, int count) {
        var oldest = entries.subList(0, count);
        var anchor = count == 0 ? AuditAnchor.ORIGIN : AuditAnchor.of(oldest.get(count - 1));
        oldest.clear();
        return anchor;
    }

    @Property(tries = 500)
    void everyHarmToTheChainIsFound(
            @ForAll @IntRange(min = 3, max = 400) int length,
            @ForAll @IntRange(max = 600) int forgotten,
            @ForAll int where,
            @ForAll Harm harm) {
        var entries = chain(forgotten + length);
        var anchor = forget(entries, forgotten);
        // Whatever is cut off at the very end leaves a whole chain, so the harm lies before it.
        var at = Math.floorMod(where, length - 1);
        Assume.that(harm != Harm.UNANCHOR || forgotten > 0);

        harm(entries, anchor, at, harm);

        var verification = trail(entries, harm == Harm.UNANCHOR ? AuditAnchor.ORIGIN : anchor)
                .verify();
        assertThat(verification.intact()).isFalse();
        assertThat(verification.entries()).isLessThanOrEqualTo(at + 1L);
    }

    private static void harm(List<AuditEntry> entries, AuditAnchor anchor, int at, Harm harm) {
        var entry = entries.get(at);
        switch (harm) {
            case CHANGE ->
                entries.set(at, new AuditEntry(entry.sequence(), record("forged"), entry.previousHash(), entry.hash()));
            case REMOVE -> entries.remove(at);
            case INSERT -> entries.add(at, entry);
            case SWAP -> Collections.swap(entries, at, at + 1);
            case REHASH ->
                entries.set(at, AuditEntry.following(at == 0 ? before(anchor) : entries.get(at - 1), record("forged")));
            case UNANCHOR -> assertThat(anchor).isNotEqualTo(AuditAnchor.ORIGIN);
            case BEFORE_ANCHOR -> entries.add(0, AuditEntry.following(null, record("forged")));
        }
    }

    private static @Nullable AuditEntry before(AuditAnchor anchor) {
        return anchor.equals(AuditAnchor.ORIGIN)
                ? null
                : new AuditEntry(anchor.sequence(), record("forgotten"), "", anchor.hash());
    }

    @Property(tries = 50)
    void aWholeChainIsIntactFromItsAnchorOn(
            @ForAll @IntRange(max = 1201) int length, @ForAll @IntRange(max = 600) int forgotten) {
        var entries = chain(forgotten + length);
        var anchor = forget(entries, length == 0 ? 0 : forgotten);
        assertThat(trail(entries, anchor).verify()).isEqualTo(new Verification(true, entries.size()));
    }

    @Test
    void anAnchorWithNothingAfterItIsFound() {
        var anchor = AuditAnchor.of(chain(5).get(4));
        assertThat(trail(List.of(), anchor).verify()).isEqualTo(new Verification(false, 0));
    }

    // Whoever forgets does so between two looks of the one who verifies.
    @Property(tries = 200)
    void whatIsForgottenMeanwhileIsNoHarm(
            @ForAll @IntRange(min = 2, max = 3000) int length, @ForAll List<@IntRange(max = 900) Integer> batches) {
        var next = batches.iterator();
        var stores = InMemoryStores.create();
        stores.inTransaction(tx -> {
            chain(length).forEach(entry -> tx.audit().append(entry.record()));
            return true;
        });
        var trail = new StoredAuditTrail(new IssueLinkStores() {
            @Override
            public <T> T inTransaction(Work<T> work) {
                var result = stores.inTransaction(work);
                var batch = next.hasNext() ? next.next() : 0;
                if (batch > 0) {
                    stores.inTransaction(tx -> tx.audit().prune(MutableClock.START.plusSeconds(1), batch));
                }
                return result;
            }

            @Override
            public void close() {
                stores.close();
            }
        });
        var verification = trail.verify();
        assertThat(verification.intact()).isTrue();
        assertThat(verification.entries()).isBetween(1L, (long) length);
    }

    private static StoredAuditTrail trail(List<AuditEntry> entries, AuditAnchor anchor) {
        var store = new AuditStore() {
            @Override
            public AuditEntry append(AuditRecord record) {
                throw new UnsupportedOperationException();
            }

            @Override
            public AuditAnchor anchor() {
                return anchor;
            }

            @Override
            public int prune(Instant recordedBefore, int limit) {
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
