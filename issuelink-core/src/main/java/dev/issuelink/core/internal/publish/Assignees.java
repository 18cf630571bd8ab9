package dev.issuelink.core.internal.publish;

import dev.issuelink.core.internal.registry.TrackerRegistry;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Whom the assignee of a rule means: a user of the tracker, or a team that the tracker's configuration maps to some. */
final class Assignees {
    private static final Logger LOG = LoggerFactory.getLogger(Assignees.class);
    private static final String TEAM = "@";

    private final TrackerRegistry trackers;

    Assignees(TrackerRegistry trackers) {
        this.trackers = trackers;
    }

    /** The users; none if nobody said who is in the team. */
    List<String> of(String tracker, String assignee) {
        if (!assignee.startsWith(TEAM)) {
            return List.of(assignee);
        }
        var users = trackers.config(tracker).teams().get(assignee.substring(TEAM.length()));
        if (users == null) {
            LOG.warn("Nobody is assigned: the tracker \"{}\" has no team \"{}\" under \"teams\"", tracker, assignee);
            return List.of();
        }
        return users;
    }
}
