package dev.issuelink.testkit;

import dev.issuelink.model.StatusCategory;
import dev.issuelink.model.TargetStatus;
import dev.issuelink.model.User;
import java.util.function.Consumer;

/** A person who uses the tracker in memory. */
final class Human implements TrackerPeople {
    private final TrackerState state;
    private final TrackerEdits edits;
    private final User user;

    Human(TrackerState state, TrackerEdits edits, User user) {
        this.state = state;
        this.edits = edits;
        this.user = user;
    }

    @Override
    public String openIssue(String title, String body) {
        return edits.locked(() -> {
            var row = edits.open(state.mainProject(), title, body, null, user);
            edits.changed("opened", row, user);
            return row.displayKey();
        });
    }

    @Override
    public String openIntruder(String title) {
        return edits.locked(
                () -> state.add(state.mainProject(), title, "", user, true).displayKey());
    }

    @Override
    public void editIssue(String issue, String title, String body) {
        change(issue, "edited", row -> {
            row.title = title;
            row.body = body;
        });
    }

    @Override
    public void closeIssue(String issue) {
        change(issue, "closed", row -> edits.setStatus(row, TargetStatus.of(StatusCategory.DONE), user));
    }

    @Override
    public void reopenIssue(String issue) {
        change(issue, "reopened", row -> edits.setStatus(row, TargetStatus.of(StatusCategory.OPEN), user));
    }

    @Override
    public void addLabel(String issue, String label) {
        change(issue, "labeled", row -> edits.addLabel(row, label, user));
    }

    @Override
    public void removeLabel(String issue, String label) {
        change(issue, "unlabeled", row -> row.labels.remove(label));
    }

    @Override
    public void assign(String issue, String name) {
        change(issue, "assigned", row -> row.assignees.add(name));
    }

    @Override
    public void renameLabel(String from, String to) {
        edits.locked(() -> {
            edits.renameLabel(state.mainProject(), from, to, user);
            return true;
        });
    }

    @Override
    public String comment(String issue, String text) {
        return edits.locked(() -> edits.comment(row(issue), text, null, user).id());
    }

    @Override
    public void editComment(String issue, String comment, String text) {
        edits.locked(() -> {
            var row = row(issue);
            return edits.editComment(row, commentOf(row, comment), text, user);
        });
    }

    @Override
    public void deleteComment(String issue, String comment) {
        edits.locked(() -> {
            var row = row(issue);
            edits.deleteComment(row, commentOf(row, comment).id(), user);
            return true;
        });
    }

    @Override
    public void deleteIssue(String issue) {
        edits.locked(() -> {
            edits.delete(row(issue), user);
            return true;
        });
    }

    @Override
    public String transferIssue(String issue, String project) {
        if (!state.projects.contains(project)) {
            throw new IllegalArgumentException("There is no project " + project);
        }
        return edits.locked(() -> edits.transfer(row(issue), project, user).displayKey());
    }

    @Override
    public int countIssues(String title) {
        return edits.locked(() -> (int) state.rows(state.mainProject())
                .filter(row -> row.issue() && row.title.equals(title))
                .count());
    }

    @Override
    public int countComments(String issue, String text) {
        return edits.locked(() -> (int) row(issue).comments.values().stream()
                .filter(comment -> comment.text().contains(text))
                .count());
    }

    private void change(String issue, String action, Consumer<IssueRow> change) {
        edits.locked(() -> {
            var row = row(issue);
            change.accept(row);
            state.touch(row);
            edits.changed(action, row, user);
            return true;
        });
    }

    private IssueRow row(String issue) {
        var number = Integer.parseInt(issue.substring(1));
        return state.rows(state.mainProject())
                .filter(row -> row.number == number && row.present())
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no issue " + issue));
    }

    private static CommentRow commentOf(IssueRow row, String id) {
        var comment = row.comments.get(id);
        if (comment == null) {
            throw new IllegalArgumentException("There is no comment " + id);
        }
        return comment;
    }
}
