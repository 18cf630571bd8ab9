package dev.issuelink.testkit.github;

import java.time.Duration;
import java.util.Map;

/** What a started fake keeps to for its whole life. */
record Settings(
        FakeClock clock,
        boolean enterprise,
        int pageWall,
        int commentLimit,
        int contentPerMinute,
        Duration searchLag,
        Map<String, Integer> budgets) {

    static final int ANONYMOUS_BUDGET = 60;
    static final Map<String, Integer> BUDGETS = Map.of("core", 5000, "search", 30, "graphql", 5000);

    int budget(String resource) {
        return budgets.getOrDefault(resource, BUDGETS.getOrDefault(resource, ANONYMOUS_BUDGET));
    }
}
