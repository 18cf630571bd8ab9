package dev.issuelink.testkit.jira;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An issue of the type Task to be loaded as it was elsewhere. Immutable; it tells no webhook. */
public final class FakeIssueData {
    private final Origin origin;
    private final Instant updatedAt;
    private final @Nullable Ending ending;
    private final List<String> labels;
    private final @Nullable String assignee;
    private final List<Remark> comments;

    private record Origin(int number, String title, Object description, String author, Instant createdAt) {}

    private record Ending(String status, String resolution, Instant at) {}

    private record Remark(String author, Object text, Instant createdAt) {}

    private FakeIssueData(
            Origin origin,
            Instant updatedAt,
            @Nullable Ending ending,
            List<String> labels,
            @Nullable String assignee,
            List<Remark> comments) {
        this.origin = origin;
        this.updatedAt = updatedAt;
        this.ending = ending;
        this.labels = labels;
        this.assignee = assignee;
        this.comments = comments;
    }

    /**
     * An issue in the first status of its workflow, without labels or assignee.
     *
     * @param number that of its key, not yet in use
     * @param title its title
     * @param description as in {@link FakeIssue#edit}; empty for none
     * @param author the name; the person comes into being when unknown
     * @param createdAt when it was opened and, for now, last changed
     * @return the data
     */
    public static FakeIssueData issue(int number, String title, Object description, String author, Instant createdAt) {
        return new FakeIssueData(
                new Origin(number, title, description, author, createdAt), createdAt, null, List.of(), null, List.of());
    }

    /**
     * Last changed at this moment.
     *
     * @param at not before it was created
     * @return the changed data
     */
    public FakeIssueData updated(Instant at) {
        return new FakeIssueData(origin, at, ending, labels, assignee, comments);
    }

    /**
     * In a status of the category {@code done} since this moment.
     *
     * @param status the name of the status
     * @param resolution why, for example {@code Done}
     * @param at when
     * @return the changed data
     */
    public FakeIssueData resolved(String status, String resolution, Instant at) {
        return new FakeIssueData(origin, updatedAt, new Ending(status, resolution, at), labels, assignee, comments);
    }

    /**
     * With these labels.
     *
     * @param names the labels, without blanks
     * @return the changed data
     */
    public FakeIssueData labeled(List<String> names) {
        return new FakeIssueData(origin, updatedAt, ending, List.copyOf(names), assignee, comments);
    }

    /**
     * Assigned to this person.
     *
     * @param name the person; comes into being when unknown
     * @return the changed data
     */
    public FakeIssueData assigned(String name) {
        return new FakeIssueData(origin, updatedAt, ending, labels, name, comments);
    }

    /**
     * With one more comment; it does not touch the issue's time of update.
     *
     * @param by the name; the person comes into being when unknown
     * @param text as in {@link FakeIssue#edit}
     * @param at when it was written
     * @return the changed data
     */
    public FakeIssueData commented(String by, Object text, Instant at) {
        var more = new ArrayList<>(comments);
        more.add(new Remark(by, text, at));
        return new FakeIssueData(origin, updatedAt, ending, labels, assignee, List.copyOf(more));
    }

    /** Puts it into a project. Called under the world's lock. */
    Issue load(World world, Project project) {
        var issue = world.open(project, origin.number, origin.title, world.account(origin.author), origin.createdAt);
        issue.description = origin.description.equals("") ? null : Texts.typed(world.cloud(), origin.description);
        issue.labels.addAll(labels);
        if (assignee != null) {
            issue.assignee = world.account(assignee);
        }
        for (var remark : comments) {
            var body = Texts.typed(world.cloud(), remark.text);
            issue.comments.add(new Comment(world.nextId(), world.account(remark.author), body, remark.createdAt));
        }
        if (ending != null) {
            issue.status = project.workflow.named(ending.status);
            issue.resolution = ending.resolution;
            issue.resolved = ending.at;
            issue.categoryChanged = ending.at;
        }
        issue.updated = updatedAt;
        world.index.changed(issue);
        return issue;
    }
}
