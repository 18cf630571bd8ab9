package dev.issuelink.jdbc;

import dev.issuelink.model.IssueKey;
import dev.issuelink.store.FingerprintClaim;
import dev.issuelink.store.FingerprintStore;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Claims of fingerprints in a table. Every claim that is read is locked, since it may be saved afterwards. */
final class JdbcFingerprintStore implements FingerprintStore {
    private static final String CLAIM =
            "SELECT fingerprint, rule, outbox_id, claimed_at, tracker, issue_id, document, due_at FROM {fingerprint} ";
    private static final Comparator<FingerprintClaim> BY_FINGERPRINT =
            Comparator.comparing(FingerprintClaim::fingerprint);
    private static final Comparator<FingerprintClaim> LONGEST_DUE_FIRST = Comparator.comparing(
                    (FingerprintClaim claim) -> claim.dueAt().orElse(Instant.MAX))
            .thenComparing(BY_FINGERPRINT);

    private final Session session;

    JdbcFingerprintStore(Session session) {
        this.session = session;
    }

    // Another may release what was in the way between two looks; then it is free again.
    @Override
    public Optional<FingerprintClaim> claim(FingerprintClaim claim) {
        session.check();
        Optional<FingerprintClaim> earlier = find(claim.fingerprint());
        while (earlier.isEmpty() && !insert(claim)) {
            earlier = find(claim.fingerprint());
        }
        return earlier;
    }

    private boolean insert(FingerprintClaim claim) {
        var issue = claim.issue();
        return session.insertIfAbsent(
                """
                INSERT INTO {fingerprint} (fingerprint, rule_key, rule, outbox_id, claimed_at, issue_key, tracker, issue_id,
                  document, due_at, saves)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1)""",
                SortedId.checked(claim.fingerprint()),
                Key.of(claim.rule()),
                claim.rule(),
                claim.outboxId(),
                claim.claimedAt(),
                issue.map(Key::of).orElse(null),
                issue.map(IssueKey::tracker).orElse(null),
                issue.map(IssueKey::id).orElse(null),
                claim.document(),
                claim.dueAt().orElse(null));
    }

    @Override
    public Optional<FingerprintClaim> find(String fingerprint) {
        return session.first(CLAIM + "WHERE fingerprint = ? {for update}", JdbcFingerprintStore::claim, (Object)
                SortedId.encode(fingerprint));
    }

    // Counting the saves changes the row in any case: some drivers count only rows that were really changed.
    @Override
    public void save(FingerprintClaim claim) {
        var issue = claim.issue();
        var saved = session.update(
                """
                UPDATE {fingerprint} SET rule_key = ?, rule = ?, outbox_id = ?, claimed_at = ?, issue_key = ?, tracker = ?,
                  issue_id = ?, document = ?, due_at = ?, saves = saves + 1
                WHERE fingerprint = ?""",
                Key.of(claim.rule()),
                claim.rule(),
                claim.outboxId(),
                claim.claimedAt(),
                issue.map(Key::of).orElse(null),
                issue.map(IssueKey::tracker).orElse(null),
                issue.map(IssueKey::id).orElse(null),
                claim.document(),
                claim.dueAt().orElse(null),
                SortedId.encode(claim.fingerprint()));
        if (saved == 0) {
            throw new IllegalArgumentException("Nobody has claimed the fingerprint " + claim.fingerprint());
        }
    }

    @Override
    public List<FingerprintClaim> findByIssue(IssueKey issue) {
        return sorted(
                session.list(
                        CLAIM + "WHERE issue_key = ? ORDER BY fingerprint {for update}",
                        JdbcFingerprintStore::claim,
                        Key.of(issue)),
                BY_FINGERPRINT);
    }

    @Override
    public List<FingerprintClaim> findByRule(String rule, @Nullable String afterFingerprint, int limit) {
        session.check();
        Limits.check(limit);
        var after = SortedId.encode(afterFingerprint == null ? "" : afterFingerprint);
        var comparison = afterFingerprint == null ? ">=" : ">";
        return fullPage(
                limit,
                BY_FINGERPRINT,
                () -> session.list(
                        CLAIM + "WHERE rule_key = ? AND fingerprint " + comparison
                                + " ? ORDER BY fingerprint LIMIT ? {for update}",
                        JdbcFingerprintStore::claim,
                        Key.of(rule),
                        after,
                        limit));
    }

    @Override
    public List<FingerprintClaim> findDue(Instant now, int limit) {
        session.check();
        Limits.check(limit);
        return fullPage(
                limit,
                LONGEST_DUE_FIRST,
                () -> session.list(
                        CLAIM + "WHERE due_at <= ? ORDER BY due_at, fingerprint LIMIT ? {for update}",
                        JdbcFingerprintStore::claim,
                        Times.bound(now),
                        limit));
    }

    // While rows are waited for, others may change so that they no longer belong here; then the page has gaps to be
    // filled. What was read once is locked and stays.
    private static List<FingerprintClaim> fullPage(
            int limit, Comparator<FingerprintClaim> order, Supplier<List<FingerprintClaim>> read) {
        var page = read.get();
        for (var before = -1; page.size() < limit && page.size() != before; ) {
            before = page.size();
            page = read.get();
        }
        return sorted(page, order);
    }

    private static List<FingerprintClaim> sorted(List<FingerprintClaim> claims, Comparator<FingerprintClaim> order) {
        var sorted = new ArrayList<>(claims);
        sorted.sort(order);
        return List.copyOf(sorted);
    }

    @Override
    public Optional<Instant> nextDue() {
        return session.first(
                        "SELECT MIN(due_at) AS due_at FROM {fingerprint}",
                        row -> Optional.ofNullable(row.timeOrNull("due_at")))
                .flatMap(due -> due);
    }

    @Override
    public void moveIssue(IssueKey from, IssueKey to) {
        session.update(
                "UPDATE {fingerprint} SET issue_key = ?, tracker = ?, issue_id = ?, saves = saves + 1 WHERE issue_key = ?",
                Key.of(to),
                to.tracker(),
                to.id(),
                Key.of(from));
    }

    @Override
    public boolean release(String fingerprint) {
        return session.update("DELETE FROM {fingerprint} WHERE fingerprint = ?", (Object) SortedId.encode(fingerprint))
                > 0;
    }

    private static FingerprintClaim claim(Row row) throws SQLException {
        var claim = FingerprintClaim.of(
                        row.id("fingerprint"),
                        row.text("rule"),
                        row.text("outbox_id"),
                        row.time("claimed_at"),
                        row.text("document"))
                .noting(row.text("document"), row.timeOrNull("due_at"));
        return row.textOrNull("tracker") == null ? claim : claim.bound(row.issue());
    }
}
