package dev.issuelink.jira;

import dev.issuelink.http.HttpCall;
import dev.issuelink.http.HttpReply;
import dev.issuelink.model.Cursor;
import dev.issuelink.model.Listing;
import dev.issuelink.model.Page;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Jira's search: on Cloud each page names the next by a token, on Data Center pages are counted. */
final class JiraSearch {
    /** Jira gives fewer where it likes. */
    static final int PAGE_SIZE = 100;

    /** What is read of an issue; Cloud tells nothing but the id unless it is asked. */
    static final List<String> FIELDS = List.of(
            "summary",
            "description",
            "status",
            "resolution",
            "resolutiondate",
            "statuscategorychangedate",
            "labels",
            "assignee",
            "creator",
            "reporter",
            "priority",
            "issuetype",
            "project",
            "created",
            "updated",
            "fixVersions",
            "components",
            "duedate",
            "parent",
            "comment");

    private static final String RESOURCE = "jql";

    private final JiraConnection connection;

    JiraSearch(JiraConnection connection) {
        this.connection = connection;
    }

    /** The names of the fields that are read, those that are configured by id among them. */
    List<String> fields() {
        var configured = connection.settings().defaults().fields().keySet().stream()
                .filter(name -> name.matches("customfield_\\d{1,18}"));
        return Stream.concat(FIELDS.stream(), configured).toList();
    }

    /** The issues that match; the query is written when the first page is asked for. */
    Listing<JsonNode> list(String operation, Supplier<JiraJql> query, List<String> fields) {
        return () -> {
            var jql = query.get().toString();
            Function<Optional<Cursor>, HttpCall> call = from -> call(operation, jql, fields, from);
            return connection
                    .http()
                    .list(
                            () -> call.apply(Optional.empty()),
                            page -> new Page<>(JiraJson.items(page, "issues"), next(page), 0),
                            next -> call.apply(Optional.of(next)))
                    .pages();
        };
    }

    /** One page from the beginning. */
    HttpReply<JsonNode> first(String operation, JiraJql query) {
        return connection.http().send(call(operation, query.toString(), fields(), Optional.empty()));
    }

    /** Where the next page is. A short page is not the last one. */
    Optional<Cursor> next(JsonNode page) {
        if (connection.http().kindSoFar().isCloud()) {
            return JiraJson.word(page, "nextPageToken").map(Cursor::new);
        }
        var end = page.path("startAt").asLong(0) + page.path("issues").size();
        var more = !page.path("issues").isEmpty() && end < page.path("total").asLong(0);
        return more ? Optional.of(new Cursor(Long.toString(end))) : Optional.empty();
    }

    private HttpCall call(String operation, String jql, List<String> fields, Optional<Cursor> from) {
        var cloud = connection.http().kind(operation).isCloud();
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("jql", jql);
        body.put("maxResults", PAGE_SIZE);
        body.put("fields", new ArrayList<>(fields));
        if (cloud) {
            body.put("properties", List.of(JiraMarkers.PROPERTY));
            from.ifPresent(next -> body.put("nextPageToken", next.value()));
        } else {
            body.put("startAt", from.map(next -> Long.valueOf(next.value())).orElse(0L));
        }
        var call = cloud
                ? connection.http().post(operation, "search", "jql")
                : connection.http().post(operation, "search");
        return call.json(body).readOnly().resource(RESOURCE).build();
    }
}
