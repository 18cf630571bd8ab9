package dev.issuelink;

import dev.issuelink.store.AuditEntry;
import java.util.List;

/**
 * What was done, by whom and when. It shows whether somebody changed it. It is kept for ever, or for as long as the
 * engine's options say; then the oldest entries are forgotten. Safe for all threads.
 */
public interface AuditTrail {
    /**
     * Entries in order.
     *
     * @param afterSequence those after this place; 0 for the oldest that is kept
     * @param limit how many at most, at least 1
     * @return the entries
     */
    List<AuditEntry> entries(long afterSequence, int limit);

    /**
     * Checks the chain from the oldest entry that is kept to the last. What is forgotten meanwhile is passed over.
     *
     * @return what was found
     */
    Verification verify();

    /**
     * What a check of the chain found.
     *
     * @param intact whether every entry that is kept is unchanged and in its place
     * @param entries how many entries were checked and found right, from the oldest that is kept on
     */
    record Verification(boolean intact, long entries) {}
}
