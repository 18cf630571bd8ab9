package dev.issuelink.testkit;

import dev.issuelink.model.Issue;
import dev.issuelink.model.IssueKey;
import dev.issuelink.model.IssueReference;
import dev.issuelink.model.Label;
import dev.issuelink.model.Milestone;
import dev.issuelink.model.SecurityAlert;
import dev.issuelink.model.User;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** All that the tracker in memory keeps. Whoever uses it holds its lock, see {@link TrackerEdits}. */
final class TrackerState {
    static final String PROVIDER = "in-memory";

    /** A finding and the number of its last change. */
    record AlertRow(SecurityAlert alert, long changed) {}

    final String tracker;
    final Clock clock;
    final List<String> projects;
    final Map<String, User> users = new LinkedHashMap<>();
    final Map<String, Milestone> milestones = new LinkedHashMap<>();
    final Map<String, AlertRow> alerts = new LinkedHashMap<>();
    private final Map<String, IssueRow> rows = new LinkedHashMap<>();
    private final Map<String, Map<String, Label>> labels = new HashMap<>();
    private final Map<String, Integer> numbers = new HashMap<>();
    private long sequence;

    TrackerState(String tracker, Clock clock, List<String> projects) {
        this.tracker = tracker;
        this.clock = clock;
        this.projects = List.copyOf(projects);
    }

    String mainProject() {
        return projects.get(0);
    }

    Instant now() {
        return clock.instant();
    }

    long next() {
        return ++sequence;
    }

    Map<String, Label> labels(String project) {
        return labels.computeIfAbsent(project, name -> new LinkedHashMap<>());
    }

    IssueRow add(String project, String title, String body, User author, boolean intruder) {
        var number = numbers.merge(project, 1, Integer::sum);
        var row = new IssueRow("I" + (1000 + next()), project, number, title, body, author, now(), intruder);
        rows.put(row.id, row);
        touch(row);
        return row;
    }

    void touch(IssueRow row) {
        row.updatedAt = now();
        row.changed = next();
    }

    Collection<IssueRow> rows() {
        return rows.values();
    }

    Stream<IssueRow> rows(String project) {
        return rows.values().stream().filter(row -> row.project.equals(project));
    }

    /** The row of that id, or of what became of it; deleted ones too. */
    Optional<IssueRow> find(String id) {
        var row = rows.get(id);
        while (row != null && row.movedTo != null) {
            row = rows.get(row.movedTo);
        }
        return Optional.ofNullable(row);
    }

    Optional<IssueRow> find(String project, int number) {
        return rows(project).filter(row -> row.number == number).findFirst().flatMap(row -> find(row.id));
    }

    IssueKey key(IssueRow row) {
        return new IssueKey(tracker, row.id);
    }

    URI url(IssueRow row) {
        return URI.create("https://tracker.example/%s/issues/%d".formatted(row.project, row.number));
    }

    IssueReference reference(IssueRow row) {
        return issue(row).reference();
    }

    Issue issue(IssueRow row) {
        var issue = Issue.builder(key(row), PROVIDER, row.project, row.displayKey(), url(row))
                .title(row.title)
                .body(row.body)
                .status(row.status)
                .priority(row.priority)
                .labels(row.labels.stream()
                        .map(name -> label(row.project, name))
                        .toList())
                .assignees(row.assignees.stream().map(this::user).toList())
                .author(row.author)
                .milestone(milestone(row.milestone))
                .issueType(row.issueType)
                .createdAt(row.createdAt)
                .updatedAt(row.updatedAt)
                .closedAt(row.closedAt)
                .closedBy(row.closedBy)
                .commentCount(row.comments.size())
                .marker(row.marker);
        row.fields.forEach(issue::attribute);
        return issue.build();
    }

    private Label label(String project, String name) {
        return labels(project).getOrDefault(name, Label.of(name));
    }

    User user(String name) {
        var known = users.get(name);
        return known == null ? User.of("U-" + name, name) : known;
    }

    private @Nullable Milestone milestone(@Nullable String id) {
        return id == null ? null : milestones.get(id);
    }
}
