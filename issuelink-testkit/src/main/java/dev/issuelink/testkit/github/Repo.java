package dev.issuelink.testkit.github;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** All that is in one repository. Read and changed under the world's lock. */
final class Repo {

    final long id;
    final Account owner;
    final Instant createdAt;
    final Map<Integer, Issue> issues = new TreeMap<>();
    /** Numbers that were in use once: where the issue went, or nowhere when it was deleted. */
    final Map<Integer, Gone> gone = new TreeMap<>();

    final Map<Long, Comment> comments = new TreeMap<>();
    final Map<String, Label> labels = new LinkedHashMap<>();
    final Map<Integer, Milestone> milestones = new TreeMap<>();
    final Map<String, String> roles = new LinkedHashMap<>();
    final Map<Long, Hook> hooks = new TreeMap<>();
    final Map<Integer, Alert> alerts = new TreeMap<>();
    String name;
    boolean hidden;
    boolean hasIssues = true;
    boolean archived;
    boolean alertsEnabled = true;

    Repo(long id, Account owner, String name, Instant createdAt) {
        this.id = id;
        this.owner = owner;
        this.name = name;
        this.createdAt = createdAt;
        roles.put(key(owner.login()), "admin");
    }

    static String key(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    String fullName() {
        return owner.login() + "/" + name;
    }

    int nextNumber() {
        int used = issues.isEmpty() ? 0 : ((TreeMap<Integer, Issue>) issues).lastKey();
        int left = gone.isEmpty() ? 0 : ((TreeMap<Integer, Gone>) gone).lastKey();
        return Math.max(used, left) + 1;
    }

    @Nullable
    String role(Account account) {
        return roles.get(key(account.login()));
    }

    List<Comment> commentsOf(int number) {
        List<Comment> found = new ArrayList<>();
        for (Comment comment : comments.values()) {
            if (comment.number() == number) {
                found.add(comment);
            }
        }
        return found;
    }

    /** What is left of an issue that is no longer here; no target means deleted. */
    record Gone(@Nullable Repo target, int number) {}
}
