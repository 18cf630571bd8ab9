/**
 * The REST kernel of our own providers: one pipeline for every call to a tracker. It is for providers of this family
 * only; hosts never see it, and no type of an HTTP or JSON library stands in a signature.
 */
@SuppressWarnings("module")
module dev.issuelink.http {
    requires transitive dev.issuelink.api;
    requires static transitive org.jspecify;
    requires java.net.http;
    requires dev.failsafe.core;
    requires org.slf4j;
    requires tools.jackson.core;
    requires tools.jackson.databind;
    requires com.fasterxml.jackson.annotation;

    exports dev.issuelink.http to
            dev.issuelink.github,
            dev.issuelink.jira,
            dev.issuelink.gitlab;
}
