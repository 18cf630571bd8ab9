package dev.issuelink.event;

import java.util.Locale;

/** How bad something is, from the mildest to the worst. Attributes hold its word, such as {@code high}. */
public enum Severity {
    /** Worth knowing. */
    LOW,
    /** To be looked at in the usual course of work. */
    MEDIUM,
    /** To be looked at today. */
    HIGH,
    /** To be looked at now. */
    CRITICAL;

    /**
     * The word that stands in attributes.
     *
     * @return the lower-case name
     */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
