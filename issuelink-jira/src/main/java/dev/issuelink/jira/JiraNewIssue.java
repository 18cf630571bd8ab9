package dev.issuelink.jira;

import dev.issuelink.error.ErrorCode;
import dev.issuelink.error.FieldFault;
import dev.issuelink.error.TrackerException;
import dev.issuelink.model.IssueDraft;
import dev.issuelink.model.Marker;
import dev.issuelink.model.Priority;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a draft comes to in Jira's words, given the screen by which it is opened. For one write and one thread. */
final class JiraNewIssue {
    private static final String OPERATION = "createIssue";
    private static final String NOT_THERE = "It is not on the screen by which issues of this type are opened.";

    private final JiraConnection connection;
    private final JiraKind kind;
    private final JiraMetadata.Screen screen;
    private final String project;
    private final JiraDrops drops = new JiraDrops();
    private final List<FieldFault> faults = new ArrayList<>();
    private final Map<String, Object> fields = new LinkedHashMap<>();
    private List<String> labels = List.of();

    JiraNewIssue(JiraConnection connection, JiraMetadata.Screen screen, String project) {
        this.connection = connection;
        this.kind = connection.http().kind(OPERATION);
        this.screen = screen;
        this.project = project;
    }

    void fill(IssueDraft draft, Marker marker, Optional<String> assignee) {
        fields.put("project", Map.of("key", project));
        fields.put("issuetype", Map.of("id", screen.type()));
        connection.settings().defaults().fields().forEach((name, value) -> putField(name, value, false));
        draft.fields().forEach((name, value) -> putField(name, value, true));
        putTexts(draft);
        putLabels(draft, marker);
        draft.priority().ifPresent(this::putPriority);
        draft.milestone().ifPresent(id -> putIfThere("fixVersions", "milestone", id, List.of(version(id))));
        assignee.ifPresent(account ->
                putIfThere("assignee", "assignees", account, Map.of(kind.isCloud() ? "accountId" : "name", account)));
    }

    /** What is sent. */
    Map<String, Object> fields() {
        return fields;
    }

    /** The labels that are sent, without ours. */
    List<String> labels() {
        return labels;
    }

    JiraDrops drops() {
        return drops;
    }

    /** Refuses, before anything is sent, what Jira would refuse, and says what is missing. */
    void check() {
        screen.fields().stream()
                .filter(field -> field.required() && !fields.containsKey(field.id()))
                .map(field -> new FieldFault(field.id(), "required", field.toString()))
                .forEach(faults::add);
        if (!faults.isEmpty()) {
            var told = faults.stream().map(FieldFault::message).collect(Collectors.joining("; "));
            throw TrackerException.of(ErrorCode.VALIDATION, connection.tracker(), OPERATION)
                    .message("An issue of this type in " + project + " lacks, or cannot have: " + told
                            + ". Give values under \"fields\" in the tracker's configuration, or with the issue.")
                    .fieldFaults(faults)
                    .build();
        }
    }

    /** A version by its id, or by its name if it is no number. */
    static Map<String, Object> version(String id) {
        return Map.of(id.matches("\\d{1,18}") ? "id" : "name", id);
    }

    /** What Jira calls a priority of ours. */
    static String priority(JiraSettings settings, Priority priority) {
        return settings.words().priorities().getOrDefault(priority.name(), priority.name());
    }

    private void putTexts(IssueDraft draft) {
        var title = JiraText.title(draft.title());
        drops.addCut("title", title, draft.title());
        fields.put("summary", title.wire());
        if (!draft.body().isEmpty()) {
            var body = JiraText.description(kind, draft.body());
            drops.addCut("body", body, draft.body());
            putIfThere("description", "body", draft.body(), body.wire());
        }
    }

    private void putLabels(IssueDraft draft, Marker marker) {
        var wanted = new LinkedHashSet<>(connection.settings().labels());
        wanted.addAll(draft.labels());
        if (!screen.has("labels")) {
            wanted.forEach(label -> drops.add("labels", label, NOT_THERE));
            return;
        }
        labels = JiraLabels.written(wanted, drops);
        var all = new LinkedHashSet<>(labels);
        all.add(JiraMarkers.label(marker));
        fields.put("labels", List.copyOf(all));
    }

    private void putPriority(Priority priority) {
        var name = priority(connection.settings(), priority);
        var field = JiraField.find(screen.fields(), "priority");
        if (field.isEmpty()) {
            drops.add("priority", priority.name(), NOT_THERE);
        } else if (!field.get().allowed().isEmpty() && field.get().choice(name).isEmpty()) {
            drops.add(
                    "priority",
                    priority.name(),
                    "Jira has no such priority here, but " + field.get().choices() + "; map it under \"priorities\".");
        } else {
            put(field.get(), name);
        }
    }

    private void putIfThere(String field, String name, String value, Object wire) {
        if (screen.has(field)) {
            fields.put(field, wire);
        } else {
            drops.add(name, value, NOT_THERE);
        }
    }

    /** Of what is configured for all types, a type may lack some. */
    private void putField(String name, String value, boolean asked) {
        var field = JiraField.find(screen.fields(), name);
        if (field.isPresent()) {
            put(field.get(), value);
        } else if (asked) {
            drops.add(name, value, NOT_THERE);
        }
    }

    private void put(JiraField field, String value) {
        try {
            fields.put(field.id(), JiraFieldValue.of(kind, field, value));
        } catch (JiraFieldValue.UnfitException unfit) {
            faults.add(new FieldFault(
                    field.id(), "invalid", field.name() + ": " + unfit.fault().message()));
        }
    }
}
