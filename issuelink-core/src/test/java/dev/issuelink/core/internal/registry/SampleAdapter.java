package dev.issuelink.core.internal.registry;

import dev.issuelink.model.ChangePage;
import dev.issuelink.model.Cursor;
import dev.issuelink.model.Issue;
import dev.issuelink.model.IssueReference;
import dev.issuelink.spi.Capability;
import dev.issuelink.spi.CommentOperations;
import dev.issuelink.spi.ConnectionReport;
import dev.issuelink.spi.DirectoryOperations;
import dev.issuelink.spi.IssueTrackerAdapter;
import dev.issuelink.spi.WebhookOperations;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** An adapter that can be opened and closed, and leaves the list of the open ones when it is closed. */
public record SampleAdapter(String tracker, Set<Capability> capabilities, List<SampleAdapter> open)
        implements IssueTrackerAdapter {
    @Override
    public ConnectionReport testConnection() {
        throw new UnsupportedOperationException();
    }

    @Override
    public Optional<Issue> getIssue(IssueReference issue) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Optional<Issue> findIssue(String project, String displayKey) {
        throw new UnsupportedOperationException();
    }

    @Override
    public ChangePage<Issue> changes(Cursor cursor) {
        throw new UnsupportedOperationException();
    }

    @Override
    public CommentOperations comments() {
        throw new UnsupportedOperationException();
    }

    @Override
    public DirectoryOperations directory() {
        throw new UnsupportedOperationException();
    }

    @Override
    public WebhookOperations webhooks() {
        throw new UnsupportedOperationException();
    }

    @Override
    public void close() {
        open.removeIf(adapter -> adapter == this);
        if (tracker.equals("stubborn")) {
            throw new IllegalStateException("will not close");
        }
    }
}
