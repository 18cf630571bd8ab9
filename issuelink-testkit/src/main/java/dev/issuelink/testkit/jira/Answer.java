package dev.issuelink.testkit.jira;

import dev.issuelink.testkit.internal.Json;
import dev.issuelink.testkit.internal.WireReply;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a route answers: a status and, mostly, a body. */
record Answer(int status, @Nullable Object body) {

    static Answer ok(@Nullable Object body) {
        return new Answer(200, body);
    }

    static Answer created(@Nullable Object body) {
        return new Answer(201, body);
    }

    static Answer nothing() {
        return new Answer(204, null);
    }

    WireReply wire() {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Content-Type", "application/json;charset=UTF-8");
        return WireReply.of(status, headers, status == 204 ? "" : Json.write(body));
    }
}
