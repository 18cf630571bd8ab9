package dev.issuelink;

import java.util.Objects;

/**
 * What a synchronisation has done, so far or in the end.
 *
 * @param tracker the configured name of the tracker
 * @param issuesRead how many issues were read; one that came twice counts twice
 * @param skipped how many things of another kind were left out, for example pull requests
 * @param issuesChanged how many of them differed from what was last seen
 * @param linksCreated how many links were detected and made
 * @param complete whether all changes that were known were read
 */
public record SyncReport(
        String tracker, int issuesRead, int skipped, int issuesChanged, int linksCreated, boolean complete) {
    /** Checks the components. */
    public SyncReport {
        Objects.requireNonNull(tracker, "tracker");
    }
}
