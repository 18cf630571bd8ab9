package dev.issuelink.testkit.contract;

/**
 * In what trackers differ beyond their capabilities. Everything is expected; a harness names what its tracker lacks, and
 * is then tested for what holds in its place, which each trait names. None is a way to leave tests out.
 */
public enum TrackerTrait {
    /** Of an issue that was deleted it says so. Without it: it says that there is none, and never that one is deleted. */
    TELLS_DELETION,
    /** Webhooks tell that an issue or comment was deleted. Without it: only reading finds out. */
    ANNOUNCES_DELETIONS,
    /** An issue that moved to another project is found by its old identity. Without it: there is none by that any more. */
    FOLLOWS_TRANSFERS,
    /** Webhooks tell that an issue moved, with its old and its new identity. Without it: only reading finds out. */
    ANNOUNCES_TRANSFERS,
    /** Assigning somebody who cannot be assigned is silently dropped. Without it: the whole write is refused. */
    DROPS_UNKNOWN_ASSIGNEES,
    /** An issue can be assigned to several people at once. Without it: to one, and the others are named as dropped. */
    SEVERAL_ASSIGNEES,
    /** Labels that do not exist are made when they are used. Without it: they are named as dropped. */
    MAKES_LABELS,
    /** Labels may hold blanks. Without it: what became of one that does is named as dropped. */
    BLANKS_IN_LABELS,
    /** It knows why an issue was closed. Without it: one other than completed is named as dropped. */
    KNOWS_RESOLUTIONS,
    /** It has milestones. Without it: one that is asked for is refused, or named as dropped. */
    HAS_MILESTONES,
    /** It mixes things into its listings of issues that are none. Without it: no page counts anything as left out. */
    HAS_INTRUDERS,
    /** Webhooks tell of labels of the project. Without it: only reading finds out that one was renamed. */
    ANNOUNCES_LABELS
}
