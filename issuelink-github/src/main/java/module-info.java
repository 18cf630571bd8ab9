import dev.issuelink.github.GitHubTrackerProvider;
import dev.issuelink.spi.IssueTrackerProvider;

/** The provider for GitHub issues; found by the service loader, exports nothing. */
module dev.issuelink.github {
    requires dev.issuelink.api;
    requires dev.issuelink.http;
    requires com.fasterxml.jackson.annotation;
    requires org.commonmark;
    requires org.slf4j;
    requires static org.jspecify;

    opens dev.issuelink.github to
            tools.jackson.databind;

    provides IssueTrackerProvider with
            GitHubTrackerProvider;
}
