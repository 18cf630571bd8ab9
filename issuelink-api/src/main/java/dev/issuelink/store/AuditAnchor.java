package dev.issuelink.store;

import java.util.Objects;

/**
 * A place in the audit trail's chain: where an entry stands or stood, and its hash. What follows it can be checked
 * without the entries up to it.
 *
 * @param sequence the place of the entry; 0 for the place before the first
 * @param hash the entry's hash; {@link AuditEntry#ORIGIN} for the place before the first
 */
public record AuditAnchor(long sequence, String hash) {
    /** The place before the first entry. */
    public static final AuditAnchor ORIGIN = new AuditAnchor(0, AuditEntry.ORIGIN);

    /** Checks that the hash is not null and the place not negative. */
    public AuditAnchor {
        Objects.requireNonNull(hash, "hash");
        if (sequence < 0) {
            throw new IllegalArgumentException(
                    "A place in the audit trail is not negative, but this one is " + sequence);
        }
    }

    /**
     * The place of an entry.
     *
     * @param entry the entry
     * @return its place and hash
     */
    public static AuditAnchor of(AuditEntry entry) {
        return new AuditAnchor(entry.sequence(), entry.hash());
    }

    /**
     * Whether an entry is unchanged and the next after this place.
     *
     * @param entry the entry
     * @return true if its place and hashes are right
     */
    public boolean precedes(AuditEntry entry) {
        return entry.equals(AuditEntry.following(this, entry.record()));
    }
}
