package dev.issuelink.store;

import dev.issuelink.model.IssueKey;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * Which write, and in the end which issue, stands for all events of one fingerprint.
 *
 * @param fingerprint what such events have in common
 * @param outboxId the write that opens the issue
 * @param issue the issue, once it is open
 * @param claimedAt when the first such event came, by the engine's clock
 */
public record FingerprintClaim(String fingerprint, String outboxId, Optional<IssueKey> issue, Instant claimedAt) {
    /** Checks the components. */
    public FingerprintClaim {
        Objects.requireNonNull(fingerprint, "fingerprint");
        Objects.requireNonNull(outboxId, "outboxId");
        Objects.requireNonNull(issue, "issue");
        Objects.requireNonNull(claimedAt, "claimedAt");
    }
}
