package dev.issuelink.testkit.gitlab;

import dev.issuelink.testkit.internal.WireReply;
import dev.issuelink.testkit.internal.WireReply.Break;
import dev.issuelink.testkit.internal.WireRequest;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Something that goes wrong on order: what, for which requests, how often. Immutable; give it to
 * {@link FakeGitLab#fail(FakeGitLabFault)}. Unless said otherwise it strikes the next request only, and what the request
 * asked for does not happen.
 */
public final class FakeGitLabFault {
    private static final String WRITES = "writes";

    final int times;
    private final String method;
    private final Pattern path;
    private final boolean instead;
    private final Effect effect;

    private FakeGitLabFault(int times, String method, Pattern path, boolean instead, Effect effect) {
        this.times = times;
        this.method = method;
        this.path = path;
        this.instead = instead;
        this.effect = effect;
    }

    private interface Effect {
        WireReply apply(WireReply reply, Instant now);
    }

    private static FakeGitLabFault of(boolean instead, Effect effect) {
        return new FakeGitLabFault(1, "*", Pattern.compile(".*"), instead, effect);
    }

    /**
     * An answer of this status with this JSON text as its body.
     *
     * @param status 200 to 599
     * @param body the text; may be empty
     * @return the fault
     */
    public static FakeGitLabFault status(int status, String body) {
        return of(true, (reply, now) -> WireReply.of(status, Map.of("Content-Type", "application/json"), body));
    }

    /**
     * An error page in HTML, as a proxy or Cloudflare shows it.
     *
     * @param status such as 502 or 520
     * @return the fault
     */
    public static FakeGitLabFault htmlPage(int status) {
        return of(
                true,
                (reply, now) -> WireReply.of(
                        status,
                        Map.of("Content-Type", "text/html"),
                        "<!DOCTYPE html><html><body>Whoops, GitLab is taking too much time</body></html>"));
    }

    /**
     * Whoever asks is sent to another address, to ask the same there.
     *
     * @param address where to
     * @return the fault
     */
    public static FakeGitLabFault redirect(URI address) {
        return of(true, (reply, now) -> WireReply.of(307, Map.of("Location", address.toString()), ""));
    }

    /**
     * The throttle of all requests: 429 in plain text, with the headers that say until when.
     *
     * @param wait how long the client is to wait
     * @return the fault
     */
    public static FakeGitLabFault throttled(Duration wait) {
        return of(
                true,
                (reply, now) -> WireReply.of(
                        429,
                        Map.of(
                                "Content-Type", "text/plain",
                                "RateLimit-Limit", "2000",
                                "RateLimit-Remaining", "0",
                                "RateLimit-Reset", Long.toString(now.plus(wait).getEpochSecond()),
                                "Retry-After", Long.toString(wait.toSeconds())),
                        "Retry later\n"));
    }

    /**
     * The limit of a single operation: 429 in JSON, without any header.
     *
     * @return the fault
     */
    public static FakeGitLabFault limited() {
        return status(
                429, "{\"message\":{\"error\":\"This endpoint has been requested too many times. Try again later.\"}}");
    }

    /**
     * What was asked for happens, but the connection is reset before the answer: the client cannot know.
     *
     * @return the fault
     */
    public static FakeGitLabFault responseLost() {
        return of(false, (reply, now) -> reply.broken(Break.RESET));
    }

    /**
     * What was asked for happens; its answer ends in the middle of the JSON.
     *
     * @return the fault
     */
    public static FakeGitLabFault truncatedBody() {
        return of(
                false,
                (reply, now) ->
                        reply.withBody(reply.body().substring(0, reply.body().length() / 2)));
    }

    /**
     * Confines the fault to some requests.
     *
     * @param requestMethod such as {@code POST}; {@code *} for any
     * @param pathPattern a regular expression of which some part of the path must be a match
     * @return the narrower fault
     */
    public FakeGitLabFault on(String requestMethod, String pathPattern) {
        return new FakeGitLabFault(times, requestMethod, Pattern.compile(pathPattern), instead, effect);
    }

    /**
     * Confines the fault to requests that change something.
     *
     * @return the narrower fault
     */
    public FakeGitLabFault onWrites() {
        return new FakeGitLabFault(times, WRITES, path, instead, effect);
    }

    /**
     * How many matching requests it strikes.
     *
     * @param count at least one
     * @return the fault
     */
    public FakeGitLabFault times(int count) {
        return new FakeGitLabFault(count, method, path, instead, effect);
    }

    boolean concerns(WireRequest request) {
        var verb = method.equals(WRITES)
                ? !request.reads() && !request.path().endsWith("/graphql")
                : method.equals("*") || method.equals(request.method());
        return verb && path.matcher(request.path()).find();
    }

    boolean instead() {
        return instead;
    }

    WireReply apply(WireReply reply, Instant now) {
        return effect.apply(reply, now);
    }
}
