package dev.issuelink.store;

import dev.issuelink.model.IssueKey;
import java.time.Instant;
import java.util.Optional;

/** Which events have their issue already. Of all transactions that claim one fingerprint, exactly one wins. */
public interface FingerprintStore {
    /**
     * Claims a fingerprint for a write, unless it is claimed.
     *
     * @param fingerprint what the events have in common
     * @param outboxId the write that opens the issue
     * @param claimedAt now, by the engine's clock
     * @return the earlier claim; empty if there was none and this one won
     */
    Optional<FingerprintClaim> claim(String fingerprint, String outboxId, Instant claimedAt);

    /**
     * The claim of a fingerprint.
     *
     * @param fingerprint the fingerprint
     * @return the claim, or empty
     */
    Optional<FingerprintClaim> find(String fingerprint);

    /**
     * Remembers the issue that a claim led to, in place of the one before.
     *
     * @param fingerprint a claimed fingerprint
     * @param issue the issue
     * @throws IllegalArgumentException if the fingerprint is not claimed
     */
    void bind(String fingerprint, IssueKey issue);

    /**
     * Gives a fingerprint free, so that the next event opens an issue again.
     *
     * @param fingerprint the fingerprint
     * @return true if it was claimed
     */
    boolean release(String fingerprint);
}
