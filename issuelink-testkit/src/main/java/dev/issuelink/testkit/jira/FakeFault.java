package dev.issuelink.testkit.jira;

import dev.issuelink.testkit.internal.WireReply;
import dev.issuelink.testkit.internal.WireReply.Break;
import dev.issuelink.testkit.internal.WireRequest;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** Something that goes wrong with a request. It strikes once unless told otherwise. */
public final class FakeFault {

    private interface Effect {
        WireReply apply(WireReply reply, Instant now);
    }

    private final Effect effect;
    private final boolean instead;
    private final boolean writesOnly;
    private final String ending;
    private final AtomicInteger left;

    private FakeFault(Effect effect, boolean instead, boolean writesOnly, String ending, int left) {
        this.effect = effect;
        this.instead = instead;
        this.writesOnly = writesOnly;
        this.ending = ending;
        this.left = new AtomicInteger(left);
    }

    private static FakeFault instead(Effect effect) {
        return new FakeFault(effect, true, false, "", 1);
    }

    /**
     * An answer of that status and body, instead of what was asked for.
     *
     * @param status the status
     * @param body the body, JSON or anything
     * @return the fault
     */
    public static FakeFault status(int status, String body) {
        return instead((reply, now) -> WireReply.of(status, json(), body));
    }

    /**
     * A web page instead of an answer.
     *
     * @param status the status
     * @return the fault
     */
    public static FakeFault htmlPage(int status) {
        return instead((reply, now) -> Refused.page(status));
    }

    /**
     * Whoever asks is sent to another address, to ask the same there.
     *
     * @param address where to
     * @return the fault
     */
    public static FakeFault redirect(URI address) {
        return instead((reply, now) -> WireReply.of(307, Map.of("Location", address.toString()), ""));
    }

    /**
     * A used-up limit.
     *
     * @param reason Jira's name of the limit, for example {@code jira-burst-based}; empty for no header at all
     * @param wait how long to wait
     * @return the fault
     */
    public static FakeFault limit(String reason, Duration wait) {
        return instead((reply, now) -> {
            var headers = json();
            if (!reason.isEmpty()) {
                headers.put("Retry-After", Long.toString(wait.toSeconds()));
                headers.put("RateLimit-Reason", reason);
                headers.put("X-RateLimit-Remaining", "0");
                headers.put("X-RateLimit-Reset", now.plus(wait).toString());
            }
            return WireReply.of(429, headers, "");
        });
    }

    /**
     * The request is carried out, and its answer is lost on the way.
     *
     * @return the fault
     */
    public static FakeFault responseLost() {
        return new FakeFault((reply, now) -> reply.broken(Break.RESET), false, false, "", 1);
    }

    /**
     * The answer ends in the middle.
     *
     * @return the fault
     */
    public static FakeFault truncatedBody() {
        return new FakeFault(
                (reply, now) ->
                        reply.withBody(reply.body().substring(0, reply.body().length() / 2)),
                false,
                false,
                "",
                1);
    }

    /**
     * Strikes more than once.
     *
     * @param count how often
     * @return a changed copy
     */
    public FakeFault times(int count) {
        return new FakeFault(effect, instead, writesOnly, ending, count);
    }

    /**
     * Strikes only what changes something.
     *
     * @return a changed copy
     */
    public FakeFault onWrites() {
        return new FakeFault(effect, instead, true, ending, left.get());
    }

    /**
     * Strikes only requests whose path ends so.
     *
     * @param end the end of the path
     * @return a changed copy
     */
    public FakeFault onPathsEndingWith(String end) {
        return new FakeFault(effect, instead, writesOnly, end, left.get());
    }

    boolean concerns(WireRequest request) {
        var search = request.path().endsWith("/search")
                || request.path().endsWith("/search/jql")
                || request.path().endsWith("/bulkfetch");
        var writes = !request.reads() && !search;
        return (!writesOnly || writes) && request.path().endsWith(ending);
    }

    boolean isSpent() {
        return left.decrementAndGet() <= 0;
    }

    boolean instead() {
        return instead;
    }

    WireReply apply(WireReply reply, Instant now) {
        return effect.apply(reply, now);
    }

    private static Map<String, String> json() {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Content-Type", "application/json;charset=UTF-8");
        return headers;
    }
}
