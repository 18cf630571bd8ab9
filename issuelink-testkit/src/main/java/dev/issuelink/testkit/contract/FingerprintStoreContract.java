package dev.issuelink.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.issuelink.store.FingerprintClaim;
import dev.issuelink.testkit.MutableClock;
import dev.issuelink.testkit.Samples;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Claims of fingerprints. */
public abstract class FingerprintStoreContract extends StoreContract {
    private static final Instant START = MutableClock.START;

    /** For authors of stores. */
    protected FingerprintStoreContract() {}

    private Optional<FingerprintClaim> claim(FingerprintClaim claim) {
        return in(tx -> tx.fingerprints().claim(claim));
    }

    private Optional<FingerprintClaim> claim(String fingerprint, String outboxId) {
        return claim(FingerprintClaim.of(fingerprint, "Rule", outboxId, START, "first"));
    }

    private Optional<FingerprintClaim> claimOf(String fingerprint) {
        return in(tx -> tx.fingerprints().find(fingerprint));
    }

    private void save(FingerprintClaim claim) {
        in(tx -> {
            tx.fingerprints().save(claim);
            return true;
        });
    }

    private List<FingerprintClaim> ofIssue(String id) {
        return in(tx -> tx.fingerprints().findByIssue(Samples.issueKey(id)));
    }

    private List<FingerprintClaim> ofRule(String rule, @Nullable String after, int limit) {
        return in(tx -> tx.fingerprints().findByRule(rule, after, limit));
    }

    private List<FingerprintClaim> due(Duration later, int limit) {
        return in(tx -> tx.fingerprints().findDue(START.plus(later), limit));
    }

    @Test
    void claimsAFingerprint() {
        assertThat(claim(Samples.claim("F1"))).isEmpty();
        assertThat(claimOf("F1")).contains(Samples.claim("F1"));
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
    void losesNoSaveOfManyThreads() {
        claim("F1", "W1");
        save(claimOf("F1").orElseThrow().noting("0", null));
        inThreads(() -> in(tx -> {
            var claim = tx.fingerprints().find("F1").orElseThrow();
            tx.fingerprints().save(claim.noting(Integer.toString(Integer.parseInt(claim.document()) + 1), null));
            return true;
        }));
        assertThat(claimOf("F1")).map(FingerprintClaim::document).contains("8");
    }

    @Test
    void keepsEverythingOfAClaim() {
        claim("F1", "W1");
        var changed = Samples.claim("F1")
                .bound(Samples.issueKey("1"))
                .noting("größe 表 " + "x".repeat(20_000), START.plusNanos(123_456_000));
        save(changed);
        assertThat(claimOf("F1")).contains(changed);
        assertThat(claim("F1", "W2")).contains(changed);
    }

    @Test
    void opensAnotherIssueForAClaim() {
        claim("F1", "W1");
        save(Samples.claim("F1").bound(Samples.issueKey("1")));
        save(claimOf("F1").orElseThrow().opening("W2"));
        assertThat(claimOf("F1")).map(FingerprintClaim::outboxId).contains("W2");
        assertThat(claimOf("F1").flatMap(FingerprintClaim::issue)).isEmpty();
        assertThat(ofIssue("1")).isEmpty();
    }

    @Test
    void savesNothingThatNobodyClaimed() {
        assertThatIllegalArgumentException().isThrownBy(() -> save(Samples.claim("F1")));
        assertThat(claimOf("F1")).isEmpty();
    }

    @Test
    void findsTheClaimsOfAnIssue() {
        for (var name : List.of("F3", "F1", "F2")) {
            claim(name, "W" + name);
        }
        save(claimOf("F3").orElseThrow().bound(Samples.issueKey("1")));
        save(claimOf("F1").orElseThrow().bound(Samples.issueKey("1")));
        save(claimOf("F2").orElseThrow().bound(Samples.issueKey("2")));
        assertThat(ofIssue("1")).extracting(FingerprintClaim::fingerprint).containsExactly("F1", "F3");
        assertThat(ofIssue("9")).isEmpty();
    }

    @Test
    void movesTheClaimsOfAnIssue() {
        claim("F1", "W1");
        save(Samples.claim("F1").bound(Samples.issueKey("1")).noting("kept", START));
        in(tx -> {
            tx.fingerprints().moveIssue(Samples.issueKey("1"), Samples.issueKey("2"));
            return true;
        });
        assertThat(ofIssue("1")).isEmpty();
        assertThat(ofIssue("2"))
                .containsExactly(
                        Samples.claim("F1").bound(Samples.issueKey("2")).noting("kept", START));
    }

    @Test
    void findsTheClaimsOfARulePageByPage() {
        for (var name : List.of("b", "a", "B", "c")) {
            claim(name, "W" + name);
        }
        claim(FingerprintClaim.of("other", "rule", "W9", START, ""));
        assertThat(ofRule("Rule", null, 2))
                .extracting(FingerprintClaim::fingerprint)
                .containsExactly("B", "a");
        assertThat(ofRule("Rule", "a", 5))
                .extracting(FingerprintClaim::fingerprint)
                .containsExactly("b", "c");
        assertThat(ofRule("Rule", "c", 5)).isEmpty();
        assertThat(ofRule("Nobody's", null, 5)).isEmpty();
    }

    @Test
    void findsWhatIsDueLongestDueFirst() {
        for (var name : List.of("F1", "F2", "F3", "F4")) {
            claim(name, "W" + name);
        }
        save(claimOf("F1").orElseThrow().noting("", START.plusSeconds(20)));
        save(claimOf("F2").orElseThrow().noting("", START.plusSeconds(10)));
        save(claimOf("F3").orElseThrow().noting("", START.plusSeconds(30)));
        assertThat(due(Duration.ofSeconds(20), 10))
                .extracting(FingerprintClaim::fingerprint)
                .containsExactly("F2", "F1");
        assertThat(due(Duration.ofSeconds(20), 1))
                .extracting(FingerprintClaim::fingerprint)
                .containsExactly("F2");
        assertThat(resultOf(tx -> tx.fingerprints().nextDue()).get()).contains(START.plusSeconds(10));
        save(claimOf("F2").orElseThrow().noting("", null));
        assertThat(resultOf(tx -> tx.fingerprints().nextDue()).get()).contains(START.plusSeconds(20));
    }

    @Test
    void hasNothingDueAtTheBeginning() {
        claim("F1", "W1");
        assertThat(due(Duration.ofDays(1), 10)).isEmpty();
        assertThat(resultOf(tx -> tx.fingerprints().nextDue()).get()).isEmpty();
    }

    @Test
    void givesAFingerprintFree() {
        claim("F1", "W1");
        save(Samples.claim("F1").bound(Samples.issueKey("1")).noting("", START));
        assertThat(resultOf(tx -> tx.fingerprints().release("F1")).get()).isTrue();
        assertThat(resultOf(tx -> tx.fingerprints().release("F1")).get()).isFalse();
        assertThat(ofIssue("1")).isEmpty();
        assertThat(ofRule("Rule", null, 5)).isEmpty();
        assertThat(due(Duration.ofDays(1), 10)).isEmpty();
        assertThat(claim("F1", "W2")).isEmpty();
        assertThat(claimOf("F1")).map(FingerprintClaim::outboxId).contains("W2");
    }

    @Test
    void refusesALimitBelowOne() {
        assertThatIllegalArgumentException().isThrownBy(() -> due(Duration.ZERO, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> ofRule("Rule", null, 0));
    }
}
