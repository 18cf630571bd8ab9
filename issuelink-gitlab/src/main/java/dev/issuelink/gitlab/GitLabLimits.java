package dev.issuelink.gitlab;

import dev.issuelink.http.HttpCall;
import dev.issuelink.http.HttpReply;
import dev.issuelink.http.RateLimit;
import dev.issuelink.http.RateLimitReader;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Reads GitLab's limits. There are two kinds: the throttle of all requests, told in headers and refused in plain text, and
 * limits of single operations, refused in JSON and often without any header.
 */
final class GitLabLimits implements RateLimitReader {
    /** The budget is filled within the second that GitLab names. */
    private static final Duration AFTER_RESET = Duration.ofSeconds(1);

    @Override
    public Optional<RateLimit> limit(HttpCall call, HttpReply<?> reply) {
        var remaining = number(reply, "RateLimit-Remaining");
        var reset = number(reply, "RateLimit-Reset");
        return remaining.isEmpty() || reset.isEmpty()
                ? Optional.empty()
                : Optional.of(new RateLimit(
                        call.resource(),
                        number(reply, "RateLimit-Limit").orElse(-1L),
                        remaining.get(),
                        Instant.ofEpochSecond(reset.get())));
    }

    @Override
    public Optional<Refusal> refusal(HttpCall call, HttpReply<String> reply) {
        return switch (reply.status()) {
            case 429 -> Optional.of(new Refusal(GitLabErrors.parse(reply).isEmpty(), retryAt(reply)));
            case 403 -> isShutOut(reply) ? Optional.of(Refusal.ofTracker(retryAt(reply))) : Optional.empty();
            default -> RateLimitReader.standard().refusal(call, reply);
        };
    }

    /** A refusal of the API is JSON; anything else comes from before it and concerns our address, not the credential. */
    private static boolean isShutOut(HttpReply<String> reply) {
        return GitLabErrors.parse(reply).isEmpty()
                && !reply.header("Content-Type").orElse("").contains("json");
    }

    /** A reset that is over tells nothing. */
    private static Optional<Instant> retryAt(HttpReply<?> reply) {
        return reply.retryAfter()
                .or(() -> number(reply, "RateLimit-Reset")
                        .map(seconds -> Instant.ofEpochSecond(seconds).plus(AFTER_RESET))
                        .filter(reset -> reset.isAfter(reply.receivedAt())));
    }

    /** A number in a header; what is none counts as not told. */
    static Optional<Long> number(HttpReply<?> reply, String header) {
        return reply.header(header)
                .map(String::strip)
                .filter(text -> text.matches("\\d{1,15}"))
                .map(Long::valueOf);
    }
}
