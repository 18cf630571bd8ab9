package dev.issuelink.jira;

import dev.issuelink.error.ErrorCode;
import dev.issuelink.error.TrackerException;
import dev.issuelink.spi.IssueTrackerAdapter;
import dev.issuelink.spi.IssueTrackerProvider;
import dev.issuelink.spi.ProviderDescription;
import dev.issuelink.spi.TrackerContext;
import java.util.List;
import java.util.Map;

/**
 * Speaks to Jira's issues, on Jira Cloud and on Jira Data Center. Chosen by the type {@code jira}. Stateless; safe for
 * all threads. It is not offered to the service loader yet, and connects to nothing yet.
 */
public final class JiraTrackerProvider implements IssueTrackerProvider {
    /** For the service loader. */
    public JiraTrackerProvider() {}

    @Override
    public String type() {
        return "jira";
    }

    @Override
    public ProviderDescription describe() {
        return new ProviderDescription("Jira", List.of(), Map.of());
    }

    @Override
    public IssueTrackerAdapter connect(TrackerContext context) {
        throw TrackerException.of(ErrorCode.UNSUPPORTED, context.config().name(), "connect")
                .message("Jira cannot be connected to yet.")
                .build();
    }
}
