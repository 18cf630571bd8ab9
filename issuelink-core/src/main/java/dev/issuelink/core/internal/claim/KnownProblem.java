package dev.issuelink.core.internal.claim;

import dev.issuelink.core.internal.codec.ClaimContent;
import dev.issuelink.model.IssueReference;
import dev.issuelink.store.FingerprintClaim;
import java.util.Optional;

/**
 * All that the store knows of a problem.
 *
 * @param claim the claim of its fingerprint
 * @param content what is known of its events
 * @param standing where its issue stands
 * @param issue its issue as it was last seen, once it is open
 */
public record KnownProblem(
        FingerprintClaim claim, ClaimContent content, Standing standing, Optional<IssueReference> issue) {
    /** Whether its issue can be written to now. */
    public boolean isOpen() {
        return standing.state() == Standing.State.OPEN && issue.isPresent();
    }
}
