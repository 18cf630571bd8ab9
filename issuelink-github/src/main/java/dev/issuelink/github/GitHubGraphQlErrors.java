package dev.issuelink.github;

import dev.issuelink.error.ErrorCode;
import dev.issuelink.error.TrackerException;
import dev.issuelink.http.HttpReply;
import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Says in our words what GraphQL's errors mean, which come with status 200.
 *
 * @param tracker the tracker's configured name
 * @param operation what was tried
 * @param repeatable whether trying again does no harm
 * @param scrubber takes credentials out of GitHub's own words
 */
record GitHubGraphQlErrors(String tracker, String operation, boolean repeatable, UnaryOperator<String> scrubber) {
    private static final Pattern NOT_ALLOWED =
            Pattern.compile("not authorized|unauthorized|permission|must have|not accessible|can't be");
    private static final Pattern TOO_FAST = Pattern.compile("submitted too quickly|rate limit");
    private static final Pattern SECONDS = Pattern.compile("\\d{1,11}");

    TrackerException exception(GitHubGraphQl.Failure failure, HttpReply<?> reply) {
        var words = Objects.requireNonNullElse(failure.message(), "");
        var code = code(failure, words.toLowerCase(Locale.ROOT));
        return TrackerException.of(code, tracker, operation)
                .message(advice(code))
                .trackerMessage(scrubber.apply(words))
                .requestId(reply.header("x-github-request-id").orElse(null))
                .retryAt(code == ErrorCode.RATE_LIMITED ? retryAt(reply) : null)
                .build();
    }

    private ErrorCode code(GitHubGraphQl.Failure failure, String words) {
        return switch (Objects.requireNonNullElse(failure.type(), "")) {
            case "NOT_FOUND" -> ErrorCode.NOT_FOUND;
            case "FORBIDDEN", "INSUFFICIENT_SCOPES" -> ErrorCode.PERMISSION;
            case "RATE_LIMITED", "RATE_LIMIT" -> ErrorCode.RATE_LIMITED;
            case "SERVICE_UNAVAILABLE", "INTERNAL", "LOADING", "TIMEOUT" -> failed();
            default -> codeOfWords(failure, words);
        };
    }

    private ErrorCode codeOfWords(GitHubGraphQl.Failure failure, String words) {
        if (TOO_FAST.matcher(words).find()) {
            return ErrorCode.RATE_LIMITED;
        }
        if (words.contains("something went wrong") || words.contains("timeout")) {
            return failed();
        }
        if (failure.extensions() != null && failure.extensions().get("code") instanceof String) {
            return ErrorCode.UNSUPPORTED;
        }
        return NOT_ALLOWED.matcher(words).find() ? ErrorCode.PERMISSION : ErrorCode.VALIDATION;
    }

    /** GitHub gave up in the middle: it may have done what was asked. */
    private ErrorCode failed() {
        return repeatable ? ErrorCode.UNAVAILABLE : ErrorCode.OUTCOME_UNKNOWN;
    }

    private static String advice(ErrorCode code) {
        return switch (code) {
            case NOT_FOUND -> "It is not there, or hidden from this credential.";
            case PERMISSION ->
                "GitHub asks for administrator's rights to delete, and for write access to both repositories"
                        + " to transfer.";
            case RATE_LIMITED -> "GitHub's limit for GraphQL is used up.";
            case UNSUPPORTED -> "This GitHub server does not know the operation.";
            case UNAVAILABLE -> "GitHub failed by itself; try again later.";
            case OUTCOME_UNKNOWN -> "GitHub failed while it did it; look whether it is done before trying again.";
            default -> "GitHub refused it.";
        };
    }

    private static @Nullable Instant retryAt(HttpReply<?> reply) {
        return reply.retryAfter().or(() -> reset(reply)).orElse(null);
    }

    private static Optional<Instant> reset(HttpReply<?> reply) {
        return reply.header("x-ratelimit-reset")
                .filter(seconds -> SECONDS.matcher(seconds).matches())
                .map(seconds -> Instant.ofEpochSecond(Long.parseLong(seconds) + 1));
    }
}
