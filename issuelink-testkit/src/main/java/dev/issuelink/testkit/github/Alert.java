package dev.issuelink.testkit.github;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A Dependabot alert as it is now; dismissing or reopening makes a new one. */
record Alert(
        int number,
        String state,
        String ecosystem,
        String packageName,
        String severity,
        String summary,
        Instant createdAt,
        Instant updatedAt,
        @Nullable Account dismissedBy,
        @Nullable String dismissedReason,
        @Nullable String dismissedComment) {

    Alert with(String newState, @Nullable Account by, @Nullable String reason, @Nullable String comment, Instant at) {
        return new Alert(
                number, newState, ecosystem, packageName, severity, summary, createdAt, at, by, reason, comment);
    }
}
