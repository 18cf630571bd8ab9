package dev.issuelink.testkit.jira;

import dev.issuelink.testkit.internal.Json;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Writes fields into an issue as creations, edits and screens send them: all of them, or none. */
final class FieldWrites {

    private static final int LONGEST_SUMMARY = 255;
    private static final int LONGEST_LABEL = 255;

    private final World world;
    private final Issue issue;
    private final Map<String, @Nullable Object> errors = new LinkedHashMap<>();
    private final List<Runnable> writes = new ArrayList<>();
    private final List<Map<String, @Nullable Object>> changes = new ArrayList<>();

    FieldWrites(World world, Issue issue) {
        this.world = world;
        this.issue = issue;
    }

    /** What was written, for webhooks. Nothing is if a field is wrong. */
    List<Map<String, @Nullable Object>> write(Map<?, ?> fields, Map<?, ?> operations) throws Refusal {
        for (var entry : fields.entrySet()) {
            var name = String.valueOf(entry.getKey());
            if (operations.containsKey(name)) {
                throw Refusal.field(name, "Field '" + name + "' cannot be in both 'fields' and 'update'.");
            }
            set(name, entry.getValue());
        }
        for (var entry : operations.entrySet()) {
            operate(String.valueOf(entry.getKey()), (List<?>) entry.getValue());
        }
        if (!errors.isEmpty()) {
            throw Refusal.fields(errors);
        }
        writes.forEach(Runnable::run);
        return changes;
    }

    private void set(String name, @Nullable Object value) throws Refusal {
        if (List.of("project", "issuetype").contains(name)) {
            setType(name, value);
            return;
        }
        var field = issue.project.screen().stream()
                .filter(one -> one.id().equals(name))
                .findFirst();
        if (field.isEmpty()) {
            errors.put(name, "Field '" + name + "' cannot be set. It is not on the appropriate screen, or unknown.");
            return;
        }
        switch (name) {
            case "summary" -> summary(value);
            case "description" -> {
                var text = Texts.sent(world.cloud(), name, value);
                later(name, () -> issue.description = text);
            }
            case "labels" -> labels((List<?>) Optional.ofNullable(value).orElse(List.of()));
            case "priority" -> priority(value);
            case "assignee" -> assignee(value);
            case "fixVersions" -> versions((List<?>) Optional.ofNullable(value).orElse(List.of()));
            default -> custom(field.get(), value);
        }
    }

    private void setType(String name, @Nullable Object value) {
        if (name.equals("issuetype") && value instanceof Map<?, ?> map) {
            Project.TYPES.stream()
                    .filter(type ->
                            type.equals(map.get("name")) || Project.typeId(type).equals(map.get("id")))
                    .findFirst()
                    .ifPresentOrElse(
                            type -> later(name, () -> issue.type = type),
                            () -> errors.put(name, "Specify a valid issue type"));
        }
    }

    private void summary(@Nullable Object value) {
        if (!(value instanceof String text) || text.isBlank()) {
            errors.put("summary", "You must specify a summary of the issue.");
        } else if (text.contains("\n") || text.contains("\r")) {
            errors.put("summary", "The summary is invalid because it contains newline characters.");
        } else if (text.length() > LONGEST_SUMMARY) {
            errors.put("summary", "Summary must be less than 255 characters.");
        } else {
            later("summary", () -> issue.summary = text);
        }
    }

    private void labels(List<?> labels) {
        if (labels.stream().allMatch(this::isLabel)) {
            later("labels", () -> {
                issue.labels.clear();
                labels.forEach(label -> issue.labels.add(String.valueOf(label)));
            });
        }
    }

    private boolean isLabel(@Nullable Object label) {
        var text = String.valueOf(label);
        if (text.isEmpty() || text.length() > LONGEST_LABEL || text.chars().anyMatch(Character::isWhitespace)) {
            errors.put("labels", "The label '" + text + "' contains spaces which is invalid.");
            return false;
        }
        return true;
    }

    private void priority(@Nullable Object value) {
        var map = value instanceof Map<?, ?> given ? given : Map.of();
        var priority = Project.PRIORITIES.stream()
                .filter(name -> name.equals(map.get("name"))
                        || Long.toString(1 + Project.PRIORITIES.indexOf(name)).equals(map.get("id")))
                .findFirst();
        priority.ifPresentOrElse(
                name -> later("priority", () -> issue.priority = name),
                () -> errors.put("priority", "Specify the Priority (name) in string format"));
    }

    private void assignee(@Nullable Object value) {
        var name = value instanceof Map<?, ?> map ? map.get(world.cloud() ? "accountId" : "name") : null;
        var account = world.named(name);
        if (name != null && account.isEmpty()) {
            errors.put("assignee", "User '" + name + "' cannot be assigned issues.");
        } else {
            later("assignee", () -> issue.assignee = account.orElse(null));
        }
    }

    private void versions(List<?> values) {
        var found = new ArrayList<Version>();
        values.forEach(value -> version(value).ifPresent(found::add));
        later("fixVersions", () -> {
            issue.versions.clear();
            issue.versions.addAll(found);
        });
    }

    private Optional<Version> version(@Nullable Object value) {
        var map = value instanceof Map<?, ?> given ? given : Map.of();
        var found = issue.project.versions.stream()
                .filter(version -> Long.toString(version.id()).equals(map.get("id"))
                        || version.name().equals(map.get("name")))
                .findFirst();
        if (found.isEmpty()) {
            errors.put("fixVersions", "Version id '" + map.get("id") + "' is not valid");
        }
        return found;
    }

    private void custom(Field field, @Nullable Object value) throws Refusal {
        var text = field.custom().endsWith(":textarea") ? Texts.sent(world.cloud(), field.id(), value) : value;
        if (field.type().equals("option") && value instanceof Map<?, ?> map) {
            var choice = field.choices().stream()
                    .filter(one ->
                            one.equals(map.get("value")) || field.choiceId(one).equals(map.get("id")))
                    .findFirst();
            choice.ifPresentOrElse(
                    one -> later(
                            field.id(),
                            () -> issue.custom.put(field.id(), Json.object("id", field.choiceId(one), "value", one))),
                    () -> errors.put(field.id(), "Option id '" + map.get("id") + "' is not valid"));
        } else if (field.type().equals("number") && value != null && !(value instanceof Number)) {
            errors.put(field.id(), "Operation value must be a number");
        } else {
            later(field.id(), () -> issue.custom.put(field.id(), text));
        }
    }

    /** Adding and removing one by one. */
    private void operate(String name, List<?> steps) {
        if (!List.of("labels", "fixVersions").contains(name)) {
            errors.put(name, "Field '" + name + "' cannot be set. It is not on the appropriate screen, or unknown.");
            return;
        }
        var seen = new HashSet<String>();
        for (var step : steps) {
            var operation = ((Map<?, ?>) step).entrySet().iterator().next();
            seen.add(String.valueOf(operation.getKey()));
            if (name.equals("labels")) {
                label(String.valueOf(operation.getKey()), operation.getValue());
            } else {
                fixVersion(String.valueOf(operation.getKey()), operation.getValue());
            }
        }
        if (seen.contains("set") && seen.size() > 1) {
            errors.put(name, "'set' cannot stand with other operations");
        }
    }

    private void label(String operation, @Nullable Object value) {
        if (operation.equals("remove")) {
            later("labels", () -> issue.labels.remove(String.valueOf(value)));
        } else if (isLabel(value)) {
            later("labels", () -> issue.labels.add(String.valueOf(value)));
        }
    }

    private void fixVersion(String operation, @Nullable Object value) {
        version(value)
                .ifPresent(version -> later("fixVersions", () -> {
                    if (operation.equals("remove")) {
                        issue.versions.remove(version);
                    } else {
                        issue.versions.add(version);
                    }
                }));
    }

    private void later(String field, Runnable write) {
        writes.add(write);
        changes.add(World.change(field, null, null));
    }
}
