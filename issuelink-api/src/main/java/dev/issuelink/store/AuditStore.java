package dev.issuelink.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The audit trail: one chain for the whole store. It grows at its end and may be forgotten from its beginning; nothing
 * else changes it.
 */
public interface AuditStore {
    /**
     * Adds a record at the end of the chain.
     *
     * @param record what is to be remembered
     * @return its entry, made by {@link AuditEntry#following}
     */
    AuditEntry append(AuditRecord record);

    /**
     * Entries in order.
     *
     * @param afterSequence those after this place; 0 for the oldest that is kept
     * @param limit how many at most, at least 1
     * @return the entries
     */
    List<AuditEntry> read(long afterSequence, int limit);

    /**
     * Entries about one subject in order.
     *
     * @param subject the subject of their records
     * @param afterSequence those after this place; 0 for the oldest that is kept
     * @param limit how many at most, at least 1
     * @return the entries
     */
    List<AuditEntry> findBySubject(String subject, long afterSequence, int limit);

    /**
     * The end of the chain.
     *
     * @return the last entry, or empty if there is none
     */
    Optional<AuditEntry> last();

    /**
     * The place after which the trail begins: that of the last entry that was forgotten.
     *
     * @return the place, {@link AuditAnchor#ORIGIN} if none was forgotten
     */
    AuditAnchor anchor();

    /**
     * Forgets the oldest entries and moves {@link #anchor} to the last of them, so that the chain can still be checked.
     * Stops before the first entry that is not older, before one that was changed or does not follow, so that this can
     * still be found, and before the last entry of the chain.
     *
     * @param recordedBefore those whose records are older than this time
     * @param limit how many at most in one go, at least 1
     * @return how many were forgotten
     */
    int prune(Instant recordedBefore, int limit);
}
