package dev.issuelink.testkit.github;

import dev.issuelink.testkit.internal.Json;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An answer that is an error; thrown by handlers so that the good way reads straight. */
final class ApiError extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Reply reply;

    ApiError(Reply reply) {
        super("status " + reply.status(), null, false, false);
        this.reply = reply;
    }

    Reply reply() {
        return reply;
    }

    static ApiError of(int status, String message) {
        return new ApiError(Reply.error(status, message));
    }

    static ApiError notFound() {
        return of(404, "Not Found");
    }

    static ApiError forbidden(String message) {
        return of(403, message);
    }

    static ApiError gone(String message) {
        return of(410, message);
    }

    /** 422 with one error entry; {@code message} and {@code value} are left out when null. */
    static ApiError invalid(
            String resource, String field, String code, @Nullable String message, @Nullable Object value) {
        Map<String, @Nullable Object> error = Json.object("resource", resource, "code", code, "field", field);
        if (message != null) {
            error.put("message", message);
        }
        if (value != null) {
            error.put("value", value);
        }
        return validation(List.of(error));
    }

    static ApiError missing(String resource, String field) {
        return invalid(resource, field, "missing_field", null, null);
    }

    static ApiError validation(List<?> errors) {
        Map<String, @Nullable Object> body = Reply.errorBody(422, "Validation Failed");
        body.put("errors", errors);
        return new ApiError(Reply.of(422, body));
    }
}
