package dev.issuelink.testkit.gitlab;

import dev.issuelink.testkit.internal.Json;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a handler answers: status, headers of its own, and a JSON value, or plain text (absent: no body). */
record Reply(
        int status, Map<String, String> headers, @Nullable Object body) {
    static Reply ok(Object body) {
        return of(200, body);
    }

    static Reply created(Object body) {
        return of(201, body);
    }

    static Reply nothing() {
        return of(204, null);
    }

    static Reply of(int status, @Nullable Object body) {
        return new Reply(status, Map.of(), body);
    }

    static Reply message(int status, Object message) {
        return of(status, Json.object("message", message));
    }

    Reply with(String name, String value) {
        var more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new Reply(status, more, body);
    }
}
