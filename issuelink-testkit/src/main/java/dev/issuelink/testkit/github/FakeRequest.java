package dev.issuelink.testkit.github;

import dev.issuelink.testkit.internal.WireReply;
import dev.issuelink.testkit.internal.WireRequest;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * One request that the fake received, for assertions. Immutable.
 *
 * @param method HTTP method
 * @param path path without the query, as sent
 * @param query query without the question mark, as sent; empty when there was none
 * @param headers header values by lower-case name; the values of credentials are replaced by their scheme
 * @param status status of the answer; when the connection was broken, the one the client would have seen
 */
public record FakeRequest(String method, String path, String query, Map<String, String> headers, int status) {

    private static final Set<String> SECRET = Set.of("authorization", "cookie", "proxy-authorization");

    static FakeRequest of(WireRequest request, WireReply reply) {
        Map<String, String> shown = new LinkedHashMap<>();
        request.headers().forEach((name, value) -> shown.put(name, SECRET.contains(name) ? scheme(value) : value));
        return new FakeRequest(request.method(), request.path(), request.rawQuery(), Map.copyOf(shown), reply.status());
    }

    private static String scheme(String value) {
        int space = value.indexOf(' ');
        return (space > 0 ? value.substring(0, space).toLowerCase(Locale.ROOT) : "") + " (hidden)";
    }
}
