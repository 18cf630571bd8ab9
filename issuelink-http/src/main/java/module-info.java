/** The REST kernel of the providers; for authors of providers. */
module dev.issuelink.http {
    requires transitive dev.issuelink.api;
    requires dev.failsafe.core;
    requires java.net.http;
    requires org.slf4j;
    requires tools.jackson.databind;
    requires static org.jspecify;
}
