package dev.issuelink.testkit.jira;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What people do with an issue on Jira's pages. Safe for several threads. */
public final class FakeIssue {

    private final World world;
    private final Actions actions;
    private final long id;
    private final Account person;

    FakeIssue(World world, Actions actions, long id, Account person) {
        this.world = world;
        this.actions = actions;
        this.id = id;
        this.person = person;
    }

    private Issue issue() {
        return Objects.requireNonNull(world.issues.get(id), "the issue is gone");
    }

    /**
     * Its key.
     *
     * @return the present one, for example {@code DB-7}
     */
    public String key() {
        return world.locked(() -> issue().key);
    }

    /**
     * How Jira's API tells it, with all fields and properties.
     *
     * @return the issue as JSON: maps, lists, texts and numbers
     */
    public Map<String, @Nullable Object> now() {
        return world.locked(() -> {
            var issue = issue();
            return new Views(world).issue(issue, List.of(), issue.properties.keySet());
        });
    }

    /**
     * The words of its comments, without any form.
     *
     * @return the comments, oldest first
     */
    public List<String> commentWords() {
        return world.locked(() -> issue().comments.stream()
                .map(comment -> Texts.words(comment.body))
                .toList());
    }

    /**
     * Changes title and description.
     *
     * @param title the new title
     * @param description wiki markup on Data Center; on Cloud a document as a map, or plain words
     */
    public void edit(String title, Object description) {
        world.locked(() -> {
            var issue = issue();
            issue.summary = title;
            issue.description = Texts.typed(world.cloud(), description);
            actions.edited(issue, person, World.changes(World.change("summary", null, title)));
            return issue;
        });
    }

    /**
     * Moves it along a transition.
     *
     * @param to the name of the status to which it leads
     * @param resolution the resolution, or null
     */
    public void moveTo(String to, @Nullable String resolution) {
        world.locked(() -> {
            var issue = issue();
            var transition = issue.project.workflow.from(issue.status).stream()
                    .filter(one -> one.to().equals(to))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("no transition leads to " + to));
            actions.move(issue, transition, resolution, person);
            return issue;
        });
    }

    /**
     * Adds a label.
     *
     * @param label the label, without blanks
     */
    public void label(String label) {
        world.locked(() -> {
            issue().labels.add(label);
            actions.edited(issue(), person, World.changes(World.change("labels", null, label)));
            return label;
        });
    }

    /**
     * Takes a label away.
     *
     * @param label the label
     */
    public void unlabel(String label) {
        world.locked(() -> {
            issue().labels.remove(label);
            actions.edited(issue(), person, World.changes(World.change("labels", label, null)));
            return label;
        });
    }

    /**
     * Assigns somebody.
     *
     * @param name the name by which the fake knows them, or how writes name them
     */
    public void assign(String name) {
        world.locked(() -> {
            actions.assign(issue(), world.named(name).orElseGet(() -> world.account(name)), person);
            return name;
        });
    }

    /**
     * Writes a comment.
     *
     * @param text as in {@link #edit}
     * @return its id
     */
    public String comment(Object text) {
        return world.locked(() ->
                Long.toString(actions.comment(issue(), Texts.typed(world.cloud(), text), List.of(), person).id));
    }

    /**
     * Changes a comment.
     *
     * @param comment its id
     * @param text as in {@link #edit}
     */
    public void editComment(String comment, Object text) {
        world.locked(() -> {
            actions.editComment(issue(), commentOf(comment), Texts.typed(world.cloud(), text), person);
            return comment;
        });
    }

    /**
     * Deletes a comment.
     *
     * @param comment its id
     */
    public void deleteComment(String comment) {
        world.locked(() -> {
            actions.deleteComment(issue(), commentOf(comment), person);
            return comment;
        });
    }

    /** Deletes the issue for good. */
    public void delete() {
        world.locked(() -> {
            actions.delete(issue(), person);
            return id;
        });
    }

    /**
     * Moves it to another project, where it gets another key.
     *
     * @param project the project
     */
    public void transferTo(FakeProject project) {
        world.locked(() -> {
            actions.transfer(issue(), project.project, person);
            return id;
        });
    }

    private Comment commentOf(String number) {
        return issue().comments.stream()
                .filter(comment -> Long.toString(comment.id).equals(number))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no comment " + number));
    }
}
