package dev.issuelink.model;

/** Where an issue stands, whatever its tracker calls it. */
public enum StatusCategory {
    /** Nobody works on it yet. */
    OPEN,
    /** Somebody works on it. */
    IN_PROGRESS,
    /** It is finished, for whatever reason. */
    DONE,
    /** The tracker used a word that we do not know. */
    UNKNOWN
}
