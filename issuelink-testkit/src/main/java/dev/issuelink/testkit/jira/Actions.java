package dev.issuelink.testkit.jira;

import dev.issuelink.testkit.internal.Json;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What can be done to issues, by whatever door, and what webhooks tell of it. */
final class Actions {

    private final World world;

    Actions(World world) {
        this.world = world;
    }

    void opened(Issue issue) {
        world.index.changed(issue);
        world.webhooks.issue("jira:issue_created", "issue_created", issue, issue.creator, List.of());
    }

    void edited(Issue issue, Account actor, List<Map<String, @Nullable Object>> changes) {
        world.touch(issue);
        world.webhooks.issue("jira:issue_updated", "issue_generic", issue, actor, changes);
    }

    void assign(Issue issue, @Nullable Account assignee, Account actor) {
        var before =
                Optional.ofNullable(issue.assignee).map(Account::displayName).orElse(null);
        issue.assignee = assignee;
        world.touch(issue);
        world.webhooks.issue(
                "jira:issue_updated",
                "issue_assigned",
                issue,
                actor,
                World.changes(World.change("assignee", before, assignee == null ? null : assignee.displayName())));
    }

    void move(Issue issue, Transition transition, @Nullable String resolution, Account actor) {
        var before = issue.status.name();
        world.enter(issue, issue.project.workflow.named(transition.to()), resolution);
        world.touch(issue);
        world.webhooks.issue(
                "jira:issue_updated",
                "issue_generic",
                issue,
                actor,
                World.changes(World.change("status", before, issue.status.name())));
    }

    void delete(Issue issue, Account actor) {
        world.remove(issue);
        world.webhooks.issue("jira:issue_deleted", "issue_deleted", issue, actor, List.of());
    }

    /** To another project, under a new key; the old one leads there still. */
    void transfer(Issue issue, Project project, Account actor) {
        var before = issue.key;
        issue.project = project;
        issue.key = project.key + "-" + project.lastNumber.incrementAndGet();
        world.keys.put(issue.key, issue.id);
        world.touch(issue);
        world.webhooks.issue(
                "jira:issue_updated",
                "issue_moved",
                issue,
                actor,
                World.changes(World.change("Key", before, issue.key)));
    }

    Comment comment(Issue issue, Object body, List<?> properties, Account actor) {
        var comment = new Comment(world.nextId(), actor, body, world.now());
        properties.forEach(one -> {
            var property = (Map<?, ?>) one;
            comment.properties.put(Call.text(property, "key"), property.get("value"));
        });
        issue.comments.add(comment);
        world.touch(issue);
        world.webhooks.comment("comment_created", issue, comment, actor);
        return comment;
    }

    void editComment(Issue issue, Comment comment, Object body, Account actor) {
        comment.body = body;
        comment.updated = world.now();
        comment.updateAuthor = actor;
        world.touch(issue);
        world.webhooks.comment("comment_updated", issue, comment, actor);
    }

    void deleteComment(Issue issue, Comment comment, Account actor) {
        issue.comments.remove(comment);
        world.touch(issue);
        world.webhooks.comment("comment_deleted", issue, comment, actor);
    }

    static Map<String, @Nullable Object> page(int start, int most, int total) {
        return Json.object("startAt", start, "maxResults", most, "total", total);
    }
}
