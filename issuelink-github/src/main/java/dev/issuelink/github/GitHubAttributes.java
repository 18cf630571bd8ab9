package dev.issuelink.github;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What GitHub told beyond the common fields, by its own names, nested names joined by dots. Fields that GitHub will
 * invent later are among them.
 */
final class GitHubAttributes {
    /** Against answers that nest without end. */
    private static final int DEEPEST = 5;

    private static final int MOST = 400;

    /** The singular was removed in version 2026-03-10 and says nothing that {@code assignees} does not. */
    private static final Set<String> REDUNDANT = Set.of("assignee");

    private final Map<String, String> found = new TreeMap<>();

    private GitHubAttributes() {}

    static Map<String, String> of(GitHubWire.Issue wire) {
        var attributes = new GitHubAttributes();
        attributes.put("number", wire.number());
        attributes.put("node_id", wire.nodeId());
        attributes.put("state_reason", wire.stateReason());
        attributes.put("repository_url", wire.repositoryUrl());
        attributes.put("user", wire.user());
        attributes.put("closed_by", wire.closedBy());
        attributes.put("milestone", wire.milestone());
        attributes.nest("type", wire.type(), 0);
        attributes.nest("labels", wire.labels(), 0);
        attributes.putUsers(wire.assignees());
        attributes.putRest(wire.rest());
        return attributes.found;
    }

    static Map<String, String> of(GitHubWire.Comment wire) {
        var attributes = new GitHubAttributes();
        attributes.put("issue_url", wire.issueUrl());
        attributes.put("user", wire.user());
        attributes.putRest(wire.rest());
        return attributes.found;
    }

    static Map<String, String> of(GitHubWire.Repository wire) {
        var attributes = new GitHubAttributes();
        attributes.put("id", wire.id());
        attributes.put("node_id", wire.nodeId());
        attributes.put("description", wire.description());
        attributes.put("private", wire.isPrivate());
        attributes.put("archived", wire.archived());
        attributes.put("disabled", wire.disabled());
        attributes.put("has_issues", wire.hasIssues());
        attributes.put("visibility", wire.visibility());
        attributes.put("default_branch", wire.defaultBranch());
        attributes.nest("permissions", wire.permissions(), 0);
        return attributes.found;
    }

    /** Of fields that have no component of their own. */
    static Map<String, String> of(Map<String, @Nullable Object> rest) {
        var attributes = new GitHubAttributes();
        attributes.putRest(rest);
        return attributes.found;
    }

    private void putUsers(@Nullable List<GitHubWire.@Nullable User> users) {
        for (var i = 0; users != null && i < users.size(); i++) {
            put("assignees." + i, users.get(i));
        }
    }

    private void put(String name, GitHubWire.@Nullable User user) {
        if (user != null) {
            put(name + ".node_id", user.nodeId());
            put(name + ".type", user.type());
            put(name + ".avatar_url", user.avatarUrl());
            put(name + ".html_url", user.htmlUrl());
            put(name + ".site_admin", user.siteAdmin());
        }
    }

    private void put(String name, GitHubWire.@Nullable Milestone milestone) {
        if (milestone != null) {
            put(name + ".id", milestone.id());
            put(name + ".node_id", milestone.nodeId());
            put(name + ".description", milestone.description());
            put(name + ".html_url", milestone.htmlUrl());
            put(name + ".closed_at", milestone.closedAt());
        }
    }

    private void putRest(@Nullable Map<String, @Nullable Object> rest) {
        if (rest != null) {
            rest.forEach((name, value) -> {
                if (!REDUNDANT.contains(name)) {
                    nest(name, value, 0);
                }
            });
        }
    }

    private void nest(String name, @Nullable Object value, int depth) {
        if (depth > DEEPEST) {
            return;
        }
        if (value instanceof Map<?, ?> object) {
            object.forEach((key, item) -> nestField(name, String.valueOf(key), item, depth + 1));
        } else if (value instanceof List<?> list) {
            for (var i = 0; i < list.size(); i++) {
                nest(name + "." + i, list.get(i), depth + 1);
            }
        } else {
            put(name, value);
        }
    }

    /** Nested objects are full of addresses that follow from others; the two that people use are kept. */
    private void nestField(String name, String key, @Nullable Object value, int depth) {
        if (!key.endsWith("_url") || key.equals("html_url") || key.equals("avatar_url")) {
            nest(name + "." + key, value, depth);
        }
    }

    private void put(String name, @Nullable Object value) {
        if (value != null && found.size() < MOST) {
            found.put(name, value.toString());
        }
    }
}
