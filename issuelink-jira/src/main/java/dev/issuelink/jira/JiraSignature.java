package dev.issuelink.jira;

import dev.issuelink.host.Secret;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** What deliveries are signed with: HMAC with SHA-256, and no other method. */
final class JiraSignature {
    private static final String ALGORITHM = "HmacSHA256";

    private JiraSignature() {}

    /**
     * Whether one of the secrets made a signature. Every secret is tried whatever the others gave, and signatures are
     * compared as a whole, so that the time tells nothing.
     *
     * @param secrets the secrets, none of them empty
     * @param signed what was signed; read without being consumed
     * @param sent the signature
     * @return true if it fits
     */
    static boolean matches(List<Secret> secrets, ByteBuffer signed, byte[] sent) {
        var matched = false;
        for (var secret : secrets) {
            matched |= MessageDigest.isEqual(of(secret, signed), sent);
        }
        return matched;
    }

    static byte[] of(Secret secret, ByteBuffer signed) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret.revealBytes(), ALGORITHM));
            mac.update(signed.duplicate());
            return mac.doFinal();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has " + ALGORITHM + "; this one has not.", e);
        }
    }

    static ByteBuffer bytes(String text) {
        return ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
    }
}
