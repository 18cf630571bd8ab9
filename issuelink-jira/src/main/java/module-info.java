/** The provider for Jira Cloud and Jira Data Center; found by the service loader, exports nothing. */
module dev.issuelink.jira {
    requires dev.issuelink.api;
    requires dev.issuelink.http;
    requires com.fasterxml.jackson.annotation;
    requires tools.jackson.databind;
    requires org.commonmark;
    requires org.commonmark.ext.gfm.strikethrough;
    requires org.commonmark.ext.gfm.tables;
    requires org.slf4j;
    requires static org.jspecify;

    opens dev.issuelink.jira to
            tools.jackson.databind;
}
