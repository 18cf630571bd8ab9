package dev.issuelink.github;

import dev.issuelink.host.Secret;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** GitHub's signature of a delivery: HMAC-SHA256 over the raw bytes, written {@code sha256=} and lower-case hexadecimal. */
final class GitHubSignature {
    private static final String ALGORITHM = "HmacSHA256";
    private static final String PREFIX = "sha256=";

    private GitHubSignature() {}

    /**
     * Whether one of the secrets made a signature. Every secret is tried whatever the others gave, and signatures are
     * compared as a whole, so that the time tells nothing.
     *
     * @param secrets the secrets, none of them empty
     * @param body the raw bytes; read without being consumed
     * @param header the signature as it was sent
     * @return true if it fits
     */
    static boolean matches(List<Secret> secrets, ByteBuffer body, String header) {
        var sent = header.getBytes(StandardCharsets.UTF_8);
        var matched = false;
        for (var secret : secrets) {
            matched |= MessageDigest.isEqual(of(secret, body).getBytes(StandardCharsets.UTF_8), sent);
        }
        return matched;
    }

    /**
     * Signs.
     *
     * @param secret the secret, not empty
     * @param body the raw bytes; read without being consumed
     * @return the signature as GitHub sends it
     */
    static String of(Secret secret, ByteBuffer body) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret.revealBytes(), ALGORITHM));
            mac.update(body.duplicate());
            return PREFIX + HexFormat.of().formatHex(mac.doFinal());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has " + ALGORITHM + "; this one has not.", e);
        }
    }
}
