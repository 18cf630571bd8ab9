package dev.issuelink.testkit.github;

import java.time.Instant;

/** A comment as it is now; editing it makes a new one. */
record Comment(long id, int number, String body, Account user, Instant createdAt, Instant updatedAt) {

    Comment edited(String text, Instant at) {
        return new Comment(id, number, text, user, createdAt, at);
    }

    Comment movedTo(int other) {
        return new Comment(id, other, body, user, createdAt, updatedAt);
    }
}
