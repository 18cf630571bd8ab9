package dev.issuelink.testkit;

import dev.issuelink.error.ErrorCode;
import dev.issuelink.error.FieldFault;
import dev.issuelink.error.TrackerException;
import dev.issuelink.model.Attachment;
import dev.issuelink.model.AttachmentUpload;
import dev.issuelink.model.Change;
import dev.issuelink.model.DroppedField;
import dev.issuelink.model.Issue;
import dev.issuelink.model.IssueChanges;
import dev.issuelink.model.IssueDraft;
import dev.issuelink.model.Marker;
import dev.issuelink.model.StatusCategory;
import dev.issuelink.model.TargetStatus;
import dev.issuelink.model.WriteResult;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Writes of issues as the tracker in memory carries them out for its adapters. */
final class IssueWrites {
    private final InMemoryTracker tracker;
    private final TrackerState state;
    private final TrackerEdits edits;
    private final CallGate gate;

    IssueWrites(InMemoryTracker tracker, CallGate gate) {
        this.tracker = tracker;
        this.state = tracker.state();
        this.edits = tracker.edits();
        this.gate = gate;
    }

    WriteResult<Issue> create(IssueDraft draft, Marker marker) {
        var project = draft.project().orElse(state.mainProject());
        requireProject("createIssue", project);
        draft.milestone().ifPresent(id -> requireMilestone("createIssue", id));
        var dropped = new ArrayList<DroppedField>();
        var row = edits.open(project, draft.title(), draft.body(), marker, tracker.account());
        draft.labels().forEach(label -> edits.addLabel(row, label, tracker.account()));
        draft.assignees().forEach(name -> assign(row, name, dropped));
        row.priority = draft.priority().orElse(null);
        row.issueType = draft.issueType().orElse(null);
        row.milestone = draft.milestone().orElse(null);
        row.fields.putAll(draft.fields());
        edits.changed("opened", row, tracker.account());
        return new WriteResult<>(state.issue(row), dropped);
    }

    WriteResult<Issue> update(IssueRow row, IssueChanges changes) {
        if (changes.milestone() instanceof Change.Set<String> milestone) {
            requireMilestone("updateIssue", milestone.value());
        }
        var dropped = new ArrayList<DroppedField>();
        if (!changes.isEmpty()) {
            apply(row, changes, dropped);
            state.touch(row);
            edits.changed(action(changes), row, tracker.account());
        }
        return new WriteResult<>(state.issue(row), dropped);
    }

    private void apply(IssueRow row, IssueChanges changes, List<DroppedField> dropped) {
        apply(changes.title(), title -> row.title = title == null ? row.title : title);
        apply(changes.body(), body -> row.body = Objects.requireNonNullElse(body, ""));
        if (changes.status() instanceof Change.Set<TargetStatus> status) {
            edits.setStatus(row, status.value(), tracker.account());
        }
        apply(changes.priority(), priority -> row.priority = priority);
        apply(changes.milestone(), milestone -> row.milestone = milestone);
        apply(changes.issueType(), issueType -> row.issueType = issueType);
        changes.addedLabels().forEach(label -> edits.addLabel(row, label, tracker.account()));
        row.labels.removeAll(changes.removedLabels());
        changes.addedAssignees().forEach(name -> assign(row, name, dropped));
        row.assignees.removeAll(changes.removedAssignees());
        changes.fields().forEach((name, change) -> apply(change, value -> put(row.fields, name, value)));
    }

    private static <T> void apply(Change<T> change, Consumer<@Nullable T> setter) {
        if (change instanceof Change.Set<T> set) {
            setter.accept(set.value());
        } else if (!change.isKeep()) {
            setter.accept(null);
        }
    }

    private static void put(Map<String, String> fields, String name, @Nullable String value) {
        if (value == null) {
            fields.remove(name);
        } else {
            fields.put(name, value);
        }
    }

    private static String action(IssueChanges changes) {
        if (changes.status() instanceof Change.Set<TargetStatus> status) {
            return status.value().category() == StatusCategory.DONE ? "closed" : "reopened";
        }
        return "edited";
    }

    private void assign(IssueRow row, String name, List<DroppedField> dropped) {
        if (state.users.containsKey(name)) {
            row.assignees.add(name);
        } else {
            dropped.add(
                    new DroppedField("assignees", name, "Nobody of that name can be assigned; add the user first."));
        }
    }

    WriteResult<Issue> transfer(IssueRow row, String project) {
        requireProject("transferIssue", project);
        return WriteResult.complete(state.issue(edits.transfer(row, project, tracker.account())));
    }

    WriteResult<Attachment> attach(IssueRow row, AttachmentUpload file) {
        var id = "A" + state.next();
        var attachment = new Attachment(id, file.name(), size(file), URI.create("https://tracker.example/files/" + id));
        row.attachments.add(attachment);
        state.touch(row);
        edits.changed("edited", row, tracker.account());
        return WriteResult.complete(attachment);
    }

    private long size(AttachmentUpload file) {
        try {
            return Files.size(file.content());
        } catch (IOException unreadable) {
            throw TrackerException.of(ErrorCode.VALIDATION, tracker.name(), "attachFile")
                    .message("The file " + file.name() + " cannot be read.")
                    .cause(unreadable)
                    .build();
        }
    }

    private void requireProject(String operation, String project) {
        if (!state.projects.contains(project)) {
            throw gate.failure(ErrorCode.NOT_FOUND, operation, "There is no project " + project + ".");
        }
    }

    private void requireMilestone(String operation, String id) {
        if (!state.milestones.containsKey(id)) {
            throw TrackerException.of(ErrorCode.VALIDATION, tracker.name(), operation)
                    .message("There is no milestone " + id + ".")
                    .fieldFaults(List.of(new FieldFault("milestone", "invalid", "")))
                    .build();
        }
    }
}
