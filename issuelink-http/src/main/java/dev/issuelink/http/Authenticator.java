package dev.issuelink.http;

import dev.issuelink.host.Secret;
import java.util.Objects;
import java.util.function.Supplier;

/**
 * Gives each attempt its credential. Implemented by providers; called from any thread, before every attempt, while no
 * connection is held, so it may itself send calls to mint a token.
 */
@FunctionalInterface
public interface Authenticator {
    /**
     * The credential of one attempt, freshly looked up.
     *
     * @param call what is about to be sent
     * @return the credential; {@link Credential#none()} for an anonymous call
     * @throws dev.issuelink.error.TrackerException if there is none; the call then fails with it, nothing is sent
     */
    Credential authenticate(HttpCall call);

    /**
     * Called once per call, when the tracker answered 401: drop what is stale, so that the next
     * {@link #authenticate} gives a newer credential.
     *
     * @param call what was refused
     * @param refused the credential that was refused; another thread may have replaced it meanwhile
     * @return true if one more attempt makes sense; false by default, since a plain token does not change
     */
    default boolean refresh(HttpCall call, Credential refused) {
        return false;
    }

    /**
     * Sends no credential.
     *
     * @return the authenticator
     */
    static Authenticator none() {
        return call -> Credential.none();
    }

    /**
     * Sends {@code Authorization: Bearer} with a token that is looked up for every attempt.
     *
     * @param token where the token is found
     * @return the authenticator
     */
    static Authenticator bearer(Supplier<Secret> token) {
        Objects.requireNonNull(token, "token");
        return call -> Credential.bearer(token.get());
    }
}
