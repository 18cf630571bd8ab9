package dev.issuelink;

import dev.issuelink.store.AuditEntry;
import java.util.List;

/** What was done, by whom and when. It only grows, and it shows whether somebody changed it. Safe for all threads. */
public interface AuditTrail {
    /**
     * Entries in order.
     *
     * @param afterSequence those after this place; 0 for the beginning
     * @param limit how many at most, at least 1
     * @return the entries
     */
    List<AuditEntry> entries(long afterSequence, int limit);

    /**
     * Checks the whole chain.
     *
     * @return what was found
     */
    Verification verify();

    /**
     * What a check of the chain found.
     *
     * @param intact whether every entry is unchanged and in its place
     * @param entries how many entries were found right, from the beginning on
     */
    record Verification(boolean intact, long entries) {}
}
