package dev.issuelink.jdbc;

import dev.issuelink.model.IssueKey;
import dev.issuelink.model.ObjectKey;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * What a row is looked up by: SHA-256 over the parts of its identity. Of one size whatever the names, and deaf to the
 * collations of databases.
 */
final class Key {
    private final byte[] bytes;

    private Key(byte[] bytes) {
        this.bytes = bytes;
    }

    static Key of(String... parts) {
        var digest = sha256();
        for (var part : parts) {
            var encoded = SortedId.encode(part);
            digest.update(
                    ByteBuffer.allocate(Integer.BYTES).putInt(encoded.length).flip());
            digest.update(encoded);
        }
        return new Key(digest.digest());
    }

    static Key of(IssueKey issue) {
        return of(issue.tracker(), issue.id());
    }

    static Key of(ObjectKey object) {
        return of(object.type().name(), object.qualifiedName());
    }

    /** A key that was read. */
    static Key stored(byte[] bytes) {
        return new Key(bytes.clone());
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform has SHA-256", impossible);
        }
    }

    byte[] bytes() {
        return bytes.clone();
    }

    /** A number that differs for different keys, as far as a number can. */
    long number() {
        return ByteBuffer.wrap(bytes).getLong();
    }
}
