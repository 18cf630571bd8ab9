package dev.issuelink.jira;

/** Which of the two Jiras it is: they share their words, but neither all their addresses nor the form of texts. */
enum JiraKind {
    /** Atlassian's own: REST v3, texts in the Atlassian Document Format, accounts by id. */
    CLOUD("3"),
    /** A company's own: REST v2, texts in wiki markup, accounts by name. */
    DATA_CENTER("2");

    private final String version;

    JiraKind(String version) {
        this.version = version;
    }

    /** The version of the REST API, as it stands in addresses. */
    String version() {
        return version;
    }

    boolean isCloud() {
        return this == CLOUD;
    }
}
