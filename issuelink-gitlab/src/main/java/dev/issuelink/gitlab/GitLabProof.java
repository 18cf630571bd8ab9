package dev.issuelink.gitlab;

import dev.issuelink.config.SecretReference;
import dev.issuelink.error.ErrorCode;
import dev.issuelink.error.TrackerException;
import dev.issuelink.error.WebhookRejectedException;
import dev.issuelink.error.WebhookRejectedException.Reason;
import dev.issuelink.host.Secret;
import dev.issuelink.spi.TrackerContext;
import dev.issuelink.spi.WebhookRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Proves that a request comes from GitLab: by its signature where it bears one, else by the plain token in its headers,
 * which says nothing of the body. Nothing of it is parsed before.
 *
 * @param context where the webhook secrets come from, anew for every request
 */
record GitLabProof(TrackerContext context) {
    /** GitLab never sends more. */
    static final int LARGEST_BODY = 25 * 1024 * 1024;

    private static final Logger LOG = LoggerFactory.getLogger(GitLabProof.class);
    private static final String SIGNATURE = "webhook-signature";
    private static final String TIMESTAMP = "webhook-timestamp";
    private static final String ID = "webhook-id";
    private static final String TOKEN = "X-Gitlab-Token";
    /** As Standard Webhooks advises. */
    private static final Duration TOLERANCE = Duration.ofMinutes(5);

    private static final Pattern IDENTIFIER = Pattern.compile("[A-Za-z0-9_.:-]{1,128}");
    private static final Pattern KIND = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9_ -]{0,63}");
    private static final Pattern SECONDS = Pattern.compile("\\d{1,11}");
    private static final int HASH_BYTES = 16;

    /**
     * Checks size and proof.
     *
     * @param request the request
     * @return the id that GitLab gave the delivery, equal when it is delivered again
     * @throws WebhookRejectedException if it is not proved
     */
    String check(WebhookRequest request) {
        if (request.size() > LARGEST_BODY) {
            throw rejected(
                    Reason.TOO_LARGE,
                    "The body has %d bytes; GitLab sends at most %d.".formatted(request.size(), LARGEST_BODY));
        }
        var secrets = secrets();
        // Somebody may have set a signing token that we do not know besides our plain one.
        var signature =
                request.header(SIGNATURE).filter(header -> secrets.stream().anyMatch(GitLabSignature::isSigningToken));
        if (signature.isPresent()) {
            return signed(request, secrets, signature.get());
        }
        var token = request.header(TOKEN)
                .orElseThrow(() -> rejected(
                        Reason.UNSIGNED,
                        "Neither " + SIGNATURE + " nor " + TOKEN + " came; set a signing token or a secret token on the"
                                + " webhook."));
        if (!isOneOf(secrets, token)) {
            throw rejected(
                    Reason.WRONG_SIGNATURE, "The token in " + TOKEN + " is none of the configured webhook secrets.");
        }
        return delivery(request);
    }

    /**
     * What happened.
     *
     * @param request a request that was checked
     * @return GitLab's name of the event; the body may say otherwise, and is right then
     */
    static String kind(WebhookRequest request) {
        return request.header("X-Gitlab-Event")
                .filter(kind -> KIND.matcher(kind).matches())
                .orElseThrow(() -> rejected(
                        Reason.MALFORMED,
                        "The header X-Gitlab-Event is missing or has not the form that GitLab gives it."));
    }

    private String signed(WebhookRequest request, List<Secret> secrets, String signatures) {
        var id = identifier(request, ID)
                .orElseThrow(() -> rejected(Reason.MALFORMED, "The header " + ID + " is missing or malformed."));
        var seconds = request.header(TIMESTAMP)
                .filter(text -> SECONDS.matcher(text).matches())
                .orElseThrow(() -> rejected(Reason.MALFORMED, "The header " + TIMESTAMP + " is missing or malformed."));
        if (!GitLabSignature.matches(secrets, id + "." + seconds + ".", request.body(), signatures)) {
            throw rejected(
                    Reason.WRONG_SIGNATURE,
                    "The signature was made with none of the configured signing tokens, or the body was changed on its"
                            + " way.");
        }
        var age = Duration.between(
                        Instant.ofEpochSecond(Long.parseLong(seconds)),
                        context.clock().instant())
                .abs();
        if (age.compareTo(TOLERANCE) > 0) {
            throw rejected(
                    Reason.EXPIRED,
                    "The signature is %d seconds off our clock; check both clocks.".formatted(age.toSeconds()));
        }
        return id;
    }

    /** Every secret is tried whatever the others gave, so that the time tells nothing. */
    private static boolean isOneOf(List<Secret> secrets, String token) {
        var sent = token.getBytes(StandardCharsets.UTF_8);
        var matched = false;
        for (var secret : secrets) {
            matched |= MessageDigest.isEqual(secret.revealBytes(), sent);
        }
        return matched;
    }

    /**
     * The key that stays the same when a delivery is repeated. Before 17.4 there is none: the id of the event may be
     * shared by several deliveries, which differ in their bodies.
     */
    private static String delivery(WebhookRequest request) {
        return identifier(request, "Idempotency-Key")
                .orElseGet(() -> identifier(request, "X-Gitlab-Event-UUID").orElse("body") + ":" + hash(request));
    }

    private static Optional<String> identifier(WebhookRequest request, String header) {
        return request.header(header).filter(value -> IDENTIFIER.matcher(value).matches());
    }

    private static String hash(WebhookRequest request) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update(request.body());
            return HexFormat.of().formatHex(digest.digest(), 0, HASH_BYTES);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
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
            // An empty secret would let everybody in.
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

    private static WebhookRejectedException rejected(Reason reason, String message) {
        return new WebhookRejectedException(reason, message);
    }
}
