package dev.issuelink.jira;

import dev.issuelink.error.ErrorCode;
import dev.issuelink.error.TrackerException;
import dev.issuelink.jira.JiraWorkflow.Status;
import dev.issuelink.jira.JiraWorkflow.Transition;
import dev.issuelink.model.Issue;
import dev.issuelink.model.Resolution;
import dev.issuelink.model.TargetStatus;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * Moves one issue through its workflow. Screens are filled from the configuration; a way that does not exist is a refusal
 * that says where it ends. For one write and one thread.
 */
final class JiraTransitions implements JiraWorkflowWalk.Issue {
    private static final String RESOLUTION = "resolution";
    private static final String COMMENT = "comment";

    private final JiraConnection connection;
    private final String operation;
    private final String id;
    private final TargetStatus target;
    private final JiraDrops drops;
    private final Map<String, JiraScreen> screens = new HashMap<>();
    private boolean moved;

    JiraTransitions(JiraConnection connection, String operation, String id, TargetStatus target, JiraDrops drops) {
        this.connection = connection;
        this.operation = operation;
        this.id = id;
        this.target = target;
        this.drops = drops;
    }

    /**
     * Moves the issue.
     *
     * @param before the issue as it was just read
     * @return whether anything was written
     */
    boolean move(Issue before) {
        var isThere = target.name()
                .map(name -> name.equalsIgnoreCase(before.status().name()))
                .orElseGet(() -> before.status().category() == target.category());
        if (isThere) {
            keepReason(before);
            return false;
        }
        var outcome = JiraWorkflowWalk.walk(this, new JiraWorkflow(), target);
        outcome.problem().ifPresent(problem -> {
            throw TrackerException.of(ErrorCode.VALIDATION, connection.tracker(), operation)
                    .message(problem + " Values for screens stand under \"transition_fields\" and \"resolutions\".")
                    .build();
        });
        return moved;
    }

    @Override
    public Status status() {
        var call = connection
                .http()
                .get(operation, "issue", id)
                .query("fields", "status")
                .build();
        return status(JiraJson.at(connection.http().read(call), "fields", "status"));
    }

    @Override
    public List<Transition> transitions() {
        var call = connection
                .http()
                .get(operation, "issue", id, "transitions")
                .query("expand", "transitions.fields")
                .build();
        return JiraJson.items(connection.http().read(call), "transitions").stream()
                .flatMap(wire -> transition(wire).stream())
                .toList();
    }

    @Override
    public Optional<String> perform(Transition transition) {
        var fields = new LinkedHashMap<>(screens.getOrDefault(transition.id(), new JiraScreen(Map.of(), List.of()))
                .fields());
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("transition", Map.of("id", transition.id()));
        var comment = fields.remove(COMMENT);
        if (!fields.isEmpty()) {
            body.put("fields", fields);
        }
        if (comment != null) {
            body.put("update", Map.of(COMMENT, List.of(Map.of("add", Map.of("body", comment)))));
        }
        try {
            connection
                    .http()
                    .tell(connection
                            .http()
                            .post(operation, "issue", id, "transitions")
                            .json(body)
                            .build());
            moved = true;
            return Optional.empty();
        } catch (TrackerException refused) {
            if (refused.code() == ErrorCode.VALIDATION || refused.code() == ErrorCode.CONFLICT) {
                return Optional.of(refused.trackerMessage().orElseGet(refused::toString));
            }
            throw refused;
        }
    }

    private Optional<Transition> transition(JsonNode wire) {
        var number = JiraJson.word(wire, "id").filter(text -> text.matches("\\d{1,18}"));
        number.ifPresent(found -> screens.put(found, JiraScreen.fill(wire.path("fields"), this::value)));
        return number.map(found -> new Transition(
                found,
                JiraJson.text(wire, "name").orElse(found),
                status(wire.path("to")),
                screens.getOrDefault(found, new JiraScreen(Map.of(), List.of())).missing()));
    }

    private static Status status(JsonNode wire) {
        var name = JiraJson.text(wire, "name").orElse("");
        return new Status(
                JiraJson.text(wire, "id").orElse(name),
                name,
                JiraMapper.category(JiraJson.text(wire, "statusCategory", "key").orElse("")));
    }

    private Optional<Object> value(String field, JsonNode wire) {
        if (field.equals(RESOLUTION)) {
            return resolution(JiraJson.items(wire, "allowedValues"));
        }
        var kind = connection.http().kindSoFar();
        var given = JiraField.of(wire, field)
                .flatMap(described -> configured(field, described.name()).map(text -> new Given(described, text)));
        if (given.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    field.equals(COMMENT)
                            ? JiraText.description(kind, given.get().text()).wire()
                            : JiraFieldValue.of(
                                    kind, given.get().field(), given.get().text()));
        } catch (JiraFieldValue.UnfitException unfit) {
            return Optional.empty();
        }
    }

    private record Given(JiraField field, String text) {}

    private Optional<String> configured(String field, String name) {
        var fields = connection.settings().defaults().transitionFields();
        return Optional.ofNullable(fields.get(field))
                .or(() -> fields.entrySet().stream()
                        .filter(entry -> entry.getKey().equalsIgnoreCase(name))
                        .map(Map.Entry::getValue)
                        .findFirst());
    }

    /** The one that was asked for; else what usually means that the work is done. */
    private Optional<Object> resolution(List<JsonNode> allowed) {
        var wanted = target.resolution().orElse(Resolution.COMPLETED);
        return allowed.stream()
                .filter(choice -> JiraJson.word(choice, "name")
                        .filter(name -> connection.mapper().resolution(name) == wanted)
                        .isPresent())
                .findFirst()
                .or(() -> target.resolution().isPresent()
                        ? Optional.empty()
                        : allowed.stream().findFirst())
                .flatMap(choice -> JiraJson.word(choice, "id"))
                .map(found -> Map.of("id", found));
    }

    private void keepReason(Issue before) {
        target.resolution()
                .filter(reason -> !before.status().resolution().equals(Optional.of(reason)))
                .ifPresent(reason -> drops.add(
                        "status", reason.name(), "Jira takes a reason only together with a change of status."));
    }
}
