package dev.issuelink.jira;

import dev.issuelink.error.ErrorCode;
import dev.issuelink.error.FieldFault;
import dev.issuelink.http.ErrorReader;
import dev.issuelink.http.HttpReply;
import dev.issuelink.http.TrackerFailure;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Says what Jira's refusals mean. Limits are read by {@link JiraLimits} before. */
final class JiraErrors implements ErrorReader {
    static final String DEAD_TOKEN = "Jira did not accept the credential and answered as it would answer a stranger:"
            + " check that the token is right and has not ended, and that the account is not locked.";

    private static final String LOGIN_REASON = "X-Seraph-LoginReason";
    private static final int MOST_WORDS = 500;
    private static final int DEEPEST = 5;

    @Override
    public TrackerFailure read(HttpReply<String> reply) {
        var body = reply.body().orElse("");
        var told = JiraJson.parse(body);
        var words = told.map(JiraErrors::words).filter(said -> !said.isEmpty()).orElseGet(() -> clip(body));
        return meaning(reply, words.toLowerCase(Locale.ROOT))
                .saying(words.isBlank() ? null : words)
                .refusing(told.map(JiraErrors::faults).orElse(List.of()))
                .request(request(reply).orElse(null));
    }

    /** Whether Jira answered as to a stranger although a credential was sent: any status may hide that. */
    static boolean isStranger(HttpReply<?> reply) {
        return reply.headers(LOGIN_REASON).stream()
                .map(reason -> reason.toUpperCase(Locale.ROOT))
                .anyMatch(
                        reason -> reason.contains("AUTHENTICATED_FAILED") || reason.contains("AUTHENTICATION_DENIED"));
    }

    /** Jira's id of a request, for its support. */
    static Optional<String> request(HttpReply<?> reply) {
        return reply.header("Atl-Traceid").or(() -> reply.header("X-Arequestid"));
    }

    private static TrackerFailure meaning(HttpReply<String> reply, String said) {
        if (isCaptcha(reply)) {
            return TrackerFailure.of(
                    ErrorCode.AUTHENTICATION,
                    "Jira locked the account after wrong passwords: sign in once with a browser and solve the"
                            + " CAPTCHA, or use a personal access token.");
        }
        if (isStranger(reply)) {
            return TrackerFailure.of(ErrorCode.AUTHENTICATION, DEAD_TOKEN);
        }
        return switch (reply.status()) {
            case 400 -> TrackerFailure.of(ErrorCode.VALIDATION, "Jira refused the content.");
            case 401 -> TrackerFailure.of(ErrorCode.AUTHENTICATION, unauthorized(said));
            case 403 -> TrackerFailure.of(ErrorCode.PERMISSION, "The account may not do this; give it the permission.");
            case 404 ->
                TrackerFailure.of(
                        ErrorCode.NOT_FOUND, "It is not there, or this account cannot see it; for Jira that is one.");
            case 409 ->
                TrackerFailure.of(ErrorCode.CONFLICT, "Somebody else changed it at the same time; read it again.");
            case 410 ->
                TrackerFailure.of(
                        ErrorCode.UNSUPPORTED, "Jira removed this part of its API; a newer version is needed.");
            case 413 ->
                TrackerFailure.of(ErrorCode.VALIDATION, "It is larger, or there are more of them, than Jira takes.");
            case 422 ->
                TrackerFailure.of(ErrorCode.VALIDATION, "Jira's workflow of this project is not configured for this.");
            default -> TrackerFailure.byStatus(reply.status());
        };
    }

    private static String unauthorized(String said) {
        return said.contains("scope")
                ? "The token lacks a scope; make one with read:jira-work, write:jira-work and read:jira-user."
                : "Jira refused the credential: check that it is right and has not ended. Scoped tokens need"
                        + " auth.scoped, and OAuth tokens go through the gateway.";
    }

    private static boolean isCaptcha(HttpReply<?> reply) {
        return reply.header("X-Authentication-Denied-Reason")
                .filter(reason -> reason.toUpperCase(Locale.ROOT).contains("CAPTCHA"))
                .isPresent();
    }

    /** What Jira, its gateway or what stands before it said, whichever shape it has. */
    private static String words(JsonNode told) {
        var plain = Stream.of("message", "error_description", "error", "detail", "title", "errorMessage")
                .flatMap(name -> JiraJson.word(told, name).stream());
        var faults = faults(told).stream().map(FieldFault::toString);
        return clip(Stream.concat(plain, faults).distinct().collect(Collectors.joining("; ")));
    }

    private static List<FieldFault> faults(JsonNode told) {
        var faults = new ArrayList<FieldFault>();
        collect(told, faults, 0);
        return faults;
    }

    /** {@code errorMessages} and {@code errors}, wherever bulk answers nest them. */
    private static void collect(JsonNode told, List<FieldFault> faults, int depth) {
        JiraJson.items(told, "errorMessages").stream()
                .filter(JsonNode::isString)
                .forEach(message -> faults.add(new FieldFault("", "", message.asString())));
        var errors = told.path("errors");
        if (errors.isObject()) {
            errors.properties()
                    .forEach(error -> faults.add(new FieldFault(
                            error.getKey(),
                            "",
                            JiraJson.text(error.getValue())
                                    .orElseGet(() -> error.getValue().toString()))));
        }
        if (depth < DEEPEST) {
            Stream.concat(JiraJson.items(errors).stream(), Stream.of(told.path("elementErrors")))
                    .forEach(nested -> collect(nested, faults, depth + 1));
        }
    }

    private static String clip(String words) {
        return words.length() <= MOST_WORDS ? words : words.substring(0, MOST_WORDS - 1) + "…";
    }
}
