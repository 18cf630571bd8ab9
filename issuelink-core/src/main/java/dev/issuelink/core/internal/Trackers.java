package dev.issuelink.core.internal;

import dev.issuelink.config.TrackerConfig;
import dev.issuelink.spi.Capability;
import dev.issuelink.spi.IssueTrackerAdapter;
import java.util.List;

/** The configured trackers, as the rest of the engine sees them. Safe for several threads. */
public interface Trackers {
    /**
     * The adapter of a tracker.
     *
     * @throws IllegalArgumentException if no enabled tracker has that name
     */
    IssueTrackerAdapter adapter(String name);

    /**
     * The adapter of a tracker, if it can do something.
     *
     * @throws IllegalArgumentException if no enabled tracker has that name
     * @throws dev.issuelink.error.TrackerException with UNSUPPORTED if it cannot
     */
    IssueTrackerAdapter require(String name, Capability capability, String operation);

    /**
     * The configuration of a tracker.
     *
     * @throws IllegalArgumentException if no enabled tracker has that name
     */
    TrackerConfig config(String name);

    /** The names of all enabled trackers, in the order of the configuration. */
    List<String> names();
}
