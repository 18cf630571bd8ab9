package dev.issuelink.testkit;

import dev.issuelink.model.Attachment;
import dev.issuelink.model.IssueStatus;
import dev.issuelink.model.Marker;
import dev.issuelink.model.Priority;
import dev.issuelink.model.StatusCategory;
import dev.issuelink.model.User;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the tracker in memory keeps of an issue. Guarded by the lock of {@link TrackerState}. */
final class IssueRow {
    final String id;
    final String project;
    final int number;
    final boolean intruder;
    final User author;
    final Instant createdAt;
    final Set<String> labels = new LinkedHashSet<>();
    final Set<String> assignees = new LinkedHashSet<>();
    final Map<String, String> fields = new LinkedHashMap<>();
    final Map<String, CommentRow> comments = new LinkedHashMap<>();
    final List<Attachment> attachments = new ArrayList<>();
    String title;
    String body;
    IssueStatus status = IssueStatus.of("open", StatusCategory.OPEN);
    Instant updatedAt;
    long changed;
    boolean deleted;

    @Nullable
    Marker marker;

    @Nullable
    Priority priority;

    @Nullable
    String issueType;

    @Nullable
    String milestone;

    @Nullable
    Instant closedAt;

    @Nullable
    User closedBy;

    @Nullable
    String movedTo;

    IssueRow(String id, String project, int number, String title, String body, User author, Instant now, boolean odd) {
        this.id = id;
        this.project = project;
        this.number = number;
        this.title = title;
        this.body = body;
        this.author = author;
        this.createdAt = now;
        this.updatedAt = now;
        this.intruder = odd;
    }

    String displayKey() {
        return "#" + number;
    }

    boolean present() {
        return !deleted && movedTo == null;
    }

    boolean issue() {
        return present() && !intruder;
    }

    /** Takes over what an issue keeps when it moves to another project. */
    void takeOver(IssueRow other) {
        labels.addAll(other.labels);
        assignees.addAll(other.assignees);
        fields.putAll(other.fields);
        comments.putAll(other.comments);
        attachments.addAll(other.attachments);
        status = other.status;
        marker = other.marker;
        priority = other.priority;
        issueType = other.issueType;
        closedAt = other.closedAt;
        closedBy = other.closedBy;
    }
}
