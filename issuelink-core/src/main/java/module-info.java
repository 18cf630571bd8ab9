/** The engine; for host applications. */
module dev.issuelink.core {
    requires transitive dev.issuelink.api;
    requires com.github.jknack.handlebars;
    requires org.apache.commons.jexl3;
    requires org.slf4j;
    requires com.fasterxml.jackson.annotation;
    requires tools.jackson.databind;
    requires static org.jspecify;

    exports dev.issuelink.core;

    // Jackson reads and makes the stored documents.
    opens dev.issuelink.core.internal.codec to
            tools.jackson.databind;

    uses dev.issuelink.spi.IssueTrackerProvider;
}
