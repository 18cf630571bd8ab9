package dev.issuelink.jira;

import dev.issuelink.error.ErrorCode;
import dev.issuelink.error.TrackerException;
import dev.issuelink.http.HttpCall;
import dev.issuelink.model.Change;
import dev.issuelink.model.Issue;
import dev.issuelink.model.IssueChanges;
import dev.issuelink.model.IssueDraft;
import dev.issuelink.model.IssueReference;
import dev.issuelink.model.Marker;
import dev.issuelink.model.StatusCategory;
import dev.issuelink.model.TargetStatus;
import dev.issuelink.model.WriteResult;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Opens, changes and deletes issues. */
final class JiraIssueWriter {
    private static final String CREATE = "createIssue";
    private static final String UPDATE = "updateIssue";
    private static final String DELETE = "deleteIssue";

    private final JiraConnection connection;
    private final JiraIssues issues;
    private final JiraMetadata metadata;
    private final JiraPeople people;

    JiraIssueWriter(JiraConnection connection, JiraIssues issues) {
        this.connection = connection;
        this.issues = issues;
        this.metadata = new JiraMetadata(connection);
        this.people = new JiraPeople(connection);
    }

    WriteResult<Issue> createIssue(IssueDraft draft, Marker marker) {
        var project = connection.project(draft.project(), CREATE);
        var defaults = connection.settings().defaults();
        var screen = metadata.screen(CREATE, project, draft.issueType().orElse(defaults.issueType()));
        var made = new JiraNewIssue(connection, screen, project);
        var wanted = draft.assignees().isEmpty() ? defaults.assignees() : draft.assignees();
        made.fill(draft, marker, people.assignee(CREATE, project, wanted, made.drops()));
        made.check();
        var id = opened(made, marker);
        var stored = connection.http().written(CREATE, () -> kept(id, marker));
        made.drops().missingLabels(made.labels(), stored);
        return new WriteResult<>(stored, made.drops().all());
    }

    private String opened(JiraNewIssue made, Marker marker) {
        var call = connection
                .http()
                .post(CREATE, "issue")
                .json(Map.of("fields", made.fields(), "properties", List.of(JiraMarkers.property(marker))))
                .build();
        try {
            var answer = connection.http().read(call);
            return connection
                    .http()
                    .written(
                            CREATE,
                            () -> JiraMapper.id(answer)
                                    .orElseThrow(() -> connection.mapper().unreadable("id of an issue")));
        } catch (TrackerException refused) {
            if (refused.code() == ErrorCode.VALIDATION) {
                metadata.forget();
            }
            throw refused;
        }
    }

    /** Reads what was opened, and sees to it that the marker is really there. */
    private Issue kept(String id, Marker marker) {
        var wire = issues.require(CREATE, id);
        if (JiraMarkers.ofProperty(wire).filter(marker::equals).isPresent()) {
            return connection.mapper().issue(wire, id);
        }
        connection
                .http()
                .tell(connection
                        .http()
                        .put(CREATE, "issue", id, "properties", JiraMarkers.PROPERTY)
                        .json(JiraMarkers.value(marker))
                        .build());
        return connection.mapper().issue(issues.require(CREATE, id), id);
    }

    /**
     * An issue that is to be open is moved before it is edited, and one that is to be done after: many workflows lock what
     * is done.
     */
    WriteResult<Issue> updateIssue(IssueReference issue, IssueChanges changes) {
        var id = connection.id(issue, UPDATE);
        var current = issues.require(UPDATE, id);
        var before = connection.mapper().issue(current, id);
        if (changes.isEmpty()) {
            return WriteResult.complete(before);
        }
        var update = new JiraIssueUpdate(connection, changes, before, current);
        update.fill(() -> metadata.editable(UPDATE, id));
        var status = wanted(changes.status());
        var done = status.filter(target -> target.category() == StatusCategory.DONE)
                .isPresent();
        var moved = !done && move(id, before, status, update);
        var edited = edit(id, update);
        var assigned = assign(id, before, changes, update.drops());
        moved |= done && move(id, before, status, update);
        var written = edited || assigned || moved;
        var stored = written ? after(id) : before;
        return new WriteResult<>(stored, update.dropped(stored));
    }

    private static Optional<TargetStatus> wanted(Change<TargetStatus> change) {
        return change.match(Optional::empty, Optional::of, Optional::empty);
    }

    private Issue after(String id) {
        return connection.http().written(UPDATE, () -> connection.mapper().issue(issues.require(UPDATE, id), id));
    }

    private boolean move(String id, Issue before, Optional<TargetStatus> status, JiraIssueUpdate update) {
        return status.filter(target -> new JiraTransitions(connection, UPDATE, id, target, update.drops()).move(before))
                .isPresent();
    }

    private boolean edit(String id, JiraIssueUpdate update) {
        if (update.isEmpty()) {
            return false;
        }
        Map<String, Object> body = new LinkedHashMap<>();
        if (!update.fields().isEmpty()) {
            body.put("fields", update.fields());
        }
        if (!update.operations().isEmpty()) {
            body.put("update", update.operations());
        }
        connection
                .http()
                .tell(connection.http().put(UPDATE, "issue", id).json(body).build());
        return true;
    }

    /** One assignee takes the place of another; whoever is to be removed is only if it is them. */
    private boolean assign(String id, Issue before, IssueChanges changes, JiraDrops drops) {
        var project = before.reference().project();
        var wanted = people.assignee(UPDATE, project, changes.addedAssignees(), drops);
        var leaves = before.assignees().stream()
                .anyMatch(user -> changes.removedAssignees().stream().anyMatch(name -> people.means(name, user)));
        var there = before.assignees().stream()
                .anyMatch(user -> wanted.filter(user.username()::equals).isPresent());
        if (there || (wanted.isEmpty() && !leaves)) {
            return false;
        }
        connection.http().tell(wanted.map(account -> assigning(id, account)).orElseGet(() -> freeing(id)));
        return true;
    }

    private HttpCall assigning(String id, String account) {
        var name = connection.http().kind(UPDATE).isCloud() ? "accountId" : "name";
        return connection
                .http()
                .put(UPDATE, "issue", id, "assignee")
                .json(Map.of(name, account))
                .build();
    }

    /** As an edit: Jira's own description of the other call takes no null. */
    private HttpCall freeing(String id) {
        Map<String, @Nullable Object> nobody = new HashMap<>();
        nobody.put("assignee", null);
        return connection
                .http()
                .put(UPDATE, "issue", id)
                .json(Map.of("fields", nobody))
                .build();
    }

    /** Subtasks stay whole issues for their people: with them, Jira refuses. */
    void deleteIssue(IssueReference issue) {
        var call = connection
                .http()
                .delete(DELETE, "issue", connection.id(issue, DELETE))
                .expect(404)
                .build();
        connection.http().tell(call);
    }
}
