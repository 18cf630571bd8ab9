package dev.issuelink.testkit.github;

import dev.issuelink.testkit.internal.Json;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What can be done to issues, by people and through the API alike; tells the webhooks. */
final class IssueActions {

    private final World world;
    private final Views views;
    private final Events events;

    IssueActions(World world, Views views, Events events) {
        this.world = world;
        this.views = views;
        this.events = events;
    }

    Issue open(Repo repo, Account by, String title, @Nullable String body, boolean pull) {
        String text = body == null || body.isEmpty() ? null : body;
        Issue issue =
                new Issue(world.ids.next(), repo.nextNumber(), pull, by, title, () -> text, world.clock.seconds());
        repo.issues.put(issue.number, issue);
        events.issue(repo, issue, by, "opened");
        return issue;
    }

    void edit(Repo repo, Issue issue, Account by, String title, @Nullable String body) {
        Map<String, @Nullable Object> changes = Json.object();
        String oldBody = issue.body.get();
        String text = body == null || body.isEmpty() ? null : body;
        if (!issue.title.equals(title)) {
            changes.put("title", Json.object("from", issue.title));
        }
        if (!Objects.equals(oldBody, text)) {
            changes.put("body", Json.object("from", oldBody));
        }
        if (!changes.isEmpty()) {
            issue.title = title;
            issue.body = () -> text;
            touch(issue);
            events.issue(repo, issue, by, "edited", "changes", changes);
        }
    }

    void close(Repo repo, Issue issue, Account by, String reason) {
        if (issue.open) {
            issue.open = false;
            issue.reason = reason;
            issue.closedAt = touch(issue);
            issue.closedBy = by;
            events.issue(repo, issue, by, "closed");
        }
    }

    void reopen(Repo repo, Issue issue, Account by) {
        if (!issue.open) {
            issue.open = true;
            issue.reason = "reopened";
            issue.closedAt = null;
            issue.closedBy = null;
            touch(issue);
            events.issue(repo, issue, by, "reopened");
        }
    }

    /** Adds labels; names that the repository has not got come into being. */
    void label(Repo repo, Issue issue, Account by, List<String> names) {
        for (String name : names) {
            Label label = labelOrNew(repo, by, name);
            if (!issue.hasLabel(label.name())) {
                issue.labels.add(label.name());
                touch(issue);
                events.issue(repo, issue, by, "labeled", "label", views.issues.label(repo, label));
            }
        }
    }

    void unlabel(Repo repo, Issue issue, Account by, List<String> names) {
        for (String name : names) {
            if (issue.labels.removeIf(name::equalsIgnoreCase)) {
                touch(issue);
                Label label = Objects.requireNonNull(repo.labels.get(Label.key(name)));
                events.issue(repo, issue, by, "unlabeled", "label", views.issues.label(repo, label));
            }
        }
    }

    void relabel(Repo repo, Issue issue, Account by, List<String> names) {
        List<String> away = new ArrayList<>(issue.labels);
        names.forEach(name -> away.removeIf(name::equalsIgnoreCase));
        unlabel(repo, issue, by, away);
        label(repo, issue, by, names);
    }

    void assign(Repo repo, Issue issue, Account by, List<Account> people) {
        for (Account person : people) {
            if (!issue.hasAssignee(person.login())) {
                issue.assignees.add(person);
                touch(issue);
                events.issue(repo, issue, by, "assigned", "assignee", views.users.show(person));
            }
        }
    }

    void unassign(Repo repo, Issue issue, Account by, List<Account> people) {
        for (Account person : people) {
            if (issue.assignees.remove(person)) {
                touch(issue);
                events.issue(repo, issue, by, "unassigned", "assignee", views.users.show(person));
            }
        }
    }

    void reassign(Repo repo, Issue issue, Account by, List<Account> people) {
        List<Account> away = new ArrayList<>(issue.assignees);
        away.removeAll(people);
        unassign(repo, issue, by, away);
        assign(repo, issue, by, people);
    }

    void schedule(Repo repo, Issue issue, Account by, @Nullable Integer milestone) {
        if (Objects.equals(issue.milestone, milestone)) {
            return;
        }
        Integer shown = milestone == null ? issue.milestone : milestone;
        issue.milestone = milestone;
        touch(issue);
        Milestone known = shown == null ? null : repo.milestones.get(shown);
        Object view = known == null ? null : views.issues.milestone(repo, known);
        events.issue(repo, issue, by, milestone == null ? "demilestoned" : "milestoned", "milestone", view);
    }

    void lock(Repo repo, Issue issue, Account by, boolean locked, @Nullable String reason) {
        if (issue.locked != locked) {
            issue.locked = locked;
            issue.lockReason = locked ? reason : null;
            touch(issue);
            events.issue(repo, issue, by, locked ? "locked" : "unlocked");
        }
    }

    void delete(Repo repo, Issue issue, Account by) {
        repo.issues.remove(issue.number);
        repo.comments.values().removeIf(comment -> comment.number() == issue.number);
        repo.gone.put(issue.number, new Repo.Gone(null, issue.number));
        events.issue(repo, issue, by, "deleted");
    }

    /** Moves the issue: a new issue with a new number and id; the old address leads there. */
    Issue transfer(Repo repo, Issue issue, Account by, Repo target, boolean createLabels) {
        Issue moved = new Issue(
                world.ids.next(),
                target.nextNumber(),
                issue.pull,
                issue.user,
                issue.title,
                issue.body,
                issue.createdAt);
        copy(issue, moved);
        for (String name : issue.labels) {
            if (createLabels || target.labels.containsKey(Label.key(name))) {
                moved.labels.add(labelOrNew(target, by, name).name());
            }
        }
        touch(moved);
        repo.issues.remove(issue.number);
        repo.gone.put(issue.number, new Repo.Gone(target, moved.number));
        target.issues.put(moved.number, moved);
        for (Comment comment : repo.commentsOf(issue.number)) {
            repo.comments.remove(comment.id());
            target.comments.put(comment.id(), comment.movedTo(moved.number));
        }
        tellOfTransfer(repo, issue, by, target, moved);
        return moved;
    }

    Label labelOrNew(Repo repo, Account by, String name) {
        Label known = repo.labels.get(Label.key(name));
        if (known != null) {
            return known;
        }
        Label label = new Label(world.ids.next(), name, Label.AUTO_COLOR, null);
        repo.labels.put(Label.key(name), label);
        events.other(repo, "label", by, "created", "label", views.issues.label(repo, label));
        return label;
    }

    Instant touch(Issue issue) {
        issue.updatedAt = world.clock.seconds();
        return issue.updatedAt;
    }

    private static void copy(Issue from, Issue to) {
        to.open = from.open;
        to.reason = from.reason;
        to.closedAt = from.closedAt;
        to.closedBy = from.closedBy;
        to.locked = from.locked;
        to.lockReason = from.lockReason;
        to.comments = from.comments;
        to.assignees.addAll(from.assignees);
    }

    private void tellOfTransfer(Repo repo, Issue issue, Account by, Repo target, Issue moved) {
        Object there = Json.object(
                "new_issue", views.issues.show(target, moved),
                "new_repository", views.repositories.show(target));
        events.issue(repo, issue, by, "transferred", "changes", there);
        Object here = Json.object(
                "old_issue", views.issues.show(repo, issue),
                "old_repository", views.repositories.show(repo));
        events.issue(target, moved, by, "opened", "changes", here);
    }
}
