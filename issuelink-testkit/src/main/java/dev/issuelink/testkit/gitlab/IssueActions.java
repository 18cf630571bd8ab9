package dev.issuelink.testkit.gitlab;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What can be done to issues, by people and through the API alike; tells the webhooks. */
final class IssueActions {
    private final World world;
    private final Events events;

    IssueActions(World world, Events events) {
        this.world = world;
        this.events = events;
    }

    /** Opens an issue; quick actions in its description are carried out and vanish from it. */
    Issue open(Project project, Account by, String title, String description) {
        var extracted = QuickActions.extract(description);
        var issue = new Issue(world.nextId(), project.nextIid(), by, world.now(), title.strip(), extracted.text());
        project.issues.put(issue.iid, issue);
        carryOut(project, issue, by, extracted.commands());
        return issue;
    }

    void tell(Project project, Issue issue, Account by, String action) {
        events.issue(project, issue, by, action);
    }

    void describe(Project project, Issue issue, Account by, String description) {
        var extracted = QuickActions.extract(description);
        issue.description = extracted.text();
        carryOut(project, issue, by, extracted.commands());
    }

    Instant touch(Issue issue) {
        issue.updatedAt = world.now();
        return issue.updatedAt;
    }

    boolean close(Issue issue, Account by) {
        if (!issue.open) {
            return false;
        }
        issue.open = false;
        issue.closedAt = touch(issue);
        issue.closedBy = by;
        system(issue, by, "closed");
        return true;
    }

    boolean reopen(Issue issue, Account by) {
        if (issue.open) {
            return false;
        }
        issue.open = true;
        issue.closedAt = null;
        issue.closedBy = null;
        touch(issue);
        system(issue, by, "reopened");
        return true;
    }

    /** Labels that are not there come into being. */
    void label(Project project, Issue issue, Collection<String> names) {
        names.forEach(name -> {
            label(project, name);
            issue.labels.add(name);
        });
    }

    Label label(Project project, String name) {
        return Objects.requireNonNull(
                project.labels.computeIfAbsent(name, key -> new Label(world.nextId(), key, "#6699cc", "")));
    }

    /** Those who cannot see the project are left out without a word, on the free plan all but the first too. */
    void assign(Project project, Issue issue, Collection<Long> ids) {
        issue.assignees.clear();
        ids.stream()
                .filter(id -> id != 0)
                .map(world::account)
                .filter(Objects::nonNull)
                .filter(account -> project.level(account) >= Role.GUEST)
                .limit(world.settings.isFree() ? 1 : Long.MAX_VALUE)
                .forEach(issue.assignees::add);
    }

    Note comment(Project project, Issue issue, Account by, String body, boolean internal) {
        var note = new Note(world.nextId(), by, world.now(), body, false, internal);
        issue.notes.add(note);
        touch(issue);
        events.note(project, issue, note, by, "create");
        return note;
    }

    void editComment(Project project, Issue issue, Note note, Account by, String body) {
        note.body = body;
        note.updatedAt = touch(issue);
        events.note(project, issue, note, by, "update");
    }

    /** What GitLab writes by itself. */
    void system(Issue issue, Account by, String body) {
        issue.notes.add(new Note(world.nextId(), by, world.now(), body, true, false));
    }

    void carryOut(Project project, Issue issue, Account by, List<QuickActions.Command> commands) {
        for (var command : commands) {
            switch (command.word()) {
                case "close" -> close(issue, by);
                case "reopen" -> reopen(issue, by);
                case "title" -> issue.title = command.argument();
                case "confidential" -> issue.confidential(true);
                case "label", "labels" -> label(project, issue, names(command.argument()));
                case "unlabel" -> names(command.argument()).forEach(issue.labels::remove);
                case "lock" -> issue.locked(true);
                default -> {
                    // The rest vanishes from the text, which is bad enough.
                }
            }
        }
    }

    private static List<String> names(String argument) {
        var names = new ArrayList<String>();
        for (var part : argument.split("~", -1)) {
            var name = part.replace("\"", "").strip();
            if (!name.isEmpty()) {
                names.add(name);
            }
        }
        return names;
    }

    /** A new issue with a new number and id; the old one is closed and names it, but its webhook tells of the end alone. */
    Issue move(Project project, Issue issue, Account by, Project target) {
        var moved = new Issue(
                world.nextId(), target.nextIid(), issue.author, issue.createdAt, issue.title, issue.description);
        moved.open = issue.open;
        moved.type = issue.type;
        moved.confidential(issue.confidential());
        moved.put("due_date", issue.more.get("due_date"));
        label(target, moved, issue.labels);
        assign(target, moved, issue.assignees.stream().map(Account::id).toList());
        issue.notes.stream()
                .filter(note -> !note.system)
                .forEach(note -> moved.notes.add(
                        new Note(world.nextId(), note.author, note.createdAt, note.body, false, note.internal)));
        touch(moved);
        target.issues.put(moved.iid, moved);
        events.issue(target, moved, by, "open");
        close(issue, by);
        events.issue(project, issue, by, "close");
        issue.movedTo = moved.id;
        system(issue, by, "moved to " + target.path + "#" + moved.iid);
        touch(issue);
        return moved;
    }

    @Nullable
    static Note find(Issue issue, long id) {
        return issue.notes.stream().filter(note -> note.id == id).findFirst().orElse(null);
    }
}
