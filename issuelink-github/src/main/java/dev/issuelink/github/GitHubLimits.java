package dev.issuelink.github;

import dev.issuelink.http.HttpCall;
import dev.issuelink.http.HttpReply;
import dev.issuelink.http.RateLimit;
import dev.issuelink.http.RateLimitReader;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/** Reads GitHub's limits: budgets per resource, and refusals in the order in which GitHub's documentation has them. */
final class GitHubLimits implements RateLimitReader {
    /** The budget is filled within the second that GitHub names. */
    private static final Duration AFTER_RESET = Duration.ofSeconds(1);

    @Override
    public Optional<RateLimit> limit(HttpCall call, HttpReply<?> reply) {
        var remaining = number(reply, "x-ratelimit-remaining");
        var reset = number(reply, "x-ratelimit-reset");
        if (remaining.isEmpty() || reset.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new RateLimit(
                reply.header("x-ratelimit-resource").orElse(call.resource()),
                number(reply, "x-ratelimit-limit").orElse(-1L),
                remaining.get(),
                Instant.ofEpochSecond(reset.get())));
    }

    @Override
    public Optional<Refusal> refusal(HttpCall call, HttpReply<String> reply) {
        return switch (reply.status()) {
            case 403, 429 -> limited(reply);
            case 422 ->
                GitHubErrors.message(GitHubErrors.parse(reply)).contains("submitted too quickly")
                                || reply.body().orElse("").contains("was submitted too quickly")
                        ? Optional.of(Refusal.ofTracker(reply.retryAfter()))
                        : Optional.empty();
            default -> RateLimitReader.standard().refusal(call, reply);
        };
    }

    private static Optional<Refusal> limited(HttpReply<String> reply) {
        if (reply.retryAfter().isPresent()) {
            return Optional.of(Refusal.ofTracker(reply.retryAfter()));
        }
        if (number(reply, "x-ratelimit-remaining").filter(left -> left == 0).isPresent()) {
            return Optional.of(Refusal.ofResource(number(reply, "x-ratelimit-reset")
                    .map(reset -> Instant.ofEpochSecond(reset).plus(AFTER_RESET))));
        }
        var secondary = reply.status() == 429 || saysSecondary(reply);
        return secondary ? Optional.of(Refusal.ofTracker(Optional.empty())) : Optional.empty();
    }

    /** Such refusals may come without any header. */
    private static boolean saysSecondary(HttpReply<String> reply) {
        var told = GitHubErrors.parse(reply);
        var message = GitHubErrors.message(told);
        var page = told.map(GitHubWire.Failure::documentationUrl).orElse("").toLowerCase(Locale.ROOT);
        return reply.header("gh-limited-by").isPresent()
                || message.contains("secondary rate limit")
                || message.contains("abuse detection")
                || message.contains("rate limit exceeded")
                || page.contains("secondary-rate-limits")
                || page.contains("abuse-rate-limits");
    }

    /** A number in a header; what is none counts as not told. */
    static Optional<Long> number(HttpReply<?> reply, String header) {
        return reply.header(header)
                .map(String::strip)
                .filter(text -> text.matches("\\d{1,15}"))
                .map(Long::valueOf);
    }
}
