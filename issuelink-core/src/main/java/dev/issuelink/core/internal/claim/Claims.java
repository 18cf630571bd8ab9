package dev.issuelink.core.internal.claim;

import dev.issuelink.core.internal.claim.Standing.State;
import dev.issuelink.core.internal.codec.ClaimContent;
import dev.issuelink.core.internal.codec.SnapshotContent;
import dev.issuelink.core.internal.codec.StoreCodec;
import dev.issuelink.error.StoreException;
import dev.issuelink.model.Issue;
import dev.issuelink.model.IssueStatus;
import dev.issuelink.model.Resolution;
import dev.issuelink.store.FingerprintClaim;
import dev.issuelink.store.IssueSnapshot;
import dev.issuelink.store.OutboxEntry;
import dev.issuelink.store.StoreTransaction;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads and keeps what is known of problems. Works within the caller's transaction. */
public final class Claims {
    private static final Set<OutboxEntry.State> ON_ITS_WAY =
            Set.of(OutboxEntry.State.PENDING, OutboxEntry.State.CLAIMED);
    private static final Set<Resolution> AGAINST = Set.of(Resolution.NOT_PLANNED, Resolution.DUPLICATE);

    private final StoreCodec codec;

    public Claims(StoreCodec codec) {
        this.codec = codec;
    }

    /** Whether an issue is done because a person decided against it. */
    public static boolean isDeclined(IssueStatus status) {
        return status.isDone() && status.resolution().filter(AGAINST::contains).isPresent();
    }

    /** What is known of a problem, or empty if nothing is. */
    public Optional<KnownProblem> find(StoreTransaction transaction, String fingerprint) {
        return transaction.fingerprints().find(fingerprint).map(claim -> known(transaction, claim));
    }

    /** What is known of a claimed problem. */
    public KnownProblem known(StoreTransaction transaction, FingerprintClaim claim) {
        var content = codec.decodeClaim(claim.document());
        var snapshot = claim.issue().flatMap(issue -> transaction.snapshots().find(issue));
        var standing = claim.issue().isEmpty()
                ? opening(transaction, claim)
                : statusOnItsWay(transaction, content).orElseGet(() -> standing(content, snapshot));
        return new KnownProblem(claim, content, standing, snapshot.map(IssueSnapshot::reference));
    }

    /** Claims a problem for a write; false if somebody else was faster. */
    public boolean claim(
            StoreTransaction transaction,
            String fingerprint,
            String rule,
            String outboxId,
            Instant now,
            ClaimContent content) {
        var claim = FingerprintClaim.of(fingerprint, rule, outboxId, now, codec.encode(content));
        return transaction.fingerprints().claim(claim).isEmpty();
    }

    /**
     * Keeps what is known of a problem.
     *
     * @param dueAt when to come back to it, or null
     */
    public void save(
            StoreTransaction transaction, FingerprintClaim claim, ClaimContent content, @Nullable Instant dueAt) {
        transaction.fingerprints().save(claim.noting(codec.encode(content), dueAt));
    }

    /** Remembers the issue that a write has opened for a problem. What waited for it is due now. */
    public void bind(StoreTransaction transaction, String fingerprint, String outboxId, Issue issue, Instant now) {
        transaction
                .fingerprints()
                .find(fingerprint)
                .filter(claim -> claim.outboxId().equals(outboxId))
                .ifPresent(claim -> {
                    var content = codec.decodeClaim(claim.document()).writtenAs(IssueDigest.of(issue));
                    var waits =
                            content.resolution().isPresent() || content.tally().unreported() > 0;
                    var key = transaction.snapshots().resolve(issue.key());
                    save(transaction, claim.bound(key), content, waits ? now : null);
                });
    }

    /** Remembers when the tracker closed an issue for a write of ours. */
    public void noteClosed(StoreTransaction transaction, String outboxId, Issue issue) {
        for (var claim :
                transaction.fingerprints().findByIssue(transaction.snapshots().resolve(issue.key()))) {
            var content = codec.decodeClaim(claim.document());
            content.statusWrite()
                    .filter(write -> write.outboxId().equals(outboxId) && write.closes())
                    .ifPresent(write -> {
                        var closed = new ClaimContent.StatusWrite(outboxId, true, write.at(), issue.closedAt());
                        save(
                                transaction,
                                claim,
                                content.withStatus(closed),
                                claim.dueAt().orElse(null));
                    });
        }
    }

    private static Standing opening(StoreTransaction transaction, FingerprintClaim claim) {
        var isGivenUp = transaction
                .outbox()
                .find(claim.outboxId())
                .filter(entry -> entry.state() == OutboxEntry.State.FAILED)
                .isPresent();
        return Standing.of(isGivenUp ? State.GIVEN_UP : State.OPENING);
    }

    // Until our own write has come to its end, it says more than what was seen before it.
    private static Optional<Standing> statusOnItsWay(StoreTransaction transaction, ClaimContent content) {
        return content.statusWrite()
                .filter(write -> transaction
                        .outbox()
                        .find(write.outboxId())
                        .filter(entry -> ON_ITS_WAY.contains(entry.state()))
                        .isPresent())
                .map(write -> write.closes() ? new Standing(State.CLOSED, write.at()) : Standing.of(State.OPEN));
    }

    private Standing standing(ClaimContent content, Optional<IssueSnapshot> snapshot) {
        if (snapshot.isEmpty()) {
            return Standing.of(State.OPEN);
        }
        var seen = snapshot.get();
        if (seen.deleted()) {
            return new Standing(State.DELETED, seen.seenAt());
        }
        var issue = issue(seen);
        var status = issue.map(Issue::status).or(() -> seen.reference().status());
        if (status.filter(IssueStatus::isDone).isEmpty()) {
            return Standing.of(State.OPEN);
        }
        var endedAt = endedAt(content, issue.flatMap(Issue::closedAt), seen);
        return new Standing(isDeclined(status.get()) ? State.DECLINED : State.CLOSED, endedAt);
    }

    // What we closed ended when the event happened that said so, not when the tracker came to closing it: what
    // happened between the two must open it again.
    private static Instant endedAt(ClaimContent content, Optional<Instant> closedAt, IssueSnapshot seen) {
        return content.statusWrite()
                .filter(write -> write.closes() && write.closedAt().isPresent())
                .filter(write -> write.closedAt().equals(closedAt))
                .map(ClaimContent.StatusWrite::at)
                .or(() -> closedAt)
                .or(() -> seen.reference().updatedAt())
                .orElse(seen.seenAt());
    }

    private Optional<Issue> issue(IssueSnapshot seen) {
        try {
            SnapshotContent content = codec.decodeSnapshot(seen.document());
            return content.issue();
        } catch (StoreException unreadable) {
            return Optional.empty();
        }
    }
}
