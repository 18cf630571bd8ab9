package dev.issuelink.store;

import dev.issuelink.model.IssueKey;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Claims of fingerprints in memory. */
final class InMemoryFingerprintStore implements FingerprintStore {
    static final class Rows {
        private final Map<String, FingerprintClaim> claims = new HashMap<>();
    }

    private final Session session;
    private final Rows rows;

    InMemoryFingerprintStore(Session session, Rows rows) {
        this.session = session;
        this.rows = rows;
    }

    @Override
    public Optional<FingerprintClaim> claim(String fingerprint, String outboxId, Instant claimedAt) {
        var earlier = find(fingerprint);
        if (earlier.isEmpty()) {
            var claim = new FingerprintClaim(fingerprint, outboxId, Optional.empty(), claimedAt);
            session.put(rows.claims, fingerprint, claim);
        }
        return earlier;
    }

    @Override
    public Optional<FingerprintClaim> find(String fingerprint) {
        session.check();
        return Optional.ofNullable(rows.claims.get(fingerprint));
    }

    @Override
    public void bind(String fingerprint, IssueKey issue) {
        var claim = find(fingerprint)
                .orElseThrow(() -> new IllegalArgumentException("Nobody has claimed the fingerprint " + fingerprint));
        var bound = new FingerprintClaim(fingerprint, claim.outboxId(), Optional.of(issue), claim.claimedAt());
        session.put(rows.claims, fingerprint, bound);
    }

    @Override
    public boolean release(String fingerprint) {
        session.check();
        return session.remove(rows.claims, fingerprint) != null;
    }
}
