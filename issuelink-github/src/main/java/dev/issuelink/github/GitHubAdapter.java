package dev.issuelink.github;

import dev.issuelink.error.TrackerException;
import dev.issuelink.http.HttpOptions;
import dev.issuelink.http.TrackerHttp;
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
import dev.issuelink.model.WriteLimits;
import dev.issuelink.model.WriteResult;
import dev.issuelink.spi.Capability;
import dev.issuelink.spi.CommentOperations;
import dev.issuelink.spi.ConnectionReport;
import dev.issuelink.spi.DirectoryOperations;
import dev.issuelink.spi.IssueTrackerAdapter;
import dev.issuelink.spi.TrackerContext;
import dev.issuelink.spi.WebhookOperations;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One configured repository of GitHub. Puts the parts together and keeps what is not allowed from them. */
final class GitHubAdapter implements IssueTrackerAdapter {
    /**
     * GitHub documents 80 pieces of content per minute and 500 per hour, those made in its web pages included, but was
     * seen to refuse issues beyond 20 and 150 (cli/cli#4801).
     */
    private static final WriteLimits WRITE_LIMITS = new WriteLimits(20, 150);

    private final GitHubConnection connection;
    private final GitHubGate gate;
    private final List<TrackerHttp> kernels;
    private final GitHubIssues issues;
    private final GitHubIssueWriter writer;
    private final GitHubChanges changes;
    private final GitHubComments comments;
    private final GitHubDirectory directory;

    private GitHubAdapter(GitHubConnection connection, List<TrackerHttp> kernels) {
        this.connection = connection;
        this.kernels = kernels;
        this.gate = GitHubGate.of(connection.settings(), connection.context());
        this.issues = new GitHubIssues(connection);
        this.writer = new GitHubIssueWriter(connection);
        this.changes = new GitHubChanges(connection);
        this.comments = new GitHubComments(connection, gate);
        this.directory = new GitHubDirectory(connection, gate);
    }

    static GitHubAdapter connect(TrackerContext context, HttpOptions options) {
        var settings = GitHubSettings.of(context.config());
        var kernels = new GitHubKernels(context, settings, options);
        var connection = new GitHubConnection(context, settings, kernels.signing(), new GitHubMapper(settings));
        return new GitHubAdapter(connection, kernels.all());
    }

    @Override
    public String tracker() {
        return connection.tracker();
    }

    @Override
    public Set<Capability> capabilities() {
        return gate.capabilities();
    }

    @Override
    public ConnectionReport testConnection() {
        return new GitHubProbe(connection).run();
    }

    @Override
    public Optional<Issue> getIssue(IssueReference issue) {
        return issues.getIssue(issue);
    }

    @Override
    public Optional<Issue> findIssue(@Nullable String project, String displayKey) {
        return issues.findIssue(project, displayKey);
    }

    @Override
    public Listing<Issue> searchIssues(SearchQuery query) {
        return issues.searchIssues(query);
    }

    @Override
    public Listing<Issue> getIssuesByLabel(String label) {
        return issues.getIssuesByLabel(label);
    }

    @Override
    public ChangePage<Issue> changes(@Nullable Cursor cursor) {
        return changes.changes(cursor);
    }

    @Override
    public WriteResult<Issue> createIssue(IssueDraft draft, Marker marker) {
        gate.require(Capability.CREATE_ISSUE, "createIssue");
        return writer.createIssue(draft, marker);
    }

    @Override
    public WriteResult<Issue> updateIssue(IssueReference issue, IssueChanges wanted) {
        gate.require(Capability.UPDATE_ISSUE, "updateIssue");
        return writer.updateIssue(issue, wanted);
    }

    @Override
    public void deleteIssue(IssueReference issue) {
        gate.require(Capability.DELETE_ISSUE, "deleteIssue");
        new GitHubMoves(connection).deleteIssue(issue);
    }

    @Override
    public WriteResult<Issue> transferIssue(IssueReference issue, String project) {
        gate.require(Capability.TRANSFER_ISSUE, "transferIssue");
        return new GitHubMoves(connection).transferIssue(issue, project);
    }

    /** Listings of GitHub know a write at once, so the horizon is zero. */
    @Override
    public Optional<Issue> findByMarker(Marker marker, Instant notBefore, @Nullable String project) {
        return issues.findByMarker(marker, notBefore, project);
    }

    @Override
    public WriteLimits writeLimits() {
        return WRITE_LIMITS;
    }

    /** GitHub's REST API takes no files. */
    @Override
    public WriteResult<Attachment> attachFile(IssueReference issue, AttachmentUpload file) {
        gate.require(Capability.ATTACH_FILE, "attachFile");
        throw TrackerException.unsupported(tracker(), "attachFile", "GitHub's API takes no attachments.");
    }

    @Override
    public ChangePage<SecurityAlert> securityAlerts(@Nullable Cursor cursor) {
        gate.require(Capability.READ_SECURITY_ALERTS, "securityAlerts");
        return new GitHubAlerts(connection).read(cursor);
    }

    @Override
    public CommentOperations comments() {
        return comments;
    }

    @Override
    public DirectoryOperations directory() {
        return directory;
    }

    @Override
    public WebhookOperations webhooks() {
        return new GitHubWebhooks(connection);
    }

    @Override
    public void close() {
        kernels.forEach(TrackerHttp::close);
    }

    @Override
    public String toString() {
        return "GitHubAdapter[" + tracker() + "]";
    }
}
