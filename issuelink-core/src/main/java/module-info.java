/** The engine; for host applications. */
module dev.issuelink.core {
    requires transitive dev.issuelink.api;
    requires org.slf4j;
    requires tools.jackson.databind;
    requires static org.jspecify;
}
