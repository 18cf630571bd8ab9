package dev.issuelink.testkit;

import dev.issuelink.model.IssueStatus;
import dev.issuelink.model.Label;
import dev.issuelink.model.Marker;
import dev.issuelink.model.Resolution;
import dev.issuelink.model.SecurityAlert;
import dev.issuelink.model.StatusCategory;
import dev.issuelink.model.TargetStatus;
import dev.issuelink.model.User;
import dev.issuelink.spi.TrackerEvent;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What can be done to the tracker in memory, by whomever; every change is announced by webhook. */
final class TrackerEdits {
    private final TrackerState state;
    private final Deliveries deliveries;

    TrackerEdits(TrackerState state, Deliveries deliveries) {
        this.state = state;
        this.deliveries = deliveries;
    }

    /** Does something under the lock, and delivers afterwards, when the lock is free again. */
    <T> T locked(Supplier<T> work) {
        try {
            synchronized (state) {
                return work.get();
            }
        } finally {
            deliveries.flush();
        }
    }

    IssueRow open(String project, String title, String body, @Nullable Marker marker, User actor) {
        var row = state.add(project, title, body, actor, false);
        row.marker = marker;
        return row;
    }

    void changed(String action, IssueRow row, User actor) {
        deliveries.announce(
                "issues", new TrackerEvent.IssueChanged("issues." + action, Optional.of(actor), state.issue(row)));
    }

    void setStatus(IssueRow row, TargetStatus target, User actor) {
        var done = target.category() == StatusCategory.DONE;
        var name = target.name().orElse(nameOf(target.category()));
        var resolution = done ? target.resolution().or(() -> Optional.of(Resolution.COMPLETED)) : target.resolution();
        row.status = new IssueStatus(name, target.category(), resolution);
        row.closedAt = done ? state.now() : null;
        row.closedBy = done ? actor : null;
    }

    private static String nameOf(StatusCategory category) {
        return switch (category) {
            case DONE -> "closed";
            case IN_PROGRESS -> "in progress";
            default -> "open";
        };
    }

    void addLabel(IssueRow row, String name, User actor) {
        if (state.labels(row.project).putIfAbsent(name, Label.of(name)) == null) {
            announce("created", Label.of(name), null, actor);
        }
        row.labels.add(name);
    }

    void renameLabel(String project, String from, String to, User actor) {
        var labels = state.labels(project);
        if (labels.remove(from) == null) {
            throw new IllegalArgumentException("There is no label " + from);
        }
        labels.put(to, Label.of(to));
        state.rows(project).filter(row -> row.labels.remove(from)).forEach(row -> row.labels.add(to));
        announce("edited", Label.of(to), from, actor);
    }

    private void announce(String action, Label label, @Nullable String previousName, User actor) {
        deliveries.announce(
                "label",
                new TrackerEvent.LabelChanged(
                        "label." + action, Optional.of(actor), label, Optional.ofNullable(previousName)));
    }

    CommentRow comment(IssueRow row, String text, @Nullable Marker marker, User actor) {
        var now = state.now();
        var comment = new CommentRow("C" + state.next(), text, actor, now, now, marker);
        keep(row, comment, "created", actor);
        return comment;
    }

    CommentRow editComment(IssueRow row, CommentRow comment, String text, User actor) {
        var edited = comment.edited(text, state.now());
        keep(row, edited, "edited", actor);
        return edited;
    }

    private void keep(IssueRow row, CommentRow comment, String action, User actor) {
        row.comments.put(comment.id(), comment);
        state.touch(row);
        deliveries.announce(
                "issue_comment",
                new TrackerEvent.CommentChanged(
                        "issue_comment." + action,
                        Optional.of(actor),
                        comment.toComment(state.key(row), state.url(row)),
                        state.issue(row)));
    }

    void deleteComment(IssueRow row, String id, User actor) {
        if (row.comments.remove(id) == null) {
            return;
        }
        state.touch(row);
        deliveries.announce(
                "issue_comment",
                new TrackerEvent.CommentDeleted("issue_comment.deleted", Optional.of(actor), id, state.issue(row)));
    }

    void delete(IssueRow row, User actor) {
        row.deleted = true;
        deliveries.announce(
                "issues", new TrackerEvent.IssueDeleted("issues.deleted", Optional.of(actor), state.reference(row)));
    }

    IssueRow transfer(IssueRow row, String project, User actor) {
        var moved = state.add(project, row.title, row.body, row.author, row.intruder);
        moved.takeOver(row);
        List.copyOf(moved.labels).forEach(name -> state.labels(project).putIfAbsent(name, Label.of(name)));
        row.movedTo = moved.id;
        deliveries.announce(
                "issues",
                new TrackerEvent.IssueMoved(
                        "issues.transferred", Optional.of(actor), state.key(row), state.issue(moved)));
        return moved;
    }

    void raise(SecurityAlert alert) {
        var created = state.alerts.put(alert.id(), new TrackerState.AlertRow(alert, state.next())) == null;
        deliveries.announce(
                "alert",
                new TrackerEvent.AlertChanged(created ? "alert.created" : "alert.updated", Optional.empty(), alert));
    }
}
