package dev.issuelink.github;

import dev.issuelink.config.SecretReference;
import dev.issuelink.error.ErrorCode;
import dev.issuelink.error.TrackerException;
import dev.issuelink.error.WebhookRejectedException;
import dev.issuelink.error.WebhookRejectedException.Reason;
import dev.issuelink.host.Secret;
import dev.issuelink.spi.TrackerContext;
import dev.issuelink.spi.WebhookRequest;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Proves that a request comes from GitHub: over the raw bytes and before anything of them is parsed.
 *
 * @param context where the webhook secrets come from, anew for every request
 */
record GitHubProof(TrackerContext context) {
    /** GitHub never sends more: a larger payload is not delivered at all. */
    static final int LARGEST_BODY = 25 * 1024 * 1024;

    private static final Logger LOG = LoggerFactory.getLogger(GitHubProof.class);
    private static final String SIGNATURE = "X-Hub-Signature-256";
    private static final String LEGACY_SIGNATURE = "X-Hub-Signature";
    private static final Pattern DELIVERY = Pattern.compile("[A-Za-z0-9_.:-]{1,128}");
    private static final Pattern EVENT = Pattern.compile("[A-Za-z0-9_.-]{1,64}");
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String FORM_FIELD = "payload=";

    /** The first header's value, where it has the form that GitHub gives it. The headers are not signed. */
    private static String identifier(WebhookRequest request, String header, Pattern form) {
        return request.header(header)
                .filter(value -> form.matcher(value).matches())
                .orElseThrow(() -> rejected(
                        Reason.MALFORMED,
                        "The header " + header + " is missing or has not the form that GitHub gives it."));
    }

    /**
     * Checks size and signature.
     *
     * @param request the request
     * @throws WebhookRejectedException if it is not proved
     */
    void check(WebhookRequest request) {
        if (request.size() > LARGEST_BODY) {
            throw rejected(
                    Reason.TOO_LARGE,
                    "The body has %d bytes; GitHub sends at most %d.".formatted(request.size(), LARGEST_BODY));
        }
        var secrets = secrets();
        var signature = request.header(SIGNATURE).orElseThrow(() -> unsigned(request));
        if (!GitHubSignature.matches(secrets, request.body(), signature)) {
            throw rejected(
                    Reason.WRONG_SIGNATURE,
                    "The signature in " + SIGNATURE + " was made with none of the"
                            + " configured webhook secrets, or the body was changed on its way.");
        }
    }

    /**
     * The id that GitHub gave the delivery.
     *
     * @param request a request that was checked
     * @return the id, equal when it is delivered again
     */
    static String delivery(WebhookRequest request) {
        return identifier(request, "X-GitHub-Delivery", DELIVERY);
    }

    /**
     * What happened.
     *
     * @param request a request that was checked
     * @return GitHub's name of the event
     */
    static String event(WebhookRequest request) {
        return identifier(request, "X-GitHub-Event", EVENT);
    }

    /**
     * The JSON of the request, taken out of the form if the webhook is set to {@code form}.
     *
     * @param request a request that was checked
     * @return the bytes
     */
    static byte[] payload(WebhookRequest request) {
        var bytes = new byte[request.size()];
        request.body().get(bytes);
        var contentType = request.header("Content-Type").orElse("").toLowerCase(Locale.ROOT);
        return contentType.startsWith(FORM) ? formPayload(new String(bytes, StandardCharsets.UTF_8)) : bytes;
    }

    private static byte[] formPayload(String form) {
        for (var field : form.split("&", -1)) {
            if (field.startsWith(FORM_FIELD)) {
                return decode(field.substring(FORM_FIELD.length())).getBytes(StandardCharsets.UTF_8);
            }
        }
        throw rejected(Reason.MALFORMED, "The form has no field \"payload\".");
    }

    private static String decode(String value) {
        try {
            return URLDecoder.decode(value, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw rejected(Reason.MALFORMED, "The field \"payload\" of the form is not URL-encoded.");
        }
    }

    /** An unknown secret must not stop the others: while one is exchanged, the old one may be gone already. */
    private List<Secret> secrets() {
        var secrets = context.config().sync().webhookSecrets().stream()
                .flatMap(reference -> resolve(reference).stream())
                .toList();
        if (secrets.isEmpty()) {
            throw rejected(
                    Reason.NO_SECRET,
                    "No webhook secret is known for the tracker \""
                            + context.config().name() + "\", so no delivery can be trusted.");
        }
        return secrets;
    }

    private Optional<Secret> resolve(SecretReference reference) {
        try {
            // An empty secret would let everybody sign.
            return Optional.of(context.secret(reference))
                    .filter(secret -> !secret.reveal().isEmpty());
        } catch (TrackerException e) {
            if (e.code() != ErrorCode.AUTHENTICATION) {
                throw e;
            }
            // Not louder: anybody can send requests.
            LOG.debug(
                    "{}: the webhook secret {} is not known; it is left out",
                    context.config().name(),
                    reference);
            return Optional.empty();
        }
    }

    private static WebhookRejectedException unsigned(WebhookRequest request) {
        var legacy = request.header(LEGACY_SIGNATURE).isPresent();
        return rejected(
                Reason.UNSIGNED,
                legacy
                        ? "Only the old " + LEGACY_SIGNATURE + " (SHA-1) came, which is not accepted; " + SIGNATURE
                                + " is needed."
                        : "The header " + SIGNATURE + " is missing; set a secret on the webhook.");
    }

    private static WebhookRejectedException rejected(Reason reason, String message) {
        return new WebhookRejectedException(reason, message);
    }
}
