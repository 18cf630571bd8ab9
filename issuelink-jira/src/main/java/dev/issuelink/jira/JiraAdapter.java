package dev.issuelink.jira;

import dev.issuelink.http.HttpOptions;
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
import dev.issuelink.spi.TrackerContext;
import dev.issuelink.spi.WebhookOperations;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One configured project of Jira. Puts the parts together and keeps what is not allowed from them. */
final class JiraAdapter implements IssueTrackerAdapter {
    private final JiraConnection connection;
    private final JiraGate gate;
    private final JiraKernels kernels;
    private final JiraIssues issues;
    private final JiraIssueWriter writer;
    private final JiraChanges changes;
    private final JiraComments comments;
    private final JiraDirectory directory;
    private final JiraWebhooks webhooks;

    private JiraAdapter(JiraConnection connection, JiraKernels kernels) {
        this.connection = connection;
        this.kernels = kernels;
        this.gate = JiraGate.of(connection.settings(), connection.context());
        this.issues = new JiraIssues(connection);
        this.writer = new JiraIssueWriter(connection, issues);
        this.changes = new JiraChanges(connection);
        this.comments = new JiraComments(connection, gate);
        this.directory = new JiraDirectory(connection, gate);
        this.webhooks = new JiraWebhooks(connection, gate, issues);
    }

    static JiraAdapter connect(TrackerContext context, HttpOptions options) {
        var settings = JiraSettings.of(context.config());
        var kernels = new JiraKernels(context, settings, options);
        var http = new JiraHttp(settings, kernels);
        return new JiraAdapter(new JiraConnection(context, settings, http, new JiraMapper(settings)), kernels);
    }

    /** What the parts share, for their tests. */
    JiraConnection connection() {
        return connection;
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
        return new JiraProbe(connection).run();
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

    /** Through the index, which lags: Jira has no other listing. */
    @Override
    public Listing<Issue> getIssuesByLabel(String label) {
        return issues.getIssuesByLabel(label);
    }

    @Override
    public ChangePage<Issue> changes(@Nullable Cursor cursor) {
        webhooks.keepAlive();
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
        writer.deleteIssue(issue);
    }

    @Override
    public WriteResult<Issue> transferIssue(IssueReference issue, String project) {
        gate.require(Capability.TRANSFER_ISSUE, "transferIssue");
        return IssueTrackerAdapter.super.transferIssue(issue, project);
    }

    @Override
    public Optional<Issue> findByMarker(Marker marker, Instant notBefore, @Nullable String project) {
        return issues.findByMarker(marker, notBefore, project);
    }

    /** The index lags behind by seconds, and by minutes when Jira is busy. */
    @Override
    public Duration markerHorizon() {
        return JiraIssues.INDEX_LAG;
    }

    @Override
    public WriteResult<Attachment> attachFile(IssueReference issue, AttachmentUpload file) {
        gate.require(Capability.ATTACH_FILE, "attachFile");
        return new JiraAttachments(connection).attach(issue, file);
    }

    @Override
    public ChangePage<SecurityAlert> securityAlerts(@Nullable Cursor cursor) {
        gate.require(Capability.READ_SECURITY_ALERTS, "securityAlerts");
        return IssueTrackerAdapter.super.securityAlerts(cursor);
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
        return webhooks;
    }

    @Override
    public void close() {
        kernels.close();
    }

    @Override
    public String toString() {
        return "JiraAdapter[" + tracker() + "]";
    }
}
