package dev.issuelink.jira;

import dev.issuelink.config.SecretReference;
import dev.issuelink.error.ErrorCode;
import dev.issuelink.error.TrackerException;
import dev.issuelink.error.WebhookRejectedException;
import dev.issuelink.error.WebhookRejectedException.Reason;
import dev.issuelink.host.Secret;
import dev.issuelink.spi.WebhookRequest;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Proves that a request comes from Jira, over the raw bytes and before anything of them is parsed: by the signature of a
 * webhook that an administrator made, or by the token of one that an OAuth app registered.
 *
 * @param connection where the secrets come from, anew for every request
 */
record JiraProof(JiraConnection connection) {
    /** Jira sends far less; a longer body is not from it. */
    static final int LARGEST_BODY = 25 * 1024 * 1024;

    /** What stands for what happened where the body does not tell. */
    static final String UNREADABLE = "unreadable";

    private static final Logger LOG = LoggerFactory.getLogger(JiraProof.class);
    private static final String SIGNATURE = "X-Hub-Signature";
    private static final String IDENTIFIER = "X-Atlassian-Webhook-Identifier";
    private static final Pattern SIGNED = Pattern.compile("([A-Za-z0-9-]{1,20})=([0-9a-fA-F]{1,256})");
    private static final Pattern TOKEN = Pattern.compile("(?:Bearer|JWT) (\\S{1,10000})");
    private static final Pattern DELIVERY = Pattern.compile("[A-Za-z0-9_.:-]{1,128}");
    private static final Pattern EVENT = Pattern.compile("[A-Za-z0-9_.:-]{1,64}");

    /**
     * Checks size and proof.
     *
     * @param request the request
     * @throws WebhookRejectedException if it is not proved
     */
    void check(WebhookRequest request) {
        if (request.size() > LARGEST_BODY) {
            throw rejected(
                    Reason.TOO_LARGE,
                    "The body has %d bytes; Jira sends fewer than %d.".formatted(request.size(), LARGEST_BODY));
        }
        var signature = request.header(SIGNATURE);
        var token = request.header("Authorization").map(TOKEN::matcher).filter(Matcher::matches);
        if (signature.isEmpty() && token.isPresent() && connection.settings().signsInBy(JiraSettings.OAUTH)) {
            checkToken(token.get().group(1));
        } else {
            checkSignature(
                    request,
                    signature.orElseThrow(() -> rejected(
                            Reason.UNSIGNED, "The header " + SIGNATURE + " is missing: give the webhook a secret.")));
        }
    }

    private void checkSignature(WebhookRequest request, String signature) {
        var secrets = secrets();
        var written = SIGNED.matcher(signature);
        var sent = written.matches() && written.group(1).equalsIgnoreCase("sha256")
                ? bytes(written.group(2))
                : Optional.<byte[]>empty();
        if (sent.isEmpty() || !JiraSignature.matches(secrets, request.body(), sent.get())) {
            throw rejected(
                    Reason.WRONG_SIGNATURE,
                    "The signature in " + SIGNATURE + " was made with none of the configured webhook secrets, or not"
                            + " by SHA-256, or the body was changed on its way.");
        }
    }

    private void checkToken(String token) {
        var secret = connection
                .settings()
                .auth()
                .flatMap(auth -> auth.settings().secret("client_secret"))
                .flatMap(this::resolve)
                .orElseThrow(this::noSecret);
        switch (JiraWebToken.check(token, secret, connection.now())) {
            case WRONG ->
                throw rejected(Reason.WRONG_SIGNATURE, "The token was not made with the secret of the OAuth app.");
            case EXPIRED -> throw rejected(Reason.EXPIRED, "The token of the delivery has ended.");
            case GENUINE -> {}
        }
    }

    /**
     * The id that Jira gave the delivery; where it gave none, one that another delivery of the same has too.
     *
     * @param request a request that was checked
     * @param body its bytes
     * @return the id
     */
    static String delivery(WebhookRequest request, byte[] body) {
        return request.header(IDENTIFIER)
                .filter(value -> DELIVERY.matcher(value).matches())
                .orElseGet(() -> "sha256-" + digest(body));
    }

    /**
     * What happened.
     *
     * @param body the bytes of a request that was checked
     * @return Jira's name of the event
     */
    static String event(byte[] body) {
        return JiraJson.parse(body)
                .flatMap(json -> JiraJson.text(json, "webhookEvent"))
                .filter(name -> EVENT.matcher(name).matches())
                .orElse(UNREADABLE);
    }

    /** An unknown secret must not stop the others: while one is exchanged, the old one may be gone already. */
    private List<Secret> secrets() {
        var secrets = connection.context().config().sync().webhookSecrets().stream()
                .flatMap(reference -> resolve(reference).stream())
                .toList();
        if (secrets.isEmpty()) {
            throw noSecret();
        }
        return secrets;
    }

    private WebhookRejectedException noSecret() {
        return rejected(
                Reason.NO_SECRET,
                "No webhook secret is known for the tracker \"" + connection.tracker()
                        + "\", so no delivery can be trusted.");
    }

    private Optional<Secret> resolve(SecretReference reference) {
        try {
            // An empty secret would let everybody sign.
            return Optional.of(connection.context().secret(reference))
                    .filter(secret -> !secret.reveal().isEmpty());
        } catch (TrackerException e) {
            if (e.code() != ErrorCode.AUTHENTICATION) {
                throw e;
            }
            // Not louder: anybody can send requests.
            LOG.debug("{}: the secret {} is not known; it is left out", connection.tracker(), reference);
            return Optional.empty();
        }
    }

    private static Optional<byte[]> bytes(String hex) {
        return hex.length() % 2 == 0
                ? Optional.of(HexFormat.of().parseHex(hex.toLowerCase(Locale.ROOT)))
                : Optional.empty();
    }

    private static String digest(byte[] body) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(body));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }

    private static WebhookRejectedException rejected(Reason reason, String message) {
        return new WebhookRejectedException(reason, message);
    }
}
