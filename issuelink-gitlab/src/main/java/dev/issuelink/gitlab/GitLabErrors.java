package dev.issuelink.gitlab;

import dev.issuelink.error.ErrorCode;
import dev.issuelink.error.FieldFault;
import dev.issuelink.http.ErrorReader;
import dev.issuelink.http.HttpReply;
import dev.issuelink.http.JsonCodec;
import dev.issuelink.http.TrackerFailure;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Says what GitLab's refusals mean. They come as a text, a list, or an object of texts and lists under {@code message};
 * as {@code error} with a description; as plain text; as HTML. Limits are read by {@link GitLabLimits} before.
 */
final class GitLabErrors implements ErrorReader {
    private static final String REQUEST_ID = "x-request-id";
    private static final int DEEPEST = 5;
    private static final int MOST_FAULTS = 20;
    private static final int LONGEST_PLAIN = 300;

    @Override
    public TrackerFailure read(HttpReply<String> reply) {
        var told = parse(reply);
        var said = told.map(GitLabErrors::words).orElseGet(() -> plain(reply));
        return meaning(reply.status(), told, said.toLowerCase(Locale.ROOT))
                .saying(said.isEmpty() ? null : said)
                .refusing(told.map(GitLabErrors::faults).orElse(List.of()))
                .request(reply.header(REQUEST_ID).orElse(null));
    }

    /** The error as JSON; empty for HTML, plain text, truncated bodies and the like. */
    static Optional<GitLabNode> parse(HttpReply<String> reply) {
        try {
            var body = reply.body().orElse("").getBytes(StandardCharsets.UTF_8);
            return Optional.of(JsonCodec.standard().read(body, GitLabNode.class));
        } catch (JsonCodec.MalformedJsonException notAnError) {
            return Optional.empty();
        }
    }

    /** All that it says, in one line. */
    static String words(GitLabNode told) {
        var all = new ArrayList<FieldFault>();
        flatten("", told.fields().get("message"), 0, all);
        told.text("error_description").or(() -> told.text("error")).ifPresent(text -> all.add(fault("", text)));
        return String.join("; ", all.stream().map(FieldFault::toString).toList());
    }

    private static List<FieldFault> faults(GitLabNode told) {
        var all = new ArrayList<FieldFault>();
        if (told.fields().get("message") instanceof Map<?, ?> fields) {
            flatten("", fields, 0, all);
        }
        return all;
    }

    private static void flatten(String field, @Nullable Object value, int depth, List<FieldFault> all) {
        if (value == null || depth > DEEPEST || all.size() >= MOST_FAULTS) {
            return;
        }
        if (value instanceof Map<?, ?> object) {
            object.forEach((name, item) ->
                    flatten(field.isEmpty() ? String.valueOf(name) : field + "." + name, item, depth + 1, all));
        } else if (value instanceof List<?> list) {
            list.forEach(item -> flatten(field, item, depth + 1, all));
        } else {
            all.add(fault(field, value.toString()));
        }
    }

    private static FieldFault fault(String field, String words) {
        return new FieldFault(field.equals("error") || field.equals("base") ? "" : field, "", words);
    }

    private static TrackerFailure meaning(int status, Optional<GitLabNode> told, String said) {
        return switch (status) {
            case 401 ->
                TrackerFailure.of(
                        ErrorCode.AUTHENTICATION,
                        "GitLab refused the credential: check that it is right, not expired and not revoked.");
            case 403 -> TrackerFailure.of(ErrorCode.PERMISSION, forbidden(told));
            case 404 ->
                TrackerFailure.of(
                        ErrorCode.NOT_FOUND,
                        "It is not there, this credential cannot see it, or the feature is switched off. If the project"
                                + " is configured by its path, a proxy may have decoded %2F: use its number.");
            case 405 ->
                TrackerFailure.of(ErrorCode.UNSUPPORTED, "GitLab does not allow it here; the project may be archived.");
            case 409 -> conflict(told, said);
            case 412 -> TrackerFailure.of(ErrorCode.CONFLICT, "It was changed meanwhile; read it again.");
            case 413 -> TrackerFailure.of(ErrorCode.VALIDATION, "It is larger than this GitLab takes.");
            case 400, 422 -> TrackerFailure.of(ErrorCode.VALIDATION, refused(said));
            default -> TrackerFailure.byStatus(status);
        };
    }

    private static String forbidden(Optional<GitLabNode> told) {
        return told.filter(node ->
                        node.text("error").filter("insufficient_scope"::equals).isPresent())
                .map(node -> "The token lacks a scope; make one with the scope "
                        + node.text("scope").orElse("api") + ".")
                .orElse("The credential may not do this; give its account a higher role in the project.");
    }

    /** Somebody else holds the lock for a moment, or GitLab wants to see a person. */
    private static TrackerFailure conflict(Optional<GitLabNode> told, String said) {
        if (said.contains("resource lock")) {
            return TrackerFailure.of(ErrorCode.UNAVAILABLE, "GitLab is busy with the same thing; try again.");
        }
        return told.filter(node -> node.has("needs_captcha_response")).isPresent()
                ? TrackerFailure.of(ErrorCode.VALIDATION, refused("spam"))
                : TrackerFailure.of(ErrorCode.CONFLICT, "Something else is there already, or was faster.");
    }

    private static String refused(String said) {
        return said.contains("spam") || said.contains("captcha")
                ? "GitLab takes the content for spam. Give the account a role in the project, or change the text."
                : "GitLab refused the content.";
    }

    /** Plain text says something; of a page in HTML there is nothing to be learned. */
    private static String plain(HttpReply<String> reply) {
        var text = reply.body().orElse("").strip();
        return text.startsWith("<") || text.length() > LONGEST_PLAIN ? "" : text;
    }
}
