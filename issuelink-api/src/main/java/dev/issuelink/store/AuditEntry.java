package dev.issuelink.store;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A link of the audit trail's chain: a record, its place, and a hash over the record, its place and the hash before.
 * Whoever changes, removes or inserts an entry breaks every hash after it.
 *
 * @param sequence its place, from 1 on without gaps
 * @param record what is remembered
 * @param previousHash the hash of the entry before; 64 zeros for the first
 * @param hash SHA-256 in lower-case hexadecimal
 */
public record AuditEntry(long sequence, AuditRecord record, String previousHash, String hash) {
    /** The hash before the first entry. */
    public static final String ORIGIN = "0".repeat(64);

    /** Checks that no component is null. */
    public AuditEntry {
        Objects.requireNonNull(record, "record");
        Objects.requireNonNull(previousHash, "previousHash");
        Objects.requireNonNull(hash, "hash");
    }

    /**
     * The entry that follows another.
     *
     * @param previous the entry before, or null if this is the first
     * @param record what is to be remembered
     * @return the entry
     */
    public static AuditEntry following(@Nullable AuditEntry previous, AuditRecord record) {
        return following(previous == null ? AuditAnchor.ORIGIN : AuditAnchor.of(previous), record);
    }

    static AuditEntry following(AuditAnchor previous, AuditRecord record) {
        var sequence = previous.sequence() + 1;
        return new AuditEntry(sequence, record, previous.hash(), hash(sequence, record, previous.hash()));
    }

    /**
     * Whether this entry is unchanged and follows the other.
     *
     * @param previous the entry before, or null if this should be the first
     * @return true if place and hashes are right
     */
    public boolean follows(@Nullable AuditEntry previous) {
        return equals(following(previous, record));
    }

    private static String hash(long sequence, AuditRecord record, String previousHash) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            add(digest, previousHash);
            add(digest, Long.toString(sequence));
            add(digest, record.at().toString());
            add(digest, record.actor());
            add(digest, record.action());
            add(digest, record.subject());
            record.details().forEach((name, value) -> {
                add(digest, name);
                add(digest, value);
            });
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform has SHA-256", impossible);
        }
    }

    // Each part carries its length, so that no two different records have the same bytes.
    private static void add(MessageDigest digest, String part) {
        var bytes = part.getBytes(StandardCharsets.UTF_8);
        digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).flip());
        digest.update(bytes);
    }
}
