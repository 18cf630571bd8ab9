package dev.issuelink.testkit.jira;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What searches know: the issues as they were a while ago. */
final class Index {

    private record Pending(long id, @Nullable Issue issue, Instant visibleAt) {}

    private final World world;
    private final Map<Long, Issue> known = new TreeMap<>();
    private final Deque<Pending> pending = new ArrayDeque<>();
    private Duration lag;

    Index(World world, Duration lag) {
        this.world = world;
        this.lag = lag;
    }

    void lag(Duration by) {
        lag = by;
    }

    void changed(Issue issue) {
        pending.addLast(new Pending(issue.id, new Issue(issue), world.now().plus(lag)));
    }

    void removed(Issue issue) {
        pending.addLast(new Pending(issue.id, null, world.now().plus(lag)));
    }

    Collection<Issue> issues() {
        while (!pending.isEmpty() && !pending.getFirst().visibleAt.isAfter(world.now())) {
            var next = pending.removeFirst();
            if (next.issue == null) {
                known.remove(next.id);
            } else {
                known.put(next.id, next.issue);
            }
        }
        return known.values();
    }
}
