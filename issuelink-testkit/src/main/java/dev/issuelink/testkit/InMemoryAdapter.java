package dev.issuelink.testkit;

import dev.issuelink.error.ErrorCode;
import dev.issuelink.model.Attachment;
import dev.issuelink.model.AttachmentUpload;
import dev.issuelink.model.ChangePage;
import dev.issuelink.model.Cursor;
import dev.issuelink.model.Issue;
import dev.issuelink.model.IssueChanges;
import dev.issuelink.model.IssueDraft;
import dev.issuelink.model.IssueReference;
import dev.issuelink.model.Listing;
import dev.issuelink.model.Marker;
import dev.issuelink.model.SearchQuery;
import dev.issuelink.model.SecurityAlert;
import dev.issuelink.model.WriteResult;
import dev.issuelink.spi.Capability;
import dev.issuelink.spi.CommentOperations;
import dev.issuelink.spi.ConnectionReport;
import dev.issuelink.spi.DirectoryOperations;
import dev.issuelink.spi.IssueTrackerAdapter;
import dev.issuelink.spi.WebhookOperations;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One connection to the tracker in memory. */
final class InMemoryAdapter implements IssueTrackerAdapter {
    private static final Duration CLOCK_DIFFERENCE = Duration.ofMinutes(5);

    private final InMemoryTracker tracker;
    private final TrackerState state;
    private final CallGate gate;
    private final IssueWrites writes;
    private final IssueFinder finder;
    private final WebhookOperations webhooks;

    InMemoryAdapter(InMemoryTracker tracker, CallGate gate, WebhookOperations webhooks) {
        this.tracker = tracker;
        this.state = tracker.state();
        this.gate = gate;
        this.finder = new IssueFinder(state, gate);
        this.writes = new IssueWrites(tracker, gate);
        this.webhooks = webhooks;
    }

    @Override
    public String tracker() {
        return tracker.name();
    }

    @Override
    public Set<Capability> capabilities() {
        return tracker.capabilities();
    }

    @Override
    public ConnectionReport testConnection() {
        var access = gate.access();
        if (access == CallGate.Access.NONE) {
            return ConnectionReport.builder(false, Duration.ZERO)
                    .missing(List.of("read", "write"))
                    .advice("The credential is not accepted; configure another.")
                    .build();
        }
        return gate.call("testConnection", null, false, () -> report(access == CallGate.Access.FULL));
    }

    private ConnectionReport report(boolean mayWrite) {
        return ConnectionReport.builder(mayWrite, Duration.ZERO)
                .account(tracker.account().username())
                .granted(mayWrite ? List.of("read", "write") : List.of("read"))
                .missing(mayWrite ? List.of() : List.of("write"))
                .advice(mayWrite ? "" : "The credential may only read; grant it writing.")
                .build();
    }

    @Override
    public Optional<Issue> getIssue(IssueReference issue) {
        return gate.read(
                "getIssue",
                Capability.READ_ISSUES,
                () -> finder.find("getIssue", issue).map(state::issue));
    }

    @Override
    public Optional<Issue> findIssue(@Nullable String project, String displayKey) {
        return gate.read(
                "findIssue",
                Capability.READ_ISSUES,
                () -> finder.findByKey(project, displayKey).map(state::issue));
    }

    @Override
    public Listing<Issue> searchIssues(SearchQuery query) {
        return new PagedListing<>(
                gate, "searchIssues", Capability.SEARCH_ISSUES, tracker.pageSize(), () -> finder.search(query));
    }

    @Override
    public Listing<Issue> getIssuesByLabel(String label) {
        return new PagedListing<>(
                gate, "getIssuesByLabel", Capability.READ_ISSUES, tracker.pageSize(), () -> finder.byLabel(label));
    }

    @Override
    public ChangePage<Issue> changes(@Nullable Cursor cursor) {
        return gate.read(
                "changes",
                Capability.READ_ISSUES,
                () -> Feeds.issues(state, cursor, tracker.pageSize(), at -> unreadable(at, "changes")));
    }

    @Override
    public ChangePage<SecurityAlert> securityAlerts(@Nullable Cursor cursor) {
        return gate.read(
                "securityAlerts",
                Capability.READ_SECURITY_ALERTS,
                () -> Feeds.alerts(state, cursor, tracker.pageSize(), at -> unreadable(at, "securityAlerts")));
    }

    private RuntimeException unreadable(Cursor cursor, String operation) {
        return gate.failure(
                ErrorCode.VALIDATION, operation, "This is no cursor of this feed: " + cursor + ". Begin anew.");
    }

    @Override
    public WriteResult<Issue> createIssue(IssueDraft draft, Marker marker) {
        return gate.write("createIssue", Capability.CREATE_ISSUE, () -> writes.create(draft, marker));
    }

    @Override
    public WriteResult<Issue> updateIssue(IssueReference issue, IssueChanges changes) {
        return gate.write(
                "updateIssue",
                Capability.UPDATE_ISSUE,
                () -> writes.update(finder.require("updateIssue", issue), changes));
    }

    @Override
    public void deleteIssue(IssueReference issue) {
        gate.write("deleteIssue", Capability.DELETE_ISSUE, () -> {
            var row = finder.row(issue).filter(IssueRow::present);
            row.ifPresent(present -> tracker.edits().delete(present, tracker.account()));
            return row.isPresent();
        });
    }

    @Override
    public WriteResult<Issue> transferIssue(IssueReference issue, String project) {
        return gate.write(
                "transferIssue",
                Capability.TRANSFER_ISSUE,
                () -> writes.transfer(finder.require("transferIssue", issue), project));
    }

    @Override
    public Optional<Issue> findByMarker(Marker marker, Instant notBefore, @Nullable String project) {
        var since = notBefore.minus(CLOCK_DIFFERENCE);
        return gate.read(
                "findByMarker",
                Capability.FIND_BY_MARKER,
                () -> finder.rows(project)
                        .filter(row -> marker.equals(row.marker))
                        .filter(row -> !row.createdAt.isBefore(since) && indexed(row.createdAt))
                        .findFirst()
                        .flatMap(row -> state.find(row.id))
                        .filter(row -> !row.deleted)
                        .map(state::issue));
    }

    private boolean indexed(Instant written) {
        return !written.plus(markerHorizon()).isAfter(state.now());
    }

    @Override
    public Duration markerHorizon() {
        return tracker.markerHorizon();
    }

    @Override
    public WriteResult<Attachment> attachFile(IssueReference issue, AttachmentUpload file) {
        return gate.write(
                "attachFile", Capability.ATTACH_FILE, () -> writes.attach(finder.require("attachFile", issue), file));
    }

    @Override
    public CommentOperations comments() {
        return new InMemoryComments(tracker, gate, finder);
    }

    @Override
    public DirectoryOperations directory() {
        return new InMemoryDirectory(tracker, gate);
    }

    @Override
    public WebhookOperations webhooks() {
        return webhooks;
    }

    @Override
    public void close() {
        gate.close();
    }
}
