package dev.issuelink.testkit.github;

import dev.issuelink.testkit.internal.WireRequest;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A request that has found its route. */
record Call(
        WireRequest request,
        Caller caller,
        @Nullable Repo target,
        Map<String, String> variables,
        Map<String, String> query) {

    Repo repo() {
        return Objects.requireNonNull(target);
    }

    String variable(String name) {
        return Objects.requireNonNull(variables.get(name));
    }

    /** The number in the path; anything else is not found. */
    long id(String name) {
        try {
            return Long.parseLong(variable(name));
        } catch (NumberFormatException e) {
            throw ApiError.notFound();
        }
    }

    int number() {
        long number = id("n");
        if (number > Integer.MAX_VALUE) {
            throw ApiError.notFound();
        }
        return (int) number;
    }

    Fields fields() {
        return Fields.parse(request.body());
    }

    @Nullable
    String query(String name) {
        return query.get(name);
    }

    String query(String name, String otherwise) {
        return query.getOrDefault(name, otherwise);
    }

    @Nullable
    Instant since() {
        String text = query("since");
        try {
            return text == null ? null : Instant.parse(text);
        } catch (DateTimeParseException e) {
            throw ApiError.of(422, "Invalid request.\n\nFor 'since', " + text + " is not a valid timestamp.");
        }
    }

    int perPage() {
        try {
            return Math.max(1, Math.min(100, Integer.parseInt(query("per_page", "30"))));
        } catch (NumberFormatException e) {
            return 30;
        }
    }

    int page() {
        try {
            return Math.max(1, Integer.parseInt(query("page", "1")));
        } catch (NumberFormatException e) {
            return 1;
        }
    }

    /** Version 2026-03-10 no longer shows the single {@code assignee}. */
    boolean oldVersion() {
        return !Versions.NEWEST.equals(request.header("x-github-api-version"));
    }

    String accept() {
        return request.accept();
    }
}
