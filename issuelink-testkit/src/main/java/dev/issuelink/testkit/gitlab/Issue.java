package dev.issuelink.testkit.gitlab;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An issue. Changed under the world's lock only. */
final class Issue {
    final long id;
    final int iid;
    final Account author;
    final Instant createdAt;
    final Set<String> labels = new LinkedHashSet<>();
    final Set<Account> assignees = new LinkedHashSet<>();
    final List<Note> notes = new ArrayList<>();
    String title;
    String description;
    String type = "issue";
    boolean open = true;
    boolean confidential;
    boolean locked;
    Instant updatedAt;

    @Nullable
    Instant closedAt;

    @Nullable
    Account closedBy;

    @Nullable
    Long milestone;

    @Nullable
    String dueDate;

    @Nullable
    Long weight;

    @Nullable
    Long movedTo;

    Issue(long id, int iid, Account author, Instant now, String title, String description) {
        this.id = id;
        this.iid = iid;
        this.author = author;
        this.createdAt = now;
        this.updatedAt = now;
        this.title = title;
        this.description = description;
    }

    long comments() {
        return notes.stream().filter(note -> !note.system).count();
    }
}
