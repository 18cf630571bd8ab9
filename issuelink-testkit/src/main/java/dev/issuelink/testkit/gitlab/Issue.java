package dev.issuelink.testkit.gitlab;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
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

    /** Due date, weight and milestone, by their names. */
    final Map<String, Object> more = new TreeMap<>();

    private final Set<String> flags = new TreeSet<>();
    String title;
    String description;
    String type = "issue";
    boolean open = true;
    Instant updatedAt;

    @Nullable
    Instant closedAt;

    @Nullable
    Account closedBy;

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

    boolean confidential() {
        return flags.contains("confidential");
    }

    boolean locked() {
        return flags.contains("locked");
    }

    void confidential(boolean on) {
        flag("confidential", on);
    }

    void locked(boolean on) {
        flag("locked", on);
    }

    private void flag(String name, boolean on) {
        if (on) {
            flags.add(name);
        } else {
            flags.remove(name);
        }
    }

    void put(String name, @Nullable Object value) {
        if (value == null) {
            more.remove(name);
        } else {
            more.put(name, value);
        }
    }

    @Nullable
    Long milestone() {
        return more.get("milestone_id") instanceof Long id ? id : null;
    }

    long comments() {
        return notes.stream().filter(note -> !note.system).count();
    }
}
