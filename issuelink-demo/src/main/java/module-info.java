/** A small host application. */
module dev.issuelink.demo {
    requires dev.issuelink.api;
    requires dev.issuelink.core;
    requires dev.issuelink.testkit;
    requires java.sql;
    requires jdk.httpserver;
    requires tools.jackson.core;
    requires tools.jackson.databind;
    requires static org.jspecify;
}
