package dev.issuelink.store;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Writes that are wanted. For one target they are carried out in the order of {@link #append}, one at a time: an entry
 * can be claimed only if no earlier one of its target is pending or claimed, and no other one of its target is held
 * under a lease that has not ended. The store's own clock decides when a lease has ended and when a delay is over, so
 * clocks of different nodes need not agree. A claim is lost when somebody else has claimed the entry, not already when
 * its lease has ended. Negative durations and limits below 1 are refused with {@link IllegalArgumentException}.
 */
public interface OutboxStore {
    /**
     * Adds a write.
     *
     * @param entry a pending entry with a new id
     * @throws IllegalArgumentException if the id is taken or the entry is not pending
     */
    void append(OutboxEntry entry);

    /**
     * Takes the oldest write that is due and whose turn it is. It becomes {@link OutboxEntry.State#CLAIMED}, its
     * attempts and its fence rise by one, and nobody else gets it until the lease has ended; then anybody may claim it
     * again. Two claims never return the same entry with the same fence.
     *
     * @param lease for how long
     * @return the claimed entry, or empty if nothing is due
     */
    Optional<OutboxEntry> claimNext(Duration lease);

    /**
     * Marks a claimed write as carried out.
     *
     * @param id the id
     * @param fence the claim's number
     * @param outcome the result, made and read by the engine only
     * @return false if the claim was lost to another; then nothing changed
     */
    boolean complete(String id, long fence, String outcome);

    /**
     * Gives a claimed write back, to be tried again later. Its turn before later ones of its target is kept.
     *
     * @param id the id
     * @param fence the claim's number
     * @param delay for how long not to try
     * @param problem what went wrong
     * @return false if the claim was lost to another; then nothing changed
     */
    boolean retryLater(String id, long fence, Duration delay, String problem);

    /**
     * Gives a claimed write back of which nothing was tried: its attempts are as before the claim, its fence stays. Its
     * turn before later ones of its target is kept.
     *
     * @param id the id
     * @param fence the claim's number
     * @param delay for how long not to try
     * @return false if the claim was lost to another; then nothing changed
     */
    boolean putBack(String id, long fence, Duration delay);

    /**
     * Gives a claimed write up. Later ones of its target get their turn.
     *
     * @param id the id
     * @param fence the claim's number
     * @param problem what went wrong and what to do
     * @return false if the claim was lost to another; then nothing changed
     */
    boolean fail(String id, long fence, String problem);

    /**
     * Makes a write that was given up pending again; it keeps its count of attempts and its place.
     *
     * @param id the id
     * @return false if it is not in state {@link OutboxEntry.State#FAILED}
     */
    boolean requeue(String id);

    /**
     * The write of that id.
     *
     * @param id the id
     * @return the entry, or empty
     */
    Optional<OutboxEntry> find(String id);

    /**
     * The writes to a target that are not done.
     *
     * @param target the target
     * @return pending, claimed and failed ones, in the order of their appending
     */
    List<OutboxEntry> findOpen(String target);

    /**
     * Writes in a state.
     *
     * @param state the state
     * @param limit how many at most, at least 1
     * @return the oldest ones, in the order of their appending
     */
    List<OutboxEntry> findByState(OutboxEntry.State state, int limit);

    /**
     * How long to wait until something may be due.
     *
     * @return zero if something is due now; empty if nothing is pending or claimed
     */
    Optional<Duration> untilNextDue();

    /**
     * Forgets writes that are done.
     *
     * @param createdBefore those wanted before this time
     * @param limit how many at most in one go, at least 1; the oldest ones first
     * @return how many were forgotten
     */
    int prune(Instant createdBefore, int limit);
}
