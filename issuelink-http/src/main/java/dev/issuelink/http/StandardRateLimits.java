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
        // A write may have been carried out before a gateway answered 503 in its place.
        var overloaded = reply.status() == 503 && retryAfter.isPresent() && !call.isWrite();
        var refused = reply.status() == 429 || overloaded;
        return refused ? Optional.of(Refusal.ofTracker(retryAfter)) : Optional.empty();
    }
}
