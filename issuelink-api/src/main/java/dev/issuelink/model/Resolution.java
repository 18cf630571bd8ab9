package dev.issuelink.model;

/** Why an issue is done. */
public enum Resolution {
    /** What it asked for was done. */
    COMPLETED,
    /** A person decided against it. */
    NOT_PLANNED,
    /** Another issue says the same. */
    DUPLICATE,
    /** The tracker gave a reason that we do not know. */
    OTHER
}
