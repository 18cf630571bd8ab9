package dev.issuelink.testkit.gitlab;

import dev.issuelink.testkit.internal.Json;
import java.util.List;

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

    static ApiError notFound(String what) {
        return new ApiError(Reply.message(404, "404 " + what + " Not Found"));
    }

    static ApiError forbidden() {
        return new ApiError(Reply.message(403, "403 Forbidden"));
    }

    static ApiError unauthorized() {
        return new ApiError(Reply.message(401, "401 Unauthorized"));
    }

    static ApiError scope() {
        return new ApiError(Reply.of(
                403,
                Json.object(
                        "error",
                        "insufficient_scope",
                        "error_description",
                        "The request requires higher privileges than provided by the access token.",
                        "scope",
                        "api")));
    }

    /** A parameter that is missing or has not the right form. */
    static ApiError parameter(String words) {
        return new ApiError(Reply.of(400, Json.object("error", words)));
    }

    /** A field whose content is refused. */
    static ApiError field(String name, String words) {
        return new ApiError(Reply.message(400, Json.object(name, List.of(words))));
    }
}
