import dev.issuelink.gitlab.GitLabTrackerProvider;
import dev.issuelink.spi.IssueTrackerProvider;

/** The provider for GitLab issues; found by the service loader, exports nothing. */
module dev.issuelink.gitlab {
    requires dev.issuelink.api;
    requires dev.issuelink.http;
    requires com.fasterxml.jackson.annotation;
    requires org.commonmark;
    requires org.slf4j;
    requires static org.jspecify;

    opens dev.issuelink.gitlab to
            tools.jackson.databind;

    provides IssueTrackerProvider with
            GitLabTrackerProvider;
}
