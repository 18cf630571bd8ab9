package dev.issuelink.testkit.github;

import dev.issuelink.testkit.internal.Json;
import java.time.Instant;

/** What can be done to comments, by people and through the API alike; tells the webhooks. */
final class CommentActions {

    private final World world;
    private final Events events;

    CommentActions(World world, Events events) {
        this.world = world;
        this.events = events;
    }

    Comment add(Repo repo, Issue issue, Account by, String body) {
        Instant now = world.clock.seconds();
        Comment comment = new Comment(world.ids.next(), issue.number, body, by, now, now);
        repo.comments.put(comment.id(), comment);
        issue.comments++;
        issue.updatedAt = now;
        events.comment(repo, issue, comment, by, "created");
        return comment;
    }

    Comment edit(Repo repo, Issue issue, Comment comment, Account by, String body) {
        if (comment.body().equals(body)) {
            return comment;
        }
        Comment edited = comment.edited(body, world.clock.seconds());
        repo.comments.put(edited.id(), edited);
        Object changes = Json.object("body", Json.object("from", comment.body()));
        events.comment(repo, issue, edited, by, "edited", "changes", changes);
        return edited;
    }

    void delete(Repo repo, Issue issue, Comment comment, Account by) {
        repo.comments.remove(comment.id());
        issue.comments--;
        issue.updatedAt = world.clock.seconds();
        events.comment(repo, issue, comment, by, "deleted");
    }
}
