package dev.issuelink.testkit.gitlab;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One issue as people see and change it in the browser. Everything here happens at once, is done by the person whom the
 * project's handle speaks for, and tells the webhooks. Safe for use by several threads.
 */
public final class FakeGitLabIssue {
    private final World world;
    private final Api api;
    private final Project project;
    private final Account actor;
    private final int iid;

    FakeGitLabIssue(World world, Api api, Project project, Account actor, int iid) {
        this.world = world;
        this.api = api;
        this.project = project;
        this.actor = actor;
        this.iid = iid;
    }

    /**
     * What an issue looks like.
     *
     * @param title the title
     * @param description the description; empty if there is none
     * @param open whether it is open
     * @param labels the names of its labels
     * @param comments the texts of its comments, oldest first, without what GitLab wrote by itself
     */
    public record Snapshot(
            String title, String description, boolean open, List<String> labels, List<String> comments) {}

    /**
     * Its number within the project.
     *
     * @return the number
     */
    public int iid() {
        return iid;
    }

    /**
     * Its number across all of GitLab, beyond the range of {@code int}.
     *
     * @return the number
     */
    public long id() {
        return read(issue -> issue.id);
    }

    /**
     * What people call it.
     *
     * @return such as {@code group/project#1}
     */
    public String reference() {
        return world.locked(() -> project.path + "#" + iid);
    }

    /**
     * What it looks like now.
     *
     * @return a snapshot
     */
    public Snapshot now() {
        return read(issue -> new Snapshot(
                issue.title,
                issue.description,
                issue.open,
                List.copyOf(issue.labels),
                issue.notes.stream()
                        .filter(note -> !note.system)
                        .map(note -> note.body)
                        .toList()));
    }

    /**
     * Rewrites title and description.
     *
     * @param title the new title
     * @param description the new description
     */
    public void edit(String title, String description) {
        change("update", issue -> {
            issue.title = title;
            api.actions.describe(project, issue, actor, description);
            api.actions.touch(issue);
        });
    }

    /** Closes it. */
    public void close() {
        change("close", issue -> api.actions.close(issue, actor));
    }

    /** Opens it again. */
    public void reopen() {
        change("reopen", issue -> api.actions.reopen(issue, actor));
    }

    /**
     * Adds labels.
     *
     * @param names unknown ones come into being
     */
    public void label(String... names) {
        change("update", issue -> {
            api.actions.label(project, issue, List.of(names));
            api.actions.touch(issue);
        });
    }

    /**
     * Takes labels off.
     *
     * @param names those that it has not got are ignored
     */
    public void unlabel(String... names) {
        change("update", issue -> {
            List.of(names).forEach(issue.labels::remove);
            api.actions.touch(issue);
        });
    }

    /**
     * Makes these the only people assigned.
     *
     * @param usernames those who cannot see the project are left out
     */
    public void assign(String... usernames) {
        change("update", issue -> {
            var ids = List.of(usernames).stream()
                    .map(name -> world.account(name).id())
                    .toList();
            api.actions.assign(project, issue, ids);
            api.actions.touch(issue);
        });
    }

    /**
     * Makes it confidential, or public again.
     *
     * @param confidential whether members alone see it
     */
    public void confidential(boolean confidential) {
        change("update", issue -> {
            issue.confidential(confidential);
            api.actions.touch(issue);
        });
    }

    /**
     * Turns it into another type.
     *
     * @param type such as {@code incident}
     */
    public void convert(String type) {
        change("update", issue -> {
            issue.type = type;
            api.actions.touch(issue);
        });
    }

    /**
     * Comments.
     *
     * @param body the text, in which quick actions are carried out
     * @return the note's id
     */
    public long comment(String body) {
        return comment(body, false);
    }

    /**
     * Comments for members alone.
     *
     * @param body the text
     * @return the note's id
     */
    public long commentInternally(String body) {
        return comment(body, true);
    }

    private long comment(String body, boolean internal) {
        return read(issue -> {
            var extracted = QuickActions.extract(body);
            api.actions.carryOut(project, issue, actor, extracted.commands());
            return api.actions.comment(project, issue, actor, extracted.text(), internal).id;
        });
    }

    /**
     * Rewrites a comment.
     *
     * @param id the note's id
     * @param body the new text
     */
    public void editComment(long id, String body) {
        read(issue -> {
            api.actions.editComment(project, issue, note(issue, id), actor, body);
            return true;
        });
    }

    /**
     * Removes a comment, of which nobody is told.
     *
     * @param id the note's id
     */
    public void deleteComment(long id) {
        read(issue -> issue.notes.remove(note(issue, id)));
    }

    /** Deletes the issue for good, of which nobody is told. */
    public void delete() {
        read(issue -> project.issues.keySet().remove(iid));
    }

    /**
     * Moves it to another project, where it gets a new number and id. This one stays, closed.
     *
     * @param target where to
     * @return the issue there
     */
    public FakeGitLabIssue moveTo(FakeGitLabProject target) {
        var there = read(issue -> api.actions.move(project, issue, actor, target.project).iid);
        return new FakeGitLabIssue(world, api, target.project, actor, there);
    }

    private static Note note(Issue issue, long id) {
        var note = IssueActions.find(issue, id);
        if (note == null) {
            throw new IllegalStateException("Issue " + issue.iid + " has no note " + id + ".");
        }
        return note;
    }

    private void change(String action, Consumer<Issue> change) {
        read(issue -> {
            change.accept(issue);
            api.actions.tell(project, issue, actor, action);
            return true;
        });
    }

    private <T> T read(Function<Issue, T> question) {
        return world.locked(() -> {
            @Nullable Issue issue = project.issues.get(iid);
            if (issue == null) {
                throw new IllegalStateException("Issue " + iid + " is no longer in " + project.path + ".");
            }
            return question.apply(issue);
        });
    }
}
