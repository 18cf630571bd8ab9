package dev.issuelink.testkit.contract;

/**
 * In what trackers differ beyond their capabilities. Everything is expected; a harness names what its tracker lacks, and
 * the tests of it are then reported as skipped.
 */
public enum TrackerTrait {
    /** Of an issue that was deleted it says so, rather than that there is none. */
    TELLS_DELETION,
    /** Webhooks tell that an issue or comment was deleted. */
    ANNOUNCES_DELETIONS,
    /** An issue that moved to another project is found by its old identity. */
    FOLLOWS_TRANSFERS,
    /** Webhooks tell that an issue moved, with its old and its new identity. */
    ANNOUNCES_TRANSFERS,
    /** Assigning somebody who cannot be assigned is silently dropped. */
    DROPS_UNKNOWN_ASSIGNEES,
    /** An issue can be assigned to several people at once. */
    SEVERAL_ASSIGNEES,
    /** Labels that do not exist are made when they are used. */
    MAKES_LABELS,
    /** Labels may hold blanks. */
    BLANKS_IN_LABELS,
    /** It knows why an issue was closed. */
    KNOWS_RESOLUTIONS,
    /** It has milestones. */
    HAS_MILESTONES,
    /** It mixes things into its listings of issues that are none. */
    HAS_INTRUDERS,
    /** Webhooks tell of labels of the project. */
    ANNOUNCES_LABELS
}
