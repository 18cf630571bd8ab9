package dev.issuelink.model;

/** Which side of a link may change the other. */
public enum SyncDirection {
    /** The host's changes reach the issue. */
    TO_ISSUE,
    /** The issue's changes reach the host. */
    FROM_ISSUE,
    /** Both. */
    BIDIRECTIONAL;

    /**
     * Whether changes of the issue are told to the host.
     *
     * @return true unless {@link #TO_ISSUE}
     */
    public boolean fromIssue() {
        return this != TO_ISSUE;
    }

    /**
     * Whether changes of the host are written to the issue.
     *
     * @return true unless {@link #FROM_ISSUE}
     */
    public boolean toIssue() {
        return this != FROM_ISSUE;
    }
}
