package dev.issuelink.testkit.github;

import dev.issuelink.testkit.internal.Json;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a handler answers: status, headers of its own, and a JSON value (absent: no body). */
record Reply(
        int status, Map<String, String> headers, @Nullable Object body) {

    static Reply ok(Object body) {
        return of(200, body);
    }

    static Reply of(int status, @Nullable Object body) {
        return new Reply(status, Map.of(), body);
    }

    static Reply created(Map<String, @Nullable Object> body) {
        return of(201, body).with("Location", String.valueOf(body.get("url")));
    }

    static Reply nothing() {
        return of(204, null);
    }

    static Reply error(int status, String message) {
        return of(status, errorBody(status, message));
    }

    static Map<String, @Nullable Object> errorBody(int status, String message) {
        return Json.object(
                "message",
                message,
                "documentation_url",
                "https://docs.github.com/rest",
                "status",
                String.valueOf(status));
    }

    static Reply moved(int status, String location) {
        Map<String, @Nullable Object> body =
                errorBody(status, status == 301 ? "Moved Permanently" : "Temporary Redirect");
        body.put("url", location);
        return of(status, body).with("Location", location);
    }

    Reply with(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new Reply(status, more, body);
    }
}
