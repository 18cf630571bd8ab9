package dev.issuelink.model;

/** How a link came to be. */
public enum LinkType {
    /** A person made it. */
    MANUAL,
    /** It was made together with the issue. */
    AUTO_CREATED,
    /** The object's name was found in the text. */
    AUTO_DETECTED
}
