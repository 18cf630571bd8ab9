package dev.issuelink.store;

import java.util.List;
import java.util.Optional;

/** The audit trail: it only grows, in one chain for the whole store. */
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
     * @param afterSequence those after this place; 0 for the beginning
     * @param limit how many at most, at least 1
     * @return the entries
     */
    List<AuditEntry> read(long afterSequence, int limit);

    /**
     * Entries about one subject in order.
     *
     * @param subject the subject of their records
     * @param afterSequence those after this place; 0 for the beginning
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
}
