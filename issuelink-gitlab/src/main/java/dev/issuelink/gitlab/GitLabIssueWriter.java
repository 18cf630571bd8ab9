package dev.issuelink.gitlab;

import dev.issuelink.http.HttpCall;
import dev.issuelink.model.Issue;
import dev.issuelink.model.IssueChanges;
import dev.issuelink.model.IssueDraft;
import dev.issuelink.model.IssueReference;
import dev.issuelink.model.Marker;
import dev.issuelink.model.WriteResult;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Opens and changes issues. */
final class GitLabIssueWriter {
    private static final String CREATE = "createIssue";
    private static final String UPDATE = "updateIssue";

    private final GitLabConnection connection;
    private final GitLabMoves moves;
    private final GitLabPrecheck precheck;
    private final GitLabPeople people;

    GitLabIssueWriter(GitLabConnection connection, GitLabMoves moves) {
        this.connection = connection;
        this.moves = moves;
        this.precheck = new GitLabPrecheck(connection);
        this.people = new GitLabPeople(connection);
    }

    WriteResult<Issue> createIssue(IssueDraft draft, Marker marker) {
        var drops = new GitLabDrops();
        var project = connection.project(draft.project().orElse(null), CREATE);
        var settings = connection.settings();
        var labels = precheck.labels(CREATE, project, labels(draft, drops), drops);
        var names = draft.assignees().isEmpty() ? settings.assignees() : draft.assignees();
        var assignees = people.assignees(CREATE, names, drops);
        var type = draft.issueType().or(settings::issueType);
        var fields = texts(draft, marker, drops);
        if (!labels.isEmpty()) {
            fields.put("labels", String.join(",", labels));
        }
        if (!assignees.isEmpty()) {
            fields.put("assignee_ids", List.copyOf(assignees.values()));
        }
        draft.milestone().ifPresent(id -> fields.put("milestone_id", precheck.milestone(CREATE, project, id)));
        type.ifPresent(name -> fields.put("issue_type", name));
        var own = ownFields(draft, fields, drops);
        var stored = post(project, fields);
        drops.missingLabels(labels, stored);
        drops.missingAssignees(assignees.keySet(), stored);
        drops.missingMilestone(draft.milestone(), stored);
        drops.missingType(type, stored);
        missingFields(own, stored, drops);
        changedText(fields, stored, drops);
        return new WriteResult<>(stored, drops.all());
    }

    private Issue post(GitLabProject project, Map<String, Object> fields) {
        var call = HttpCall.post(CREATE)
                .path(GitLabConnection.path(project, "issues"))
                .resource("issues")
                .json(fields)
                .build();
        var reply = connection.http().send(call, GitLabNode.class);
        return connection.written(call, () -> connection.mapper().issue(connection.body(reply, "issue")));
    }

    private static Map<String, Object> texts(IssueDraft draft, Marker marker, GitLabDrops drops) {
        var title = GitLabText.title(draft.title());
        var body = GitLabText.body(draft.body(), Optional.of(marker));
        drops.addCut("title", title, draft.title());
        drops.addCut("body", body, draft.body());
        var fields = new LinkedHashMap<String, Object>();
        fields.put("title", title.text());
        fields.put("description", body.text());
        return fields;
    }

    private Map<String, String> ownFields(IssueDraft draft, Map<String, Object> fields, GitLabDrops drops) {
        var own = new LinkedHashMap<String, String>();
        if (connection.settings().confidential()) {
            own.put("confidential", "true");
        }
        own.putAll(draft.fields());
        own.entrySet()
                .removeIf(field -> GitLabFields.of(field.getKey())
                        .flatMap(known -> known.value(field.getValue()))
                        .map(value -> {
                            fields.put(field.getKey(), value);
                            return false;
                        })
                        .orElseGet(() -> {
                            drops.add(field.getKey(), field.getValue(), GitLabFields.UNKNOWN);
                            return true;
                        }));
        return own;
    }

    private List<String> labels(IssueDraft draft, GitLabDrops drops) {
        var labels = new ArrayList<>(connection.settings().labels());
        labels.addAll(draft.labels());
        draft.priority()
                .ifPresent(priority -> connection
                        .mapper()
                        .priorityLabel(priority)
                        .ifPresentOrElse(
                                labels::add,
                                () -> drops.add("priority", priority.name(), GitLabIssueUpdate.NO_PRIORITY_LABEL)));
        return labels;
    }

    /** Everything goes in one request, so that webhooks tell of it at once. The issue is read before, where it is now. */
    WriteResult<Issue> updateIssue(IssueReference issue, IssueChanges changes) {
        var current = moves.required(UPDATE, issue);
        var update = new GitLabIssueUpdate(connection, changes, current);
        var stored = put(current, update);
        if (GitLabMapper.isMovedAway(stored)) {
            // It moved between the two requests, and what was changed is what it left behind.
            var there = moves.required(UPDATE, issue);
            update = new GitLabIssueUpdate(connection, changes, there);
            stored = put(there, update);
        }
        var mapped = connection.mapper().issue(stored);
        return new WriteResult<>(mapped, update.dropped(mapped));
    }

    private GitLabNode put(GitLabNode current, GitLabIssueUpdate update) {
        var place = connection.mapper().place(current);
        update.prepare(UPDATE, place.project(), precheck, people);
        if (update.fields().isEmpty()) {
            return current;
        }
        var call = HttpCall.put(UPDATE).path(place.path()).json(update.fields()).build();
        return connection.body(connection.http().send(call, GitLabNode.class), "issue");
    }

    static void missingFields(Map<String, String> wanted, Issue stored, GitLabDrops drops) {
        wanted.forEach((name, value) -> drops.missingField(
                name, value, Optional.ofNullable(stored.attributes().get(name))));
    }

    /** What GitLab took for a quick action is gone from the text; nothing of ours should be. */
    static void changedText(Map<String, ?> sent, Issue stored, GitLabDrops drops) {
        @Nullable Object description = sent.get("description");
        if (description instanceof String text) {
            var meant = GitLabText.read(text).text();
            if (!comparable(meant).equals(comparable(stored.body()))) {
                drops.add("body", meant, "GitLab stored another text than it was sent.");
            }
        }
    }

    private static String comparable(String text) {
        return text.replace("\r", "").strip();
    }
}
