import dev.issuelink.jira.JiraTrackerProvider;
import dev.issuelink.spi.IssueTrackerProvider;

/** The provider for Jira Cloud and Jira Data Center; found by the service loader, exports nothing. */
module dev.issuelink.jira {
    requires dev.issuelink.api;
    requires dev.issuelink.http;
    requires tools.jackson.databind;
    requires org.commonmark;
    requires org.commonmark.ext.gfm.strikethrough;
    requires org.commonmark.ext.gfm.tables;
    requires org.slf4j;
    requires static org.jspecify;

    opens dev.issuelink.jira to
            tools.jackson.databind;

    provides IssueTrackerProvider with
            JiraTrackerProvider;
}
