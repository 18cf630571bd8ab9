/** A small host application. */
module dev.issuelink.demo {
    requires dev.issuelink.api;
    requires dev.issuelink.core;
    requires dev.issuelink.github;
    requires dev.issuelink.testkit;
    requires org.slf4j;
    requires tools.jackson.databind;
    requires static org.jspecify;
}
