package dev.issuelink.github;

import dev.issuelink.model.Change;
import dev.issuelink.model.DroppedField;
import dev.issuelink.model.Issue;
import dev.issuelink.model.IssueChanges;
import dev.issuelink.model.Label;
import dev.issuelink.model.Marker;
import dev.issuelink.model.Priority;
import dev.issuelink.model.Resolution;
import dev.issuelink.model.StatusCategory;
import dev.issuelink.model.TargetStatus;
import dev.issuelink.model.User;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What one change of an issue comes to in GitHub's words. For one write and one thread. */
final class GitHubIssueUpdate {
    static final String NO_PRIORITY_LABEL = "GitHub has no priorities; name a label for it under priority_labels.";

    private static final Predicate<String> DOTS = name -> name.equals(".") || name.equals("..");

    private final GitHubConnection connection;
    private final IssueChanges changes;
    private final GitHubDrops drops = new GitHubDrops();
    private final Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    private final List<String> addedLabels;
    private final List<String> removedLabels;

    GitHubIssueUpdate(GitHubConnection connection, IssueChanges changes) {
        this.connection = connection;
        this.changes = changes;
        this.addedLabels = new ArrayList<>(changes.addedLabels());
        this.removedLabels = new ArrayList<>(changes.removedLabels());
        changes.fields().keySet().forEach(name -> drops.add(name, "", "GitHub's issues have no such field."));
        putTitle();
        changes.status().match(() -> false, this::putStatus, () -> false);
        putMilestone();
        put("type", changes.issueType());
    }

    /** Whether the issue must be read before: for the mark in its body, or the labels of other priorities. */
    boolean needsCurrent() {
        return !changes.body().isKeep()
                || !changes.priority().isKeep()
                || removedLabels.stream().anyMatch(DOTS);
    }

    void from(GitHubWire.Issue current) {
        if (!changes.body().isKeep()) {
            putBody(Optional.ofNullable(GitHubText.read(current.body()).marker()));
        }
        if (!changes.priority().isKeep()) {
            exchangePriority(connection.mapper().labels(current.labels()));
        }
        if (removedLabels.stream().anyMatch(DOTS)) {
            replaceLabels(connection.mapper().labels(current.labels()));
        }
    }

    /** No path leads to a label whose name is made of dots: the whole set is written instead. */
    private void replaceLabels(List<Label> current) {
        var names = new LinkedHashSet<>(addedLabels);
        current.stream()
                .map(Label::name)
                .filter(name -> removedLabels.stream().noneMatch(name::equalsIgnoreCase))
                .forEach(names::add);
        fields.put("labels", List.copyOf(names));
    }

    /** The fields to be sent in one request; null clears. */
    Map<String, @Nullable Object> fields() {
        return fields;
    }

    List<String> addedLabels() {
        return addedLabels;
    }

    /** The labels to be removed one by one. */
    List<String> removedLabels() {
        return removedLabels.stream().filter(DOTS.negate()).toList();
    }

    GitHubDrops drops() {
        return drops;
    }

    /** What did not stick. */
    List<DroppedField> dropped(Issue stored, Collection<String> labels, Collection<String> assignees) {
        drops.missingLabels(labels, stored);
        drops.missingAssignees(assignees, stored);
        drops.remaining(
                "labels",
                removedLabels,
                stored.labels().stream().map(Label::name).toList());
        drops.remaining(
                "assignees",
                changes.removedAssignees(),
                stored.assignees().stream().map(User::username).toList());
        drops.missingType(value(changes.issueType()), stored);
        if (fields.get("milestone") != null) {
            drops.missingMilestone(value(changes.milestone()), stored);
        }
        value(changes.status()).ifPresent(target -> missingStatus(target, stored));
        return drops.all();
    }

    private void missingStatus(TargetStatus target, Issue stored) {
        var done = target.category() == StatusCategory.DONE;
        if (done != stored.status().isDone()) {
            drops.add("status", target.category().name(), "GitHub did not change the status.");
        } else if (target.resolution()
                .filter(reason -> !stored.status().resolution().equals(Optional.of(reason)))
                .isPresent()) {
            drops.add(
                    "status",
                    target.resolution().map(Enum::name).orElse(""),
                    "GitHub takes a reason only together with a change from open to closed.");
        }
        if (target.category() == StatusCategory.IN_PROGRESS) {
            drops.add("status", target.category().name(), "GitHub knows open and closed only; the issue is open.");
        }
    }

    private void putTitle() {
        value(changes.title()).ifPresent(title -> {
            var written = GitHubText.title(title);
            drops.addCut("title", written, title);
            fields.put("title", written.text());
        });
    }

    private void putBody(Optional<Marker> marker) {
        var text = value(changes.body()).orElse("");
        var written = GitHubText.body(text, marker);
        drops.addCut("body", written, text);
        fields.put("body", written.text());
    }

    private boolean putStatus(TargetStatus target) {
        fields.put("state", target.category() == StatusCategory.DONE ? "closed" : "open");
        target.resolution().map(GitHubIssueUpdate::reason).ifPresent(reason -> fields.put("state_reason", reason));
        return true;
    }

    private void putMilestone() {
        if (changes.milestone() instanceof Change.Set<String> set) {
            GitHubIssueWriter.milestone(set.value(), drops).ifPresent(number -> fields.put("milestone", number));
        } else {
            put("milestone", changes.milestone());
        }
    }

    private void put(String name, Change<String> change) {
        if (!change.isKeep()) {
            fields.put(name, value(change).orElse(null));
        }
    }

    private void exchangePriority(List<Label> current) {
        var wanted = value(changes.priority()).flatMap(this::label);
        connection.settings().priorityLabels().values().stream()
                .filter(name -> wanted.filter(name::equalsIgnoreCase).isEmpty())
                .filter(name -> current.stream().anyMatch(label -> label.name().equalsIgnoreCase(name)))
                .forEach(removedLabels::add);
        wanted.ifPresent(addedLabels::add);
    }

    private Optional<String> label(Priority priority) {
        var label = connection.mapper().priorityLabel(priority);
        if (label.isEmpty()) {
            drops.add("priority", priority.name(), NO_PRIORITY_LABEL);
        }
        return label;
    }

    private static String reason(Resolution resolution) {
        return switch (resolution) {
            case NOT_PLANNED -> "not_planned";
            case DUPLICATE -> "duplicate";
            case COMPLETED, OTHER -> "completed";
        };
    }

    private static <T> Optional<T> value(Change<T> change) {
        return change.match(Optional::empty, Optional::of, Optional::empty);
    }
}
