package dev.issuelink.core.internal.link;

import dev.issuelink.UndoReport;
import dev.issuelink.UndoReport.UndoneIssue;
import dev.issuelink.UndoRequest;
import dev.issuelink.core.internal.audit.AuditRecorder;
import dev.issuelink.core.internal.claim.Claims;
import dev.issuelink.core.internal.claim.IssueDigest;
import dev.issuelink.core.internal.claim.KnownProblem;
import dev.issuelink.core.internal.claim.Standing.State;
import dev.issuelink.core.internal.codec.StoreCodec;
import dev.issuelink.core.internal.codec.Write;
import dev.issuelink.core.internal.commit.Committer;
import dev.issuelink.core.internal.guard.SafeDraft;
import dev.issuelink.core.internal.guard.Sanitizer;
import dev.issuelink.core.internal.outbound.Outbox;
import dev.issuelink.core.internal.registry.TrackerRegistry;
import dev.issuelink.model.Comment;
import dev.issuelink.model.Issue;
import dev.issuelink.model.IssueChanges;
import dev.issuelink.model.IssueReference;
import dev.issuelink.model.LinkType;
import dev.issuelink.model.Marker;
import dev.issuelink.model.Resolution;
import dev.issuelink.model.TargetStatus;
import dev.issuelink.spi.Capability;
import dev.issuelink.store.FingerprintClaim;
import dev.issuelink.store.IssueLinkStores;
import dev.issuelink.store.StoreTransaction;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Closes and unlinks what a rule should not have opened, unless people have touched it. */
public final class Undoing {
    private static final int PAGE = 100;

    /** What undoing works with. */
    public record Parts(
            IssueLinkStores stores,
            Committer committer,
            Claims claims,
            LinkBook links,
            IssueRefresher refresher,
            TrackerRegistry trackers,
            Sanitizer sanitizer,
            Outbox outbox,
            AuditRecorder audit,
            StoreCodec codec) {}

    private final Parts parts;
    private final Runnable appended;

    /**
     * Creates the undoing.
     *
     * @param appended called after something was put into the outbox
     */
    public Undoing(Parts parts, Runnable appended) {
        this.parts = parts;
        this.appended = appended;
    }

    UndoReport undo(String actor, UndoRequest request) {
        var issues = new ArrayList<UndoneIssue>();
        @Nullable String last = null;
        for (var page = page(request.rule(), last); !page.isEmpty(); page = page(request.rule(), last)) {
            for (var claim : page) {
                if (isMeant(request, claim)) {
                    undo(actor, claim).ifPresent(issues::add);
                }
                last = claim.fingerprint();
            }
        }
        return new UndoReport(issues);
    }

    private List<FingerprintClaim> page(String rule, @Nullable String after) {
        return parts.stores.inTransaction(
                transaction -> transaction.fingerprints().findByRule(rule, after, PAGE));
    }

    private static boolean isMeant(UndoRequest request, FingerprintClaim claim) {
        return !claim.claimedAt().isBefore(request.from()) && claim.claimedAt().isBefore(request.to());
    }

    private Optional<UndoneIssue> undo(String actor, FingerprintClaim claim) {
        var known = known(claim);
        if (known.issue().isEmpty()) {
            return Optional.empty();
        }
        if (known.standing().state() != State.DELETED) {
            parts.refresher.refresh(actor, known.issue().get());
        }
        var seen = known(claim);
        var issue = seen.issue().orElseThrow();
        var spared = reasonToSpare(seen, issue);
        return Optional.of(
                spared.isPresent()
                        ? new UndoneIssue(issue, false, spared.get())
                        : new UndoneIssue(issue, true, close(actor, seen, issue)));
    }

    private KnownProblem known(FingerprintClaim claim) {
        return parts.stores.inTransaction(transaction -> parts.claims.known(
                transaction,
                transaction.fingerprints().find(claim.fingerprint()).orElse(claim)));
    }

    private Optional<String> reasonToSpare(KnownProblem seen, IssueReference issue) {
        return switch (seen.standing().state()) {
            case CLOSED, DECLINED -> Optional.of("it is closed already");
            case DELETED -> Optional.empty();
            default -> touched(seen, issue);
        };
    }

    private Optional<String> touched(KnownProblem seen, IssueReference issue) {
        var isChanged = issue(issue)
                .map(IssueDigest::of)
                .filter(digest -> !seen.content().written().equals(Optional.of(digest)))
                .isPresent();
        if (isChanged) {
            return Optional.of("somebody changed it");
        }
        return hasForeignComments(issue) ? Optional.of("somebody commented on it") : Optional.empty();
    }

    private Optional<Issue> issue(IssueReference issue) {
        return parts.stores
                .inTransaction(transaction -> transaction.snapshots().find(issue.key()))
                .flatMap(snapshot ->
                        parts.codec.decodeSnapshot(snapshot.document()).issue());
    }

    private boolean hasForeignComments(IssueReference issue) {
        var adapter = parts.trackers.adapter(issue.tracker());
        if (!adapter.capabilities().contains(Capability.READ_COMMENTS)) {
            return false;
        }
        for (var comment : adapter.comments().getComments(issue, null)) {
            if (!isOurs(comment)) {
                return true;
            }
        }
        return false;
    }

    private boolean isOurs(Comment comment) {
        return comment.marker()
                .map(Marker::value)
                .filter(id -> parts.stores
                        .inTransaction(transaction -> transaction.outbox().find(id))
                        .isPresent())
                .isPresent();
    }

    private String close(String actor, KnownProblem seen, IssueReference issue) {
        var isThere = seen.standing().state() != State.DELETED;
        var changes = IssueChanges.builder()
                .status(TargetStatus.done(Resolution.NOT_PLANNED))
                .build();
        var closing = parts.sanitizer.sanitize(
                issue.tracker(), new Write.UpdateIssue(issue, changes, Write.Precondition.NOT_DONE));
        parts.committer.commit((transaction, notices) -> {
            transaction.links().findByIssue(issue.key()).stream()
                    .filter(link -> link.type() == LinkType.AUTO_CREATED)
                    .forEach(link -> parts.links.unlink(transaction, notices, actor, link));
            transaction.fingerprints().release(seen.claim().fingerprint());
            return isThere
                    ? appendClosing(transaction, actor, issue, closing)
                    : recordUndone(transaction, actor, issue);
        });
        appended.run();
        return isThere ? "it is closed as not planned, and unlinked" : "it was deleted; it is unlinked";
    }

    private boolean appendClosing(StoreTransaction transaction, String actor, IssueReference issue, SafeDraft closing) {
        parts.outbox.append(transaction, issue.tracker(), closing, actor);
        return recordUndone(transaction, actor, issue);
    }

    private boolean recordUndone(StoreTransaction transaction, String actor, IssueReference issue) {
        parts.audit.record(transaction, actor, "issue.undone", issue.key(), Map.of());
        return true;
    }
}
