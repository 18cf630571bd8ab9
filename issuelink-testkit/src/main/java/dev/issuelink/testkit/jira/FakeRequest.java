package dev.issuelink.testkit.jira;

import java.util.Objects;

/**
 * A request that the fake was asked.
 *
 * @param method the HTTP method
 * @param path the path, without the query
 * @param query the query as it was sent, empty if there was none
 * @param body the body as text
 * @param status what it was answered with
 */
public record FakeRequest(String method, String path, String query, String body, int status) {
    /** Checks the components. */
    public FakeRequest {
        Objects.requireNonNull(method, "method");
        Objects.requireNonNull(path, "path");
        Objects.requireNonNull(query, "query");
        Objects.requireNonNull(body, "body");
    }
}
