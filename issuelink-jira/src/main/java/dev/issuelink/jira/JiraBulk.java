package dev.issuelink.jira;

import dev.issuelink.model.Issue;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Reads many issues as they really are: at once on Cloud, one by one on Data Center. */
final class JiraBulk {
    /** Cloud's limit where texts and comments are asked for. */
    private static final int MOST = 100;

    private final JiraConnection connection;
    private final JiraSearch search;

    JiraBulk(JiraConnection connection, JiraSearch search) {
        this.connection = connection;
        this.search = search;
    }

    /** The issues that are still there, by their age. */
    List<Issue> read(String operation, List<JsonNode> found) {
        var ids = found.stream().flatMap(wire -> JiraMapper.id(wire).stream()).toList();
        var issues = new ArrayList<Issue>();
        if (connection.http().kind(operation).isCloud()) {
            for (var from = 0; from < ids.size(); from += MOST) {
                issues.addAll(fetch(operation, ids.subList(from, Math.min(ids.size(), from + MOST))));
            }
        } else {
            ids.forEach(id -> one(operation, id).ifPresent(issues::add));
        }
        issues.sort(Comparator.comparing(issue -> Long.valueOf(issue.key().id())));
        return issues;
    }

    private List<Issue> fetch(String operation, List<String> ids) {
        var call = connection
                .http()
                .post(operation, "issue", "bulkfetch")
                .json(Map.of(
                        "issueIdsOrKeys", ids, "fields", search.fields(), "properties", List.of(JiraMarkers.PROPERTY)))
                .readOnly()
                .build();
        return connection.mapper().issues(JiraJson.items(connection.http().read(call), "issues"));
    }

    private Optional<Issue> one(String operation, String id) {
        var call = connection
                .http()
                .get(operation, "issue", id)
                .query("fields", String.join(",", search.fields()))
                .query("properties", JiraMarkers.PROPERTY)
                .expect(404)
                .build();
        return connection
                .http()
                .send(call)
                .body()
                .map(wire -> connection.mapper().issue(wire, id));
    }
}
