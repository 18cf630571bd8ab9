package dev.issuelink.testkit.github;

import dev.issuelink.testkit.internal.Json;
import dev.issuelink.testkit.internal.WireReply;
import dev.issuelink.testkit.internal.WireReply.Break;
import dev.issuelink.testkit.internal.WireRequest;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Something that goes wrong on order: what, for which requests, how often. Immutable; give it to
 * {@link FakeGitHub#fail(FakeFault)}. Unless said otherwise it strikes the next request only, and whatever the
 * request asked for does not happen.
 *
 * <p>The JDK's HTTP client repeats a GET by itself when a kept-alive connection breaks before the answer.
 */
public final class FakeFault {

    /** How a rate limit shows itself. */
    public enum LimitStyle {
        /** With a {@code Retry-After} header in seconds. */
        RETRY_AFTER,
        /** With {@code x-ratelimit-remaining: 0} and a reset time. */
        RESET_TIME,
        /** Without any header: only the message tells. */
        BODY_ONLY
    }

    private static final String HTML = "<!DOCTYPE html>\n<html><head><title>Unicorn! &middot; GitHub</title></head>"
            + "<body><p>We couldn't respond to your request in time.</p></body></html>";

    private static final String WRITES = "writes";

    final Pattern path;
    final int times;
    final double chance;
    final long seed;
    private final String method;
    private final boolean instead;
    private final Effect effect;

    private FakeFault(
            String method, Pattern path, int times, double chance, long seed, boolean instead, Effect effect) {
        this.method = method;
        this.path = path;
        this.times = times;
        this.chance = chance;
        this.seed = seed;
        this.instead = instead;
        this.effect = effect;
    }

    private static FakeFault of(boolean instead, Effect effect) {
        return new FakeFault("*", Pattern.compile(".*"), 1, 1.0, 0, instead, effect);
    }

    /**
     * An answer of this status with this JSON text as its body.
     *
     * @param status 200 to 599
     * @param body the text; may be empty
     * @return the fault
     */
    public static FakeFault status(int status, String body) {
        return of(true, (reply, now) -> WireReply.of(status, json(), body));
    }

    /**
     * An error page in HTML, as GitHub's front shows it when the API behind it is down.
     *
     * @param status usually 502 or 503
     * @return the fault
     */
    public static FakeFault htmlPage(int status) {
        return of(true, (reply, now) -> WireReply.of(status, type("text/html; charset=utf-8"), HTML));
    }

    /**
     * Whoever asks is sent to another address, to ask the same there.
     *
     * @param address where to
     * @return the fault
     */
    public static FakeFault redirect(URI address) {
        return of(true, (reply, now) -> WireReply.of(307, Map.of("Location", address.toString()), ""));
    }

    /**
     * The right answer, late.
     *
     * @param by how long the answer is held back, in real time
     * @return the fault
     */
    public static FakeFault delay(Duration by) {
        return of(false, (reply, now) -> reply.delayed(by));
    }

    /**
     * The connection is reset and nothing happened.
     *
     * @return the fault
     */
    public static FakeFault reset() {
        return of(true, (reply, now) -> WireReply.of(200, json(), "").broken(Break.RESET));
    }

    /**
     * What was asked for happens, but the connection is reset before the answer: the client cannot know.
     *
     * @return the fault
     */
    public static FakeFault responseLost() {
        return of(false, (reply, now) -> reply.broken(Break.RESET));
    }

    /**
     * The request happens; its JSON ends in the middle although the HTTP message is complete.
     *
     * @return the fault
     */
    public static FakeFault truncatedBody() {
        return of(
                false,
                (reply, now) ->
                        reply.withBody(reply.body().substring(0, reply.body().length() / 2)));
    }

    /**
     * The request happens; the connection is cut within the body.
     *
     * @return the fault
     */
    public static FakeFault cutBody() {
        return of(false, (reply, now) -> reply.broken(Break.CUT));
    }

    /**
     * The request happens; the answer has its status but no body.
     *
     * @return the fault
     */
    public static FakeFault emptyBody() {
        return of(false, (reply, now) -> reply.withBody(""));
    }

    /**
     * The request happens; its answer claims to be JSON and is not.
     *
     * @return the fault
     */
    public static FakeFault garbage() {
        return of(false, (reply, now) -> reply.withBody("{]\u0000 not json \ufffd"));
    }

    /**
     * The request happens; its answer is the right one under a wrong content type.
     *
     * @param contentType such as {@code text/plain}
     * @return the fault
     */
    public static FakeFault contentType(String contentType) {
        return of(false, (reply, now) -> reply.withHeader("Content-Type", contentType));
    }

    /**
     * A search that did not finish: {@code incomplete_results} is true. Other answers stay as they are.
     *
     * @return the fault
     */
    public static FakeFault incompleteSearch() {
        return of(
                        false,
                        (reply, now) -> reply.withBody(
                                reply.body().replace("\"incomplete_results\":false", "\"incomplete_results\":true")))
                .on("GET", "/search/issues");
    }

    /**
     * The primary limit is used up.
     *
     * @param status 403 or 429
     * @param wait until the reset time that the headers name, from the fake's now
     * @return the fault
     */
    public static FakeFault primaryLimit(int status, Duration wait) {
        return of(true, (reply, now) -> limited(RateLimits.primary(status), LimitStyle.RESET_TIME, now, wait));
    }

    /**
     * A secondary limit.
     *
     * @param status 403 or 429
     * @param style how it shows itself
     * @param wait how long the client should wait, where the style says so
     * @return the fault
     */
    public static FakeFault secondaryLimit(int status, LimitStyle style, Duration wait) {
        return of(true, (reply, now) -> limited(RateLimits.secondary(status), style, now, wait));
    }

    /**
     * Confines the fault to some requests.
     *
     * @param requestMethod such as {@code POST}; {@code *} for any
     * @param pathGlob the path, in which {@code *} stands for anything within one segment and {@code **} for
     *     anything at all
     * @return the narrower fault
     */
    public FakeFault on(String requestMethod, String pathGlob) {
        String regex = ("\\Q" + pathGlob + "\\E")
                .replace("**", "\\E\u0001\\Q")
                .replace("*", "\\E[^/]*\\Q")
                .replace("\u0001", ".*");
        return new FakeFault(requestMethod, Pattern.compile(regex), times, chance, seed, instead, effect);
    }

    /**
     * Confines the fault to requests that change something: every method but GET and HEAD.
     *
     * @return the narrower fault
     */
    public FakeFault onWrites() {
        return new FakeFault(WRITES, path, times, chance, seed, instead, effect);
    }

    /**
     * How many matching requests it strikes.
     *
     * @param count at least one
     * @return the fault
     */
    public FakeFault times(int count) {
        return new FakeFault(method, path, count, chance, seed, instead, effect);
    }

    /**
     * Strikes by chance; the same seed strikes the same requests. Combine it with {@link #times(int)}.
     *
     * @param probability 0 to 1
     * @param randomSeed chooses the sequence
     * @return the fault
     */
    public FakeFault withChance(double probability, long randomSeed) {
        return new FakeFault(method, path, times, probability, randomSeed, instead, effect);
    }

    /**
     * Lets what was asked for happen before the fault shows.
     *
     * @return the fault, after the write
     */
    public FakeFault afterTheWrite() {
        return new FakeFault(method, path, times, chance, seed, false, effect);
    }

    boolean concerns(WireRequest request) {
        boolean verb = method.equals(WRITES) ? !request.reads() : method.equals("*") || method.equals(request.method());
        return verb && path.matcher(request.path()).matches();
    }

    boolean instead() {
        return instead;
    }

    WireReply apply(WireReply reply, Instant now) {
        return effect.apply(reply, now);
    }

    private static WireReply limited(Reply limit, LimitStyle style, Instant now, Duration wait) {
        Map<String, String> headers = json();
        if (style == LimitStyle.RETRY_AFTER) {
            headers.put("Retry-After", Long.toString(wait.toSeconds()));
        } else if (style == LimitStyle.RESET_TIME) {
            headers.put("x-ratelimit-limit", "5000");
            headers.put("x-ratelimit-remaining", "0");
            headers.put("x-ratelimit-used", "5000");
            headers.put("x-ratelimit-reset", Long.toString(now.plus(wait).getEpochSecond()));
            headers.put("x-ratelimit-resource", "core");
        }
        return WireReply.of(limit.status(), headers, Json.write(limit.body()));
    }

    private static Map<String, String> json() {
        return type("application/json; charset=utf-8");
    }

    private static Map<String, String> type(String contentType) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Content-Type", contentType);
        return headers;
    }

    private interface Effect {
        WireReply apply(WireReply reply, Instant now);
    }
}
