package dev.issuelink.github;

import dev.issuelink.error.ErrorCode;
import dev.issuelink.error.FieldFault;
import dev.issuelink.http.ErrorReader;
import dev.issuelink.http.HttpReply;
import dev.issuelink.http.JsonCodec;
import dev.issuelink.http.TrackerFailure;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Says what GitHub's refusals mean. Limits are read by {@link GitHubLimits} before. */
final class GitHubErrors implements ErrorReader {
    private static final String REQUEST_ID = "x-github-request-id";

    @Override
    public TrackerFailure read(HttpReply<String> reply) {
        var told = parse(reply);
        return meaning(reply, message(told))
                .saying(told.map(GitHubWire.Failure::message).orElse(null))
                .refusing(told.map(GitHubErrors::faults).orElse(List.of()))
                .request(reply.header(REQUEST_ID).orElse(null));
    }

    /** The error as JSON; empty for HTML, truncated bodies and the like. */
    static Optional<GitHubWire.Failure> parse(HttpReply<String> reply) {
        try {
            var body = reply.body().orElse("").getBytes(StandardCharsets.UTF_8);
            return Optional.of(JsonCodec.standard().read(body, GitHubWire.Failure.class));
        } catch (JsonCodec.MalformedJsonException notAnError) {
            return Optional.empty();
        }
    }

    static String message(Optional<GitHubWire.Failure> told) {
        return told.map(GitHubWire.Failure::message).orElse("").toLowerCase(Locale.ROOT);
    }

    private static TrackerFailure meaning(HttpReply<String> reply, String said) {
        return switch (reply.status()) {
            case 401 ->
                TrackerFailure.of(
                        ErrorCode.AUTHENTICATION,
                        "GitHub refused the credential: check that it is right, not expired and not revoked.");
            case 403 -> TrackerFailure.of(ErrorCode.PERMISSION, forbidden(reply, said));
            case 404 ->
                TrackerFailure.of(
                        ErrorCode.NOT_FOUND,
                        "It is not there, or this credential cannot see it: a private repository looks the same.");
            case 409 -> TrackerFailure.of(ErrorCode.CONFLICT, "Something else is there already, or was faster.");
            case 410 -> TrackerFailure.of(ErrorCode.GONE, gone(said));
            case 422 -> TrackerFailure.of(ErrorCode.VALIDATION, "GitHub refused the content.");
            case 400 ->
                TrackerFailure.of(
                        ErrorCode.VALIDATION,
                        "GitHub could not read the request; check that it supports the configured api_version.");
            case 451 -> TrackerFailure.of(ErrorCode.GONE, "GitHub withholds it for legal reasons.");
            default -> TrackerFailure.byStatus(reply.status());
        };
    }

    private static String forbidden(HttpReply<String> reply, String said) {
        var signOn = reply.header("x-github-sso").filter(value -> value.startsWith("required"));
        if (signOn.isPresent()) {
            return "The organisation wants single sign-on: authorise the token for it in GitHub's token settings.";
        }
        if (said.contains("user-agent") || said.contains("administrative rules")) {
            return "GitHub refused the way the request was sent; a proxy may have changed its headers.";
        }
        if (said.contains("locked") || said.contains("comments")) {
            return "The issue takes no more comments: it is locked, or has reached 2,500.";
        }
        return accepted(reply)
                .map(needed -> "The credential may not do this; it needs " + needed + ".")
                .orElse("The credential may not do this; give it access to the repository's issues.");
    }

    /** What GitHub says that the credential needs. */
    static Optional<String> accepted(HttpReply<?> reply) {
        return reply.header("x-accepted-github-permissions")
                .or(() -> reply.header("x-accepted-oauth-scopes"))
                .filter(needed -> !needed.isBlank())
                .map(String::strip);
    }

    private static String gone(String said) {
        return said.contains("disabled")
                ? "Issues are switched off for the repository; switch them on in its settings."
                : "It was deleted.";
    }

    private static List<FieldFault> faults(GitHubWire.Failure failure) {
        if (failure.errors() instanceof List<?> list) {
            return list.stream()
                    .filter(Objects::nonNull)
                    .map(GitHubErrors::fault)
                    .toList();
        }
        return failure.errors() == null ? List.of() : List.of(fault(failure.errors()));
    }

    private static FieldFault fault(Object error) {
        return error instanceof Map<?, ?> object
                ? new FieldFault(text(object.get("field")), text(object.get("code")), text(object.get("message")))
                : new FieldFault("", "custom", text(error));
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }
}
