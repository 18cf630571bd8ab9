package dev.issuelink.host;

import dev.issuelink.config.SecretReference;
import java.util.List;

/**
 * Seals secrets that IssueLink has to keep, such as refresh tokens that a tracker exchanged, and opens them again. A host
 * with a key management service implements it; for all others there is {@link #aesGcm}. Called on every use, from any
 * thread.
 *
 * <p>Whoever implements it must seal with authentication: what was changed, or was sealed under another name, must not
 * open. What it throws is never repeated in words unless it is an exception of {@link dev.issuelink.error}.
 */
public interface Cipher {
    /**
     * Seals a secret.
     *
     * @param name what the secret is kept as; it need not be secret, and opens nothing under another one
     * @param secret the secret; neither changed nor kept
     * @return the sealed form, which is no secret; another one each time
     * @throws dev.issuelink.error.StoreException if it cannot be sealed; says what to do, without any secret
     */
    byte[] seal(String name, byte[] secret);

    /**
     * Opens what was sealed.
     *
     * @param name the name under which it was sealed
     * @param sealed the sealed form; neither changed nor kept
     * @return the secret
     * @throws dev.issuelink.error.StoreException if it cannot be opened: the key is missing or another one, or it was
     *     changed, damaged or sealed under another name; says what to do, without any secret
     */
    byte[] open(String name, byte[] sealed);

    /**
     * Seals by AES-GCM with keys of 256 bits, each written in Base64 or as 64 hexadecimal digits, as
     * {@code openssl rand -base64 32} makes them. A key is looked up for every use and kept nowhere. To change it, name
     * the new one as the current one and the one before among the older: what is sealed from then on needs only the new
     * one, and what was sealed before opens as long as its key is named.
     *
     * @param keys who knows the keys; keep them elsewhere than the store
     * @param current the key that seals
     * @param older keys that only open
     * @return the cipher
     */
    static Cipher aesGcm(SecretResolver keys, SecretReference current, SecretReference... older) {
        return new AesGcmCipher(new CipherKeys(keys, current, List.of(older)));
    }
}
