package dev.issuelink.core.internal.inbound;

import dev.issuelink.core.internal.Targets;
import dev.issuelink.core.internal.audit.AuditRecorder;
import dev.issuelink.core.internal.codec.SnapshotContent;
import dev.issuelink.core.internal.codec.StoreCodec;
import dev.issuelink.core.internal.commit.Notices;
import dev.issuelink.error.StoreException;
import dev.issuelink.host.IssueChange;
import dev.issuelink.model.Issue;
import dev.issuelink.model.IssueKey;
import dev.issuelink.model.IssueLink;
import dev.issuelink.model.IssueReference;
import dev.issuelink.model.ObjectReference;
import dev.issuelink.model.SyncDirection;
import dev.issuelink.store.IssueSnapshot;
import dev.issuelink.store.OutboxEntry;
import dev.issuelink.store.StoreTransaction;
import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Applies what trackers tell of issues: the one place for webhooks, polling, manual synchronisation and our own writes.
 * Works within the caller's transaction. Only issues that are linked, or once were, are kept.
 */
public final class Applier {
    /** What became of a sight of an issue. */
    public enum Verdict {
        /** It says what we knew already. */
        KNOWN,
        /** It is older than what we know. */
        STALE,
        /** It is news, and was stored. */
        CHANGED,
        /** It speaks of a write of ours whose answer is still awaited; the answer will be stored. */
        OWN_WRITE,
        /** Nothing links to it. */
        NOT_LINKED
    }

    private static final Logger LOG = LoggerFactory.getLogger(Applier.class);

    private final StoreCodec codec;
    private final LinkDetector detector;
    private final OwnWrites ownWrites;
    private final AuditRecorder audit;
    private final Clock clock;

    public Applier(StoreCodec codec, LinkDetector detector, AuditRecorder audit, Clock clock) {
        this.codec = codec;
        this.detector = detector;
        this.ownWrites = new OwnWrites(codec, detector);
        this.audit = audit;
        this.clock = clock;
    }

    /** What a sight of an issue came to. */
    public record Applied(Verdict verdict, int linksCreated) {}

    /**
     * Applies a sight of an issue.
     *
     * @param actor who changed it, as far as known
     * @param cause what told us
     * @param direction the direction that newly detected links get
     */
    public Applied apply(
            StoreTransaction transaction,
            Notices notices,
            Issue issue,
            String actor,
            String cause,
            SyncDirection direction) {
        var before = transaction.snapshots().find(issue.key());
        if (before.isEmpty() && ownWrites.awaitsAnswer(transaction, issue)) {
            // Kept, since it may be later than the answer.
            save(transaction, issue, Set.of());
            return new Applied(Verdict.OWN_WRITE, 0);
        }
        if (before.isEmpty()) {
            ownWrites.adopt(transaction, notices, issue, direction);
        }
        var content = before.map(this::content).orElse(SnapshotContent.none());
        if (hasMoved(transaction, issue.key())
                || content.issue().filter(known -> isOlder(issue, known)).isPresent()) {
            return new Applied(Verdict.STALE, 0);
        }
        var created = detector.link(
                transaction,
                notices,
                issue,
                detector.mentionedBy(issue, content.unlinked()),
                LinkDetector.Origin.detected(direction));
        var links = transaction.links().findByIssue(issue.key());
        if (before.isEmpty() && links.isEmpty()) {
            return new Applied(Verdict.NOT_LINKED, 0);
        }
        var changed = changedFields(before, content, issue);
        if (isNews(before, content, issue)) {
            save(transaction, issue, content.unlinked());
        }
        if (changed.isEmpty() || before.isEmpty()) {
            return new Applied(before.isEmpty() ? Verdict.CHANGED : Verdict.KNOWN, created);
        }
        audit.record(
                transaction,
                actor,
                "issue.changed",
                issue.key(),
                Map.of("fields", String.join(",", changed), "cause", cause));
        tell(notices, content.issue(), issue, links, cause);
        return new Applied(Verdict.CHANGED, created);
    }

    /** Stores what a tracker answered to a write of ours. The host is not told: it knows what it wanted. */
    public void storeOwn(StoreTransaction transaction, Issue issue) {
        var content =
                transaction.snapshots().find(issue.key()).map(this::content).orElse(SnapshotContent.none());
        if (content.issue().filter(known -> isOlder(issue, known)).isEmpty()) {
            save(transaction, issue, content.unlinked());
        }
    }

    /** Stores that a tracker said of an issue that it is gone. Links are kept. */
    public boolean delete(StoreTransaction transaction, Notices notices, IssueKey issue, String actor, String cause) {
        // Some trackers tell of a move as of a deletion of the old identity.
        if (hasMoved(transaction, issue)) {
            return false;
        }
        var snapshot = transaction.snapshots().find(issue).filter(known -> !known.deleted());
        snapshot.ifPresent(known -> {
            transaction.snapshots().save(new IssueSnapshot(known.reference(), known.document(), clock.instant(), true));
            audit.record(transaction, actor, "issue.deleted", known.reference().key(), Map.of("cause", cause));
            notices.add(listener -> listener.issueDeleted(known.reference()));
        });
        return snapshot.isPresent();
    }

    /** Stores that an issue has a new identity. Its links move with it. */
    public boolean move(
            StoreTransaction transaction, Notices notices, IssueKey from, Issue to, String actor, String cause) {
        var old = transaction.snapshots().resolve(from);
        var known = transaction.snapshots().find(old);
        var isKept = known.isPresent() || !transaction.links().findByIssue(old).isEmpty();
        // News of a move that lies behind us lead back to where the issue is.
        var isKnown = old.equals(transaction.snapshots().resolve(to.key()));
        if (isKnown || !isKept) {
            return false;
        }
        var elsewhere = transaction.snapshots().find(to.key()).map(this::content);
        var unlinked = known.map(this::content).orElse(SnapshotContent.none()).unlinked();
        transaction.snapshots().addAlias(old, to.key());
        transaction.links().moveIssue(old, to.key());
        transaction.fingerprints().moveIssue(old, to.key());
        if (elsewhere
                .flatMap(SnapshotContent::issue)
                .filter(seen -> isOlder(to, seen))
                .isEmpty()) {
            save(transaction, to, unlinked);
        }
        audit.record(transaction, actor, "issue.moved", to.key(), Map.of("from", old.toString(), "cause", cause));
        notices.add(listener -> listener.issueMoved(old, to.reference()));
        return true;
    }

    /** Stores a reference of which nothing more is known, so that it can be shown. */
    public void remember(StoreTransaction transaction, IssueReference issue) {
        if (transaction.snapshots().find(issue.key()).isEmpty()) {
            transaction
                    .snapshots()
                    .save(new IssueSnapshot(issue, codec.encode(SnapshotContent.none()), clock.instant(), false));
        }
    }

    /** Remembers that somebody unlinked an object, so that detection does not link it again. */
    public void rememberUnlinked(StoreTransaction transaction, IssueLink link) {
        transaction.snapshots().find(link.issue()).ifPresent(snapshot -> {
            var content = content(snapshot);
            var unlinked = new HashSet<>(content.unlinked());
            unlinked.add(link.object().key().toString());
            var document = codec.encode(new SnapshotContent(content.issue(), unlinked));
            transaction
                    .snapshots()
                    .save(new IssueSnapshot(snapshot.reference(), document, snapshot.seenAt(), snapshot.deleted()));
        });
    }

    /**
     * Whether only the tracker itself can say which of two sights is the later: they differ and bear the same time as
     * far as it was told, or the issue was said to be deleted.
     */
    public boolean isUnsure(StoreTransaction transaction, Issue issue) {
        var before = transaction.snapshots().find(issue.key()).filter(known -> !hasMoved(transaction, issue.key()));
        return before.filter(IssueSnapshot::deleted).isPresent()
                || before.map(this::content)
                        .flatMap(SnapshotContent::issue)
                        .filter(known -> isSameTime(updatedAt(known), updatedAt(issue)))
                        .filter(known -> !IssueDiff.fields(known, issue).isEmpty())
                        .isPresent();
    }

    /** Whether an issue was said to be deleted. */
    boolean isDeleted(StoreTransaction transaction, IssueKey issue) {
        return transaction
                .snapshots()
                .find(issue)
                .filter(IssueSnapshot::deleted)
                .isPresent();
    }

    /** Whether something is kept of an issue. */
    boolean isKept(StoreTransaction transaction, IssueKey issue) {
        return transaction.snapshots().find(issue).isPresent();
    }

    /** Whether a write of ours to the issue is under way right now, so that what is told of it may be its echo. */
    public boolean isBeingWritten(StoreTransaction transaction, IssueKey issue) {
        return transaction.outbox().findOpen(Targets.issue(issue)).stream()
                .anyMatch(entry -> entry.state() == OutboxEntry.State.CLAIMED);
    }

    private static boolean hasMoved(StoreTransaction transaction, IssueKey issue) {
        return !transaction.snapshots().resolve(issue).equals(issue);
    }

    private void save(StoreTransaction transaction, Issue issue, Set<String> unlinked) {
        var document = codec.encode(new SnapshotContent(Optional.of(issue), unlinked));
        transaction.snapshots().save(new IssueSnapshot(issue.reference(), document, clock.instant(), false));
    }

    // One that cannot be read is made anew from what the tracker says, and holds nobody up.
    private SnapshotContent content(IssueSnapshot snapshot) {
        try {
            return codec.decodeSnapshot(snapshot.document());
        } catch (StoreException unreadable) {
            LOG.warn(
                    "The snapshot of {} cannot be read and is made anew",
                    snapshot.reference().key());
            return SnapshotContent.none();
        }
    }

    private static List<String> changedFields(Optional<IssueSnapshot> before, SnapshotContent content, Issue issue) {
        if (before.filter(IssueSnapshot::deleted).isPresent()) {
            return List.of("deleted");
        }
        return content.issue().map(known -> IssueDiff.fields(known, issue)).orElse(List.of());
    }

    private static boolean isNews(Optional<IssueSnapshot> before, SnapshotContent content, Issue issue) {
        return before.filter(IssueSnapshot::deleted).isPresent()
                || content.issue()
                        .map(known -> !updatedAt(known).equals(updatedAt(issue))
                                || !IssueDiff.fields(known, issue).isEmpty())
                        .orElse(true);
    }

    private static void tell(
            Notices notices, Optional<Issue> before, Issue after, List<IssueLink> links, String cause) {
        List<ObjectReference> objects = links.stream()
                .filter(link -> link.direction().fromIssue())
                .map(IssueLink::object)
                .toList();
        if (!objects.isEmpty()) {
            var change = new IssueChange(before, after, objects, cause);
            notices.add(listener -> listener.issueChanged(change));
        }
    }

    private static boolean isOlder(Issue issue, Issue known) {
        return updatedAt(issue).isBefore(updatedAt(known));
    }

    // Some trackers answer with fractions of a second and tell whole seconds in webhooks.
    private static boolean isSameTime(Instant one, Instant other) {
        return one.equals(other)
                || ((one.getNano() == 0 || other.getNano() == 0) && one.getEpochSecond() == other.getEpochSecond());
    }

    private static Instant updatedAt(Issue issue) {
        return issue.reference().updatedAt().orElse(Instant.MIN);
    }
}
