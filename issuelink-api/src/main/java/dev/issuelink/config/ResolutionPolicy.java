package dev.issuelink.config;

/** What happens to an issue when the host says that what it was opened for is over. */
public enum ResolutionPolicy {
    /** A comment says so, and the issue is closed as done. */
    CLOSE,
    /** A comment says so; closing is left to people. */
    COMMENT,
    /** Nothing; the audit trail alone tells of it. */
    IGNORE
}
