package dev.issuelink.testkit.github;

import java.time.Instant;
import java.util.Map;
import java.util.Set;

/** An App on an account; an empty set of repositories means all of that account. */
record Installation(
        long id,
        FakeApp app,
        Account account,
        Map<String, String> permissions,
        Set<Long> repositories,
        Instant createdAt) {

    boolean covers(Repo repo) {
        return repo.owner.equals(account) && (repositories.isEmpty() || repositories.contains(repo.id));
    }
}
