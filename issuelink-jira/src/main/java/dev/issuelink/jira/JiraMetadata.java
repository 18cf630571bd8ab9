package dev.issuelink.jira;

import dev.issuelink.error.ErrorCode;
import dev.issuelink.error.TrackerException;
import dev.issuelink.http.HttpCall;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** What a project's screens ask for; remembered for some minutes, since every new issue needs it. */
final class JiraMetadata {
    private static final int PAGE_SIZE = 100;
    private static final int MOST_PAGES = 50;
    private static final int MOST_REMEMBERED = 100;
    private static final Duration REMEMBERED = Duration.ofMinutes(10);

    /**
     * The screen by which issues of a type are opened.
     *
     * @param type the type's id
     * @param fields its fields
     * @param until how long it may be believed
     */
    record Screen(String type, List<JiraField> fields, Instant until) {
        /** Copies the components. */
        Screen {
            fields = List.copyOf(fields);
        }

        boolean has(String field) {
            return fields.stream().anyMatch(one -> one.id().equals(field));
        }
    }

    private final JiraConnection connection;
    private final Map<String, Screen> screens = new LinkedHashMap<>();

    JiraMetadata(JiraConnection connection) {
        this.connection = connection;
    }

    Screen screen(String operation, String project, String type) {
        var name = project + "/" + type;
        synchronized (screens) {
            var known = screens.get(name);
            if (known != null && connection.now().isBefore(known.until())) {
                return known;
            }
        }
        var read = read(operation, project, type);
        synchronized (screens) {
            if (screens.size() >= MOST_REMEMBERED) {
                screens.clear();
            }
            screens.put(name, read);
        }
        return read;
    }

    /** Jira refused what the screens were thought to take. */
    void forget() {
        synchronized (screens) {
            screens.clear();
        }
    }

    /** The fields by which an issue can be changed now. */
    List<JiraField> editable(String operation, String id) {
        var call = connection.http().get(operation, "issue", id, "editmeta").build();
        return connection.http().read(call).path("fields").properties().stream()
                .flatMap(entry -> JiraField.of(entry.getValue(), entry.getKey()).stream())
                .toList();
    }

    private Screen read(String operation, String project, String type) {
        var id = typeId(operation, project, type);
        var fields = pages(
                        from -> call(operation, from, "issue", "createmeta", project, "issuetypes", id),
                        "fields",
                        "results",
                        "values")
                .stream()
                .flatMap(wire -> JiraField.of(wire, "").stream())
                .toList();
        return new Screen(id, fields, connection.now().plus(REMEMBERED));
    }

    private String typeId(String operation, String project, String wanted) {
        var types = pages(
                from -> call(operation, from, "issue", "createmeta", project, "issuetypes"),
                "issueTypes",
                "createMetaIssueType",
                "values");
        if (types.isEmpty()) {
            throw TrackerException.of(ErrorCode.PERMISSION, connection.tracker(), operation)
                    .message("The account may open no issues in the project " + project + ".")
                    .build();
        }
        return types.stream()
                .filter(type -> isCalled(type, wanted))
                .min((one, other) -> Boolean.compare(JiraJson.flag(one, "subtask"), JiraJson.flag(other, "subtask")))
                .flatMap(type -> JiraJson.word(type, "id"))
                .filter(id -> id.matches("\\d{1,18}"))
                .orElseThrow(() -> TrackerException.of(ErrorCode.VALIDATION, connection.tracker(), operation)
                        .message("The project " + project + " has no issues of the type \"" + wanted + "\"; it has "
                                + names(types) + ".")
                        .build());
    }

    private static boolean isCalled(JsonNode type, String wanted) {
        return Stream.of("id", "name", "untranslatedName")
                .flatMap(name -> JiraJson.text(type, name).stream())
                .anyMatch(wanted::equalsIgnoreCase);
    }

    private static String names(List<JsonNode> types) {
        return types.stream()
                .flatMap(type -> JiraJson.word(type, "name").stream())
                .limit(20)
                .collect(Collectors.joining(", "));
    }

    private HttpCall call(String operation, int from, Object... path) {
        return connection
                .http()
                .get(operation, path)
                .query("startAt", from)
                .query("maxResults", PAGE_SIZE)
                .build();
    }

    /** Cloud and Data Center name the list of a page otherwise. */
    private List<JsonNode> pages(IntFunction<HttpCall> call, String... names) {
        var all = new ArrayList<JsonNode>();
        for (var page = 0; page < MOST_PAGES; page++) {
            var body = connection.http().read(call.apply(all.size()));
            var items = items(body, names);
            all.addAll(items);
            var last =
                    Optional.of(body.path("isLast")).filter(JsonNode::isBoolean).map(JsonNode::asBoolean);
            if (items.isEmpty()
                    || last.orElseGet(() -> all.size() >= body.path("total").asInt(0))) {
                break;
            }
        }
        return all;
    }

    private static List<JsonNode> items(JsonNode body, String... names) {
        for (var name : names) {
            if (body.path(name).isArray()) {
                return JiraJson.items(body, name);
            }
        }
        return List.of();
    }
}
