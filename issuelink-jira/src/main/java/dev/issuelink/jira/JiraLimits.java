package dev.issuelink.jira;

import dev.issuelink.http.HttpCall;
import dev.issuelink.http.HttpReply;
import dev.issuelink.http.RateLimit;
import dev.issuelink.http.RateLimitReader;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.Optional;

/**
 * Reads Jira's limits: on Cloud an hourly quota, a limit of each kind of call and one of writes to an issue, told apart
 * by a header; on Data Center a bucket that an administrator may set.
 */
final class JiraLimits implements RateLimitReader {
    private static final String QUOTA = "quota";
    private static final int TOO_MANY = 429;

    @Override
    public Optional<RateLimit> limit(HttpCall call, HttpReply<?> reply) {
        var remaining = number(reply, "X-RateLimit-Remaining");
        var reset = reset(reply)
                .or(() -> number(reply, "X-RateLimit-Interval-Seconds")
                        .map(seconds -> reply.receivedAt().plusSeconds(seconds)));
        if (remaining.isEmpty() || reset.isEmpty()) {
            return Optional.empty();
        }
        var limit = number(reply, "X-RateLimit-Limit").orElse(-1L);
        return Optional.of(new RateLimit(call.resource(), limit, remaining.get(), reset.get()));
    }

    @Override
    public Optional<Refusal> refusal(HttpCall call, HttpReply<String> reply) {
        if (reply.status() != TOO_MANY) {
            return RateLimitReader.standard().refusal(call, reply);
        }
        var reason = reply.header("RateLimit-Reason").orElse("").toLowerCase(Locale.ROOT);
        var retryAt = reply.retryAfter().or(() -> reset(reply));
        var concernsAll = reason.isEmpty() || reason.contains(QUOTA);
        return Optional.of(concernsAll ? Refusal.ofTracker(retryAt) : Refusal.ofResource(retryAt));
    }

    /** When a window ends; with or without seconds. */
    private static Optional<Instant> reset(HttpReply<?> reply) {
        return reply.header("X-RateLimit-Reset").flatMap(text -> {
            try {
                return Optional.of(OffsetDateTime.parse(text.strip()).toInstant());
            } catch (DateTimeException unreadable) {
                return Optional.empty();
            }
        });
    }

    /** A number in a header; what is none counts as not told. */
    static Optional<Long> number(HttpReply<?> reply, String header) {
        return reply.header(header)
                .map(String::strip)
                .filter(text -> text.matches("\\d{1,15}"))
                .map(Long::valueOf);
    }
}
