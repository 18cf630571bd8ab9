package dev.issuelink.testkit.github;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** An issue or pull request to be loaded as it was elsewhere. Immutable; it tells no webhook. */
public final class FakeIssueData {

    final int number;
    final String title;
    final Supplier<@Nullable String> body;
    final boolean pull;
    final String author;
    final Instant createdAt;
    final Instant updatedAt;
    final @Nullable Instant closedAt;
    final List<String> labels;
    final List<String> assignees;
    final List<Remark> comments;

    /** A comment to be loaded. */
    record Remark(String author, String body, Instant createdAt) {}

    private FakeIssueData(
            int number,
            String title,
            Supplier<@Nullable String> body,
            boolean pull,
            String author,
            Instant createdAt,
            Instant updatedAt,
            @Nullable Instant closedAt,
            List<String> labels,
            List<String> assignees,
            List<Remark> comments) {
        this.number = number;
        this.title = title;
        this.body = body;
        this.pull = pull;
        this.author = author;
        this.createdAt = createdAt;
        this.updatedAt = updatedAt;
        this.closedAt = closedAt;
        this.labels = labels;
        this.assignees = assignees;
        this.comments = comments;
    }

    /**
     * An open issue without labels or assignees.
     *
     * @param number its number, not yet in use
     * @param title its title
     * @param body asked each time the issue is shown, so that long texts need not be held; may give null
     * @param author login; the person comes into being when unknown
     * @param createdAt when it was opened and, for now, last changed
     * @return the data
     */
    public static FakeIssueData issue(
            int number, String title, Supplier<@Nullable String> body, String author, Instant createdAt) {
        return new FakeIssueData(
                number, title, body, false, author, createdAt, createdAt, null, List.of(), List.of(), List.of());
    }

    /**
     * The same as a pull request.
     *
     * @return the changed data
     */
    public FakeIssueData asPullRequest() {
        return new FakeIssueData(
                number, title, body, true, author, createdAt, updatedAt, closedAt, labels, assignees, comments);
    }

    /**
     * Last changed at this moment.
     *
     * @param at not before it was created
     * @return the changed data
     */
    public FakeIssueData updated(Instant at) {
        return new FakeIssueData(
                number, title, body, pull, author, createdAt, at, closedAt, labels, assignees, comments);
    }

    /**
     * Closed as completed at this moment.
     *
     * @param at when
     * @return the changed data
     */
    public FakeIssueData closed(Instant at) {
        return new FakeIssueData(
                number, title, body, pull, author, createdAt, updatedAt, at, labels, assignees, comments);
    }

    /**
     * With these labels; unknown ones come into being.
     *
     * @param names the labels
     * @return the changed data
     */
    public FakeIssueData labeled(List<String> names) {
        return new FakeIssueData(
                number,
                title,
                body,
                pull,
                author,
                createdAt,
                updatedAt,
                closedAt,
                List.copyOf(names),
                assignees,
                comments);
    }

    /**
     * With these people assigned, whatever their role.
     *
     * @param logins the people; unknown ones come into being
     * @return the changed data
     */
    public FakeIssueData assigned(List<String> logins) {
        return new FakeIssueData(
                number,
                title,
                body,
                pull,
                author,
                createdAt,
                updatedAt,
                closedAt,
                labels,
                List.copyOf(logins),
                comments);
    }

    /**
     * With one more comment; it does not touch the issue's time of update.
     *
     * @param by login; the person comes into being when unknown
     * @param text the comment
     * @param at when it was written
     * @return the changed data
     */
    public FakeIssueData commented(String by, String text, Instant at) {
        List<Remark> more = new ArrayList<>(comments);
        more.add(new Remark(by, text, at));
        return new FakeIssueData(
                number,
                title,
                body,
                pull,
                author,
                createdAt,
                updatedAt,
                closedAt,
                labels,
                assignees,
                List.copyOf(more));
    }
}
