package dev.issuelink.gitlab;

import dev.issuelink.model.Change;
import dev.issuelink.model.DroppedField;
import dev.issuelink.model.Issue;
import dev.issuelink.model.IssueChanges;
import dev.issuelink.model.Label;
import dev.issuelink.model.Priority;
import dev.issuelink.model.Resolution;
import dev.issuelink.model.StatusCategory;
import dev.issuelink.model.TargetStatus;
import dev.issuelink.model.User;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What one change of an issue comes to in GitLab's words, given how it is now. For one write and one thread. */
final class GitLabIssueUpdate {
    static final String NO_PRIORITY_LABEL = "GitLab has no priorities; name a label for it under priority_labels.";

    private final GitLabConnection connection;
    private final IssueChanges changes;
    private final GitLabNode current;
    private final GitLabDrops drops = new GitLabDrops();
    private final Map<String, Object> fields = new LinkedHashMap<>();
    private final Map<String, String> ownFields = new LinkedHashMap<>();
    private final List<String> added;
    private final List<String> removed;
    private List<String> written = List.of();
    private Optional<String> milestone = Optional.empty();

    GitLabIssueUpdate(GitLabConnection connection, IssueChanges changes, GitLabNode current) {
        this.connection = connection;
        this.changes = changes;
        this.current = current;
        this.added = new ArrayList<>(changes.addedLabels());
        this.removed = new ArrayList<>(changes.removedLabels());
    }

    /** The fields to be sent; empty if nothing is to be changed. */
    Map<String, Object> fields() {
        return fields;
    }

    void prepare(String operation, GitLabProject project, GitLabPrecheck precheck, GitLabPeople people) {
        putTexts();
        value(changes.status())
                .ifPresent(target ->
                        fields.put("state_event", target.category() == StatusCategory.DONE ? "close" : "reopen"));
        putLabels(operation, project, precheck);
        putAssignees(operation, people);
        putMilestone(operation, project, precheck);
        putType();
        changes.fields().forEach(this::putField);
    }

    private void putTexts() {
        value(changes.title()).ifPresent(title -> {
            var written = GitLabText.title(title);
            drops.addCut("title", written, title);
            fields.put("title", written.text());
        });
        if (!changes.body().isKeep()) {
            var text = value(changes.body()).orElse("");
            var marker = Optional.ofNullable(
                    GitLabText.read(current.words("description")).marker());
            var written = GitLabText.body(text, marker);
            drops.addCut("body", written, text);
            fields.put("description", written.text());
        }
    }

    /** Added and removed, never replaced, so that what people did meanwhile stays. */
    private void putLabels(String operation, GitLabProject project, GitLabPrecheck precheck) {
        if (!changes.priority().isKeep()) {
            exchangePriority();
        }
        written = precheck.labels(operation, project, added, drops);
        var unwanted = new LinkedHashSet<>(removed);
        unwanted.removeIf(name -> name.contains(","));
        if (!written.isEmpty()) {
            fields.put("add_labels", String.join(",", written));
        }
        if (!unwanted.isEmpty()) {
            fields.put("remove_labels", String.join(",", unwanted));
        }
    }

    private void exchangePriority() {
        var wanted = value(changes.priority()).flatMap(this::priorityLabel);
        var carried =
                connection.mapper().labels(current).stream().map(Label::name).toList();
        connection.settings().priorityLabels().values().stream()
                .filter(name -> wanted.filter(name::equalsIgnoreCase).isEmpty())
                .filter(name -> carried.stream().anyMatch(name::equalsIgnoreCase))
                .forEach(removed::add);
        wanted.ifPresent(added::add);
    }

    private Optional<String> priorityLabel(Priority priority) {
        var label = connection.mapper().priorityLabel(priority);
        if (label.isEmpty()) {
            drops.add("priority", priority.name(), NO_PRIORITY_LABEL);
        }
        return label;
    }

    /** GitLab takes the whole set only; it is made of how the issue was a moment ago. */
    private void putAssignees(String operation, GitLabPeople people) {
        if (changes.addedAssignees().isEmpty() && changes.removedAssignees().isEmpty()) {
            return;
        }
        var before = connection.mapper().assignees(current);
        var ids = new LinkedHashSet<Long>();
        before.stream()
                .filter(user ->
                        changes.removedAssignees().stream().noneMatch(name -> GitLabPeople.isCalled(user, name)))
                .map(user -> Long.valueOf(user.id()))
                .forEach(ids::add);
        ids.addAll(people.assignees(operation, changes.addedAssignees(), drops).values());
        if (!ids.equals(new LinkedHashSet<>(
                before.stream().map(User::id).map(Long::valueOf).toList()))) {
            // Zero alone takes everybody away.
            fields.put("assignee_ids", ids.isEmpty() ? List.of(0L) : List.copyOf(ids));
        }
    }

    private void putMilestone(String operation, GitLabProject project, GitLabPrecheck precheck) {
        milestone = value(changes.milestone());
        if (!changes.milestone().isKeep()) {
            fields.put(
                    "milestone_id",
                    milestone
                            .map(id -> precheck.milestone(operation, project, id))
                            .orElse(0L));
        }
    }

    private void putType() {
        if (changes.issueType() instanceof Change.Set<String> set) {
            fields.put("issue_type", set.value());
        } else if (!changes.issueType().isKeep()) {
            fields.put("issue_type", "issue");
        }
    }

    private void putField(String name, Change<String> change) {
        var known = GitLabFields.of(name);
        if (change.isKeep()) {
            return;
        }
        var value =
                known.flatMap(field -> change.match(Optional::empty, field::value, () -> Optional.of(field.cleared())));
        value.ifPresentOrElse(
                json -> fields.put(name, json),
                () -> drops.add(name, value(change).orElse(""), GitLabFields.UNKNOWN));
        if (value.isPresent()) {
            value(change).ifPresent(text -> ownFields.put(name, text));
        }
    }

    /** What did not stick. */
    List<DroppedField> dropped(Issue stored) {
        drops.missingLabels(written, stored);
        drops.remainingLabels(removed, stored);
        var missed = drops.all().stream()
                .filter(drop -> drop.field().equals("assignees"))
                .map(DroppedField::value)
                .toList();
        drops.missingAssignees(
                changes.addedAssignees().stream()
                        .filter(name -> !missed.contains(name))
                        .map(GitLabPeople::username)
                        .toList(),
                stored);
        drops.remainingAssignees(
                changes.removedAssignees().stream().map(GitLabPeople::username).toList(), stored);
        drops.missingMilestone(milestone, stored);
        drops.missingType(value(changes.issueType()), stored);
        GitLabIssueWriter.missingFields(ownFields, stored, drops);
        GitLabIssueWriter.changedText(fields, stored, drops);
        value(changes.status()).ifPresent(target -> missingStatus(target, stored));
        return drops.all();
    }

    private void missingStatus(TargetStatus target, Issue stored) {
        if ((target.category() == StatusCategory.DONE) != stored.status().isDone()) {
            drops.add("status", target.category().name(), "GitLab did not change the status.");
        } else if (target.category() == StatusCategory.IN_PROGRESS) {
            drops.add("status", target.category().name(), "GitLab knows opened and closed only; the issue is open.");
        }
        target.resolution()
                .filter(reason -> reason != Resolution.COMPLETED)
                .filter(reason -> !stored.status().resolution().equals(Optional.of(reason)))
                .ifPresent(reason -> drops.add("status", reason.name(), "GitLab keeps no reason for closing."));
    }

    private static <T> Optional<T> value(Change<T> change) {
        return change.match(Optional::empty, Optional::of, Optional::empty);
    }
}
