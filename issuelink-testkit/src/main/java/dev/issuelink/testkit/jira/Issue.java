package dev.issuelink.testkit.jira;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An issue; mutable, guarded by the world's lock. What the index knows is a copy. */
final class Issue {

    final long id;
    final Account creator;
    final Instant created;
    final List<Comment> comments;
    final Set<String> labels;
    final Set<Version> versions;
    final Map<String, @Nullable Object> properties;
    final Map<String, @Nullable Object> custom;
    Project project;
    String key;
    String type;
    String summary;

    @Nullable
    Object description;

    Status status;
    String priority = "Medium";
    Instant updated;
    Instant categoryChanged;

    @Nullable
    String resolution;

    @Nullable
    Instant resolved;

    @Nullable
    Account assignee;

    Issue(long id, Project project, String key, String type, String summary, Account creator, Instant created) {
        this.id = id;
        this.project = project;
        this.key = key;
        this.type = type;
        this.summary = summary;
        this.creator = creator;
        this.created = created;
        this.updated = created;
        this.categoryChanged = created;
        this.status = project.workflow.first();
        this.comments = new ArrayList<>();
        this.labels = new LinkedHashSet<>();
        this.versions = new LinkedHashSet<>();
        this.properties = new LinkedHashMap<>();
        this.custom = new LinkedHashMap<>();
    }

    /** A copy for the index, which lags behind. */
    Issue(Issue other) {
        this.id = other.id;
        this.project = other.project;
        this.key = other.key;
        this.type = other.type;
        this.summary = other.summary;
        this.creator = other.creator;
        this.created = other.created;
        this.updated = other.updated;
        this.categoryChanged = other.categoryChanged;
        this.status = other.status;
        this.priority = other.priority;
        this.description = other.description;
        this.resolution = other.resolution;
        this.resolved = other.resolved;
        this.assignee = other.assignee;
        this.comments = new ArrayList<>(other.comments);
        this.labels = new LinkedHashSet<>(other.labels);
        this.versions = new LinkedHashSet<>(other.versions);
        this.properties = new LinkedHashMap<>(other.properties);
        this.custom = new LinkedHashMap<>(other.custom);
    }

    long number() {
        return Long.parseLong(key.substring(key.lastIndexOf('-') + 1));
    }
}
