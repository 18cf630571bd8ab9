package dev.issuelink.spi;

/**
 * What a tracker can do with the credential it was given. An operation whose capability is not declared throws
 * {@link dev.issuelink.error.ErrorCode#UNSUPPORTED}; it is never silently left out.
 */
public enum Capability {
    /** Reading issues one by one and as a feed of changes. */
    READ_ISSUES,
    /** Searching issues. */
    SEARCH_ISSUES,
    /** Opening issues. */
    CREATE_ISSUE,
    /** Changing issues. */
    UPDATE_ISSUE,
    /** Deleting issues for good. */
    DELETE_ISSUE,
    /** Moving issues to another project. */
    TRANSFER_ISSUE,
    /** Reading comments. */
    READ_COMMENTS,
    /** Writing, changing and deleting comments. */
    WRITE_COMMENTS,
    /** Attaching files. */
    ATTACH_FILE,
    /** Listing projects. */
    LIST_PROJECTS,
    /** Listing the labels of a project. */
    LIST_LABELS,
    /** Listing the users to whom issues can be assigned. */
    LIST_USERS,
    /** Finding our own issues and comments by their markers. */
    FIND_BY_MARKER,
    /** Verifying and reading deliveries of webhooks. */
    RECEIVE_WEBHOOKS,
    /** Registering, listing and removing webhooks. */
    MANAGE_WEBHOOKS,
    /** Listing and repeating deliveries that did not arrive. */
    REDELIVER_WEBHOOKS,
    /** Reading the findings of the tracker's security scanner. */
    READ_SECURITY_ALERTS
}
