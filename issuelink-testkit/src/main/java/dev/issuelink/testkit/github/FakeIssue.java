package dev.issuelink.testkit.github;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One issue as people see and change it in the browser. Everything here happens at once, is done by the person whom
 * the repository handle speaks for, and tells the webhooks. After a deletion or transfer the handle is dead: its
 * methods throw {@code IllegalStateException}. Safe for use by several threads.
 */
public final class FakeIssue {

    private final World world;
    private final Api api;
    private final Repo repo;
    private final Account actor;
    private final int number;

    FakeIssue(World world, Api api, Repo repo, Account actor, int number) {
        this.world = world;
        this.api = api;
        this.repo = repo;
        this.actor = actor;
        this.number = number;
    }

    /**
     * The number in the repository.
     *
     * @return the number
     */
    public int number() {
        return number;
    }

    /**
     * The immutable id across GitHub, beyond the range of {@code int}.
     *
     * @return the id
     */
    public long id() {
        return read(issue -> issue.id);
    }

    /**
     * What it looks like now.
     *
     * @return a snapshot
     */
    public Snapshot now() {
        return read(issue -> new Snapshot(
                issue.title,
                issue.body.get(),
                issue.open,
                issue.reason,
                List.copyOf(issue.labels),
                issue.assignees.stream().map(Account::login).toList(),
                issue.updatedAt,
                repo.commentsOf(number).stream().map(Comment::body).toList()));
    }

    /**
     * Rewrites title and body.
     *
     * @param title the new title
     * @param body the new body; null empties it
     */
    public void edit(String title, @Nullable String body) {
        change(issue -> api.issues().edit(repo, issue, actor, title, body));
    }

    /**
     * Closes it.
     *
     * @param reason {@code completed}, {@code not_planned} or {@code duplicate}
     */
    public void close(String reason) {
        change(issue -> api.issues().close(repo, issue, actor, reason));
    }

    /** Opens it again. */
    public void reopen() {
        change(issue -> api.issues().reopen(repo, issue, actor));
    }

    /**
     * Adds labels.
     *
     * @param names unknown ones come into being
     */
    public void label(String... names) {
        change(issue -> api.issues().label(repo, issue, actor, List.of(names)));
    }

    /**
     * Takes labels off.
     *
     * @param names those that it has not got are ignored
     */
    public void unlabel(String... names) {
        change(issue -> api.issues().unlabel(repo, issue, actor, List.of(names)));
    }

    /**
     * Makes these the only people assigned.
     *
     * @param logins none clears
     */
    public void assign(String... logins) {
        change(issue -> api.issues()
                .reassign(
                        repo,
                        issue,
                        actor,
                        Arrays.stream(logins).map(world::account).toList()));
    }

    /**
     * Puts it into a milestone.
     *
     * @param milestone the milestone's number; null takes it out
     */
    public void schedule(@Nullable Integer milestone) {
        change(issue -> api.issues().schedule(repo, issue, actor, milestone));
    }

    /**
     * Locks the conversation.
     *
     * @param reason {@code off-topic}, {@code too heated}, {@code resolved} or {@code spam}; null for none
     */
    public void lock(@Nullable String reason) {
        change(issue -> api.issues().lock(repo, issue, actor, true, reason));
    }

    /**
     * Comments.
     *
     * @param body the text
     * @return the comment's id
     */
    public long comment(String body) {
        return read(issue -> api.comments().add(repo, issue, actor, body).id());
    }

    /**
     * Rewrites a comment.
     *
     * @param id the comment's id
     * @param body the new text
     */
    public void editComment(long id, String body) {
        change(issue -> api.comments().edit(repo, issue, commentOf(id), actor, body));
    }

    /**
     * Removes a comment; it vanishes from lists.
     *
     * @param id the comment's id
     */
    public void deleteComment(long id) {
        change(issue -> api.comments().delete(repo, issue, commentOf(id), actor));
    }

    /** Deletes the issue for good. */
    public void delete() {
        change(issue -> api.issues().delete(repo, issue, actor));
    }

    /**
     * Moves it to another repository, where it gets a new number and a new id.
     *
     * @param target where to
     * @return the issue there
     */
    public FakeIssue transferTo(FakeRepository target) {
        int there = read(issue -> api.issues().transfer(repo, issue, actor, target.repo, false).number);
        return new FakeIssue(world, api, target.repo, actor, there);
    }

    private Comment commentOf(long id) {
        Comment comment = repo.comments.get(id);
        if (comment == null || comment.number() != number) {
            throw new IllegalStateException("Issue " + number + " has no comment " + id + ".");
        }
        return comment;
    }

    private void change(java.util.function.Consumer<Issue> change) {
        world.locked(() -> change.accept(live()));
    }

    private <T> T read(Function<Issue, T> question) {
        return world.locked(() -> Objects.requireNonNull(question.apply(live())));
    }

    private Issue live() {
        Issue issue = repo.issues.get(number);
        if (issue == null) {
            throw new IllegalStateException("Issue " + number + " is no longer in " + repo.fullName() + ".");
        }
        return issue;
    }

    /**
     * An issue at one moment.
     *
     * @param title its title
     * @param body its body; null when empty
     * @param open whether it is open
     * @param reason why it is closed or that it was reopened; null when neither ever happened
     * @param labels names of its labels
     * @param assignees logins
     * @param updatedAt when it last changed
     * @param comments the comments' texts, oldest first
     */
    public record Snapshot(
            String title,
            @Nullable String body,
            boolean open,
            @Nullable String reason,
            List<String> labels,
            List<String> assignees,
            Instant updatedAt,
            List<String> comments) {}
}
