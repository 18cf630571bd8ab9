package dev.issuelink.gitlab;

import dev.issuelink.host.Secret;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The signature of GitLab 19 and later, as Standard Webhooks describes it: HMAC-SHA256 over id, time and raw body, joined
 * by dots, in a list of {@code v1,} and Base64.
 */
final class GitLabSignature {
    static final String PREFIX = "whsec_";

    private static final String ALGORITHM = "HmacSHA256";
    private static final String VERSION = "v1,";
    private static final int KEY_BYTES = 32;
    private static final int MOST_SIGNATURES = 16;

    private GitLabSignature() {}

    /** Whether a secret has the form of a signing token. */
    static boolean isSigningToken(Secret secret) {
        return key(secret).isPresent();
    }

    /**
     * Whether one of the secrets made one of the signatures. All are tried whatever the others gave, and compared as a
     * whole, so that the time tells nothing.
     *
     * @param secrets the secrets; those that are no signing tokens are left out
     * @param signed what stands before the body: id and time
     * @param body the raw bytes; read without being consumed
     * @param header the signatures as they were sent
     * @return true if one fits
     */
    static boolean matches(List<Secret> secrets, String signed, ByteBuffer body, String header) {
        var sent = header.split(" ", MOST_SIGNATURES);
        var matched = false;
        for (var secret : secrets) {
            var key = key(secret);
            if (key.isPresent()) {
                var made = sign(key.get(), signed, body).getBytes(StandardCharsets.UTF_8);
                for (var signature : sent) {
                    matched |= MessageDigest.isEqual(made, signature.getBytes(StandardCharsets.UTF_8));
                }
            }
        }
        return matched;
    }

    private static String sign(byte[] key, String signed, ByteBuffer body) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
            mac.update(signed.getBytes(StandardCharsets.UTF_8));
            mac.update(body.duplicate());
            return VERSION + Base64.getEncoder().encodeToString(mac.doFinal());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has " + ALGORITHM + "; this one has not.", e);
        }
    }

    /** The key is what the text encodes, not the text. */
    private static Optional<byte[]> key(Secret secret) {
        var text = secret.reveal();
        if (!text.startsWith(PREFIX)) {
            return Optional.empty();
        }
        try {
            var key = Base64.getDecoder().decode(text.substring(PREFIX.length()));
            return key.length == KEY_BYTES ? Optional.of(key) : Optional.empty();
        } catch (IllegalArgumentException noBase64) {
            return Optional.empty();
        }
    }
}
