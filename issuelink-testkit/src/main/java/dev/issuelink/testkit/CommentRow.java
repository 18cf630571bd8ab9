package dev.issuelink.testkit;

import dev.issuelink.model.Comment;
import dev.issuelink.model.IssueKey;
import dev.issuelink.model.Marker;
import dev.issuelink.model.User;
import java.net.URI;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What the tracker in memory keeps of a comment. */
record CommentRow(
        String id,
        String text,
        User author,
        Instant createdAt,
        Instant updatedAt,
        @Nullable Marker marker) {
    CommentRow edited(String newText, Instant now) {
        return new CommentRow(id, newText, author, createdAt, now, marker);
    }

    Comment toComment(IssueKey issue, URI issueUrl) {
        return Comment.builder(id, issue, createdAt)
                .body(text)
                .author(author)
                .url(URI.create(issueUrl + "#" + id))
                .updatedAt(updatedAt)
                .marker(marker)
                .build();
    }
}
