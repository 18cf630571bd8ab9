package dev.issuelink.host;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.issuelink.config.SecretReference;
import dev.issuelink.error.StoreException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.crypto.spec.SecretKeySpec;

/** The keys of a cipher, looked up anew for every use. Each is known by a number that tells nothing of it. */
final class CipherKeys {
    static final int ID_BYTES = 8;
    private static final int KEY_BYTES = 32;
    private static final Pattern HEXADECIMAL = Pattern.compile("[0-9A-Fa-f]{64}");
    private static final byte[] ID_DOMAIN = "dev.issuelink key id 1:".getBytes(US_ASCII);
    private static final String HOW = "make one with: openssl rand -base64 32";

    /** A key for one use. */
    static final class Key {
        private final byte[] id;
        private final SecretKeySpec spec;

        private Key(byte[] bytes) {
            this.id = idOf(bytes);
            this.spec = new SecretKeySpec(bytes, "AES");
        }

        byte[] id() {
            return id.clone();
        }

        SecretKeySpec spec() {
            return spec;
        }

        boolean hasId(byte[] other) {
            return Arrays.equals(id, other);
        }
    }

    private final SecretResolver resolver;
    private final SecretReference current;
    private final List<SecretReference> all;

    CipherKeys(SecretResolver resolver, SecretReference current, List<SecretReference> older) {
        this.resolver = Objects.requireNonNull(resolver, "keys");
        this.current = Objects.requireNonNull(current, "current");
        var references = new ArrayList<SecretReference>(List.of(current));
        references.addAll(older);
        this.all = List.copyOf(references);
    }

    /** The key that seals. */
    Key current() {
        return look(current)
                .orElseThrow(() -> new StoreException(
                        "Nobody knows the encryption key " + current + ", so nothing can be sealed: give it to the"
                                + " resolver of the cipher; if there is none yet, " + HOW + ".",
                        null));
    }

    /** The key of that id. A key that is missing or wrong is in nobody's way unless it is the one that is needed. */
    Key find(String name, byte[] id) {
        var unusable = new ArrayList<String>();
        for (var reference : all) {
            try {
                var key = look(reference);
                if (key.isEmpty()) {
                    unusable.add("nobody knows " + reference);
                } else if (key.get().hasId(id)) {
                    return key.get();
                }
            } catch (StoreException problem) {
                unusable.add(problem.getMessage());
            }
        }
        throw none(name, id, unusable);
    }

    private StoreException none(String name, byte[] id, List<String> unusable) {
        var named = all.stream().map(SecretReference::toString).collect(Collectors.joining(", "));
        var besides = unusable.isEmpty() ? "" : " Besides, " + String.join("; ", unusable) + ".";
        return new StoreException(
                "What is kept as " + name + " was sealed by the key with the id "
                        + HexFormat.of().formatHex(id) + ", which is none of " + named
                        + ": name that key among the older ones of the cipher." + besides,
                null);
    }

    private Optional<Key> look(SecretReference reference) {
        return ask(reference).map(secret -> {
            var bytes = decode(secret.reveal().strip())
                    .filter(key -> key.length == KEY_BYTES)
                    .orElseThrow(() -> new StoreException(
                            "The encryption key " + reference
                                    + " is not 32 bytes, written in Base64 or as 64 hexadecimal digits; " + HOW,
                            null));
            return new Key(bytes);
        });
    }

    // The words of a resolver are not repeated, nor its exception: nobody knows what stands in them.
    private Optional<Secret> ask(SecretReference reference) {
        try {
            return resolver.resolve(reference);
        } catch (RuntimeException failure) {
            throw new StoreException(
                    "The encryption key " + reference + " could not be looked up: its resolver failed with "
                            + failure.getClass().getName() + "; see that the place where it is kept can be reached",
                    null);
        }
    }

    private static Optional<byte[]> decode(String text) {
        if (HEXADECIMAL.matcher(text).matches()) {
            return Optional.of(HexFormat.of().parseHex(text));
        }
        try {
            return Optional.of(Base64.getDecoder().decode(text.replace('-', '+').replace('_', '/')));
        } catch (IllegalArgumentException unreadable) {
            return Optional.empty();
        }
    }

    private static byte[] idOf(byte[] key) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update(ID_DOMAIN);
            return Arrays.copyOf(digest.digest(key), ID_BYTES);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform has SHA-256", impossible);
        }
    }
}
