package dev.issuelink.testkit.jira;

import dev.issuelink.testkit.internal.Json;
import dev.issuelink.testkit.internal.WireRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A request that has found its route.
 *
 * @param request the request
 * @param grant who asks; null for a stranger
 * @param path the parts of the path that stand where the route has a star
 * @param query its parameters
 */
record Call(WireRequest request, Credentials.@Nullable Grant grant, List<String> path, Map<String, String> query) {

    String part(int number) {
        return path.get(number);
    }

    int number(String name, int otherwise) {
        var text = query.get(name);
        return text != null && text.matches("\\d{1,9}") ? Integer.parseInt(text) : otherwise;
    }

    /** What a parameter lists, separated by commas. */
    List<String> list(String name) {
        var text = query.get(name);
        return text == null || text.isEmpty()
                ? List.of()
                : Arrays.stream(text.split(",", -1)).map(String::strip).toList();
    }

    Map<?, ?> body() throws Refusal {
        try {
            if (Json.read(request.body()) instanceof Map<?, ?> object) {
                return object;
            }
        } catch (Json.JsonException malformed) {
            throw Refusal.message(400, "There was an error parsing JSON. Check that your request body is valid.");
        }
        throw Refusal.message(400, "Invalid request payload. Refer to the REST API documentation and try again.");
    }

    Account account() throws Refusal {
        if (grant == null) {
            throw Refusal.message(401, "Client must be authenticated to access this resource.");
        }
        return grant.account();
    }

    void mustWrite() throws Refusal {
        account();
        if (!Optional.ofNullable(grant).map(Credentials.Grant::writes).orElse(false)) {
            throw Refusal.message(403, "You do not have permission to perform this operation.");
        }
    }

    void mustAdminister() throws Refusal {
        account();
        if (!Optional.ofNullable(grant).map(Credentials.Grant::administers).orElse(false)) {
            throw Refusal.message(403, "Only administrators may do that.");
        }
    }

    static @Nullable Object at(Map<?, ?> object, String name) {
        return object.get(name);
    }

    static String text(Map<?, ?> object, String name) {
        return object.get(name) instanceof String text ? text : "";
    }

    static Map<?, ?> inner(Map<?, ?> object, String name) {
        return object.get(name) instanceof Map<?, ?> inner ? inner : Map.of();
    }

    static List<?> items(Map<?, ?> object, String name) {
        return object.get(name) instanceof List<?> items ? items : List.of();
    }

    static List<String> texts(Map<?, ?> object, String name) {
        return items(object, name).stream().map(String::valueOf).toList();
    }
}
