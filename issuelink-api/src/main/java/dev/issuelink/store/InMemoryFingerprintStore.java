package dev.issuelink.store;

import dev.issuelink.model.IssueKey;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Claims of fingerprints in memory. */
final class InMemoryFingerprintStore implements FingerprintStore {
    private record Due(Instant at, String fingerprint) {}

    static final class Rows {
        private final Map<String, FingerprintClaim> claims = new HashMap<>();
        private final Index<IssueKey, String> byIssue = new Index<>(Comparator.<String>naturalOrder());
        private final Index<String, String> byRule = new Index<>(Comparator.<String>naturalOrder());
        private final TreeSet<Due> due =
                new TreeSet<>(Comparator.comparing(Due::at).thenComparing(Due::fingerprint));
    }

    private final Session session;
    private final Rows rows;

    InMemoryFingerprintStore(Session session, Rows rows) {
        this.session = session;
        this.rows = rows;
    }

    @Override
    public Optional<FingerprintClaim> claim(FingerprintClaim claim) {
        var earlier = find(claim.fingerprint());
        if (earlier.isEmpty()) {
            add(claim);
        }
        return earlier;
    }

    @Override
    public Optional<FingerprintClaim> find(String fingerprint) {
        session.check();
        return Optional.ofNullable(rows.claims.get(fingerprint));
    }

    @Override
    public void save(FingerprintClaim claim) {
        if (!release(claim.fingerprint())) {
            throw new IllegalArgumentException("Nobody has claimed the fingerprint " + claim.fingerprint());
        }
        add(claim);
    }

    @Override
    public List<FingerprintClaim> findByIssue(IssueKey issue) {
        session.check();
        return claims(rows.byIssue.get(issue));
    }

    @Override
    public List<FingerprintClaim> findByRule(String rule, @Nullable String afterFingerprint, int limit) {
        session.check();
        Limits.check(limit);
        return claims(rows.byRule.after(rule, afterFingerprint, limit));
    }

    @Override
    public List<FingerprintClaim> findDue(Instant now, int limit) {
        session.check();
        Limits.check(limit);
        return claims(rows.due.stream()
                .takeWhile(due -> !due.at.isAfter(now))
                .limit(limit)
                .map(Due::fingerprint)
                .toList());
    }

    @Override
    public Optional<Instant> nextDue() {
        session.check();
        return rows.due.isEmpty() ? Optional.empty() : Optional.of(rows.due.first().at);
    }

    @Override
    public void moveIssue(IssueKey from, IssueKey to) {
        findByIssue(from).forEach(claim -> save(claim.bound(to)));
    }

    @Override
    public boolean release(String fingerprint) {
        var claim = find(fingerprint);
        claim.ifPresent(this::remove);
        return claim.isPresent();
    }

    private void add(FingerprintClaim claim) {
        var fingerprint = claim.fingerprint();
        session.put(rows.claims, fingerprint, claim);
        rows.byRule.add(session, claim.rule(), fingerprint);
        claim.issue().ifPresent(issue -> rows.byIssue.add(session, issue, fingerprint));
        claim.dueAt().ifPresent(at -> session.add(rows.due, new Due(at, fingerprint)));
    }

    private void remove(FingerprintClaim claim) {
        var fingerprint = claim.fingerprint();
        session.remove(rows.claims, fingerprint);
        rows.byRule.remove(session, claim.rule(), fingerprint);
        claim.issue().ifPresent(issue -> rows.byIssue.remove(session, issue, fingerprint));
        claim.dueAt().ifPresent(at -> session.remove(rows.due, new Due(at, fingerprint)));
    }

    private List<FingerprintClaim> claims(List<String> fingerprints) {
        return fingerprints.stream().flatMap(each -> find(each).stream()).toList();
    }
}
