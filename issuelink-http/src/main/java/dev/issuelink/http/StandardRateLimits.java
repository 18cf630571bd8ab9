package dev.issuelink.http;

import java.util.Optional;

/** What plain HTTP says about limits. */
enum StandardRateLimits implements RateLimitReader {
    INSTANCE;

    @Override
    public Optional<RateLimit> limit(HttpCall call, HttpReply<?> reply) {
        return Optional.empty();
    }

    @Override
    public Optional<Refusal> refusal(HttpCall call, HttpReply<String> reply) {
        var retryAfter = reply.retryAfter();
        var refused = reply.status() == 429 || (reply.status() == 503 && retryAfter.isPresent());
        return refused ? Optional.of(Refusal.ofTracker(retryAfter)) : Optional.empty();
    }
}
