package dev.issuelink.github;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.security.interfaces.RSAPrivateKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.regex.Pattern;

/** The signed statement by which a GitHub App says who it is, before it has a token: a JSON Web Token with RS256. */
final class GitHubJwt {
    /** GitHub refuses a statement from the future, and clocks differ. */
    private static final Duration BACKDATED = Duration.ofSeconds(60);
    /** GitHub allows ten minutes, and refuses just that as soon as clocks differ. */
    private static final Duration LIFETIME = Duration.ofMinutes(8);

    private static final Pattern ISSUER = Pattern.compile("[A-Za-z0-9._-]{1,100}");
    private static final String HEADER = "{\"alg\":\"RS256\",\"typ\":\"JWT\"}";

    private GitHubJwt() {}

    /**
     * Signs.
     *
     * @param issuer the app's client id or its number
     * @param key the app's private key
     * @param now the time
     * @return the statement, to be sent as a bearer token
     * @throws IllegalArgumentException if the issuer has an impossible form or the key cannot sign
     */
    static String sign(String issuer, RSAPrivateKey key, Instant now) {
        if (!ISSUER.matcher(issuer).matches()) {
            throw new IllegalArgumentException("The GitHub App is named by its client id or its number, for example"
                    + " \"Iv23liExample\" or \"12345\"; the configured one has another form.");
        }
        var claims = "{\"iat\":%d,\"exp\":%d,\"iss\":\"%s\"}"
                .formatted(
                        now.minus(BACKDATED).getEpochSecond(),
                        now.plus(LIFETIME).getEpochSecond(),
                        issuer);
        var signed =
                encode(HEADER.getBytes(StandardCharsets.UTF_8)) + "." + encode(claims.getBytes(StandardCharsets.UTF_8));
        return signed + "." + encode(signature(key, signed));
    }

    private static byte[] signature(RSAPrivateKey key, String text) {
        try {
            var signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(key);
            signature.update(text.getBytes(StandardCharsets.US_ASCII));
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("The private key of the GitHub App cannot sign.");
        }
    }

    private static String encode(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
