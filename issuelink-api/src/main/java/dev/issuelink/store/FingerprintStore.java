package dev.issuelink.store;

import dev.issuelink.model.IssueKey;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which events have their issue already. Of all transactions that claim one fingerprint, exactly one wins; transactions
 * that read and save one claim run one after the other. Limits below 1 are refused with
 * {@link IllegalArgumentException}.
 */
public interface FingerprintStore {
    /**
     * Claims a fingerprint for a write, unless it is claimed.
     *
     * @param claim the claim
     * @return the earlier claim; empty if there was none and this one won
     */
    Optional<FingerprintClaim> claim(FingerprintClaim claim);

    /**
     * The claim of a fingerprint. Nobody else can save it before this transaction has ended.
     *
     * @param fingerprint the fingerprint
     * @return the claim, or empty
     */
    Optional<FingerprintClaim> find(String fingerprint);

    /**
     * Keeps a claim in place of the one before.
     *
     * @param claim the claim of a claimed fingerprint
     * @throws IllegalArgumentException if the fingerprint is not claimed
     */
    void save(FingerprintClaim claim);

    /**
     * The claims whose events an issue stands for.
     *
     * @param issue its present identity
     * @return the claims, in the order of their fingerprints
     */
    List<FingerprintClaim> findByIssue(IssueKey issue);

    /**
     * The claims of a rule, page by page in the order of their fingerprints, as {@link String#compareTo} has it.
     *
     * @param rule the rule's name
     * @param afterFingerprint the last fingerprint of the page before, or null for the first page
     * @param limit how many at most, at least 1
     * @return the claims
     */
    List<FingerprintClaim> findByRule(String rule, @Nullable String afterFingerprint, int limit);

    /**
     * The claims to which the engine has to come back.
     *
     * @param now claims that are due now or before, by the engine's clock
     * @param limit how many at most, at least 1
     * @return the claims, longest due first, equal times by fingerprint
     */
    List<FingerprintClaim> findDue(Instant now, int limit);

    /**
     * When the engine has to come back to a claim next.
     *
     * @return the earliest time at which one is due, maybe past; empty if none is
     */
    Optional<Instant> nextDue();

    /**
     * Moves all claims of an issue to its new identity.
     *
     * @param from the old identity
     * @param to the new identity
     */
    void moveIssue(IssueKey from, IssueKey to);

    /**
     * Gives a fingerprint free, so that the next event opens an issue again.
     *
     * @param fingerprint the fingerprint
     * @return true if it was claimed
     */
    boolean release(String fingerprint);
}
