package dev.issuelink.testkit.gitlab;

import dev.issuelink.testkit.internal.WireRequest;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A request that has found its route. */
record Call(
        WireRequest request,
        @Nullable FakeGitLabToken token,
        @Nullable Account caller,
        @Nullable Project target,
        Map<String, String> variables,
        Map<String, String> query) {
    Project project() {
        return Objects.requireNonNull(target);
    }

    Account account() {
        if (caller == null) {
            throw ApiError.unauthorized();
        }
        return caller;
    }

    String variable(String name) {
        return Objects.requireNonNull(variables.get(name));
    }

    long id(String name, String what) {
        try {
            return Long.parseLong(variable(name));
        } catch (NumberFormatException e) {
            throw ApiError.notFound(what);
        }
    }

    Fields fields() {
        return Fields.parse(request.body());
    }

    String query(String name, String otherwise) {
        return query.getOrDefault(name, otherwise);
    }

    int number(String name, int otherwise) {
        try {
            return Math.max(1, Integer.parseInt(query(name, String.valueOf(otherwise))));
        } catch (NumberFormatException e) {
            throw ApiError.parameter(name + " is invalid");
        }
    }

    int perPage() {
        return Math.min(100, number("per_page", 20));
    }

    int level() {
        return target == null ? 0 : target.level(caller);
    }

    void requireLevel(int level) {
        if (level() < level) {
            throw ApiError.forbidden();
        }
    }
}
