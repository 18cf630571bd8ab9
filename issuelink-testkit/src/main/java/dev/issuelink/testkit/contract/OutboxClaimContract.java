package dev.issuelink.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.issuelink.store.OutboxEntry;
import dev.issuelink.store.OutboxEntry.State;
import dev.issuelink.testkit.Samples;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Whose turn it is in the outbox, and for how long. */
public abstract class OutboxClaimContract extends StoreContract {
    private static final Duration LEASE = Duration.ofMinutes(1);

    /** For authors of stores. */
    protected OutboxClaimContract() {}

    private void append(String id, String target) {
        in(tx -> {
            tx.outbox().append(Samples.write(id, target));
            return true;
        });
    }

    private Optional<OutboxEntry> claim() {
        return in(tx -> tx.outbox().claimNext(LEASE));
    }

    private OutboxEntry claimed() {
        return claim().orElseThrow(() -> new AssertionError("Nothing is due"));
    }

    private Optional<String> claimedId() {
        return claim().map(OutboxEntry::id);
    }

    private boolean complete(OutboxEntry entry) {
        return in(tx -> tx.outbox().complete(entry.id(), entry.fence(), "done"));
    }

    private boolean retry(OutboxEntry entry, Duration delay) {
        return in(tx -> tx.outbox().retryLater(entry.id(), entry.fence(), delay, "not yet"));
    }

    private boolean fail(OutboxEntry entry) {
        return in(tx -> tx.outbox().fail(entry.id(), entry.fence(), "given up"));
    }

    private boolean requeue(String id) {
        return in(tx -> tx.outbox().requeue(id));
    }

    @Test
    void claimsNothingWhereNothingIs() {
        assertThat(claim()).isEmpty();
    }

    @Test
    void marksAClaim() {
        append("W1", "a");
        var claimed = claimed();
        assertThat(claimed).isEqualTo(Samples.write("W1", "a").with(State.CLAIMED, 1, 1, null));
        assertThat(resultOf(tx -> tx.outbox().find("W1")).get()).contains(claimed);
    }

    @Test
    void claimsOfOneTargetInTheOrderOfAppendingOneAtATime() {
        append("W1", "a");
        append("W2", "a");
        var first = claimed();
        assertThat(first.id()).isEqualTo("W1");
        assertThat(claim()).isEmpty();
        complete(first);
        assertThat(claimedId()).contains("W2");
    }

    @Test
    void claimsOfDifferentTargetsSideBySideTheOldestFirst() {
        append("W1", "a");
        append("W2", "a");
        append("W3", "b");
        append("W4", "c");
        assertThat(claimedId()).contains("W1");
        assertThat(claimedId()).contains("W3");
        assertThat(claimedId()).contains("W4");
        assertThat(claim()).isEmpty();
    }

    @Test
    void givesAClaimToNobodyElseUntilItsLeaseHasEnded() {
        append("W1", "a");
        claimed();
        letPass(LEASE.minusSeconds(1));
        assertThat(claim()).isEmpty();
        letPass(Duration.ofSeconds(1));
        assertThat(claim()).hasValueSatisfying(again -> {
            assertThat(again.id()).isEqualTo("W1");
            assertThat(again.attempts()).isEqualTo(2);
            assertThat(again.fence()).isEqualTo(2);
        });
    }

    @Test
    void keepsTheTurnOfAnEntryWhoseLeaseHasEnded() {
        append("W1", "a");
        append("W2", "a");
        claimed();
        letPass(LEASE);
        assertThat(claimedId()).contains("W1");
        assertThat(claim()).isEmpty();
    }

    @Test
    void refusesWhoeverLostAClaim() {
        append("W1", "a");
        var lost = claimed();
        letPass(LEASE);
        var now = claimed();
        assertThat(complete(lost)).isFalse();
        assertThat(retry(lost, Duration.ZERO)).isFalse();
        assertThat(fail(lost)).isFalse();
        assertThat(resultOf(tx -> tx.outbox().find("W1")).get()).contains(now);
        assertThat(complete(now)).isTrue();
    }

    @Test
    void acceptsALateResultIfNobodyElseHasClaimed() {
        append("W1", "a");
        var claimed = claimed();
        letPass(LEASE.multipliedBy(3));
        assertThat(complete(claimed)).isTrue();
        assertThat(claim()).isEmpty();
    }

    @Test
    void acceptsAResultOnce() {
        append("W1", "a");
        var claimed = claimed();
        assertThat(complete(claimed)).isTrue();
        assertThat(complete(claimed)).isFalse();
        assertThat(fail(claimed)).isFalse();
        assertThat(retry(claimed, Duration.ZERO)).isFalse();
    }

    @Test
    void acceptsNoResultOfWhatNobodyClaimed() {
        append("W1", "a");
        assertThat(resultOf(tx -> tx.outbox().complete("W1", 0, "done")).get()).isFalse();
        assertThat(resultOf(tx -> tx.outbox().complete("W1", 1, "done")).get()).isFalse();
        assertThat(resultOf(tx -> tx.outbox().complete("unknown", 1, "done")).get())
                .isFalse();
    }

    @Test
    void keepsTheTurnWhileADelayRuns() {
        append("W1", "a");
        append("W2", "a");
        append("W3", "b");
        retry(claimed(), Duration.ofMinutes(10));
        assertThat(claimedId()).contains("W3");
        assertThat(claim()).isEmpty();
        letPass(Duration.ofMinutes(10).minusSeconds(1));
        assertThat(resultOf(tx -> tx.outbox().find("W1")).get().map(OutboxEntry::state))
                .contains(State.PENDING);
        assertThat(claimedId()).as("W3 again, its lease has ended").contains("W3");
        letPass(Duration.ofSeconds(1));
        assertThat(claimedId()).contains("W1");
    }

    @Test
    void triesAgainAtOnceWithoutADelay() {
        append("W1", "a");
        retry(claimed(), Duration.ZERO);
        assertThat(claim()).hasValueSatisfying(again -> {
            assertThat(again.attempts()).isEqualTo(2);
            assertThat(again.outcome()).contains("not yet");
        });
    }

    @Test
    void givesLaterEntriesTheirTurnWhenOneIsGivenUp() {
        append("W1", "a");
        append("W2", "a");
        fail(claimed());
        assertThat(claimedId()).contains("W2");
    }

    @Test
    void requeuesOnlyWhatWasGivenUp() {
        append("W1", "a");
        assertThat(requeue("W1")).isFalse();
        var claimed = claimed();
        assertThat(requeue("W1")).isFalse();
        fail(claimed);
        assertThat(requeue("W1")).isTrue();
        assertThat(requeue("W1")).isFalse();
        complete(claimed());
        assertThat(requeue("W1")).isFalse();
        assertThat(requeue("unknown")).isFalse();
    }

    @Test
    void keepsCountAndPlaceOfWhatIsRequeued() {
        append("W1", "a");
        append("W2", "a");
        fail(claimed());
        assertThat(requeue("W1")).isTrue();
        assertThat(claim()).hasValueSatisfying(again -> {
            assertThat(again.id()).isEqualTo("W1");
            assertThat(again.attempts()).isEqualTo(2);
            assertThat(again.fence()).isEqualTo(2);
        });
    }

    @Test
    void claimsNoRequeuedEntryWhileALaterOneIsHeld() {
        append("W1", "a");
        append("W2", "a");
        fail(claimed());
        var second = claimed();
        assertThat(second.id()).isEqualTo("W2");
        requeue("W1");
        assertThat(claim()).as("one at a time of each target").isEmpty();
        complete(second);
        assertThat(claimedId()).contains("W1");
    }

    @Test
    void claimsARequeuedEntryWhenTheLeaseOfALaterOneHasEnded() {
        append("W1", "a");
        append("W2", "a");
        fail(claimed());
        claimed();
        requeue("W1");
        letPass(LEASE);
        assertThat(claimedId()).contains("W1");
        assertThat(claim()).isEmpty();
    }

    @Test
    void claimsEachEntryOnceInManyThreads() {
        for (var number = 0; number < 200; number++) {
            append("W" + number, "target " + number % 40);
        }
        var claims = inThreads(this::work);
        var ids = claims.stream().flatMap(List::stream).toList();
        assertThat(ids).hasSize(200).doesNotHaveDuplicates();
        assertThat(new HashSet<>(ids)).hasSize(200);
        assertThat(resultOf(tx -> tx.outbox().findByState(State.DONE, 500)).get())
                .hasSize(200);
    }

    // An empty answer may mean that others hold all heads; the last one to finish finds the rest.
    private List<String> work() {
        var ids = new ArrayList<String>();
        while (in(tx -> tx.outbox().untilNextDue()).isPresent()) {
            claim().ifPresent(entry -> {
                ids.add(entry.id());
                assertThat(complete(entry)).isTrue();
            });
            Thread.onSpinWait();
        }
        return ids;
    }
}
