package dev.issuelink.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.issuelink.model.Marker;
import dev.issuelink.store.OutboxEntry;
import dev.issuelink.store.OutboxEntry.State;
import dev.issuelink.testkit.MutableClock;
import dev.issuelink.testkit.Samples;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What the outbox keeps and lists. Whose turn it is, is the matter of {@link OutboxClaimContract}. */
public abstract class OutboxStoreContract extends StoreContract {
    private static final Duration LEASE = Duration.ofMinutes(1);

    /** For authors of stores. */
    protected OutboxStoreContract() {}

    private void append(OutboxEntry entry) {
        in(tx -> {
            tx.outbox().append(entry);
            return true;
        });
    }

    private void append(String id, String target) {
        append(Samples.write(id, target));
    }

    private OutboxEntry claim() {
        return in(tx -> tx.outbox().claimNext(LEASE)).orElseThrow();
    }

    private void done(OutboxEntry entry) {
        assertThat(resultOf(tx -> tx.outbox().complete(entry.id(), entry.fence(), "done"))
                        .get())
                .isTrue();
    }

    private void failed(OutboxEntry entry) {
        assertThat(resultOf(tx -> tx.outbox().fail(entry.id(), entry.fence(), "given up"))
                        .get())
                .isTrue();
    }

    private List<String> open(String target) {
        return in(tx -> tx.outbox().findOpen(target)).stream()
                .map(OutboxEntry::id)
                .toList();
    }

    private List<String> inState(State state, int limit) {
        return in(tx -> tx.outbox().findByState(state, limit)).stream()
                .map(OutboxEntry::id)
                .toList();
    }

    private Optional<Duration> due() {
        return in(tx -> tx.outbox().untilNextDue());
    }

    private int prune(int secondsLater, int limit) {
        return in(tx -> tx.outbox().prune(MutableClock.START.plusSeconds(secondsLater), limit));
    }

    @Test
    void keepsAllThatAnEntrySays() {
        var entry = OutboxEntry.pending(
                "W1",
                "Tracker",
                "größe/表",
                "ADD_COMMENT",
                new Marker("a-_Z9".repeat(12) + "last"),
                "{\"text\": \"🚀 " + "long ".repeat(20_000) + "\"}",
                "O'Neil",
                MutableClock.START);
        append(entry);
        assertThat(resultOf(tx -> tx.outbox().find("W1")).get()).contains(entry);
    }

    @Test
    void findsNothingUnderAnUnknownId() {
        assertThat(resultOf(tx -> tx.outbox().find("W1")).get()).isEmpty();
    }

    @Test
    void refusesAnIdThatIsTaken() {
        append("W1", "a");
        assertThatIllegalArgumentException().isThrownBy(() -> append("W1", "b"));
        assertThat(resultOf(tx -> tx.outbox().find("W1")).get()).contains(Samples.write("W1", "a"));
    }

    @Test
    void refusesANewEntryThatIsNotPending() {
        var claimed = Samples.write("W1", "a").with(State.CLAIMED, 1, 1, null);
        assertThatIllegalArgumentException().isThrownBy(() -> append(claimed));
    }

    @Test
    void keepsWhatBecameOfAnEntry() {
        append("W1", "a");
        append("W2", "b");
        append("W3", "c");
        done(claim());
        failed(claim());
        var third = claim();
        in(tx -> tx.outbox().retryLater("W3", third.fence(), Duration.ZERO, "not yet"));
        assertThat(resultOf(tx -> tx.outbox().find("W1")).get())
                .contains(Samples.write("W1", "a").with(State.DONE, 1, 1, "done"));
        assertThat(resultOf(tx -> tx.outbox().find("W2")).get())
                .contains(Samples.write("W2", "b").with(State.FAILED, 1, 1, "given up"));
        assertThat(resultOf(tx -> tx.outbox().find("W3")).get())
                .contains(Samples.write("W3", "c").with(State.PENDING, 1, 1, "not yet"));
    }

    @Test
    void takesBackWhatWasNotTried() {
        append("W1", "a");
        append("W2", "a");
        var first = claim();
        assertThat(resultOf(tx -> tx.outbox().putBack("W1", first.fence(), Duration.ofMinutes(1)))
                        .get())
                .isTrue();
        assertThat(resultOf(tx -> tx.outbox().find("W1")).get())
                .contains(Samples.write("W1", "a").with(State.PENDING, 0, 1, null));
        assertThat(resultOf(tx -> tx.outbox().claimNext(Duration.ofMinutes(5))).get())
                .as("not yet, and the later one of its target has to wait")
                .isEmpty();
        letPass(Duration.ofMinutes(1));
        var second = claim();
        in(tx -> tx.outbox().retryLater("W1", second.fence(), Duration.ZERO, "refused"));
        var third = claim();
        assertThat(resultOf(tx -> tx.outbox().putBack("W1", second.fence(), Duration.ZERO))
                        .get())
                .as("a claim that was lost")
                .isFalse();
        in(tx -> tx.outbox().putBack("W1", third.fence(), Duration.ZERO));
        assertThat(resultOf(tx -> tx.outbox().find("W1")).get())
                .contains(Samples.write("W1", "a").with(State.PENDING, 1, 3, "refused"));
    }

    @Test
    void listsWhatIsOpenOfATargetInTheOrderOfAppending() {
        append("W3", "a");
        append("W1", "a");
        append("W2", "b");
        append("W4", "a");
        append("W5", "a");
        done(claim());
        failed(claim());
        assertThat(open("a")).as("failed ones and those that wait").containsExactly("W1", "W4", "W5");
        assertThat(open("b")).containsExactly("W2");
        assertThat(open("c")).isEmpty();
    }

    @Test
    void listsAClaimedEntryAsOpen() {
        append("W1", "a");
        claim();
        assertThat(open("a")).containsExactly("W1");
    }

    @Test
    void listsEntriesByTheirStateTheOldestFirst() {
        for (var number = 5; number > 0; number--) {
            append("W" + number, "target " + number);
        }
        done(claim());
        failed(claim());
        claim();
        assertThat(inState(State.DONE, 10)).containsExactly("W5");
        assertThat(inState(State.FAILED, 10)).containsExactly("W4");
        assertThat(inState(State.CLAIMED, 10)).containsExactly("W3");
        assertThat(inState(State.PENDING, 10)).containsExactly("W2", "W1");
        assertThat(inState(State.PENDING, 1)).containsExactly("W2");
    }

    @Test
    void refusesLimitsBelowOneAndNegativeDurations() {
        append("W1", "a");
        assertThatIllegalArgumentException().isThrownBy(() -> inState(State.DONE, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> prune(0, 0));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> in(tx -> tx.outbox().claimNext(Duration.ofSeconds(-1))));
        var claimed = claim();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> in(tx -> tx.outbox().retryLater("W1", claimed.fence(), Duration.ofSeconds(-1), "")));
    }

    @Test
    void waitsForNothingWhereNothingIsOpen() {
        assertThat(due()).isEmpty();
        append("W1", "a");
        done(claim());
        append("W2", "a");
        failed(claim());
        assertThat(due()).isEmpty();
    }

    @Test
    void waitsNotIfSomethingIsDue() {
        append("W1", "a");
        assertThat(due()).contains(Duration.ZERO);
    }

    @Test
    void waitsForTheEndOfALease() {
        append("W1", "a");
        append("W2", "a");
        claim();
        letPass(Duration.ofSeconds(20));
        assertThat(due()).contains(Duration.ofSeconds(40));
        letPass(Duration.ofSeconds(60));
        assertThat(due()).contains(Duration.ZERO);
    }

    @Test
    void waitsForTheEndOfTheShortestDelay() {
        append("W1", "a");
        append("W2", "b");
        var first = claim();
        var second = claim();
        in(tx -> tx.outbox().retryLater("W1", first.fence(), Duration.ofHours(2), ""));
        in(tx -> tx.outbox().retryLater("W2", second.fence(), Duration.ofHours(1), ""));
        assertThat(due()).contains(Duration.ofHours(1));
    }

    @Test
    void forgetsOnlyWhatIsDoneAndOld() {
        append("W1", "a");
        append("W2", "b");
        append("W3", "c");
        done(claim());
        failed(claim());
        assertThat(prune(0, 10)).as("not before its own time").isZero();
        assertThat(prune(1, 10)).isEqualTo(1);
        assertThat(resultOf(tx -> tx.outbox().find("W1")).get()).isEmpty();
        assertThat(resultOf(tx -> tx.outbox().find("W2")).get()).isPresent();
        assertThat(resultOf(tx -> tx.outbox().find("W3")).get()).isPresent();
        assertThat(inState(State.DONE, 10)).isEmpty();
    }

    @Test
    void forgetsNoMoreThanAskedTheOldestFirst() {
        for (var number = 0; number < 5; number++) {
            append("W" + number, "a");
            done(claim());
        }
        assertThat(prune(1, 2)).isEqualTo(2);
        assertThat(inState(State.DONE, 10)).containsExactly("W2", "W3", "W4");
        assertThat(prune(1, 9)).isEqualTo(3);
    }
}
