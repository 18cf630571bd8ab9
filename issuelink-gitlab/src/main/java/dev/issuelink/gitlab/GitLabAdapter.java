package dev.issuelink.gitlab;

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
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One configured project of GitLab. Puts the parts together and keeps what is not allowed from them. */
final class GitLabAdapter implements IssueTrackerAdapter {
    private static final String USER_AGENT = "IssueLink";

    /**
     * GitLab.com takes 60 notes a minute from one user, and 200 issues: the smaller number counts for both. It has no
     * limit per hour.
     */
    private static final WriteLimits LIMITS_OF_GITLAB_COM = new WriteLimits(60, 60 * 60);

    private final GitLabConnection connection;
    private final GitLabGate gate;
    private final GitLabMoves moves;
    private final GitLabIssues issues;
    private final GitLabIssueWriter writer;
    private final GitLabChanges changes;
    private final GitLabComments comments;
    private final GitLabDirectory directory;
    private final GitLabAlerts alerts;

    private GitLabAdapter(GitLabConnection connection) {
        this.connection = connection;
        this.gate = GitLabGate.of(connection.settings(), connection.context());
        this.moves = new GitLabMoves(connection);
        this.issues = new GitLabIssues(connection, moves);
        this.writer = new GitLabIssueWriter(connection, moves);
        this.changes = new GitLabChanges(connection);
        this.comments = new GitLabComments(connection, gate, moves);
        this.directory = new GitLabDirectory(connection, gate);
        this.alerts = new GitLabAlerts(connection, gate);
    }

    static GitLabAdapter connect(TrackerContext context, HttpOptions options) {
        var settings = GitLabSettings.of(context.config());
        var http = TrackerHttp.builder(context, settings.baseUrl())
                .authenticator(GitLabAuthenticator.of(settings, context))
                .errorReader(new GitLabErrors())
                .rateLimitReader(new GitLabLimits())
                .defaultHeader("User-Agent", USER_AGENT)
                .options(options)
                .build();
        return new GitLabAdapter(new GitLabConnection(context, settings, http, new GitLabMapper(settings)));
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
        return new GitLabProbe(connection, gate, alerts).run();
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
        moves.deleteIssue(issue);
    }

    @Override
    public WriteResult<Issue> transferIssue(IssueReference issue, String project) {
        gate.require(Capability.TRANSFER_ISSUE, "transferIssue");
        return moves.transferIssue(issue, project);
    }

    /** Listings of GitLab know a write at once, so the horizon is zero. */
    @Override
    public Optional<Issue> findByMarker(Marker marker, Instant notBefore, @Nullable String project) {
        return issues.findByMarker(marker, notBefore, project);
    }

    /** Of other servers only their administrators know the limits. */
    @Override
    public WriteLimits writeLimits() {
        return connection.settings().isGitLabCom() ? LIMITS_OF_GITLAB_COM : WriteLimits.unlimited();
    }

    @Override
    public WriteResult<Attachment> attachFile(IssueReference issue, AttachmentUpload file) {
        gate.require(Capability.ATTACH_FILE, "attachFile");
        return new GitLabUploads(connection, moves).attachFile(issue, file);
    }

    @Override
    public ChangePage<SecurityAlert> securityAlerts(@Nullable Cursor cursor) {
        gate.require(Capability.READ_SECURITY_ALERTS, "securityAlerts");
        return alerts.read(cursor);
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
        return new GitLabWebhooks(connection, gate);
    }

    @Override
    public void close() {
        connection.http().close();
    }

    @Override
    public String toString() {
        return "GitLabAdapter[" + tracker() + "]";
    }
}
