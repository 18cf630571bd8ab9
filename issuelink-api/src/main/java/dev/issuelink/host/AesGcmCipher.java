package dev.issuelink.host;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.issuelink.error.StoreException;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Objects;
import javax.crypto.AEADBadTagException;
import javax.crypto.spec.GCMParameterSpec;

/**
 * AES-GCM of the JDK. A sealed secret is: version (1 byte), id of the key (8), nonce (12), encrypted bytes, tag (16). The
 * version, the key's id and the name are authenticated with it.
 */
final class AesGcmCipher implements Cipher {
    private static final byte VERSION = 1;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BYTES = 16;
    private static final int HEAD_BYTES = 1 + CipherKeys.ID_BYTES;
    private static final int SHORTEST = HEAD_BYTES + NONCE_BYTES + TAG_BYTES;
    private static final String TRANSFORMATION = "AES/GCM/NoPadding";

    private final CipherKeys keys;
    private final SecureRandom random = new SecureRandom();

    AesGcmCipher(CipherKeys keys) {
        this.keys = keys;
    }

    @Override
    public byte[] seal(String name, byte[] secret) {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(secret, "secret");
        var key = keys.current();
        var nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        var head = ByteBuffer.allocate(HEAD_BYTES).put(VERSION).put(key.id()).array();
        try {
            var engine = engine(javax.crypto.Cipher.ENCRYPT_MODE, key, nonce, head, name);
            var encrypted = engine.doFinal(secret);
            return ByteBuffer.allocate(HEAD_BYTES + NONCE_BYTES + encrypted.length)
                    .put(head)
                    .put(nonce)
                    .put(encrypted)
                    .array();
        } catch (GeneralSecurityException failure) {
            throw unavailable(failure);
        }
    }

    @Override
    public byte[] open(String name, byte[] sealed) {
        Objects.requireNonNull(name, "name");
        if (sealed.length < SHORTEST) {
            throw damaged(name);
        }
        if (sealed[0] != VERSION) {
            throw new StoreException(
                    "What is kept as " + name + " was sealed in a form that this release does not know: it is damaged,"
                            + " or a later release sealed it, and then that one has to open it.",
                    null);
        }
        var parts = ByteBuffer.wrap(sealed);
        var head = take(parts, HEAD_BYTES);
        var nonce = take(parts, NONCE_BYTES);
        var id = new byte[CipherKeys.ID_BYTES];
        System.arraycopy(head, 1, id, 0, id.length);
        var key = keys.find(name, id);
        try {
            return engine(javax.crypto.Cipher.DECRYPT_MODE, key, nonce, head, name)
                    .doFinal(take(parts, parts.remaining()));
        } catch (AEADBadTagException forged) {
            throw damaged(name);
        } catch (GeneralSecurityException failure) {
            throw unavailable(failure);
        }
    }

    private static javax.crypto.Cipher engine(int mode, CipherKeys.Key key, byte[] nonce, byte[] head, String name)
            throws GeneralSecurityException {
        var engine = javax.crypto.Cipher.getInstance(TRANSFORMATION);
        engine.init(mode, key.spec(), new GCMParameterSpec(TAG_BYTES * Byte.SIZE, nonce));
        engine.updateAAD(head);
        engine.updateAAD(name.getBytes(UTF_8));
        return engine;
    }

    private static byte[] take(ByteBuffer from, int length) {
        var part = new byte[length];
        from.get(part);
        return part;
    }

    private static StoreException damaged(String name) {
        return new StoreException(
                "What is kept as " + name + " cannot be opened: it was changed or damaged, or belongs to another name."
                        + " Restore it from a backup, or remove it and give the secret anew.",
                null);
    }

    private static StoreException unavailable(GeneralSecurityException failure) {
        return new StoreException(
                "This Java platform cannot do AES-GCM with keys of 256 bits ("
                        + failure.getClass().getName()
                        + "); use one that can, or give the engine a cipher of your own.",
                failure);
    }

    @Override
    public String toString() {
        return "Cipher[AES-GCM]";
    }
}
