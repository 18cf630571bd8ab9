package dev.issuelink.core.internal.codec;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.issuelink.core.internal.codec.Documents.ChangesDocument;
import dev.issuelink.core.internal.codec.Documents.CommentDocument;
import dev.issuelink.core.internal.codec.Documents.DraftDocument;
import dev.issuelink.core.internal.codec.Documents.IssueDocument;
import dev.issuelink.core.internal.codec.Documents.ObjectDocument;
import dev.issuelink.core.internal.codec.Documents.ReferenceDocument;
import dev.issuelink.core.internal.codec.Documents.SnapshotDocument;
import dev.issuelink.core.internal.codec.Documents.WriteDocument;
import dev.issuelink.error.StoreException;
import dev.issuelink.model.Comment;
import dev.issuelink.model.IssueReference;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Turns what the engine keeps into text and back. Safe for several threads. */
public final class StoreCodec {
    private final JsonMapper json = JsonMapper.builder()
            .changeDefaultPropertyInclusion(always -> always.withValueInclusion(JsonInclude.Include.NON_NULL))
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    /** The stored form of a snapshot's content. */
    public String encode(SnapshotContent content) {
        return json.writeValueAsString(
                new SnapshotDocument(content.issue().map(IssueDocument::of).orElse(null), content.unlinked()));
    }

    /** The content of a stored snapshot. */
    public SnapshotContent decodeSnapshot(String text) {
        return read(
                text,
                SnapshotDocument.class,
                document -> new SnapshotContent(
                        Optional.ofNullable(document.issue()).map(IssueDocument::toModel), document.unlinked()));
    }

    /** The stored form of a write. */
    public String encode(Write write) {
        return json.writeValueAsString(toDocument(write));
    }

    /** A stored write. */
    public Write decodeWrite(String text) {
        return read(text, WriteDocument.class, StoreCodec::toModel);
    }

    /** The stored form of a reference. */
    public String encode(IssueReference issue) {
        return json.writeValueAsString(ReferenceDocument.of(issue));
    }

    /** A stored reference. */
    public IssueReference decodeReference(String text) {
        return read(text, ReferenceDocument.class, ReferenceDocument::toModel);
    }

    /** The stored form of a comment. */
    public String encode(Comment comment) {
        return json.writeValueAsString(CommentDocument.of(comment));
    }

    /** A stored comment. */
    public Comment decodeComment(String text) {
        return read(text, CommentDocument.class, CommentDocument::toModel);
    }

    /** The stored form of what is known of a fingerprint's events. */
    public String encode(ClaimContent content) {
        return json.writeValueAsString(content);
    }

    /** What is known of a fingerprint's events. */
    public ClaimContent decodeClaim(String text) {
        return read(text, ClaimContent.class, content -> content);
    }

    private static WriteDocument toDocument(Write write) {
        if (write instanceof Write.CreateIssue create) {
            return new WriteDocument(
                    create.operation(),
                    DraftDocument.of(create.draft()),
                    create.objects().stream().map(ObjectDocument::of).toList(),
                    null,
                    null,
                    null,
                    create.fingerprint().orElse(null),
                    null);
        }
        if (write instanceof Write.UpdateIssue update) {
            return new WriteDocument(
                    update.operation(),
                    null,
                    null,
                    ReferenceDocument.of(update.issue()),
                    ChangesDocument.of(update.changes()),
                    null,
                    null,
                    update.precondition());
        }
        var comment = (Write.AddComment) write;
        return new WriteDocument(
                comment.operation(),
                null,
                null,
                ReferenceDocument.of(comment.issue()),
                null,
                comment.text(),
                null,
                null);
    }

    private static Write toModel(WriteDocument document) {
        return switch (document.operation()) {
            case CREATE_ISSUE ->
                new Write.CreateIssue(
                        present(document.draft()).toModel(),
                        present(document.objects()).stream()
                                .map(ObjectDocument::toModel)
                                .toList(),
                        Optional.ofNullable(document.fingerprint()));
            case UPDATE_ISSUE ->
                new Write.UpdateIssue(
                        present(document.issue()).toModel(),
                        present(document.changes()).toModel(),
                        Optional.ofNullable(document.precondition()).orElse(Write.Precondition.NONE));
            case ADD_COMMENT -> new Write.AddComment(present(document.issue()).toModel(), present(document.text()));
        };
    }

    // What is missing or makes no sense shows only when the model is made of it.
    private <D, T> T read(String text, Class<D> type, Function<D, T> toModel) {
        try {
            return toModel.apply(present(json.readValue(text, type)));
        } catch (JacksonException | IllegalArgumentException | NullPointerException unreadable) {
            // Without its cause, whose words quote what is stored.
            throw new StoreException(
                    "The store holds a " + type.getSimpleName() + " that this version cannot read ("
                            + unreadable.getClass().getSimpleName()
                            + "). Was it written by a newer version, or changed by hand?",
                    null);
        }
    }

    private static <T> T present(@org.jspecify.annotations.Nullable T part) {
        return Objects.requireNonNull(part, "It lacks a part");
    }
}
