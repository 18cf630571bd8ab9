package dev.issuelink.http;

import dev.issuelink.host.Secret;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Objects;

/** One header that proves who we are. Immutable; it has no readable {@link #toString()} and no value equality. */
public final class Credential {
    private static final Credential NONE = new Credential("Authorization", "", Secret.of(""));

    private final String header;
    private final String scheme;
    private final Secret secret;

    private Credential(String header, String scheme, Secret secret) {
        this.header = Objects.requireNonNull(header, "header");
        this.scheme = scheme;
        this.secret = Objects.requireNonNull(secret, "secret");
    }

    /**
     * No credential.
     *
     * @return the anonymous credential
     */
    public static Credential none() {
        return NONE;
    }

    /**
     * {@code Authorization: Bearer <token>}.
     *
     * @param token the token
     * @return the credential
     */
    public static Credential bearer(Secret token) {
        return new Credential("Authorization", "Bearer ", token);
    }

    /**
     * {@code Authorization: Basic <user:password>}.
     *
     * @param user the user's name, without a colon
     * @param password the password or API token
     * @return the credential
     */
    public static Credential basic(String user, Secret password) {
        var pair = (user + ":" + password.reveal()).getBytes(StandardCharsets.UTF_8);
        return new Credential(
                "Authorization", "Basic ", Secret.of(Base64.getEncoder().encodeToString(pair)));
    }

    /**
     * A header of the tracker's own, for example {@code PRIVATE-TOKEN}.
     *
     * @param header its name
     * @param value its whole value
     * @return the credential
     */
    public static Credential header(String header, Secret value) {
        return new Credential(header, "", value);
    }

    /**
     * The secret inside, for comparing a refused credential with the present one.
     *
     * @return the token, the encoded pair or the header's value
     */
    public Secret secret() {
        return secret;
    }

    boolean isNone() {
        return secret.reveal().isEmpty();
    }

    String header() {
        return header;
    }

    Secret headerValue() {
        return scheme.isEmpty() ? secret : Secret.of(scheme + secret.reveal());
    }

    @Override
    public String toString() {
        return isNone() ? "Credential[none]" : "Credential[hidden]";
    }
}
