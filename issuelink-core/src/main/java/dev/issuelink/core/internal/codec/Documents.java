package dev.issuelink.core.internal.codec;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.issuelink.model.Change;
import dev.issuelink.model.Comment;
import dev.issuelink.model.Issue;
import dev.issuelink.model.IssueChanges;
import dev.issuelink.model.IssueDraft;
import dev.issuelink.model.IssueKey;
import dev.issuelink.model.IssueReference;
import dev.issuelink.model.IssueStatus;
import dev.issuelink.model.Label;
import dev.issuelink.model.Marker;
import dev.issuelink.model.Milestone;
import dev.issuelink.model.ObjectReference;
import dev.issuelink.model.ObjectType;
import dev.issuelink.model.Priority;
import dev.issuelink.model.Resolution;
import dev.issuelink.model.StatusCategory;
import dev.issuelink.model.TargetStatus;
import dev.issuelink.model.User;
import java.net.URI;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The stored form of the model, one record for each type. Fields may be added; what is missing reads as absent. */
final class Documents {
    private Documents() {}

    record ObjectDocument(
            String type,
            @Nullable String database,
            @Nullable String schema,
            String name,
            String qualifiedName,
            @Nullable String versionHash,
            @Nullable Instant modifiedAt) {
        static ObjectDocument of(ObjectReference object) {
            return new ObjectDocument(
                    object.type().name(),
                    object.database().orElse(null),
                    object.schema().orElse(null),
                    object.name(),
                    object.qualifiedName(),
                    object.versionHash().orElse(null),
                    object.modifiedAt().orElse(null));
        }

        ObjectReference toModel() {
            return ObjectReference.builder(new ObjectType(type), name)
                    .database(database)
                    .schema(schema)
                    .qualifiedName(qualifiedName)
                    .versionHash(versionHash)
                    .modifiedAt(modifiedAt)
                    .build();
        }
    }

    record StatusDocument(
            String name, StatusCategory category, @Nullable Resolution resolution) {
        static StatusDocument of(IssueStatus status) {
            return new StatusDocument(
                    status.name(), status.category(), status.resolution().orElse(null));
        }

        IssueStatus toModel() {
            return new IssueStatus(name, category, Optional.ofNullable(resolution));
        }
    }

    record ReferenceDocument(
            String tracker,
            String id,
            String provider,
            String project,
            String displayKey,
            URI url,
            @Nullable String title,
            @Nullable StatusDocument status,
            @Nullable String priority,
            List<String> labels,
            @Nullable String assignee,
            @Nullable Instant createdAt,
            @Nullable Instant updatedAt) {
        static ReferenceDocument of(IssueReference issue) {
            return new ReferenceDocument(
                    issue.tracker(),
                    issue.key().id(),
                    issue.provider(),
                    issue.project(),
                    issue.displayKey(),
                    issue.url(),
                    issue.title().orElse(null),
                    issue.status().map(StatusDocument::of).orElse(null),
                    issue.priority().map(Priority::name).orElse(null),
                    issue.labels(),
                    issue.assignee().orElse(null),
                    issue.createdAt().orElse(null),
                    issue.updatedAt().orElse(null));
        }

        IssueReference toModel() {
            return IssueReference.builder(new IssueKey(tracker, id), provider, project, displayKey, url)
                    .title(title)
                    .status(status == null ? null : status.toModel())
                    .priority(priority == null ? null : new Priority(priority))
                    .labels(labels)
                    .assignee(assignee)
                    .createdAt(createdAt)
                    .updatedAt(updatedAt)
                    .build();
        }
    }

    record UserDocument(
            String id,
            String username,
            @Nullable String displayName,
            @Nullable String email,
            User.Kind kind) {
        static UserDocument of(User user) {
            return new UserDocument(
                    user.id(),
                    user.username(),
                    user.displayName().orElse(null),
                    user.email().orElse(null),
                    user.kind());
        }

        static @Nullable User orNull(@Nullable UserDocument user) {
            return user == null ? null : user.toModel();
        }

        User toModel() {
            return User.builder(id, username)
                    .displayName(displayName)
                    .email(email)
                    .kind(kind)
                    .build();
        }
    }

    record IssueDocument(
            ReferenceDocument reference,
            String title,
            String body,
            StatusDocument status,
            List<Label> labels,
            List<UserDocument> assignees,
            @Nullable UserDocument author,
            @Nullable Milestone milestone,
            @Nullable String issueType,
            @Nullable Instant closedAt,
            @Nullable UserDocument closedBy,
            int commentCount,
            @Nullable String marker,
            Map<String, String> attributes) {
        static IssueDocument of(Issue issue) {
            return new IssueDocument(
                    ReferenceDocument.of(issue.reference()),
                    issue.title(),
                    issue.body(),
                    StatusDocument.of(issue.status()),
                    issue.labels(),
                    issue.assignees().stream().map(UserDocument::of).toList(),
                    issue.author().map(UserDocument::of).orElse(null),
                    issue.milestone().orElse(null),
                    issue.issueType().orElse(null),
                    issue.closedAt().orElse(null),
                    issue.closedBy().map(UserDocument::of).orElse(null),
                    issue.commentCount(),
                    issue.marker().map(Marker::value).orElse(null),
                    issue.attributes());
        }

        Issue toModel() {
            var at = reference.toModel();
            var issue = Issue.builder(at.key(), at.provider(), at.project(), at.displayKey(), at.url())
                    .title(title)
                    .body(body)
                    .status(status.toModel())
                    .priority(at.priority().orElse(null))
                    .labels(labels)
                    .assignees(assignees.stream().map(UserDocument::toModel).toList())
                    .author(UserDocument.orNull(author))
                    .milestone(milestone)
                    .issueType(issueType)
                    .createdAt(at.createdAt().orElse(null))
                    .updatedAt(at.updatedAt().orElse(null))
                    .closedAt(closedAt)
                    .closedBy(UserDocument.orNull(closedBy))
                    .commentCount(commentCount)
                    .marker(marker == null ? null : new Marker(marker));
            attributes.forEach(issue::attribute);
            return issue.build();
        }
    }

    record SnapshotDocument(@Nullable IssueDocument issue, Set<String> unlinked) {}

    record CommentDocument(
            String id,
            String tracker,
            String issueId,
            String body,
            @Nullable UserDocument author,
            @Nullable URI url,
            Instant createdAt,
            Instant updatedAt,
            boolean internal,
            @Nullable String marker,
            @Nullable Map<String, String> attributes) {
        static CommentDocument of(Comment comment) {
            return new CommentDocument(
                    comment.id(),
                    comment.issue().tracker(),
                    comment.issue().id(),
                    comment.body(),
                    comment.author().map(UserDocument::of).orElse(null),
                    comment.url().orElse(null),
                    comment.createdAt(),
                    comment.updatedAt(),
                    comment.internal(),
                    comment.marker().map(Marker::value).orElse(null),
                    comment.attributes());
        }

        Comment toModel() {
            var comment = Comment.builder(id, new IssueKey(tracker, issueId), createdAt)
                    .body(body)
                    .author(UserDocument.orNull(author))
                    .url(url)
                    .updatedAt(updatedAt)
                    .internal(internal)
                    .marker(marker == null ? null : new Marker(marker));
            if (attributes != null) {
                attributes.forEach(comment::attribute);
            }
            return comment.build();
        }
    }

    record DraftDocument(
            String title,
            String body,
            @Nullable String project,
            @Nullable String issueType,
            @Nullable String priority,
            @Nullable String milestone,
            List<String> labels,
            List<String> assignees,
            Map<String, String> fields) {
        static DraftDocument of(IssueDraft draft) {
            return new DraftDocument(
                    draft.title(),
                    draft.body(),
                    draft.project().orElse(null),
                    draft.issueType().orElse(null),
                    draft.priority().map(Priority::name).orElse(null),
                    draft.milestone().orElse(null),
                    draft.labels(),
                    draft.assignees(),
                    draft.fields());
        }

        IssueDraft toModel() {
            var draft = IssueDraft.builder(title)
                    .body(body)
                    .project(project)
                    .issueType(issueType)
                    .priority(priority == null ? null : new Priority(priority))
                    .milestone(milestone)
                    .labels(labels)
                    .assignees(assignees);
            fields.forEach(draft::field);
            return draft.build();
        }
    }

    /** A field that changes: to a value, or to nothing. One that is kept is not mentioned at all. */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record ChangeDocument(@Nullable String value) {
        static <T> @Nullable ChangeDocument of(Change<T> change, java.util.function.Function<T, String> text) {
            return change.<@Nullable ChangeDocument>match(
                    () -> null, value -> new ChangeDocument(text.apply(value)), () -> new ChangeDocument(null));
        }

        static Change<String> toModel(@Nullable ChangeDocument change) {
            if (change == null) {
                return Change.keep();
            }
            return change.value == null ? Change.clear() : Change.set(change.value);
        }
    }

    record ChangesDocument(
            @Nullable ChangeDocument title,
            @Nullable ChangeDocument body,
            @Nullable TargetStatus status,
            @Nullable ChangeDocument priority,
            @Nullable ChangeDocument milestone,
            @Nullable ChangeDocument issueType,
            Set<String> addedLabels,
            Set<String> removedLabels,
            Set<String> addedAssignees,
            Set<String> removedAssignees,
            Map<String, ChangeDocument> fields) {
        static ChangesDocument of(IssueChanges changes) {
            var fields = new LinkedHashMap<String, ChangeDocument>();
            changes.fields().forEach((name, change) -> {
                var document = ChangeDocument.of(change, value -> value);
                if (document != null) {
                    fields.put(name, document);
                }
            });
            return new ChangesDocument(
                    ChangeDocument.of(changes.title(), value -> value),
                    ChangeDocument.of(changes.body(), value -> value),
                    changes.status().<@Nullable TargetStatus>match(() -> null, target -> target, () -> null),
                    ChangeDocument.of(changes.priority(), Priority::name),
                    ChangeDocument.of(changes.milestone(), value -> value),
                    ChangeDocument.of(changes.issueType(), value -> value),
                    changes.addedLabels(),
                    changes.removedLabels(),
                    changes.addedAssignees(),
                    changes.removedAssignees(),
                    fields);
        }

        IssueChanges toModel() {
            var changes = IssueChanges.builder()
                    .body(ChangeDocument.toModel(body))
                    .priority(ChangeDocument.toModel(priority)
                            .match(Change::keep, name -> Change.set(new Priority(name)), Change::clear))
                    .milestone(ChangeDocument.toModel(milestone))
                    .issueType(ChangeDocument.toModel(issueType));
            if (title != null && title.value != null) {
                changes.title(title.value);
            }
            if (status != null) {
                changes.status(status);
            }
            addedLabels.forEach(changes::addLabel);
            removedLabels.forEach(changes::removeLabel);
            addedAssignees.forEach(changes::addAssignee);
            removedAssignees.forEach(changes::removeAssignee);
            fields.forEach((name, change) -> changes.field(name, ChangeDocument.toModel(change)));
            return changes.build();
        }
    }

    record WriteDocument(
            Write.Operation operation,
            @Nullable DraftDocument draft,
            @Nullable List<ObjectDocument> objects,
            @Nullable ReferenceDocument issue,
            @Nullable ChangesDocument changes,
            @Nullable String text,
            @Nullable String fingerprint,
            Write.@Nullable Precondition precondition) {}
}
