package dev.issuelink.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.issuelink.store.InboxEntry;
import dev.issuelink.store.InboxEntry.State;
import dev.issuelink.testkit.MutableClock;
import dev.issuelink.testkit.Samples;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Notices of trackers. */
public abstract class InboxStoreContract extends StoreContract {
    private static final Duration LEASE = Duration.ofMinutes(1);

    /** For authors of stores. */
    protected InboxStoreContract() {}

    private Optional<State> receive(InboxEntry entry) {
        return in(tx -> tx.inbox().receive(entry));
    }

    private Optional<State> receive(String deliveryId) {
        return receive(Samples.notice("Tracker", deliveryId));
    }

    private Optional<InboxEntry> claim() {
        return in(tx -> tx.inbox().claimNext(LEASE));
    }

    private InboxEntry claimed() {
        return claim().orElseThrow(() -> new AssertionError("Nothing is due"));
    }

    private Optional<String> claimedId() {
        return claim().map(InboxEntry::deliveryId);
    }

    private boolean complete(InboxEntry entry) {
        return in(tx -> tx.inbox().complete(entry, "done"));
    }

    private boolean retry(InboxEntry entry, Duration delay) {
        return in(tx -> tx.inbox().retryLater(entry, delay, "not yet"));
    }

    private boolean fail(InboxEntry entry) {
        return in(tx -> tx.inbox().fail(entry, "given up"));
    }

    private Optional<InboxEntry> find(String deliveryId) {
        return in(tx -> tx.inbox().find("Tracker", deliveryId));
    }

    private Optional<Duration> due() {
        return in(tx -> tx.inbox().untilNextDue());
    }

    @Test
    void keepsAllThatANoticeSays() {
        var payload = new byte[] {0, 1, (byte) 0xff, (byte) 0xc3, 10, 13};
        var entry = InboxEntry.pending("Tracker", "größe-表", "issues", payload, MutableClock.START);
        assertThat(receive(entry)).isEmpty();
        assertThat(find("größe-表")).contains(entry);
    }

    @Test
    void keepsADeliveryOnceAndSaysHowFarItCame() {
        assertThat(receive("D1")).isEmpty();
        assertThat(receive("D1")).contains(State.PENDING);
        var claimed = claimed();
        assertThat(receive("D1")).contains(State.CLAIMED);
        complete(claimed);
        assertThat(receive("D1")).contains(State.DONE);
        assertThat(claim()).isEmpty();
    }

    @Test
    void keepsADeliveryOnceInManyThreads() {
        assertThat(inThreads(() -> receive("D1")).stream().filter(Optional::isEmpty))
                .hasSize(1);
    }

    @Test
    void tellsTheDeliveriesOfTrackersApart() {
        receive(Samples.notice("One", "D1"));
        assertThat(receive(Samples.notice("Another", "D1"))).isEmpty();
    }

    @Test
    void refusesANewNoticeThatIsNotPending() {
        var done = Samples.notice("Tracker", "D1").with(State.DONE, 1, 1, null);
        assertThatIllegalArgumentException().isThrownBy(() -> receive(done));
    }

    @Test
    void makesAFailedNoticePendingAgainWhenItComesAgain() {
        receive("D1");
        receive("D2");
        fail(claimed());
        assertThat(receive("D1")).contains(State.FAILED);
        assertThat(claim()).hasValueSatisfying(again -> {
            assertThat(again.deliveryId()).isEqualTo("D1");
            assertThat(again.attempts()).isEqualTo(2);
            assertThat(again.payload())
                    .isEqualTo(Samples.notice("Tracker", "D1").payload());
        });
    }

    @Test
    void claimsOfOneTrackerInTheOrderOfReceiptOneAtATime() {
        receive("D2");
        receive("D1");
        var first = claimed();
        assertThat(first.deliveryId()).isEqualTo("D2");
        assertThat(first.state()).isEqualTo(State.CLAIMED);
        assertThat(claim()).isEmpty();
        complete(first);
        assertThat(claimedId()).contains("D1");
    }

    @Test
    void claimsOfDifferentTrackersSideBySide() {
        receive(Samples.notice("One", "D1"));
        receive(Samples.notice("One", "D2"));
        receive(Samples.notice("Another", "D3"));
        assertThat(claimedId()).contains("D1");
        assertThat(claimedId()).contains("D3");
        assertThat(claim()).isEmpty();
    }

    @Test
    void givesANoticeToAnotherWhenTheLeaseHasEnded() {
        receive("D1");
        receive("D2");
        var lost = claimed();
        letPass(LEASE.minusSeconds(1));
        assertThat(claim()).isEmpty();
        letPass(Duration.ofSeconds(1));
        var now = claimed();
        assertThat(now.deliveryId()).isEqualTo("D1");
        assertThat(now.fence()).isGreaterThan(lost.fence());
        assertThat(complete(lost)).isFalse();
        assertThat(retry(lost, Duration.ZERO)).isFalse();
        assertThat(fail(lost)).isFalse();
        assertThat(find("D1")).contains(now);
        assertThat(complete(now)).isTrue();
    }

    @Test
    void acceptsALateResultIfNobodyElseHasClaimed() {
        receive("D1");
        var claimed = claimed();
        letPass(LEASE.multipliedBy(3));
        assertThat(complete(claimed)).isTrue();
    }

    @Test
    void acceptsAResultOnce() {
        receive("D1");
        var claimed = claimed();
        assertThat(complete(claimed)).isTrue();
        assertThat(complete(claimed)).isFalse();
        assertThat(fail(claimed)).isFalse();
    }

    @Test
    void acceptsNoResultOfWhatNobodyClaimed() {
        receive("D1");
        assertThat(complete(find("D1").orElseThrow())).isFalse();
        assertThat(complete(Samples.notice("Tracker", "unknown"))).isFalse();
    }

    @Test
    void remembersThatANoticeWasApplied() {
        receive("D1");
        complete(claimed());
        assertThat(find("D1")).hasValueSatisfying(done -> {
            assertThat(done.state()).isEqualTo(State.DONE);
            assertThat(done.outcome()).contains("done");
        });
    }

    @Test
    void letsLaterNoticesWaitWhileADelayRuns() {
        receive("D1");
        receive("D2");
        retry(claimed(), Duration.ofMinutes(10));
        assertThat(claim()).isEmpty();
        assertThat(due()).contains(Duration.ofMinutes(10));
        letPass(Duration.ofMinutes(10));
        assertThat(claim()).hasValueSatisfying(again -> {
            assertThat(again.deliveryId()).isEqualTo("D1");
            assertThat(again.attempts()).isEqualTo(2);
            assertThat(again.outcome()).contains("not yet");
            assertThat(again.payload()).isNotEmpty();
        });
    }

    @Test
    void givesLaterNoticesTheirTurnWhenOneIsGivenUp() {
        receive("D1");
        receive("D2");
        fail(claimed());
        assertThat(find("D1").map(InboxEntry::state)).contains(State.FAILED);
        assertThat(claimedId()).contains("D2");
    }

    @Test
    void saysHowLongToWait() {
        assertThat(due()).isEmpty();
        receive("D1");
        assertThat(due()).contains(Duration.ZERO);
        var claimed = claimed();
        letPass(Duration.ofSeconds(20));
        assertThat(due()).contains(Duration.ofSeconds(40));
        complete(claimed);
        assertThat(due()).isEmpty();
    }

    private int prune(int secondsLater, int limit) {
        return in(tx -> tx.inbox().prune(MutableClock.START.plusSeconds(secondsLater), limit));
    }

    @Test
    void forgetsOnlyWhatIsDoneAndOld() {
        receive("D1");
        receive("D2");
        receive("D3");
        complete(claimed());
        fail(claimed());
        assertThat(prune(0, 10)).as("not before its own time").isZero();
        assertThat(prune(1, 10)).isEqualTo(1);
        assertThat(find("D1")).isEmpty();
        assertThat(find("D2")).isPresent();
        assertThat(find("D3")).isPresent();
        assertThat(receive("D1")).as("comes as a new one").isEmpty();
    }

    @Test
    void forgetsNoMoreThanAskedTheOldestFirst() {
        for (var id : new String[] {"D1", "D2", "D3"}) {
            receive(id);
            complete(claimed());
        }
        assertThat(prune(1, 2)).isEqualTo(2);
        assertThat(find("D1")).isEmpty();
        assertThat(find("D3")).isPresent();
    }

    @Test
    void refusesLimitsBelowOneAndNegativeDurations() {
        receive("D1");
        assertThatIllegalArgumentException().isThrownBy(() -> prune(0, 0));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> in(tx -> tx.inbox().claimNext(Duration.ofSeconds(-1))));
        var claimed = claimed();
        assertThatIllegalArgumentException().isThrownBy(() -> retry(claimed, Duration.ofSeconds(-1)));
    }
}
