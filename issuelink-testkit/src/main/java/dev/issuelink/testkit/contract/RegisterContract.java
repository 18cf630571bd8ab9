package dev.issuelink.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.issuelink.model.Cursor;
import dev.issuelink.store.FingerprintClaim;
import dev.issuelink.testkit.MutableClock;
import dev.issuelink.testkit.Samples;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Cursors of feeds and claims of fingerprints. */
public abstract class RegisterContract extends StoreContract {
    /** For authors of stores. */
    protected RegisterContract() {}

    private void save(String tracker, String feed, String cursor) {
        in(tx -> {
            tx.cursors().save(tracker, feed, new Cursor(cursor));
            return true;
        });
    }

    private Optional<Cursor> cursor(String tracker, String feed) {
        return in(tx -> tx.cursors().find(tracker, feed));
    }

    @Test
    void findsNoCursorOfAFeedThatWasNeverRead() {
        assertThat(cursor("Tracker", "issues")).isEmpty();
    }

    @Test
    void keepsTheLatestCursorOfAFeed() {
        save("Tracker", "issues", "first");
        save("Tracker", "issues", "second");
        assertThat(cursor("Tracker", "issues")).contains(new Cursor("second"));
    }

    @Test
    void tellsFeedsAndTrackersApart() {
        save("Tracker", "issues", "a");
        save("Tracker", "alerts", "b");
        save("Another", "issues", "c");
        assertThat(cursor("Tracker", "issues")).contains(new Cursor("a"));
        assertThat(cursor("Tracker", "alerts")).contains(new Cursor("b"));
        assertThat(cursor("Another", "issues")).contains(new Cursor("c"));
    }

    @Test
    void keepsLongCursors() {
        save("Tracker", "issues", "x".repeat(3_000));
        assertThat(cursor("Tracker", "issues")).contains(new Cursor("x".repeat(3_000)));
    }

    @Test
    void forgetsACursorAlone() {
        save("Tracker", "issues", "a");
        save("Tracker", "alerts", "b");
        for (var round = 0; round < 2; round++) {
            in(tx -> {
                tx.cursors().clear("Tracker", "issues");
                return true;
            });
        }
        assertThat(cursor("Tracker", "issues")).isEmpty();
        assertThat(cursor("Tracker", "alerts")).isPresent();
    }

    private Optional<FingerprintClaim> claim(String fingerprint, String outboxId) {
        return in(tx -> tx.fingerprints().claim(fingerprint, outboxId, MutableClock.START));
    }

    private Optional<FingerprintClaim> claimOf(String fingerprint) {
        return in(tx -> tx.fingerprints().find(fingerprint));
    }

    @Test
    void claimsAFingerprint() {
        assertThat(claim("F1", "W1")).isEmpty();
        assertThat(claimOf("F1")).contains(new FingerprintClaim("F1", "W1", Optional.empty(), MutableClock.START));
    }

    @Test
    void answersASecondClaimWithTheFirst() {
        claim("F1", "W1");
        assertThat(claim("F1", "W2")).map(FingerprintClaim::outboxId).contains("W1");
        assertThat(claimOf("F1")).map(FingerprintClaim::outboxId).contains("W1");
    }

    @Test
    void findsNoClaimOfWhatNobodyClaimed() {
        claim("F1", "W1");
        assertThat(claimOf("f1")).isEmpty();
    }

    @Test
    void letsOneOfManyThreadsWin() {
        var counter = new AtomicInteger();
        var answers = inThreads(() -> claim("F1", "W" + counter.incrementAndGet()));
        assertThat(answers.stream().filter(Optional::isEmpty)).hasSize(1);
        assertThat(answers.stream().flatMap(Optional::stream).map(FingerprintClaim::outboxId))
                .containsOnly(claimOf("F1").orElseThrow().outboxId());
    }

    @Test
    void remembersTheIssueThatAClaimLedTo() {
        claim("F1", "W1");
        bind("F1", "1");
        assertThat(claimOf("F1").flatMap(FingerprintClaim::issue)).contains(Samples.issueKey("1"));
        bind("F1", "2");
        assertThat(claimOf("F1").flatMap(FingerprintClaim::issue)).contains(Samples.issueKey("2"));
        assertThat(claim("F1", "W2").flatMap(FingerprintClaim::issue)).contains(Samples.issueKey("2"));
    }

    private void bind(String fingerprint, String issue) {
        in(tx -> {
            tx.fingerprints().bind(fingerprint, Samples.issueKey(issue));
            return true;
        });
    }

    @Test
    void bindsNoIssueToWhatNobodyClaimed() {
        assertThatIllegalArgumentException().isThrownBy(() -> bind("F1", "1"));
        assertThat(claimOf("F1")).isEmpty();
    }

    @Test
    void givesAFingerprintFree() {
        claim("F1", "W1");
        assertThat(resultOf(tx -> tx.fingerprints().release("F1")).get()).isTrue();
        assertThat(resultOf(tx -> tx.fingerprints().release("F1")).get()).isFalse();
        assertThat(claim("F1", "W2")).isEmpty();
        assertThat(claimOf("F1")).map(FingerprintClaim::outboxId).contains("W2");
    }
}
