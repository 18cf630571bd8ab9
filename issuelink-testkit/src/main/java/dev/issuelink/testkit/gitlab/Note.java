package dev.issuelink.testkit.gitlab;

import java.time.Instant;

/** A note of an issue. */
final class Note {
    final long id;
    final Account author;
    final Instant createdAt;
    final boolean system;
    final boolean internal;
    String body;
    Instant updatedAt;

    Note(long id, Account author, Instant now, String body, boolean system, boolean internal) {
        this.id = id;
        this.author = author;
        this.createdAt = now;
        this.updatedAt = now;
        this.body = body;
        this.system = system;
        this.internal = internal;
    }
}
