package dev.issuelink.testkit.github;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A milestone of a repository as it is now; changing it makes a new one. */
record Milestone(
        long id,
        int number,
        String title,
        @Nullable String description,
        String state,
        @Nullable String dueOn,
        Account creator,
        Instant createdAt,
        Instant updatedAt) {}
