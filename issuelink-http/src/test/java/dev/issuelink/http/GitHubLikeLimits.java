package dev.issuelink.http;

import java.time.Instant;
import java.util.Optional;

/** Limits as GitHub tells them: budgets in headers, secondary limits perhaps only in words. */
final class GitHubLikeLimits implements RateLimitReader {
    @Override
    public Optional<RateLimit> limit(HttpCall call, HttpReply<?> reply) {
        return reply.header("x-ratelimit-remaining")
                .map(remaining -> new RateLimit(
                        reply.header("x-ratelimit-resource").orElse(call.resource()),
                        5000,
                        Long.parseLong(remaining),
                        reset(reply)));
    }

    @Override
    public Optional<Refusal> refusal(HttpCall call, HttpReply<String> reply) {
        if (reply.status() != 403 && reply.status() != 429) {
            return Optional.empty();
        }
        if (reply.retryAfter().isPresent()) {
            return Optional.of(Refusal.ofTracker(reply.retryAfter()));
        }
        if (reply.header("x-ratelimit-remaining").equals(Optional.of("0"))) {
            return Optional.of(Refusal.ofResource(Optional.of(reset(reply))));
        }
        return reply.body().orElse("").contains("secondary rate limit")
                ? Optional.of(Refusal.ofTracker(Optional.empty()))
                : Optional.empty();
    }

    private static Instant reset(HttpReply<?> reply) {
        return Instant.ofEpochSecond(
                Long.parseLong(reply.header("x-ratelimit-reset").orElseThrow()));
    }
}
