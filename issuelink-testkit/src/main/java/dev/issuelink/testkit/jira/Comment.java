package dev.issuelink.testkit.jira;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A comment; mutable, guarded by the world's lock. */
final class Comment {

    final long id;
    final Account author;
    final Instant created;
    final Map<String, @Nullable Object> properties = new LinkedHashMap<>();
    Account updateAuthor;
    Instant updated;
    Object body;

    Comment(long id, Account author, Object body, Instant created) {
        this.id = id;
        this.author = author;
        this.updateAuthor = author;
        this.body = body;
        this.created = created;
        this.updated = created;
    }
}
