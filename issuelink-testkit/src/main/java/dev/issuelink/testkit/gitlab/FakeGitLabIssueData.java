package dev.issuelink.testkit.gitlab;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An issue to be loaded as it was elsewhere, as GitLab's own importers do: quick actions in its texts stay text.
 * Immutable; it tells no webhook.
 */
public final class FakeGitLabIssueData {
    final Origin origin;
    final Instant updatedAt;
    final @Nullable Instant closedAt;
    final List<String> labels;
    final List<String> assignees;
    final List<Remark> comments;

    /** What never changes of an issue to be loaded. */
    record Origin(int iid, String title, String description, String author, Instant createdAt) {}

    /** A comment to be loaded. */
    record Remark(String author, String body, Instant createdAt) {}

    private FakeGitLabIssueData(
            Origin origin,
            Instant updatedAt,
            @Nullable Instant closedAt,
            List<String> labels,
            List<String> assignees,
            List<Remark> comments) {
        this.origin = origin;
        this.updatedAt = updatedAt;
        this.closedAt = closedAt;
        this.labels = labels;
        this.assignees = assignees;
        this.comments = comments;
    }

    /**
     * An open issue without labels or assignees.
     *
     * @param iid its number, not yet in use
     * @param title its title
     * @param description its description; empty for none
     * @param author username; the person comes into being when unknown
     * @param createdAt when it was opened and, for now, last changed
     * @return the data
     */
    public static FakeGitLabIssueData issue(
            int iid, String title, String description, String author, Instant createdAt) {
        return new FakeGitLabIssueData(
                new Origin(iid, title, description, author, createdAt),
                createdAt,
                null,
                List.of(),
                List.of(),
                List.of());
    }

    /**
     * Last changed at this moment.
     *
     * @param at not before it was created
     * @return the changed data
     */
    public FakeGitLabIssueData updated(Instant at) {
        return new FakeGitLabIssueData(origin, at, closedAt, labels, assignees, comments);
    }

    /**
     * Closed at this moment.
     *
     * @param at when
     * @return the changed data
     */
    public FakeGitLabIssueData closed(Instant at) {
        return new FakeGitLabIssueData(origin, updatedAt, at, labels, assignees, comments);
    }

    /**
     * With these labels; unknown ones come into being.
     *
     * @param names the labels
     * @return the changed data
     */
    public FakeGitLabIssueData labeled(List<String> names) {
        return new FakeGitLabIssueData(origin, updatedAt, closedAt, List.copyOf(names), assignees, comments);
    }

    /**
     * With these people assigned, whatever their role.
     *
     * @param usernames the people; unknown ones come into being
     * @return the changed data
     */
    public FakeGitLabIssueData assigned(List<String> usernames) {
        return new FakeGitLabIssueData(origin, updatedAt, closedAt, labels, List.copyOf(usernames), comments);
    }

    /**
     * With one more comment; it does not touch the issue's time of update.
     *
     * @param by username; the person comes into being when unknown
     * @param text the comment
     * @param at when it was written
     * @return the changed data
     */
    public FakeGitLabIssueData commented(String by, String text, Instant at) {
        var more = new ArrayList<>(comments);
        more.add(new Remark(by, text, at));
        return new FakeGitLabIssueData(origin, updatedAt, closedAt, labels, assignees, List.copyOf(more));
    }

    /** Puts it into a project. Called under the world's lock. */
    void load(World world, IssueActions actions, Project project) {
        if (project.issues.containsKey(origin.iid)) {
            throw new IllegalArgumentException("Number " + origin.iid + " is already in use.");
        }
        var author = world.account(origin.author);
        var issue = new Issue(world.nextId(), origin.iid, author, origin.createdAt, origin.title, origin.description);
        actions.label(project, issue, labels);
        assignees.forEach(username -> issue.assignees.add(world.account(username)));
        comments.forEach(remark -> issue.notes.add(note(world, remark)));
        if (closedAt != null) {
            issue.open = false;
            issue.closedAt = closedAt;
            issue.closedBy = author;
        }
        issue.updatedAt = updatedAt;
        project.put(issue);
    }

    private static Note note(World world, Remark remark) {
        return new Note(world.nextId(), world.account(remark.author), remark.createdAt, remark.body, false, false);
    }
}
