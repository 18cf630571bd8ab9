package dev.issuelink.github;

import dev.issuelink.http.HttpCall;
import dev.issuelink.http.HttpReply;
import dev.issuelink.model.Issue;
import dev.issuelink.model.IssueChanges;
import dev.issuelink.model.IssueDraft;
import dev.issuelink.model.IssueReference;
import dev.issuelink.model.Marker;
import dev.issuelink.model.WriteResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Opens and changes issues. */
final class GitHubIssueWriter {
    private static final String CREATE = "createIssue";
    private static final String UPDATE = "updateIssue";

    private final GitHubConnection connection;
    private final GitHubPrecheck precheck;

    GitHubIssueWriter(GitHubConnection connection) {
        this.connection = connection;
        this.precheck = new GitHubPrecheck(connection);
    }

    WriteResult<Issue> createIssue(IssueDraft draft, Marker marker) {
        var drops = new GitHubDrops();
        var repository = draft.project()
                .map(id -> GitHubRepository.require(id, connection.tracker(), CREATE))
                .orElse(connection.settings().repository());
        var wire = newIssue(draft, marker, repository, drops);
        var call = HttpCall.post(CREATE)
                .path(GitHubConnection.path(repository, "issues"))
                .json(wire)
                .build();
        var reply = connection.http().send(call, GitHubWire.Issue.class);
        var stored = connection.written(call, () -> connection.mapper().issue(body(reply)));
        drops.missingLabels(orEmpty(wire.labels()), stored);
        drops.missingAssignees(orEmpty(wire.assignees()), stored);
        drops.missingMilestone(Optional.ofNullable(wire.milestone()).map(Object::toString), stored);
        drops.missingType(Optional.ofNullable(wire.type()), stored);
        return new WriteResult<>(stored, drops.all());
    }

    private GitHubWire.NewIssue newIssue(
            IssueDraft draft, Marker marker, GitHubRepository repository, GitHubDrops drops) {
        var settings = connection.settings();
        var title = GitHubText.title(draft.title());
        var body = GitHubText.body(draft.body(), Optional.of(marker));
        drops.addCut("title", title, draft.title());
        drops.addCut("body", body, draft.body());
        draft.fields().forEach((name, value) -> drops.add(name, value, "GitHub's issues have no such field."));
        var assignees = draft.assignees().isEmpty() ? settings.assignees() : draft.assignees();
        return new GitHubWire.NewIssue(
                title.text(),
                body.text(),
                orNull(precheck.labels(CREATE, repository, labels(draft, drops), drops)),
                orNull(precheck.assignees(CREATE, repository, assignees, drops)),
                draft.milestone().flatMap(id -> milestone(id, drops)).orElse(null),
                draft.issueType().or(settings::issueType).orElse(null));
    }

    private List<String> labels(IssueDraft draft, GitHubDrops drops) {
        var labels = new ArrayList<>(connection.settings().labels());
        labels.addAll(draft.labels());
        draft.priority()
                .ifPresent(priority -> connection
                        .mapper()
                        .priorityLabel(priority)
                        .ifPresentOrElse(
                                labels::add,
                                () -> drops.add("priority", priority.name(), GitHubIssueUpdate.NO_PRIORITY_LABEL)));
        return labels;
    }

    /**
     * Labels first, then people, then the fields: each step may be repeated after a crash, and the last one answers with
     * the whole issue.
     */
    WriteResult<Issue> updateIssue(IssueReference issue, IssueChanges changes) {
        var place = GitHubPlace.of(issue, connection, UPDATE);
        var update = new GitHubIssueUpdate(connection, changes);
        var current = update.needsCurrent() || changes.isEmpty() ? read(place) : null;
        if (current != null) {
            update.from(current);
        }
        var labels = precheck.labels(UPDATE, place.repository(), update.addedLabels(), update.drops());
        var assignees = precheck.assignees(UPDATE, place.repository(), changes.addedAssignees(), update.drops());
        writeLabels(place, labels, update.removedLabels());
        var people = writeAssignees(place, assignees, List.copyOf(changes.removedAssignees()));
        var fields = update.fields().isEmpty() ? people : patch(place, update);
        var last = fields != null ? fields : changes.isEmpty() && current != null ? current : read(place);
        var stored = connection.mapper().issue(last);
        return new WriteResult<>(stored, update.dropped(stored, labels, assignees));
    }

    private void writeLabels(GitHubPlace place, List<String> added, List<String> removed) {
        if (!added.isEmpty()) {
            connection
                    .http()
                    .send(HttpCall.post(UPDATE)
                            .path(place.path("labels"))
                            .json(new GitHubWire.LabelNames(added))
                            .repeatable(true)
                            .build());
        }
        // 404 means that the label was gone already; should the issue itself be gone, the next call tells.
        removed.forEach(name -> connection
                .http()
                .send(HttpCall.delete(UPDATE)
                        .path(place.path("labels", name))
                        .expect(404)
                        .build()));
    }

    private GitHubWire.@Nullable Issue writeAssignees(GitHubPlace place, List<String> added, List<String> removed) {
        GitHubWire.Issue last = null;
        if (!removed.isEmpty()) {
            last = assignees(HttpCall.delete(UPDATE), place, removed);
        }
        return added.isEmpty() ? last : assignees(HttpCall.post(UPDATE).repeatable(true), place, added);
    }

    private GitHubWire.Issue assignees(HttpCall.Builder call, GitHubPlace place, List<String> names) {
        return body(connection
                .http()
                .send(
                        call.path(place.path("assignees"))
                                .json(new GitHubWire.AssigneeNames(names))
                                .build(),
                        GitHubWire.Issue.class));
    }

    private GitHubWire.Issue patch(GitHubPlace place, GitHubIssueUpdate update) {
        var call =
                HttpCall.patch(UPDATE).path(place.path()).json(update.fields()).build();
        return body(connection.http().send(call, GitHubWire.Issue.class));
    }

    private GitHubWire.Issue read(GitHubPlace place) {
        var call = HttpCall.get(UPDATE).path(place.path()).build();
        return body(connection.http().send(call, GitHubWire.Issue.class));
    }

    private GitHubWire.Issue body(HttpReply<GitHubWire.Issue> reply) {
        return reply.body().orElseThrow(() -> connection.mapper().unreadable("issue"));
    }

    static Optional<Long> milestone(String id, GitHubDrops drops) {
        if (id.matches("[1-9]\\d{0,17}")) {
            return Optional.of(Long.valueOf(id));
        }
        drops.add("milestone", id, "GitHub's milestones are chosen by their number.");
        return Optional.empty();
    }

    private static @Nullable List<String> orNull(List<String> list) {
        return list.isEmpty() ? null : list;
    }

    private static List<String> orEmpty(@Nullable List<String> list) {
        return list == null ? List.of() : list;
    }
}
