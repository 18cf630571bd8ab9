package dev.issuelink.testkit.github;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/** Primary budgets by caller and resource, and the optional limit on creating content. */
final class RateLimits {

    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration HOUR = Duration.ofHours(1);

    private final Settings settings;
    private final Map<String, Integer> budgets;
    private final Map<String, Bucket> buckets = new LinkedHashMap<>();
    private final Map<String, Deque<Instant>> created = new LinkedHashMap<>();

    RateLimits(Settings settings) {
        this.settings = settings;
        this.budgets = new LinkedHashMap<>(settings.budgets());
    }

    static String resource(String path) {
        if (path.startsWith("/search/")) {
            return "search";
        }
        return path.endsWith("/graphql") ? "graphql" : "core";
    }

    /** Changes a budget from now on; what is used stays used. */
    void budget(String resource, int limit) {
        budgets.put(resource, limit);
    }

    Bucket bucket(Caller caller, String resource) {
        Instant now = settings.clock().seconds();
        String key = owner(caller) + " " + resource;
        Bucket bucket = buckets.get(key);
        if (bucket == null || !now.isBefore(bucket.reset)) {
            bucket = new Bucket(resource, now.plus(resource.equals("search") ? MINUTE : HOUR));
            buckets.put(key, bucket);
        }
        bucket.limit = limit(caller, resource);
        return bucket;
    }

    private int limit(Caller caller, String resource) {
        if (caller.anonymous()) {
            return resource.equals("search") ? 10 : Settings.ANONYMOUS_BUDGET;
        }
        Integer changed = budgets.get(resource);
        return changed == null ? settings.budget(resource) : changed;
    }

    /** GitHub shares a budget among all tokens of a user. */
    private static String owner(Caller caller) {
        Grant grant = caller.grant();
        if (grant == null) {
            return "anonymous";
        }
        Installation installation = grant.installation();
        return installation == null ? "account " + grant.account().id() : "installation " + installation.id();
    }

    /** Counts one created issue or comment; refuses when there were too many in the last minute. */
    void create(Caller caller) {
        if (settings.contentPerMinute() == Integer.MAX_VALUE) {
            return;
        }
        Instant now = settings.clock().instant();
        Deque<Instant> times = Objects.requireNonNull(created.computeIfAbsent(owner(caller), k -> new ArrayDeque<>()));
        while (!times.isEmpty() && !times.getFirst().isAfter(now.minus(MINUTE))) {
            times.removeFirst();
        }
        if (times.size() >= settings.contentPerMinute()) {
            throw new ApiError(secondary(403).with("Retry-After", "60"));
        }
        times.addLast(now);
    }

    static Reply primary(int status) {
        return Reply.error(
                status,
                "API rate limit exceeded for user ID 1. If you reach out to GitHub Support for "
                        + "help, please include the request ID.");
    }

    static Reply secondary(int status) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put(
                "message", "You have exceeded a secondary rate limit. Please wait a few minutes before you try again.");
        body.put(
                "documentation_url",
                "https://docs.github.com/rest/overview/rate-limits-for-the-rest-api#about-secondary-rate-limits");
        return Reply.of(status, body);
    }

    /** What is left of one budget until it is renewed. */
    static final class Bucket {

        final String resource;
        final Instant reset;
        int limit;
        int used;

        Bucket(String resource, Instant reset) {
            this.resource = resource;
            this.reset = reset;
        }

        boolean spend() {
            if (used >= limit) {
                return false;
            }
            used++;
            return true;
        }

        void refund() {
            used--;
        }

        int remaining() {
            return Math.max(0, limit - used);
        }

        Map<String, String> headers() {
            Map<String, String> headers = new LinkedHashMap<>();
            headers.put("x-ratelimit-limit", Integer.toString(limit));
            headers.put("x-ratelimit-remaining", Integer.toString(remaining()));
            headers.put("x-ratelimit-used", Integer.toString(used));
            headers.put("x-ratelimit-reset", Long.toString(reset.getEpochSecond()));
            headers.put("x-ratelimit-resource", resource);
            return headers;
        }
    }
}
