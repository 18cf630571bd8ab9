package dev.issuelink.testkit.jira;

import dev.issuelink.testkit.internal.Json;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What Jira does not do, and how it says so. */
final class Refusal extends Exception {

    private static final long serialVersionUID = 1L;

    final int status;
    final transient Map<String, @Nullable Object> body;

    private Refusal(int status, Map<String, @Nullable Object> body) {
        super("status " + status);
        this.status = status;
        this.body = body;
    }

    static Refusal message(int status, String message) {
        return new Refusal(status, Json.object("errorMessages", List.of(message), "errors", Json.object()));
    }

    static Refusal field(String field, String message) {
        return new Refusal(400, Json.object("errorMessages", List.of(), "errors", Json.object(field, message)));
    }

    static Refusal fields(Map<String, @Nullable Object> errors) {
        return new Refusal(400, Json.object("errorMessages", List.of(), "errors", errors));
    }

    static Refusal notFound() {
        return message(404, "Issue does not exist or you do not have permission to see it.");
    }
}
