package dev.issuelink.jira;

import dev.issuelink.model.Change;
import dev.issuelink.model.DroppedField;
import dev.issuelink.model.Issue;
import dev.issuelink.model.IssueChanges;
import dev.issuelink.model.Label;
import dev.issuelink.model.Milestone;
import dev.issuelink.model.Priority;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What one change of an issue comes to in Jira's words. Labels and versions are added and removed one by one, never
 * replaced: people add theirs meanwhile. For one write and one thread.
 */
final class JiraIssueUpdate {
    private static final String OPERATION = "updateIssue";

    private final JiraConnection connection;
    private final JiraKind kind;
    private final IssueChanges changes;
    private final Issue before;
    private final JsonNode description;
    private final JiraDrops drops = new JiraDrops();
    private final Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    private final Map<String, List<Map<String, Object>>> operations = new LinkedHashMap<>();
    private List<String> added = List.of();
    private List<String> removed = List.of();

    JiraIssueUpdate(JiraConnection connection, IssueChanges changes, Issue before, JsonNode current) {
        this.connection = connection;
        this.kind = connection.http().kind(OPERATION);
        this.changes = changes;
        this.before = before;
        this.description = current.path("fields").path("description");
    }

    /** Fills in what changes; the fields of the screen are asked for only if something depends on them. */
    void fill(Supplier<List<JiraField>> editable) {
        putTexts();
        putLabels();
        putMilestone();
        value(changes.issueType()).ifPresent(type -> fields.put("issuetype", named(type)));
        var asksScreen = !changes.fields().isEmpty() || !changes.priority().isKeep();
        if (asksScreen) {
            var screen = editable.get();
            putPriority(screen);
            changes.fields().forEach((name, change) -> putField(screen, name, change));
        }
    }

    boolean isEmpty() {
        return fields.isEmpty() && operations.isEmpty();
    }

    /** The fields that get a new value; null clears. */
    Map<String, @Nullable Object> fields() {
        return fields;
    }

    /** What is added and removed, by field. */
    Map<String, List<Map<String, Object>>> operations() {
        return operations;
    }

    JiraDrops drops() {
        return drops;
    }

    /** What did not stick. */
    List<DroppedField> dropped(Issue stored) {
        drops.missingLabels(added, stored);
        var there = stored.labels().stream().map(Label::name).toList();
        removed.stream()
                .filter(there::contains)
                .forEach(label -> drops.add("labels", label, "It was to be removed, but is still there."));
        return drops.all();
    }

    private void putTexts() {
        value(changes.title()).ifPresent(title -> {
            var written = JiraText.title(title);
            drops.addCut("title", written, title);
            fields.put("summary", written.wire());
        });
        if (!changes.body().isKeep()) {
            var text = value(changes.body()).orElse("");
            var written = JiraText.changed(kind, description, text);
            drops.addCut("body", written, text);
            fields.put("description", text.isEmpty() ? null : written.wire());
        }
    }

    private void putLabels() {
        added = JiraLabels.written(changes.addedLabels(), drops);
        removed = changes.removedLabels().stream().map(JiraLabels::written).toList();
        var steps = new ArrayList<Map<String, Object>>();
        added.forEach(label -> steps.add(Map.of("add", label)));
        removed.forEach(label -> steps.add(Map.of("remove", label)));
        if (!steps.isEmpty()) {
            operations.put("labels", steps);
        }
    }

    /** The version that was shown makes room for another; further ones are people's own. */
    private void putMilestone() {
        if (changes.milestone().isKeep()) {
            return;
        }
        var wanted = value(changes.milestone());
        var shown = before.milestone().map(Milestone::id);
        var steps = new ArrayList<Map<String, Object>>();
        shown.filter(id -> !wanted.equals(Optional.of(id)))
                .ifPresent(id -> steps.add(Map.of("remove", JiraNewIssue.version(id))));
        wanted.filter(id -> !shown.equals(Optional.of(id)))
                .ifPresent(id -> steps.add(Map.of("add", JiraNewIssue.version(id))));
        if (!steps.isEmpty()) {
            operations.put("fixVersions", steps);
        }
    }

    private void putPriority(List<JiraField> screen) {
        if (changes.priority() instanceof Change.Clear) {
            drops.add("priority", "", "Jira's issues always have a priority.");
        }
        value(changes.priority()).ifPresent(priority -> putPriority(screen, priority));
    }

    private void putPriority(List<JiraField> screen, Priority priority) {
        var name = JiraNewIssue.priority(connection.settings(), priority);
        var field = JiraField.find(screen, "priority");
        if (field.isEmpty()
                || (!field.get().allowed().isEmpty() && field.get().choice(name).isEmpty())) {
            drops.add("priority", priority.name(), "It cannot be given to this issue; map it under \"priorities\".");
        } else {
            put(field.get(), name);
        }
    }

    private void putField(List<JiraField> screen, String name, Change<String> change) {
        if (change.isKeep()) {
            return;
        }
        var field = JiraField.find(screen, name);
        if (field.isEmpty()) {
            drops.add(name, value(change).orElse(""), "It is not on the screen by which this issue is changed.");
        } else {
            value(change)
                    .ifPresentOrElse(
                            text -> put(field.get(), text),
                            () -> fields.put(field.get().id(), null));
        }
    }

    private void put(JiraField field, String text) {
        try {
            fields.put(field.id(), JiraFieldValue.of(kind, field, text));
        } catch (JiraFieldValue.UnfitException unfit) {
            drops.add(field.name(), text, unfit.fault().message());
        }
    }

    private static Map<String, Object> named(String text) {
        return Map.of(text.matches("\\d{1,18}") ? "id" : "name", text);
    }

    private static <T> Optional<T> value(Change<T> change) {
        return change.match(Optional::empty, Optional::of, Optional::empty);
    }
}
