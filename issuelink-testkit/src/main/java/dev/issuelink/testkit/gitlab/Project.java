package dev.issuelink.testkit.gitlab;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** A project. Changed under the world's lock only. */
final class Project {
    final long id;
    final Map<Account, Integer> members = new LinkedHashMap<>();
    final Map<String, Label> labels = new TreeMap<>();
    final Map<Long, Milestone> milestones = new TreeMap<>();
    final Map<Integer, Issue> issues = new TreeMap<>();
    final Map<Long, Hook> hooks = new TreeMap<>();
    final Map<String, String> uploads = new LinkedHashMap<>();
    final List<Map<String, @Nullable Object>> vulnerabilities = new ArrayList<>();
    final Set<String> oldPaths = new LinkedHashSet<>();
    String path;
    boolean archived;
    boolean issuesEnabled = true;
    boolean hidden;
    private final AtomicInteger lastIid = new AtomicInteger();

    Project(long id, String path) {
        this.id = id;
        this.path = path;
    }

    int nextIid() {
        return lastIid.incrementAndGet();
    }

    /** Takes an issue in that brings its number along. */
    void put(Issue issue) {
        issues.put(issue.iid, issue);
        lastIid.accumulateAndGet(issue.iid, Math::max);
    }

    String name() {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    int level(@Nullable Account account) {
        return account == null ? 0 : members.getOrDefault(account, 0);
    }
}
