package dev.issuelink.core.internal.inbound;

import dev.issuelink.SyncReport;
import dev.issuelink.SyncRequest;
import dev.issuelink.core.internal.commit.Committer;
import dev.issuelink.core.internal.commit.Notices;
import dev.issuelink.core.internal.registry.TrackerRegistry;
import dev.issuelink.error.ErrorCode;
import dev.issuelink.error.TrackerException;
import dev.issuelink.model.ChangePage;
import dev.issuelink.model.Cursor;
import dev.issuelink.model.Issue;
import dev.issuelink.model.IssueKey;
import dev.issuelink.spi.Capability;
import dev.issuelink.spi.IssueTrackerAdapter;
import dev.issuelink.spi.TrackerEvent;
import dev.issuelink.store.IssueLinkStores;
import dev.issuelink.store.Lease;
import dev.issuelink.store.StoreTransaction;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Reads what changed of a tracker, page by page, and applies it. A page, its cursor and its audit records are one
 * transaction, so a crash costs at most a page that is read again. The next page is fetched while one is applied.
 */
public final class Synchroniser {
    private static final String FEED = "issues";
    private static final String CAUSE = "sync";

    private final IssueLinkStores stores;
    private final TrackerRegistry trackers;
    private final Committer committer;
    private final Applier applier;
    private final LinkDetector detector;
    private final EventSettler settler;
    private final Sweeper sweeper;
    private final Executor executor;
    private final Duration lease;
    private final String owner;
    private final AtomicLong runs = new AtomicLong();

    /**
     * Creates it.
     *
     * @param sweeper looks after linked issues that a reading from the beginning did not come across
     * @param executor where pages are fetched ahead
     * @param lease after what time without a page read another node may read
     * @param owner the name of this node in leases
     */
    public Synchroniser(
            IssueLinkStores stores,
            TrackerRegistry trackers,
            Committer committer,
            Applier applier,
            LinkDetector detector,
            Sweeper sweeper,
            Executor executor,
            Duration lease,
            String owner) {
        this.stores = stores;
        this.trackers = trackers;
        this.committer = committer;
        this.applier = applier;
        this.detector = detector;
        this.settler = new EventSettler(stores, trackers, applier);
        this.sweeper = sweeper;
        this.executor = executor;
        this.lease = lease;
        this.owner = owner;
    }

    /** Synchronises a tracker. */
    public SyncReport sync(SyncRequest request) {
        var adapter = trackers.require(request.tracker(), Capability.READ_ISSUES, "sync");
        detector.refresh();
        // Each run is an owner of its own: a second one in this process must not share the lease of the first.
        var run = owner + "/" + runs.incrementAndGet();
        var held = acquire(request.tracker(), run);
        try {
            return readAll(request, adapter, () -> acquire(request.tracker(), run));
        } finally {
            stores.inTransaction(transaction -> transaction.leases().release(held));
        }
    }

    private Lease acquire(String tracker, String run) {
        return stores.inTransaction(transaction -> transaction.leases().tryAcquire("sync " + tracker, run, lease))
                .orElseThrow(() -> new RunningException(tracker));
    }

    /** Somebody else synchronises the tracker. */
    static final class RunningException extends IllegalStateException {
        private static final long serialVersionUID = 1L;

        private RunningException(String tracker) {
            super("A synchronisation of \"" + tracker + "\" is running; wait for its end.");
        }
    }

    private SyncReport readAll(SyncRequest request, IssueTrackerAdapter adapter, Runnable alive) {
        var cursor = request.fromBeginning() ? null : storedCursor(request.tracker());
        var report = new SyncReport(request.tracker(), 0, 0, 0, 0, false);
        var next = Ahead.of(executor, () -> adapter.changes(cursor));
        var at = cursor;
        var read = new HashSet<IssueKey>();
        while (!report.complete() && !request.cancellation().isCancelled()) {
            var page = next.get(request.tracker());
            requireProgress(request.tracker(), at, page);
            if (request.fromBeginning()) {
                page.items().forEach(issue -> read.add(issue.key()));
            }
            if (page.more()) {
                next = Ahead.of(executor, () -> adapter.changes(page.next()));
            }
            report = applyPage(request, at, page, report);
            at = page.next();
            request.progress().accept(report);
            if (!report.complete()) {
                alive.run();
            }
        }
        if (report.complete() && request.fromBeginning()) {
            var swept = sweeper.sweep(request.tracker(), read, alive, request.cancellation());
            return swept ? report : incomplete(report);
        }
        return report;
    }

    private static SyncReport incomplete(SyncReport report) {
        return new SyncReport(
                report.tracker(),
                report.issuesRead(),
                report.skipped(),
                report.issuesChanged(),
                report.linksCreated(),
                false);
    }

    // A feed that stands still would be read for ever.
    private static void requireProgress(String tracker, @Nullable Cursor at, ChangePage<Issue> page) {
        if (page.more() && page.next().equals(at)) {
            throw TrackerException.of(ErrorCode.PROTOCOL, tracker, "changes")
                    .message("The feed of changes says that there is more, but does not move on.")
                    .build();
        }
    }

    private @Nullable Cursor storedCursor(String tracker) {
        return stores.inTransaction(transaction -> transaction.cursors().find(tracker, FEED))
                .orElse(null);
    }

    // A page that says nothing new writes nothing.
    private SyncReport applyPage(
            SyncRequest request, @Nullable Cursor cursor, ChangePage<Issue> page, SyncReport before) {
        if (page.items().isEmpty() && page.next().equals(cursor)) {
            return add(before, page, 0, 0);
        }
        List<TrackerEvent> sights = page.items().stream()
                .<TrackerEvent>map(issue -> new TrackerEvent.IssueChanged(CAUSE, Optional.empty(), issue))
                .toList();
        var report = Optional.<SyncReport>empty();
        while (report.isEmpty()) {
            report = applySettled(request, cursor, page, before, settler.settle(request.tracker(), sights));
        }
        return report.get();
    }

    // Empty if a notice or a write of ours stored something else of an issue meanwhile.
    private Optional<SyncReport> applySettled(
            SyncRequest request,
            @Nullable Cursor cursor,
            ChangePage<Issue> page,
            SyncReport before,
            EventSettler.Settled settled) {
        return committer.commit((transaction, notices) -> {
            if (settler.isOvertaken(transaction, settled)) {
                return Optional.empty();
            }
            var changed = 0;
            var linked = 0;
            for (var sight : settled.events()) {
                var applied = apply(transaction, notices, request.tracker(), sight);
                changed += applied.verdict() == Applier.Verdict.CHANGED ? 1 : 0;
                linked += applied.linksCreated();
            }
            if (!page.next().equals(cursor)) {
                transaction.cursors().save(request.tracker(), FEED, page.next());
            }
            return Optional.of(add(before, page, changed, linked));
        });
    }

    private Applier.Applied apply(StoreTransaction transaction, Notices notices, String tracker, TrackerEvent sight) {
        if (sight instanceof TrackerEvent.IssueChanged changed) {
            var direction = trackers.config(tracker).sync().direction();
            return applier.apply(transaction, notices, changed.issue(), tracker, CAUSE, direction);
        }
        var isNews = sight instanceof TrackerEvent.IssueMoved moved
                ? applier.move(transaction, notices, moved.from(), moved.to(), tracker, CAUSE)
                : sight instanceof TrackerEvent.IssueDeleted deleted
                        && applier.delete(transaction, notices, deleted.issue().key(), tracker, CAUSE);
        return new Applier.Applied(isNews ? Applier.Verdict.CHANGED : Applier.Verdict.KNOWN, 0);
    }

    private static SyncReport add(SyncReport before, ChangePage<Issue> page, int changed, int linked) {
        return new SyncReport(
                before.tracker(),
                before.issuesRead() + page.items().size(),
                before.skipped() + page.skipped(),
                before.issuesChanged() + changed,
                before.linksCreated() + linked,
                !page.more());
    }
}
