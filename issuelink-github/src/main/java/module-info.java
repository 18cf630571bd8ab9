/** The provider for GitHub issues; found by the service loader, exports nothing. */
module dev.issuelink.github {
    requires dev.issuelink.api;
    requires dev.issuelink.http;
    requires org.slf4j;
    requires tools.jackson.databind;
    requires static org.jspecify;
}
