package dev.issuelink.http;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * One call to a tracker, as its provider describes it. Immutable, safe for several threads, may be sent repeatedly.
 *
 * <p>GET and HEAD read and may always be repeated; PUT, PATCH and DELETE write and may be repeated unless told
 * otherwise; POST writes and is never repeated unless told otherwise.
 */
public final class HttpCall {
    record Query(String name, String value) {}

    record State(
            String operation,
            String method,
            List<String> segments,
            @Nullable URI absolute,
            List<Query> query,
            @Nullable Object json,
            @Nullable Multipart file,
            Map<String, String> headers,
            String resource,
            boolean conditional,
            boolean write,
            boolean repeatable,
            Set<Integer> expected,
            @Nullable Duration deadline,
            @Nullable Authenticator authenticator) {}

    private final State state;

    private HttpCall(State state) {
        this.state = state;
    }

    /**
     * Starts a GET.
     *
     * @param operation the adapter's method, for errors and logs, for example {@code getIssue}
     * @return a builder
     */
    public static Builder get(String operation) {
        return new Builder(operation, "GET");
    }

    /**
     * Starts a POST.
     *
     * @param operation the adapter's method
     * @return a builder
     */
    public static Builder post(String operation) {
        return new Builder(operation, "POST");
    }

    /**
     * Starts a PATCH.
     *
     * @param operation the adapter's method
     * @return a builder
     */
    public static Builder patch(String operation) {
        return new Builder(operation, "PATCH");
    }

    /**
     * Starts a PUT.
     *
     * @param operation the adapter's method
     * @return a builder
     */
    public static Builder put(String operation) {
        return new Builder(operation, "PUT");
    }

    /**
     * Starts a DELETE.
     *
     * @param operation the adapter's method
     * @return a builder
     */
    public static Builder delete(String operation) {
        return new Builder(operation, "DELETE");
    }

    /**
     * Starts a HEAD.
     *
     * @param operation the adapter's method
     * @return a builder
     */
    public static Builder head(String operation) {
        return new Builder(operation, "HEAD");
    }

    /**
     * The adapter's method that this call serves.
     *
     * @return for example {@code getIssue}
     */
    public String operation() {
        return state.operation;
    }

    /**
     * The HTTP method.
     *
     * @return in capitals
     */
    public String method() {
        return state.method;
    }

    /**
     * The name of the budget that the call is counted against.
     *
     * @return {@code core} unless told otherwise
     */
    public String resource() {
        return state.resource;
    }

    /**
     * Whether the call changes something.
     *
     * @return whether
     */
    public boolean isWrite() {
        return state.write;
    }

    /**
     * The same call to another URL, with no further query: for links that a tracker gave.
     *
     * @param url an absolute URL of the configured origin, used verbatim; whether it is, is checked when sent
     * @return a changed copy
     */
    public HttpCall at(URI url) {
        var builder = new Builder(this);
        builder.query.clear();
        return builder.url(url).build();
    }

    State state() {
        return state;
    }

    @Override
    public String toString() {
        return "HttpCall[" + state.operation + ", " + state.method + "]";
    }

    /** Collects what a call is. Not for several threads. */
    public static final class Builder {
        private final String operation;
        private final String method;
        private final List<Query> query = new ArrayList<>();
        private final Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        private final Set<Integer> expected = new TreeSet<>();
        private List<String> segments = List.of();
        private String resource = "core";
        private boolean conditional;
        private boolean write;
        private boolean repeatable;
        private @Nullable URI absolute;
        private @Nullable Object json;
        private @Nullable Multipart file;
        private @Nullable Duration deadline;
        private @Nullable Authenticator authenticator;

        private Builder(String operation, String method) {
            this.operation = Objects.requireNonNull(operation, "operation");
            this.method = method;
            this.write = !method.equals("GET") && !method.equals("HEAD");
            this.repeatable = !method.equals("POST");
        }

        private Builder(HttpCall call) {
            var from = call.state;
            operation = from.operation;
            method = from.method;
            query.addAll(from.query);
            headers.putAll(from.headers);
            expected.addAll(from.expected);
            segments = from.segments;
            resource = from.resource;
            conditional = from.conditional;
            write = from.write;
            repeatable = from.repeatable;
            absolute = from.absolute;
            json = from.json;
            file = from.file;
            deadline = from.deadline;
            authenticator = from.authenticator;
        }

        /**
         * Sets the path below the base URL.
         *
         * @param segments its segments, not encoded: each is percent-encoded whole, so that a {@code /} in it becomes
         *     {@code %2F}; none may be empty, {@code .} or {@code ..}
         * @return this
         */
        public Builder path(Object... segments) {
            this.segments = PathSegments.of(segments);
            this.absolute = null;
            return this;
        }

        /**
         * Sets the whole URL, for links that a tracker gave.
         *
         * @param url an absolute URL of the configured origin, used verbatim; query parameters are added to its own
         * @return this
         */
        public Builder url(URI url) {
            this.absolute = Objects.requireNonNull(url, "url");
            return this;
        }

        /**
         * Adds a query parameter.
         *
         * @param name its name, not encoded
         * @param value its value, not encoded; its {@code toString} is sent
         * @return this
         */
        public Builder query(String name, Object value) {
            query.add(new Query(name, value.toString()));
            return this;
        }

        /**
         * Adds a query parameter if there is a value.
         *
         * @param name its name, not encoded
         * @param value its value, or empty to leave the parameter out
         * @return this
         */
        public Builder query(String name, Optional<?> value) {
            value.ifPresent(present -> query(name, (Object) present));
            return this;
        }

        /**
         * Sets the body.
         *
         * @param json what {@link JsonCodec#write} takes; it must not change until the call was sent
         * @return this
         */
        public Builder json(Object json) {
            this.json = Objects.requireNonNull(json, "json");
            return this;
        }

        /**
         * Sets a file as the body, in a form of one field. It is read while it is sent, never held in memory as a whole,
         * and the call may take until its deadline.
         *
         * @param field the name of the form's field
         * @param fileName the name that the tracker is told
         * @param mediaType the file's media type, without control characters
         * @param content where the bytes are; opened when the call is sent, which fails with
         *     {@link dev.issuelink.error.ErrorCode#VALIDATION} if it cannot be read
         * @return this
         */
        public Builder file(String field, String fileName, String mediaType, Path content) {
            this.file = new Multipart(field, fileName, mediaType, content);
            return this;
        }

        /**
         * Sets a header of this call, over a default header of that name, for example {@code Accept}.
         *
         * @param name its name
         * @param value its value, never a secret
         * @return this
         */
        public Builder header(String name, String value) {
            headers.put(name, Objects.requireNonNull(value, "value"));
            return this;
        }

        /**
         * Names the budget that the call is counted against.
         *
         * @param resource for example {@code search}
         * @return this
         */
        public Builder resource(String resource) {
            this.resource = Objects.requireNonNull(resource, "resource");
            return this;
        }

        /**
         * Asks only whether something changed if the same was read before with the same credential. The remembered
         * value is given out again, so it must be immutable. For GET only.
         *
         * @return this
         */
        public Builder conditional() {
            this.conditional = true;
            return this;
        }

        /**
         * Says that this call only reads although its method writes: a GraphQL query. It may be repeated.
         *
         * @return this
         */
        public Builder readOnly() {
            this.write = false;
            this.repeatable = true;
            return this;
        }

        /**
         * Says whether repeating the call does no harm.
         *
         * @param repeatable whether
         * @return this
         */
        public Builder repeatable(boolean repeatable) {
            this.repeatable = repeatable;
            return this;
        }

        /**
         * Takes statuses outside 2xx for an answer without a body instead of an error.
         *
         * @param statuses for example 404
         * @return this
         */
        public Builder expect(int... statuses) {
            for (var status : statuses) {
                expected.add(status);
            }
            return this;
        }

        /**
         * Limits the whole call, repetitions and waits included.
         *
         * @param deadline how long it may take, over {@link HttpOptions#deadline(Duration)}
         * @return this
         */
        public Builder deadline(Duration deadline) {
            this.deadline = Objects.requireNonNull(deadline, "deadline");
            return this;
        }

        /**
         * Signs this call otherwise than the rest, for example with the token of an app instead of an installation.
         *
         * @param authenticator what gives its credential
         * @return this
         */
        public Builder authenticator(Authenticator authenticator) {
            this.authenticator = Objects.requireNonNull(authenticator, "authenticator");
            return this;
        }

        /**
         * Makes the call.
         *
         * @return the call
         */
        public HttpCall build() {
            return new HttpCall(new State(
                    operation,
                    method,
                    segments,
                    absolute,
                    List.copyOf(query),
                    json,
                    file,
                    Map.copyOf(headers),
                    resource,
                    conditional && method.equals("GET"),
                    write,
                    repeatable,
                    Set.copyOf(expected),
                    deadline,
                    authenticator));
        }
    }
}
