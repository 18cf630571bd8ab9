package dev.issuelink.store;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Verified notices of trackers. Seen is not done: a notice is only then finished when {@link #complete} was committed,
 * together with what was made of it. Notices of one tracker are claimed one at a time, in the order of their receipt.
 * The store's own clock decides when a lease has ended and when a delay is over. A claim is lost when somebody else has
 * claimed the entry, not already when its lease has ended. Negative durations and limits below 1 are refused with
 * {@link IllegalArgumentException}.
 */
public interface InboxStore {
    /**
     * Keeps a notice, unless its delivery is known.
     *
     * @param entry a pending entry
     * @return how far the delivery had come before; empty if it is new and was kept. One that had
     *     {@linkplain InboxEntry.State#FAILED failed} becomes pending again as it was first received; it keeps its count
     *     of attempts and its place
     * @throws IllegalArgumentException if the entry is not pending
     */
    Optional<InboxEntry.State> receive(InboxEntry entry);

    /**
     * Takes the oldest notice that is due and whose tracker's turn it is, see {@link OutboxStore#claimNext}.
     *
     * @param lease for how long
     * @return the claimed entry, or empty if nothing is due
     */
    Optional<InboxEntry> claimNext(Duration lease);

    /**
     * Marks a claimed notice as applied. Its payload may be forgotten; its delivery id is remembered.
     *
     * @param entry the claimed entry
     * @param outcome what became of it
     * @return false if the claim was lost to another; then nothing changed
     */
    boolean complete(InboxEntry entry, String outcome);

    /**
     * Gives a claimed notice back, to be tried again later. Later notices of its tracker wait.
     *
     * @param entry the claimed entry
     * @param delay for how long not to try
     * @param problem what went wrong
     * @return false if the claim was lost to another; then nothing changed
     */
    boolean retryLater(InboxEntry entry, Duration delay, String problem);

    /**
     * Gives a claimed notice up. Later notices of its tracker get their turn.
     *
     * @param entry the claimed entry
     * @param problem what went wrong
     * @return false if the claim was lost to another; then nothing changed
     */
    boolean fail(InboxEntry entry, String problem);

    /**
     * The notice of a delivery.
     *
     * @param tracker the configured name of the tracker
     * @param deliveryId the delivery's id
     * @return the entry, or empty
     */
    Optional<InboxEntry> find(String tracker, String deliveryId);

    /**
     * How long to wait until something may be due.
     *
     * @return zero if something is due now; empty if nothing is pending or claimed
     */
    Optional<Duration> untilNextDue();

    /**
     * Forgets finished notices. A delivery that comes again afterwards is new.
     *
     * @param receivedBefore those received before this time
     * @param limit how many at most in one go, at least 1; the oldest ones first
     * @return how many were forgotten
     */
    int prune(Instant receivedBefore, int limit);
}
